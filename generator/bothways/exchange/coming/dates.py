"""Days as other programs write them: `12 Mar 2024`, `7-Feb-22`, `03/15/2024`, `2024-03-12`."""

import re
from datetime import date

from bothways.model.days import MONTHS
from bothways.model.fields import EARLIEST, LATEST

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_NAMED = re.compile(r"(?P<day>\d{1,2})[ .-]+(?P<name>[A-Za-z]{3,9})\.?,?[ -]+(?P<year>\d{4}|\d{2})", re.ASCII)
_NAMED_FIRST = re.compile(r"(?P<name>[A-Za-z]{3,9})\.? +(?P<day>\d{1,2}),? +(?P<year>\d{4}|\d{2})", re.ASCII)
_SLASHES = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d{2})", re.ASCII)
_TIME = re.compile(r"[,T ]+\d{1,2}:\d{2}.*$")

_NUMBERS = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}


def read_day(text: str, *, month_first: bool = False) -> date | None:
    """The day that the text says, or None where it says none, or could say two.

    `month_first`: whether the program is known to write `03/15/2024` in the American way. A year of two digits is of
    this century: address books are not older.
    """
    text = _TIME.sub("", text.strip())
    for pattern in (_ISO, _NAMED, _NAMED_FIRST):
        if match := pattern.fullmatch(text):
            said = match.groupdict()
            month = int(said["month"]) if "month" in said else _month(said["name"])
            return _date(said["year"], month, int(said["day"]))
    if match := _SLASHES.fullmatch(text):
        first, second = int(match["first"]), int(match["second"])
        if first > 12:
            return _date(match["year"], second, first)
        if month_first or second > 12 or first == second:
            return _date(match["year"], first, second)
    return None


def _month(name: str) -> int:
    number = _NUMBERS.get(name[:3].lower(), 0)
    is_whole = number and (len(name) == 3 or name.lower() in ("sept", MONTHS[number - 1].lower()))
    return number if is_whole else 0


def _date(year: str, month: int, day: int) -> date | None:
    try:
        found = date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    except ValueError:
        return None
    return found if EARLIEST <= found.year <= LATEST else None
