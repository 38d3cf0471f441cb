"""How much a workbook may hold, and the text of a file for which there is room."""

from typing import NamedTuple

from bothways.problems import Place, Problem
from bothways.reading.other_programs import other_program

MOST_BYTES = 16_000_000
"""Of all files together: 8,000 people take about 12 MB (design/speed.md: 2,000 take 3 MB)."""
MOST_PARTS = 300_000
"""Lines and commas of all files together, which bound the nodes that YAML can make of them."""
LONGEST_LINE = 20_000
"""Characters: about six printed pages in one line."""

MOVE_OUT = "Move what you no longer need out of the workbook."


class RefusedError(Exception):
    """A file that cannot be used, in words."""

    def __init__(self, code: str, message: str, hint: str, line: int = 1) -> None:
        super().__init__(message)
        self.code, self.hint, self.line = code, hint, line

    def problem(self, file: str) -> Problem:
        """The problem, at its place in the file."""
        return Problem(Place(file, self.line), self.code, str(self), self.hint)


class Text(NamedTuple):
    """The text of a file."""

    data: bytes
    """Of which it was made."""
    text: str
    parts: int
    """Lines and commas: YAML makes no more nodes of a text."""


class Room:
    """What a workbook may still hold."""

    def __init__(self) -> None:
        self.bytes_left, self._parts_left = MOST_BYTES, MOST_PARTS

    def text(self, data: bytes, last: Text | None = None) -> Text:
        """The text of a file for which there is room. `last`: what it was before. Raises `RefusedError`."""
        if len(data) > self.bytes_left:
            raise too_large()
        found = last if last and last.data == data else _text(data)
        if found.parts > self._parts_left:
            message = f"The workbook has more than {MOST_PARTS:,} lines and commas."
            raise RefusedError("too-much", message, MOVE_OUT)
        self.bytes_left -= len(data)
        self._parts_left -= found.parts
        return found

    def hold(self, text: str) -> None:
        """Counts a file that is there already."""
        self.bytes_left -= len(text.encode("utf-8", "surrogatepass"))
        self._parts_left -= _parts(text)


def too_large() -> RefusedError:
    """The refusal of a file for which there is no room."""
    return RefusedError("too-much", f"The workbook is larger than {MOST_BYTES // 1_000_000} MB.", MOVE_OUT)


def _text(data: bytes) -> Text:
    if other := other_program(data):
        raise RefusedError("other-program", *other)
    text = _decode(data)
    _refuse_long_lines(text)
    return Text(data, text, _parts(text))


def _decode(data: bytes) -> str:
    hint = "Save it again as UTF-8 in your editor."
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RefusedError("not-utf-8", "This file is not in UTF-8.", hint, line) from error
    if (nul := text.find("\0")) >= 0:
        line = text.count("\n", 0, nul) + 1
        message = "This file holds a character that no text has (NUL)."
        raise RefusedError("not-utf-8", message, hint, line)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parts(text: str) -> int:
    return text.count("\n") + text.count(",")


def _refuse_long_lines(text: str) -> None:
    lengths = list(map(len, text.split("\n")))
    if max(lengths) > LONGEST_LINE:
        line = next(number for number, length in enumerate(lengths, 1) if length > LONGEST_LINE)
        message = f"This line is longer than {LONGEST_LINE:,} characters."
        hint = "Break the text into several lines, after a | on the first."
        raise RefusedError("too-much", message, hint, line)
