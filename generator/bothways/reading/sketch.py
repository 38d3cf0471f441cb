"""Whose record a line stands in, by the look of the text: for what could not be read, and so has no path of its own."""

import re
from bisect import bisect_right
from functools import cached_property

from bothways.model.refusal import shown
from bothways.reading.files import SourceFile
from bothways.reading.kinds import AMERICAN, BY_NAME, FIELD_NAMES

MOST_LINES = 50
"""Lines of a record in which its name is looked for: as a rule it is the first."""

_BEGINS = re.compile(r"(?P<column>[ ]*)-(?:[ ]|$)")
_APART = re.compile(r"[ ]*(?:-\S|[^\w\s\"'\[{(-])")
"""What begins a line that belongs to no record, as far as one sees: a dash without its space, marks, signs."""
_FIELD = re.compile(r"[ ]*(?:-[ ]+)?[{]?(?P<key>\w+)\s*:(?:[ ]+(?P<value>.*))?$")


class Sketch:
    """A file, line by line."""

    def __init__(self, source: SourceFile) -> None:
        self._kind = BY_NAME[source.kind]
        self._lines = source.text.split("\n")

    def path(self, line: int) -> str:
        """`people[Dana Okafor].role`, for a line counted from 1; empty where nothing can be said."""
        if not 1 <= line <= len(self._lines) or _APART.match(self._lines[line - 1]):
            return ""
        record = self._record(line - 1)
        key = self._field(line - 1)[0]
        return f"{record}.{key}" if record and key in FIELD_NAMES else record

    def _record(self, line: int) -> str:
        if not self._kind.is_list:
            return self._kind.name if self._kind.name == "me" else ""
        at = bisect_right(self._beginnings, line) - 1
        if at < 0 or not self._kind.title:
            return ""
        first = self._beginnings[at]
        end = self._beginnings[at + 1] if at + 1 < len(self._beginnings) else len(self._lines)
        for number in range(first, min(end, first + MOST_LINES)):
            key, value = self._field(number)
            if key == self._kind.title and value:
                return f"{self._kind.name}[{value}]"
        return ""

    @cached_property
    def _beginnings(self) -> list[int]:
        """The lines that begin a record: in the column of the first one."""
        found = [(number, match["column"]) for number, line in enumerate(self._lines) if (match := _BEGINS.match(line))]
        return [number for number, column in found if column == found[0][1]]

    def _field(self, number: int) -> tuple[str, str]:
        """The field that a line begins with, in our spelling, and what it says up to a comma or a remark."""
        match = _FIELD.match(self._lines[number])
        if match is None:
            return "", ""
        value = re.split(r"[ ]#|[,}\t]", match["value"] or "")[0]
        return AMERICAN.get(match["key"], match["key"]), shown(value.strip(" \"'“”"))
