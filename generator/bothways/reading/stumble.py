"""Where PyYAML stumbled in a text, and what stands around that place."""

import re
from contextlib import suppress
from typing import Any, NamedTuple

import yaml

from bothways.reading.slips import Words


class Stumble(NamedTuple):
    """Where PyYAML stumbled: lines and columns from 0, as it counts."""

    said: str
    lines: list[str]
    line: int
    column: int
    began: tuple[int, int] | None = None
    """Where the part began that it was reading."""
    first_line: int = 1
    """The line of the file at which the text begins, counted from 1."""

    @property
    def shown_line(self) -> int:
        """The number of the line in the file."""
        return self.line + self.first_line

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.lines[self.line][: self.column] if self.line < len(self.lines) else ""

    def above(self) -> int | None:
        """The number of the nearest line above that says something."""
        numbers = range(min(self.line, len(self.lines)) - 1, -1, -1)
        return next((n for n in numbers if self.lines[n].strip() and not self.lines[n].lstrip().startswith("#")), None)

    def last_quotation(self) -> tuple[int, int]:
        """Where the quotation began that ended last before it."""
        began = (self.line, self.column)
        with suppress(yaml.YAMLError):
            for token in yaml.scan("\n".join(self.lines), Loader=yaml.SafeLoader):
                if (token.start_mark.line, token.start_mark.column) >= (self.line, self.column):
                    break
                if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                    began = (token.start_mark.line, token.start_mark.column)
        return began


Explained = tuple[tuple[int, int], Words]
"""A place, counted from 0, and what is wrong there."""


def stumble_of(error: Any, text: str, first_line: int) -> Stumble:
    """What an error of PyYAML says about a text that begins at a line of a file."""
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    lines = re.split(r"\r\n?|\n", text)
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is not None:
        began = (context.line, context.column) if context else None
        return Stumble(said, lines, mark.line, mark.column, began, first_line)
    before = text[: getattr(error, "position", None) or 0]
    return Stumble(said, lines, before.count("\n"), len(before) - (before.rfind("\n") + 1), None, first_line)
