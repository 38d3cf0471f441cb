"""What pydantic found, in the person's words and at its place."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bothways.model.base import Noun
from bothways.model.refusal import REFUSED
from bothways.problems import Place, Problem
from bothways.reading.gather import Found
from bothways.reading.written import WrittenMapping, locate, locate_key

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
}
"""Where the class is not the person's own word for it."""


def problems_of(error: ValidationError, record: Found, number: int) -> list[Problem]:
    """Every problem of one record. `number` is its number among its kind, from 1, for one without a name."""
    return [_problem(detail, record, number) for detail in error.errors(include_url=False)]


def _problem(detail: ErrorDetails, record: Found, number: int) -> Problem:
    path = [part for part in detail["loc"] if part != "[key]"]
    code, message, hint, place = _words(detail, record, path)
    return Problem(place, code, message, hint, field_path(record, path, number))


def field_path(record: Found, path: Sequence[str | int], number: int) -> str:
    """`people[Dana Okafor].steps[2].by`: by name where there is one, by number from 1 where not."""
    start = record.kind.name
    if record.kind.name != "me":
        start += f"[{record.name or number}]"
    return start + "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)


def _words(detail: ErrorDetails, record: Found, path: Sequence[str | int]) -> tuple[str, str, str, Place]:
    place = locate(record.written, path)
    owner = _model_at(record.kind.record, path[:-1])
    noun = _noun(owner, record)
    match detail["type"]:
        case type_ if type_ == REFUSED:
            context = detail["ctx"]
            return context["code"], context["message"], context["hint"], place
        case "missing":
            field = str(path[-1])
            message = f"{_capital(noun)} needs {field}."
            return "missing-field", message, f"Add {field}: and what it is.", place
        case "extra_forbidden":
            key = str(path[-1])
            return (
                "unknown-field",
                f"{key} is not a field of {noun}.",
                _near_field(key, owner),
                locate_key(record.written, path),
            )
        case "literal_error":
            choices = _choices(detail)
            near = get_close_matches(str(detail["input"]).lower(), choices, n=1, cutoff=0.6)
            hint = f"Did you mean {near[0]}?" if near else "Write one of them."
            field = next((part for part in reversed(path) if isinstance(part, str)), "")
            message = f"{detail['input']} is not a {field} we know: {_or(choices)}."
            return "unknown-choice", message, hint, place
        case "model_type" | "model_attributes_type" | "dict_type":
            hint = "Write them on lines of their own, indented, each as name: value."
            return "fields-wanted", f"Fields are wanted here for {_noun_here(record, path)}.", hint, place
        case "tuple_type" | "list_type":
            return "list-wanted", "A list is wanted here.", "Begin each item with a dash and a space.", place
    return "wrong-value", f"{detail['msg']}.", "Look it up in the guide's reference page.", place


def _noun_here(record: Found, path: Sequence[str | int]) -> str:
    model = _model_at(record.kind.record, path)
    return _noun(model, record) if model else "this"


def _noun(model: type[BaseModel] | None, record: Found) -> str:
    if model is None:
        return "this"
    if model is record.kind.record and record.kind.name not in ("me", "log"):
        word = record.kind.noun
        return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
    name = model.__name__
    return NOUNS.get(name, f"{'an' if name[0] in 'AEIOU' else 'a'} {name.lower()}")


def _model_at(model: type[BaseModel] | None, path: Sequence[str | int]) -> type[BaseModel] | None:
    for part in path:
        if model is None or isinstance(part, int):
            continue
        field = next((f for name, f in model.model_fields.items() if part in (f.alias, name)), None)
        model = _inner_model(field.annotation) if field else model
    return model


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return annotation
    if get_origin(annotation) is None:
        return None
    return next((model for part in get_args(annotation) if (model := _inner_model(part))), None)


def _near_field(key: str, owner: type[BaseModel] | None) -> str:
    fields = [field.alias or name for name, field in owner.model_fields.items()] if owner else []
    near = get_close_matches(key.lower().replace("-", "_"), fields, n=1, cutoff=0.6)
    if near:
        return f"Did you mean {near[0]}?"
    return f"Its fields are {', '.join(fields)}. Anything else belongs into notes."


def _choices(detail: ErrorDetails) -> list[str]:
    return [choice.strip("' ") for choice in str(detail["ctx"]["expected"]).replace(" or ", ", ").split(",")]


def _or(choices: Sequence[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}" if len(choices) > 1 else choices[0]


def _capital(text: str) -> str:
    return text if text.endswith(".yaml") else text[:1].upper() + text[1:]


def not_fields(record: Found) -> Problem | None:
    """The problem of a record that has no fields at all, such as a bare text in a list of people."""
    if isinstance(record.written, WrittenMapping):
        return None
    fields = record.kind.record.model_fields
    example = record.kind.title or next(name for name, field in fields.items() if field.is_required())
    message = f"Fields are wanted here for {_noun(record.kind.record, record)}, not only a text."
    return Problem(record.place, "fields-wanted", message, f"Write {example}: before it.", record.kind.name)
