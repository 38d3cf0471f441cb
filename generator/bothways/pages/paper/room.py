"""Room on paper: how many lines a text takes, what fits, and what is left to write on.

Millimetres, near enough: every system brings its own fonts, so all is reckoned on the generous side. A leaf must be
right on A4 and on Letter; so it has the width of A4, which is narrower, and the height of Letter, which is shorter.
"""

from math import ceil
from typing import NamedTuple

from bothways.pages.text_width import shortened, text_width

WIDTH, HEIGHT = 182.0, 251.0
"""What one side holds: 210 and 279.4, less the margins of the style and 4 to be sure."""
COLUMN = 54.0
"""The width of the narrowest of three columns."""
WRITING = 7.2
"""From one line to write on to the next."""
_POINT = 0.3528
"""Millimetres in a point."""
_FILLED = 0.94
"""How full a line gets, before the next word goes on to the next."""


class Letters(NamedTuple):
    """A size of letters, as the style of the sheet has it."""

    points: float
    leading: float
    """The height of a line, in sizes of the letters."""

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.points * self.leading * _POINT

    def lines(self, text: str, width: float) -> int:
        """How many lines the text takes."""
        return max(1, ceil(text_width(text, self.points * _POINT) / (width * _FILLED)))

    def height(self, text: str, width: float) -> float:
        """How high the text gets."""
        return self.lines(text, width) * self.line

    def fitted(self, text: str, width: float, lines: int = 1) -> str:
        """The text on one line after the other, or as much of its beginning as these lines hold."""
        return shortened(" ".join(text.split()), self.points * _POINT, width * lines * _FILLED)


NAME, LONG_NAME, LONGEST_NAME = Letters(25, 1.1), Letters(16, 1.15), Letters(11, 1.2)
HEADING, LABEL = Letters(13, 1.2), Letters(8, 1.35)
BODY, SAID, ASKED, REMARK, LATER = (
    Letters(9.5, 1.35),
    Letters(10.5, 1.35),
    Letters(11.5, 1.3),
    Letters(8, 1.35),
    Letters(8.5, 1.4),
)
"""What the style of the sheet calls by these names."""


def short(name: str) -> str:
    """A name, as it fits into a sentence."""
    return SAID.fitted(name, COLUMN)
