"""Days as other programs write them: `12 Mar 2024`, `7-Feb-22`, `03/15/2024`, `15.03.2024`, `2024-03-12`."""

from datetime import date

from bothways.model.days import EARLIEST, LATEST
from bothways.model.meant import days_meant


def read_day(text: str, *, month_first: bool = False) -> date | None:
    """The day that the text says, or None where it says none, or could say two.

    `month_first`: whether the program is known to write `03/15/2024` in the American way. A year of two digits is of
    this century: address books are not older.
    """
    found = [day for day in days_meant(text) if EARLIEST <= day.year <= LATEST]
    if len(found) == 2 and month_first:
        return found[1]
    return found[0] if len(found) == 1 else None
