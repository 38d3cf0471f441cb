"""Writes `content/format.md`, the reference of every file and field, from the model: descriptions, choices, what is required.

The words above each file, and the examples, stand here; all else comes from the model, so that it is written once.
"""

import re
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from bothways.model.base import Noun, Record
from bothways.model.described import described
from bothways.reading.kinds import BY_NAME, KINDS, MESSAGES, Kind
from content.format_words import EXAMPLES, FILES, KINDS_OF_VALUE, OPENING, PARTS

COMMON = tuple(Record.model_fields)


def format_page() -> str:
    """The whole page."""
    parts = [OPENING, *(_file(kind) for kind in (*KINDS, MESSAGES)), _parts(), _common()]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _file(kind: Kind) -> str:
    name = "messages/" if kind is MESSAGES else f"{kind.name}.yaml"
    file = "messages/a-first-hello.md" if kind is MESSAGES else name
    own = {field: info for field, info in kind.record.model_fields.items() if field not in COMMON}
    if kind is MESSAGES:
        del own["body"]
    return "\n\n".join(
        (
            f"## {name} {{ #{kind.name} }}",
            FILES[kind.name],
            f"In `{file}`:",
            EXAMPLES[kind.name].strip(),
            _table(kind.record, own),
        )
    )


def _parts() -> str:
    """The nouns that stand inside a record, each with its fields."""
    nouns = sorted({noun for kind in BY_NAME.values() for noun in _inside(kind.record)}, key=_anchor)
    intro = "## Parts of a record { #parts }\n\nSome fields hold fields of their own. Where a text alone will do, it is said."
    sections = [intro]
    for noun in nouns:
        short = f" A text alone stands for its `{noun.short_for}`." if noun.short_for else ""
        what = PARTS.get(noun.__name__, noun.__doc__ or "")
        sections.append(
            f"### {_title(noun)} {{ #{_anchor(noun)} }}\n\n{what}{short}\n\n{_table(noun, noun.model_fields)}"
        )
    return "\n\n".join(sections)


def _common() -> str:
    intro = "## What every record may carry { #every-record }\n\nThese fit any record in any file."
    return f"{intro}\n\n{_table(Record, Record.model_fields)}"


def _inside(noun: type[Noun]) -> Iterator[type[Noun]]:
    for info in noun.model_fields.values():
        if part := _noun_of(info.annotation):
            yield part
            yield from _inside(part)


def _table(noun: type[Noun], fields: dict[str, FieldInfo]) -> str:
    rows = ["| field | what it means | what you write |", "|-|-|-|"]
    for name, info in fields.items():
        key = info.alias or name
        needed = " **Needed.**" if info.is_required() else ""
        rows.append(f"| `{key}` | {_cell(described(noun).get(key, ''))}{needed} | {_cell(_value(info))} |")
    return "\n".join(rows)


def _value(info: FieldInfo) -> str:
    said = _said(info.annotation, info.metadata)
    if info.default in (None, (), False, "") or info.is_required() or not isinstance(info.default, str | int):
        return said
    return f"{said}; left out, it is `{info.default}`"


def _said(annotation: Any, metadata: Any = ()) -> str:
    """What may be written, in words."""
    if get_origin(annotation) is dict:
        return f"names of your own, each with a {_part(get_args(annotation)[1])}"
    if part := _noun_of(annotation):
        return f"{'one or a list of ' if _is_list(annotation) else ''}{_part(part)}"
    if choices := _choices(annotation):
        words = ", ".join(f"`{choice}`" for choice in choices)
        return f"{'one or several of' if _is_list(annotation) else 'one of'} {words}"
    kind = _kind_of_value(annotation, metadata)
    return f"{kind}, or a list" if _is_list(annotation) else kind


def _part(noun: type[Noun]) -> str:
    return f"[{_title(noun).lower()}](#{_anchor(noun)})"


def _title(noun: type[Noun]) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", {"RhythmWishes": "Rhythm"}.get(noun.__name__, noun.__name__))
    return words.capitalize()


def _anchor(noun: type[Noun]) -> str:
    return f"part-{_title(noun).lower().replace(' ', '-')}"


def _noun_of(annotation: Any) -> type[Noun] | None:
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return annotation
    return next((noun for part in get_args(annotation) if (noun := _noun_of(part))), None)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(
        _is_list(part) for part in get_args(annotation) if not isinstance(part, str)
    )


def _choices(annotation: Any) -> tuple[str, ...]:
    arguments = get_args(annotation)
    if arguments and all(isinstance(argument, str) for argument in arguments):
        return arguments
    return next((choices for part in arguments if (choices := _choices(part))), ())


def _kind_of_value(annotation: Any, metadata: Any) -> str:
    """The words for a field's type, found by what makes the type what it is."""
    marks = " ".join([repr(annotation), *map(repr, metadata)])
    whole = re.search(r"Whole\(low=(\d+), high=(\d+)\)", marks)
    if whole:
        return f"a whole number, {whole[1]} to {whole[2]}"
    reference = re.search(r"RefTo\(kind='([\w ]+)', open=(\w+)\)", marks)
    if reference:
        open_too = ", or any other name" if reference[2] == "True" else ""
        return f"the name of {'an' if reference[1][0] in 'aeiou' else 'a'} {reference[1]}{open_too}"
    return next(words for sign, words in KINDS_OF_VALUE if sign in marks)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    from workbooks import GUIDE

    (GUIDE / "format.md").write_text(format_page(), encoding="utf-8", newline="\n")
