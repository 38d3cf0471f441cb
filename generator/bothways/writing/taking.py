"""How an item or a field is taken out of a text: with its line, and the remarks that are its own."""

from collections.abc import Sequence

from bothways.reading.outline import FieldsPart, ListPart
from bothways.writing.source import Edit

Span = tuple[int, int]


def take(text: str, parent: ListPart | FieldsPart, key: str | int) -> Edit | None:
    """The edit that takes an item out of a list, or a field out of a record. None: it cannot be done line by line."""
    if isinstance(parent, ListPart):
        spans = [(item.start, item.end) for item in parent.items]
        number = int(key)
    else:
        spans = [(field.start, max(field.end, field.value.end)) for field in parent.fields.values()]
        number = list(parent.fields).index(str(key))
    if parent.is_flow:
        return _between(text, spans, number)
    start, end = spans[number]
    if isinstance(parent, ListPart):
        dash = text.rfind("-", 0, start)
        if dash < 0 or text[dash + 1 : start].strip():
            return None
        return _lines(text, dash, end) if _begins_line(text, dash) else None
    if _begins_line(text, start):
        return _lines(text, start, end)
    return Edit(start, spans[number + 1][0], "") if number + 1 < len(spans) else None


def _between(text: str, spans: Sequence[Span], number: int) -> Edit:
    """Within brackets: the item and one comma."""
    start, end = spans[number]
    if number + 1 < len(spans):
        return Edit(start, spans[number + 1][0], "")
    if number > 0 and not {"#", "\n"} & set(text[spans[number - 1][1] : start]):
        return Edit(spans[number - 1][1], end, "")
    comma = end + len(text[end:]) - len(text[end:].lstrip(" "))
    end = comma + 1 if text[comma : comma + 1] == "," else end
    rest = text[end : line_end(text, end)].strip()
    if _begins_line(text, start) and number > 0 and (not rest or rest.startswith("#")):
        return Edit(line_start(text, start), line_end(text, end) + 1, "")
    return Edit(start, end, "")


def _lines(text: str, start: int, end: int) -> Edit:
    """Whole lines: from the one in which it begins, to its last and the remarks that are indented more than it."""
    first = line_start(text, start)
    last = after_own_remarks(text, line_end(text, end), column=start - first)
    above = text[:first].removesuffix("\n")
    is_blank_above = not first or not above[line_start(above, len(above)) :].strip()
    if last == len(text):
        # It is the last thing in the file: the blank lines above it go with it, and a final line end stays as it was.
        kept = len(text[:first].rstrip(" \n"))
        return Edit(kept, last, "") if kept else Edit(first, last, "")
    if not text[last:].strip():
        kept = line_end(text, len(text[:first].rstrip(" \n")))
        return Edit(kept, last, "") if text[:first].strip() else Edit(first, last + 1, "")
    following = line_end(text, last + 1)
    if is_blank_above and not text[last + 1 : following].strip():
        return Edit(first, following + 1, "")
    return Edit(first, last + 1, "")


def after_own_remarks(text: str, end: int, column: int) -> int:
    """The end of the last remark below that is indented more than the column."""
    last = end
    while end < len(text):
        following = line_end(text, end + 1)
        line = text[end + 1 : following]
        said = line.lstrip(" ")
        is_remark = said.startswith("#") and len(line) - len(said) > column
        if said.strip() and not is_remark:
            break
        if end + 1 >= len(text):
            break
        end = following
        last = following if is_remark else last
    return last


def _begins_line(text: str, position: int) -> bool:
    return not text[line_start(text, position) : position].strip(" ")


def line_start(text: str, position: int) -> int:
    """Where the line begins in which a place is."""
    return text.rfind("\n", 0, position) + 1


def line_end(text: str, position: int) -> int:
    """Where that line ends, before its line break."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end
