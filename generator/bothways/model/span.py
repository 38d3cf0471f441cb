"""Lengths of time as people write them: `3 days`, `7 business days`, `6 weeks`, `2 months`, `1 year`."""

import re
from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "business day", "week", "month", "year"]

MOST = {"day": 9999, "business day": 2600, "week": 5200, "month": 1200, "year": 100}
"""No length is longer than a hundred years, or ten in business days."""

_SPAN = re.compile(r"(\d{1,4})\s*(business\s+day|day|week|month|year)s?", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class Span:
    """A count of one unit. What a business day is depends on holidays and pauses; see `derive.calendar`."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        """As it would be written: `1 day`, `6 weeks`."""
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"

    @property
    def every(self) -> str:
        """What follows the word every: `month`, `6 weeks`."""
        return self.unit if self.count == 1 else str(self)


def read_span(text: str) -> Span | None:
    """The length of time that `text` says, or None when it says none."""
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        return None
    unit = re.sub(r"\s+", " ", match[2].lower())
    if int(match[1]) > MOST[unit]:
        return None
    return Span(int(match[1]), unit)  # type: ignore[arg-type]  # the pattern allows the units only
