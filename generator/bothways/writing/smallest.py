"""The smallest edits of a text that make a change."""

from collections.abc import Mapping, Sequence

from bothways.reading.outline import Field, FieldsPart, ListPart, Outline, Part, TextPart
from bothways.reading.yaml_words import Value, field_lines, in_line, item_lines, text_in_line
from bothways.writing.change import Add, Change, Put, Take, Unname, somebody, unnamed
from bothways.writing.source import Edit
from bothways.writing.taking import after_own_remarks, line_end, line_start, take


class ByHand(Exception):
    """The text is written in a way that we had better not touch. Holds where, in characters."""

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


def edits_for(change: Change, outline: Outline, *, spaced: bool = True) -> list[Edit]:
    """The edits for one change. `spaced`: whether records are set apart by a blank line, where the file does not show.

    Raises `ByHand`.
    """
    if isinstance(change, Put) and not change.path and outline.root is None:
        return [_begin(outline, change.value)]
    if isinstance(change, Add) and not change.path:
        return [_add_record(outline, change, spaced=spaced)]
    parent = outline.part(change.path[:-1])
    part = outline.part(change.path)
    edits: list[Edit] | None = None
    match change:
        case Take() if isinstance(parent, ListPart | FieldsPart):
            edit = take(outline.text, parent, change.path[-1])
            edits = [edit] if edit else None
        case Put() if isinstance(parent, ListPart | FieldsPart):
            edits = _put(outline.text, parent, change.path[-1], part, change.value)
        case Unname() if isinstance(part, TextPart) and isinstance(parent, ListPart | FieldsPart):
            edits = _unname(outline.text, parent, change, part)
        case Add() if isinstance(parent, FieldsPart):
            edits = _add(outline.text, parent, str(change.path[-1]), part, change.value)
    if edits is None:
        raise ByHand((part or parent or Part(0)).start)
    return edits


def _begin(outline: Outline, record: Value) -> Edit:
    """The first fields of a file that holds one record, below whatever remarks there are."""
    text = outline.text
    if outline.is_ended or not isinstance(record, Mapping):
        raise ByHand(0)
    lines = [line for key, value in record.items() for line in field_lines(key, value, 0)]
    gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
    return Edit(len(text), len(text), gap + "\n".join(lines) + "\n")


def _add_record(outline: Outline, change: Add, *, spaced: bool) -> Edit:
    record = change.value
    text, root = outline.text, outline.root
    if root is not None and not isinstance(root, ListPart):
        raise ByHand(root.start)
    if root is not None and root.is_flow:
        rest = text[root.end : line_end(text, root.end)]
        if root.items or rest.strip():
            return _into_flow(root, in_line(record))
        return Edit(root.start, root.end, "\n".join(item_lines(record, 0)))
    column, gap = 0, 2
    if root is not None and root.items:
        above = root.items[-1]
        dash = text.rindex("-", 0, above.start)
        column = dash - line_start(text, dash)
        if "\n" not in text[dash : above.start]:
            gap = above.start - dash
        if len(root.items) > 1:
            between = text[root.items[-2].end : root.items[-1].start].split("\n")[1:-1]
            spaced = any(not line.strip() for line in between)
    elif text.strip():
        spaced = True  # only remarks as yet
    remarks = [f"{' ' * (column + gap)}{remark}" for remark in change.remarks]
    lines = "\n".join([*item_lines(record, column, gap), *remarks])
    if outline.is_ended:
        if root is None:
            raise ByHand(0)
        end = line_end(text, root.end)
        return Edit(end, end, ("\n\n" if spaced else "\n") + lines)
    if not text.strip():
        return Edit(len(text), len(text), ("\n" if text and not text.endswith("\n") else "") + lines + "\n")
    is_open = not text.endswith("\n")
    blank = "\n" if spaced and not text.endswith("\n\n") else ""
    return Edit(len(text), len(text), ("\n" if is_open else "") + blank + lines + ("" if is_open else "\n"))


