"""What somebody likely meant who wrote a day, a time or a length in another way than ours.

Nothing of it is taken on the sly: it is for a hint, or for a file of another program.
"""

import re
from datetime import date, time

from bothways.model.days import MONTHS
from bothways.model.span import MOST, Span, Unit

_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<between>[-–—\u2212./ ]?)(?P<month>\d{1,2})(?P=between)(?P<day>\d{1,2})", re.ASCII
)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?P<between>[-–—\u2212./ ])(?P<month>\d{1,2})(?P=between)(?P<year>\d{4}|\d{2})", re.ASCII
)
_NAMED = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[ .-]*(?P<name>[A-Za-z]{3,9})\.?,?[ -]*(?P<year>\d{4}|\d{2})", re.ASCII
)
_NAMED_FIRST = re.compile(
    r"(?P<name>[A-Za-z]{3,9})\.? *(?P<day>\d{1,2})(?:st|nd|rd|th)?,? +(?P<year>\d{4}|\d{2})", re.ASCII
)
_TIME_AFTER = re.compile(r"[,T ]+\d{1,2}:\d{2}.*$")
_WEEKDAY_BEFORE = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]? +", re.IGNORECASE)
_AROUND = " \t\"'\u2018\u2019\u201c\u201d\u201e"
"""Spaces, and quotation marks that are letters to YAML."""
_NUMBERS = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})?)? ?(?:(?P<half>[ap])\.?m\.?|h|uhr|o'clock)?", re.IGNORECASE
)

_OFTEN = {
    "daily": Span(1, "day"),
    "weekly": Span(1, "week"),
    "fortnightly": Span(2, "week"),
    "biweekly": Span(2, "week"),
    "monthly": Span(1, "month"),
    "quarterly": Span(3, "month"),
    "yearly": Span(1, "year"),
    "annually": Span(1, "year"),
}
_SHORT: dict[str, Unit] = {
    "d": "day",
    "w": "week",
    "wk": "week",
    "m": "month",
    "mo": "month",
    "mth": "month",
    "y": "year",
    "yr": "year",
}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "other": 2}
_LENGTH = re.compile(
    r"(?:every |once (?:a |every )?|each )?(?:(?P<count>\d{1,4}|[a-z]+)[ -]*)??(?P<unit>[a-z]+?)s?\.?", re.IGNORECASE
)


def days_meant(text: str) -> tuple[date, ...]:
    """The days that the text can mean: none, one, or two where day and month could be either.

    A year of two digits is of this century.
    """
    text = _WEEKDAY_BEFORE.sub("", _TIME_AFTER.sub("", text.strip(_AROUND)))
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(match[part]) for part in ("year", "month", "day"))
        return _days((year, month, day)) or _days((year, day, month))
    if match := _DAY_FIRST.fullmatch(text):
        year, first, second = _year(match["year"]), int(match["day"]), int(match["month"])
        if match["between"] == ".":  # then the day comes first everywhere; else it depends on where one lives
            return _days((year, second, first))
        if match["between"] == "-" and len(match["year"]) == 2:  # any of the three could be the year
            return ()
        return _days((year, second, first), (year, first, second))
    match = _NAMED.fullmatch(text) or _NAMED_FIRST.fullmatch(text)
    return _days((_year(match["year"]), _month(match["name"]), int(match["day"]))) if match else ()


def clock_meant(text: str) -> time | None:
    """The time of day that the text likely means: `3pm`, `15.30`, `15h30`."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or (not match["half"] and match["minute"] is None and text.strip().isdigit()):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def length_meant(text: str) -> Span | None:
    """The length of time that the text likely means: `monthly`, `every 6 weeks`, `6w`."""
    words = text.strip().lower()
    if words in _OFTEN:
        return _OFTEN[words]
    match = _LENGTH.fullmatch(words)
    if match is None:
        return None
    unit: Unit | None = _SHORT.get(match["unit"]) or next((unit for unit in MOST if unit == match["unit"]), None)  # type: ignore[misc]
    said = match["count"] or "one"
    count = int(said) if said.isdigit() else _COUNTS.get(said)
    if unit is None or count is None or not 0 < count <= MOST[unit] or (match["count"] is None and unit not in words):
        return None
    return Span(count, unit)


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _month(name: str) -> int:
    number = _NUMBERS.get(name[:3].lower(), 0)
    is_whole = number and (len(name) == 3 or name.lower() in ("sept", MONTHS[number - 1].lower()))
    return number if is_whole else 0


def _days(*several: tuple[int, int, int]) -> tuple[date, ...]:
    """Those of them that are in the calendar, each once."""
    found = []
    for year, month, day in several:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))
