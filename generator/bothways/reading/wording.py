"""What pydantic found, in the person's words and at its place."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bothways.model.base import Record, noun_in
from bothways.model.conversations import WITH_NOBODY, Conversation
from bothways.model.described import described
from bothways.model.fields import quoted_hint
from bothways.model.folding import without_unseen
from bothways.model.refusal import REFUSED, shown
from bothways.problems import Place, Problem
from bothways.reading.gather import Found
from bothways.reading.kinds import AMERICAN
from bothways.reading.other_words import CHOICES, FIELDS, meant
from bothways.reading.slips import Words, slip_at_colon
from bothways.reading.written import WrittenMapping, as_written, locate, locate_key, value_at

MOST_SAID = 100
"""Problems of one record: more of them help nobody."""

NOUNS = {
    "Me": "me.yaml",
    "LogLine": "a log line",
    "QuestionList": "a question list",
    "GoalBelief": "a belief",
    "Finding": "a belief",
    "RhythmWishes": "a rhythm",
    "PerWeek": "per_week",
    "KeepInTouch": "keep_in_touch",
    "SharingProfile": "a sharing profile",
    "Need": "a need",
    "Advice": "a piece of advice",
    "Research": "a piece of research",
}
"""Where the class is not the person's own word for it."""


def problems_of(error: ValidationError, record: Found, number: int) -> list[Problem]:
    """Every problem of one record. `number` is its number among its kind, from 1, for one without a name."""
    details = [detail for detail in error.errors(include_url=False) if record.is_whole or not _is_missing(detail)]
    details = details[:MOST_SAID]
    meant = {field for detail in details if (field := _meant(detail, record))}
    return [_problem(detail, record, number) for detail in details if not _is_explained(detail, record, meant)]


def _is_missing(detail: ErrorDetails) -> bool:
    """Whether a field is missing from the record itself."""
    return not detail["loc"] or (detail["type"] == "missing" and len(detail["loc"]) == 1)


def _meant(detail: ErrorDetails, record: Found) -> tuple[str | int, ...] | None:
    """The path of the field that an unknown one was meant to be."""
    if detail["type"] != "extra_forbidden":
        return None
    *above, key = detail["loc"]
    owner = _model_at(record.kind.record, above)
    slip = _slip(str(key), owner)
    near = slip[0].rstrip(":") if slip else _nearest(str(key), owner, record)
    return (*above, near) if near else None


def _is_explained(detail: ErrorDetails, record: Found, meant: set[tuple[str | int, ...]]) -> bool:
    """Whether another problem of the same record says it already: a field is missing because of a typo."""
    return detail["type"] == "missing" and (
        detail["loc"] in meant or _text_with_colon(record, detail["loc"][:-1]) is not None
    )


def _text_with_colon(record: Found, path: Sequence[str | int]) -> WrittenMapping | None:
    """Fields that were meant as a text: a noun that a text will do for has but one field, and that is unknown."""
    owner, fields = _model_at(record.kind.record, path), value_at(record.written, path)
    short = getattr(owner, "short_for", None)
    is_one = short is not None and isinstance(fields, WrittenMapping) and len(fields.keys_at) == len(fields) == 1
    if not is_one or set(fields) & set(_fields(owner)):
        return None
    return None if any(_nearest(key, owner, record) for key in fields) else fields


def _problem(detail: ErrorDetails, record: Found, number: int) -> Problem:
    path = [part for part in detail["loc"] if part != "[key]"]
    code, message, hint, place = _words(detail, record, path)
    return Problem(place, code, message, hint, field_path(record, path, number))


def field_path(record: Found, path: Sequence[str | int], number: int) -> str:
    """`people[Dana Okafor].steps[2].by`: by name where there is one, by number from 1 where not."""
    start = record.kind.name
    if record.kind.name != "me":
        start += f"[{record.name or number}]"
    steps = as_written(record.written, path)
    return start + "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in steps)


def _words(detail: ErrorDetails, record: Found, path: Sequence[str | int]) -> tuple[str, str, str, Place]:
    place = locate(record.written, path)
    owner = _model_at(record.kind.record, path[:-1])
    match detail["type"]:
        case type_ if type_ == REFUSED:
            context = detail["ctx"]
            return context["code"], context["message"], context["hint"], place
        case "missing":
            return *_missing(str(path[-1]), owner, record), place
        case "extra_forbidden":
            return _unknown_field(path, owner, record)
        case "literal_error":
            field = next((part for part in reversed(as_written(record.written, path)) if isinstance(part, str)), "")
            return *_unknown_choice(detail, field), place
        case "model_type" | "model_attributes_type" | "dict_type":
            return *_fields_wanted(_model_at(record.kind.record, path), detail["input"], record), place
    return "wrong-value", f"{detail['msg']}.", "Look it up in the guide's reference page.", place


def _missing(field: str, owner: type[BaseModel] | None, record: Found) -> Words:
    if owner is Conversation and field == "with":
        return WITH_NOBODY
    said = described(owner).get(field, "") if owner else ""
    what = re.split(r"[.:;,]", said)[0]
    hint = f"Add {field}: and, after it, {what[:1].lower()}{what[1:]}."
    noun = re.sub(r"^an? ", "this ", _noun(owner, record))
    return "missing-field", f"{field} is missing from {noun}.", hint


