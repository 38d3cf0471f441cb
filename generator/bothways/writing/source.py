"""A file's text as it is edited: every byte that no edit touches stays as it is, byte order mark and line ends too."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_MARK = b"\xef\xbb\xbf"

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Edit:
    """Text to stand in the place of what is between two places, counted in characters from 0."""

    start: int
    end: int
    text: str


class Source:
    """The text of a file with simple line ends, and how to turn it back into bytes."""

    def __init__(self, data: bytes) -> None:
        self._mark = _MARK if data.startswith(_MARK) else b""
        self.text, self._ends = _lines(data.removeprefix(_MARK).decode("utf-8"))

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        if set(self._ends) <= {"\n"}:
            return self._mark + self.text.encode("utf-8")
        first, *lines = self.text.split("\n")
        whole = first + "".join(end + line for end, line in zip(self._ends, lines, strict=True))
        return self._mark + whole.encode("utf-8")

    def edit(self, edits: Iterable[Edit]) -> None:
        """Makes edits that do not overlap. Their places are those of the text as it is before them."""
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
            line = self.text.count("\n", 0, edit.start)
            gone = self.text.count("\n", edit.start, edit.end)
            self._ends[line : line + gone] = [self._end_near(line)] * edit.text.count("\n")
            self.text = self.text[: edit.start] + edit.text + self.text[edit.end :]

    def _end_near(self, line: int) -> str:
        """How a new line ends: as the one before it, else as most."""
        if 0 < line <= len(self._ends):
            return self._ends[line - 1]
        common = Counter(self._ends).most_common(1)
        return common[0][0] if common else "\n"


class Within:
    """A part of a file, edited as if it were a file of its own."""

    def __init__(self, whole: Source, start: int, end: int) -> None:
        """It is between two places of the whole."""
        self._whole, self._start, self._end = whole, start, end

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._whole.text[self._start : self._end]

    @property
    def first_line(self) -> int:
        """The line of the file on which it begins, counted from 1."""
        return self._whole.text.count("\n", 0, self._start) + 1

    def edit(self, edits: Iterable[Edit]) -> None:
        """Makes edits whose places are those in the part."""
        length = len(self._whole.text)
        self._whole.edit(Edit(one.start + self._start, one.end + self._start, one.text) for one in edits)
        self._end += len(self._whole.text) - length


def _lines(text: str) -> tuple[str, list[str]]:
    """The text with simple line ends, and the end that each line had."""
    if "\r" not in text:
        return text, ["\n"] * text.count("\n")
    return _LINE_END.sub("\n", text), _LINE_END.findall(text)
