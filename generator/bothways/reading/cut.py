"""Where a file can be cut, so that each piece can be read alone: into the items of a list, or the fields of a record.

Why: one slip then hides no other, only what is odd is read slowly, and after an edit only what changed is read again.

A cut is a line that begins an item, or a field, in the column of the first one. Reading goes from left to right: where
the piece before it can be read alone, it has come to its end there, and the rest is read as in the whole file.
Where it cannot, it may be a text or brackets that go on beyond the cut: that is for `pieces` to find out.
"""

import re
from typing import Literal, NamedTuple

_REMARKS = r"(?:[ ]*(?:#[^\n]*)?\n)*"
_BEGINNING = re.compile(rf"{_REMARKS}(?:---[ ]*(?:#[^\n]*)?\n{_REMARKS})?")
"""Blank lines, remarks, and a line that says that now it begins."""

_DOCUMENT = re.compile(r"\n(?:---|\.\.\.)(?:\s|\Z)")
"""A line that begins another document. It is looked for by its line end, as this is thirty times as quick as `^`."""

_DASH = r"-(?=[ \t\n]|\Z)"
_NAME = r"[^\s:?#\[\]{},|>\ufeff-]"
"""Begins a field's name. What begins with a colon, a bracket or a bar belongs to what is above it; and a byte order
mark, because at the beginning of a text it would be passed over."""


class Piece(NamedTuple):
    """One piece of a file: its text, and the line it begins on, counted from 0."""

    text: str
    line: int


class Cut(NamedTuple):
    """A file in pieces, which together are all of it but for what stands above the first."""

    of: Literal["list", "fields"]
    line: int
    """Where it begins, counted from 0."""
    column: int
    """Where every piece begins, counted from 0."""
    pieces: tuple[Piece, ...]


def cut(text: str) -> Cut | None:
    """The pieces of a file; None where it is to be read in one."""
    beginning = _BEGINNING.match(text)
    start = beginning.end() if beginning else 0
    indent = re.compile(" *").match(text, start)
    column = indent.end() - start if indent else 0
    rest = f"\n{text[start:]}"
    is_list = re.compile(_DASH).match(text, start + column)
    if not (is_list or re.compile(_NAME).match(text, start + column)) or _DOCUMENT.search(rest):
        return None
    begins = re.compile(rf"\n {{{column}}}{_DASH if is_list else _NAME}")
    starts = [start + found.start() for found in begins.finditer(rest)]
    line = first = text.count("\n", 0, start)
    pieces = []
    for here, there in zip(starts, [*starts[1:], len(text)], strict=True):
        pieces.append(Piece(text[here:there], line))
        line += text.count("\n", here, there)
    return Cut("list" if is_list else "fields", first, column, tuple(pieces))