def _unknown_field(path: Sequence[str | int], owner: type[BaseModel] | None, record: Found) -> tuple[*Words, Place]:
    key, place = str(path[-1]), locate_key(record.written, path)
    if fields := _text_with_colon(record, path[:-1]):
        return "text-wanted", "A text is wanted here, and a colon made a field of it.", quoted_hint(fields), place
    if slip := _slip(key, owner):
        return *slip[1], place.right(len(slip[0]))
    if without_unseen(key) != key and _nearest(without_unseen(key), owner, record):
        return "not-text", "There is a character here that no text shows.", "Delete it, or type the text again.", place
    message = f"{shown(key)} is not a field of {_noun(owner, record)}."
    if near := _nearest(key, owner, record):
        return "unknown-field", message, f"Did you mean {near}?", place
    if _follows_a_comma(key, value_at(record.written, path[:-1])):
        message = f"A comma in braces ends a text, so {shown(key)} is read as a field."
        return "comma-in-text", message, "Put quotes round the whole text that holds the comma.", place
    elsewhere = " Write anything else in notes." if "notes" in _fields(owner) else ""
    return "unknown-field", message, f"The fields are {', '.join(_fields(owner))}.{elsewhere}", place


def _slip(key: str, owner: type[BaseModel] | None) -> tuple[str, Words] | None:
    """The slip that made an unknown field of a field and its value."""
    slip = slip_at_colon(key)
    return slip if slip and slip[0] != key and slip[0].rstrip(":") in _fields(owner) else None


def _follows_a_comma(key: str, fields: Any) -> bool:
    """Whether this is no field but the rest of a text: it says nothing, and others stand before it on its line."""
    if not isinstance(fields, WrittenMapping) or key in fields:
        return False
    here = fields.keys_at[key]
    return any(here.line == other.line and other.column < here.column for other in fields.keys_at.values())


def _fields_wanted(noun: type[BaseModel] | None, said: Any, record: Found) -> Words:
    message = f"Fields are wanted here for {_noun(noun, record)}"
    if isinstance(said, list):
        return "fields-wanted", f"{message}, not a list.", "Take out the dash or the brackets."
    first = next((name for name, field in _fields(noun).items() if field.is_required()), None)
    example = first or next(iter(_fields(noun)), "name")
    hint = f"Write them below it on lines of their own, indented, such as {example}: and what it is."
    return "fields-wanted", f"{message}.", hint


def _unknown_choice(detail: ErrorDetails, field: str) -> Words:
    said, choices = detail["input"], _choices(detail)
    if not isinstance(said, str):
        what = "a list" if isinstance(said, list) else "fields of its own"
        return "text-wanted", f"One word is wanted here, not {what}.", f"Write {_or(choices)}."
    word = re.sub(r"[\s_]+", "-", said.strip().lower())
    other = meant(word, CHOICES, choices)
    near = [other] if other else get_close_matches(word, choices, n=1, cutoff=0.65)
    hint = f"Did you mean {near[0]}?" if near else "Write one of them."
    return "unknown-choice", f"{field} cannot be {shown(said)}: it is {_or(choices)}.", hint


def _noun(model: type[BaseModel] | None, record: Found) -> str:
    if model is None:
        return "this"
    if model is record.kind.record and record.kind.name not in ("me", "log"):
        word = record.kind.noun
        return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
    name = model.__name__
    return NOUNS.get(name, f"{'an' if name[0] in 'AEIOU' else 'a'} {name.lower()}")


def _fields(model: type[BaseModel] | None) -> dict[str, FieldInfo]:
    """The fields by the person's names for them: those of the noun itself, then those that all records have."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()} if model else {}
    common = Record.model_fields
    return dict(sorted(fields.items(), key=lambda item: item[0] in common))


def _model_at(model: type[BaseModel] | None, path: Sequence[str | int]) -> type[BaseModel] | None:
    for part in path:
        if isinstance(part, str) and (field := _fields(model).get(part)):
            model = noun_in(field.annotation)
    return model


def _nearest(key: str, owner: type[BaseModel] | None, record: Found) -> str | None:
    """The field that an unknown one was likely meant to be."""
    word = re.sub(r"[\s-]+", "_", key.lower())
    word = AMERICAN.get(word, word)
    fields = _fields(owner)
    if word in fields:
        return word
    title, noun = record.kind.title, record.kind.noun
    others = {noun} if title == "name" else {noun, "name", "title"}  # the title of a person is their role
    if owner is record.kind.record and title and {word, meant(word, FIELDS, (noun,))} & others:
        return title
    if other := meant(word, FIELDS, fields):
        return other
    return _likest(word, tuple(fields))


@lru_cache(maxsize=1000)
def _likest(word: str, fields: tuple[str, ...]) -> str | None:
    """One slip is often made many times."""
    near = get_close_matches(word, fields, n=1, cutoff=0.6)
    return near[0] if near else None


def _choices(detail: ErrorDetails) -> list[str]:
    return [choice.strip("' ") for choice in str(detail["ctx"]["expected"]).replace(" or ", ", ").split(",")]


def _or(choices: Sequence[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}" if len(choices) > 1 else choices[0]


def not_fields(record: Found, number: int) -> Problem | None:
    """The problem of a record that has no fields at all, such as a bare text in a list of people."""
    if isinstance(record.written, WrittenMapping):
        return None
    written, noun = record.written, _noun(record.kind.record, record)
    path = record.kind.name if record.kind.name == "me" else f"{record.kind.name}[{number}]"
    if not isinstance(written, str):
        message = f"Fields are wanted here for {noun}, not a list."
        return Problem(record.place, "fields-wanted", message, "Take out one of the dashes or brackets.", path)
    if slip := slip_at_colon(written):
        place = record.place.right(len(slip[0]))
        return Problem(place, *slip[1], path)
    needed = [name for name, field in _fields(record.kind.record).items() if field.is_required()]
    hint = f"Write {record.kind.title}: before it."
    if len(needed) > 1:
        hint = f"Write {', '.join(f'{name}:' for name in needed)} with what they are, each on a line of its own."
    return Problem(record.place, "fields-wanted", f"Fields are wanted here for {noun}, not only a text.", hint, path)