def _add(text: str, parent: FieldsPart, key: str, part: Part | None, value: Value) -> list[Edit] | None:
    """An item at the end of a list that is a field."""
    if isinstance(part, ListPart) and part.is_flow:
        return [_into_flow(part, in_line(value))]
    if isinstance(part, ListPart) and part.items:
        dash = text.rindex("-", 0, part.items[0].start)
        column = dash - line_start(text, dash)
        end = after_own_remarks(text, line_end(text, part.items[-1].end), column)
        lines = item_lines(value, column)
        return [Edit(end, end, "\n" + "\n".join(lines))]
    if isinstance(part, TextPart) and not part.is_nothing:
        return [Edit(part.start, part.end, in_line([part.said, value]))]
    if part is None and not parent.is_flow:
        column = _column(text, parent)
        end = after_own_remarks(text, line_end(text, parent.end), column)
        lines = [" " * column + f"{key}:", *item_lines(value, column + 2)]
        return [Edit(end, end, "\n" + "\n".join(lines))]
    if part is None or isinstance(part, TextPart):
        return _put(text, parent, key, part, [value])
    return None


def _put(
    text: str, parent: ListPart | FieldsPart, key: str | int, part: Part | None, value: Value
) -> list[Edit] | None:
    if part is None:
        if not isinstance(parent, FieldsPart):
            return None
        if parent.is_flow:
            return [_into_flow(parent, f"{key}: {in_line(value)}")]
        column = _column(text, parent)
        # A remark that is indented more belongs to what is above it; below a text of several lines it would be text.
        end = after_own_remarks(text, line_end(text, parent.end), column)
        return [Edit(end, end, "\n" + "\n".join(field_lines(str(key), value, column)))]
    is_empty = part.start == part.end
    gap = " " if is_empty else ""
    if parent.is_flow or part.is_flow:
        return [Edit(part.start, part.end, gap + in_line(value))]
    if isinstance(value, str):
        is_field = isinstance(parent, FieldsPart)
        column = _column(text, parent) if is_field else part.start - line_start(text, part.start) - 2
        is_followed = text[part.end : line_end(text, part.end)].strip()
        said = text_in_line(value) if is_followed else _after_name(value, column)
        return [Edit(part.start, part.end, gap + said)]
    if is_empty and isinstance(parent, FieldsPart) and not text[part.end : line_end(text, part.end)].strip():
        lines = field_lines("k", value, _column(text, parent))
        return [Edit(part.start, part.end, "\n".join(lines).lstrip(" ").removeprefix("k:"))]
    if isinstance(parent, ListPart) and isinstance(part, TextPart) and isinstance(value, Mapping):
        return _text_to_fields(text, part, value)
    return [Edit(part.start, part.end, gap + in_line(value))]


def _unname(text: str, parent: ListPart | FieldsPart, change: Unname, part: TextPart) -> list[Edit] | None:
    """Each name alone, where as many are found in the file as in what it says; else the whole text anew."""
    words = [somebody(found) for found in change.names.finditer(part.said)]
    found = list(change.names.finditer(text, part.start, part.end))
    if len(found) == len(words):
        return [Edit(name.start(), name.end(), word) for name, word in zip(found, words, strict=True)]
    return _put(text, parent, change.path[-1], part, unnamed(part.said, change.names))


def _after_name(value: str, column: int) -> str:
    """A text as it stands after the name of a field that begins in a column."""
    return "\n".join(field_lines("k", value, column)).lstrip(" ").removeprefix("k: ")


def _text_to_fields(text: str, part: TextPart, value: Mapping[str, Value]) -> list[Edit]:
    """`- Send it` becomes `- do: Send it` with the other fields below."""
    column = part.start - line_start(text, part.start)
    (first, said), *more = value.items()
    below = [line for key, other in more for line in field_lines(key, other, column)]
    source = text[part.start : part.end]
    if said == part.said and "\n" not in source:
        end = line_end(text, part.end)
        return [Edit(part.start, part.start, f"{first}: "), Edit(end, end, "".join(f"\n{line}" for line in below))]
    lines = [*field_lines(first, said, column), *below]
    return [Edit(part.start, part.end, "\n".join(lines).lstrip())]


def _into_flow(part: Part, said: str) -> Edit:
    """One more item or field within brackets or braces."""
    ends = [item.end for item in part.items] if isinstance(part, ListPart) else _field_ends(part)
    if not ends:
        return Edit(part.start + 1, part.start + 1, said)
    return Edit(ends[-1], ends[-1], f", {said}")


def _field_ends(part: Part) -> list[int]:
    fields: Sequence[Field] = list(part.fields.values()) if isinstance(part, FieldsPart) else []
    return [max(field.end, field.value.end) for field in fields]


def _column(text: str, fields: Part) -> int:
    """Where the names of the fields begin on their lines."""
    return fields.start - line_start(text, fields.start)
