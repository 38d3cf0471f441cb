"""Fields of a record set to what somebody wishes: only what is another is changed, item by item.

A wish is a text, a list or fields, as in `yaml_words`; None, or what is empty, is "not said". In a list, the items
stand where they stand in the file: an empty one is to go, those beyond the last are new.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from bothways.problems import Place
from bothways.reading.kinds import MESSAGES
from bothways.reading.outline import FieldsPart, ListPart, Part, TextPart
from bothways.reading.yaml_words import Value
from bothways.writing.change import Add, Change, Path, Put, Take
from bothways.writing.desk import Desk
from bothways.writing.message import WORDS, said_by_message

Wish = Value | None | Sequence["Wish"] | Mapping[str, "Wish"]


def set_fields(desk: Desk, record: Place, wished: Mapping[str, Wish]) -> None:
    """Wishes that these fields of the record at a place say this. Its other fields stay."""
    path, part = _fields_at(desk, record)
    in_yaml = {key: wish for key, wish in wished.items() if not (_is_message(desk, record) and key == WORDS)}
    changes = [change for key, wish in in_yaml.items() for change in _changes((*path, key), _below(part, key), wish)]
    if in_yaml != wished:
        changes.append(Put((WORDS,), str(wished[WORDS] or "").strip("\n")))
    if changes:
        desk.change(record.file, *changes)


def said_at(desk: Desk, record: Place) -> dict[str, Any]:
    """What is written in the record at a place, field by field."""
    if _is_message(desk, record):
        return {key: said for key, said in said_by_message(desk.files[record.file].text).items() if said is not None}
    said = said_by(_fields_at(desk, record)[1])
    return said if isinstance(said, dict) else {}


def aligned(items: Sequence[str], wished: Sequence[str]) -> list[str]:
    """The wished texts where their likes stand among the items, an empty one for each that is gone, new ones last.

    Why: who writes a list one item a line takes out a line; the remarks beside the others are to stay where they are.
    """
    placed, new = [""] * len(items), list[str]()
    for same, start, end, first, last in SequenceMatcher(None, items, wished, autojunk=False).get_opcodes():
        if same == "insert" and start < len(items):
            return [*wished, *[""] * (len(items) - len(wished))]
        several = list(wished[first:last])
        placed[start:end] = (several + [""] * (end - start))[: end - start]
        if len(several) > end - start and end < len(items):
            return [*wished, *[""] * (len(items) - len(wished))]
        new += several[end - start :]
    return placed + new


def without_nothing(wish: Wish) -> Value | None:
    """A wish as a value, without what is not said; None where nothing is."""
    if wish is None or isinstance(wish, str):
        return wish if wish and wish.strip() else None
    if isinstance(wish, Mapping):
        fields = {key: value for key, inner in wish.items() if (value := without_nothing(inner)) is not None}
        return fields or None
    return [value for inner in wish if (value := without_nothing(inner)) is not None] or None


def _is_message(desk: Desk, record: Place) -> bool:
    return desk.files[record.file].kind == MESSAGES.name


def _fields_at(desk: Desk, record: Place) -> tuple[Path, FieldsPart]:
    """The path of a record, and its fields; of a message, those of its head."""
    if _is_message(desk, record):
        head = desk.outline(record.file).root
        return (), head if isinstance(head, FieldsPart) else FieldsPart(0)
    outlined = desk.around(record)
    path = outlined.path(record)
    part = outlined.part(path)
    assert isinstance(part, FieldsPart), "a record has fields"
    return path, part


def _below(part: FieldsPart, key: str) -> Part | None:
    return part.fields[key].value if key in part.fields else None


def _says_nothing(part: Part | None) -> bool:
    return part is None or (isinstance(part, TextPart) and part.is_nothing)


def _changes(path: Path, part: Part | None, wish: Wish) -> Iterator[Change]:
    value = without_nothing(wish)
    if value is None:
        if not _says_nothing(part):
            yield Take(path)
    elif _says_nothing(part):
        yield Put(path, value)
    elif isinstance(part, ListPart):
        yield from _of_list(path, part, _several(wish))
    elif isinstance(wish, Sequence) and not isinstance(wish, str):
        several = [item for item in wish if without_nothing(item) is not None]
        if len(several) == 1:
            yield from _changes(path, part, several[0])
        else:
            yield Put(path, value)
    elif isinstance(part, FieldsPart) and isinstance(wish, Mapping):
        for key, inner in wish.items():
            yield from _changes((*path, key), _below(part, key), inner)
    elif isinstance(part, TextPart):
        yield from _of_text(path, part, value, next(iter(wish), "") if isinstance(wish, Mapping) else "")
    else:
        yield Put(path, value)


def _of_list(path: Path, part: ListPart, items: Sequence[Wish]) -> Iterator[Change]:
    for number, item in enumerate(part.items):
        yield from _changes((*path, number), item, items[number] if number < len(items) else None)
    for wish in items[len(part.items) :]:
        if (value := without_nothing(wish)) is not None:
            yield Add(path, value)


def _of_text(path: Path, part: TextPart, value: Value, first: str) -> Iterator[Change]:
    """`first`: the field that a text alone says, where the wish has fields."""
    if isinstance(value, Mapping):
        said = value.get(first)
        if set(value) != {first} or not isinstance(said, str):
            is_kept = said is not None and _is_same(part, said)
            yield Put(path, {**value, first: part.said} if is_kept else value)
            return
        value = said
    if not _is_same(part, value):
        yield Put(path, value)


def _is_same(part: TextPart, value: Value) -> bool:
    return isinstance(value, str) and part.said.rstrip("\n") == value.rstrip("\n")


def _several(wish: Wish) -> Sequence[Wish]:
    return wish if isinstance(wish, Sequence) and not isinstance(wish, str) else [wish]


def said_by(part: Part | None) -> Any:
    """What a part of a file says: texts, lists and fields, without those that say nothing."""
    match part:
        case TextPart():
            return None if part.is_nothing else part.said
        case ListPart():
            return [said_by(item) for item in part.items]
        case FieldsPart():
            said = {key: said_by(field.value) for key, field in part.fields.items()}
            return {key: value for key, value in said.items() if value is not None}
    return None
