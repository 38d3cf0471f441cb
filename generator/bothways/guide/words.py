"""Values in words, as a letter would say them."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from bothways.model.base import Noun

HALF_A_YEAR = 183
"""Days. A day further away than this needs its year to be understood."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(value: object, today: date) -> str:
    """A field's value as a letter would say it; empty where nothing is said.

    A noun is said by its first field: advice by what was advised, a strength by what it is.
    """
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return day_in_words(value, today)
        case time():
            return f"{value:%H:%M}"
        case tuple():
            return joined([words for item in value if (words := in_words(item, today))])
        case Mapping():
            return joined([str(key) for key in value])
        case Noun():
            return in_words(getattr(value, next(iter(type(value).model_fields))), today)
    return str(value).strip()


def day_in_words(day: date, today: date) -> str:
    """`12 November`, in English whatever the machine speaks; with the year where the day is far away."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if abs((day - today).days) > HALF_A_YEAR else words


def joined(words: Sequence[str]) -> str:
    """`leeks, salad and tea`."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def counted(number: int, thing: str) -> str:
    """`one gap`, `two gaps`, `12 gaps`."""
    how_many = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{how_many} {thing}{'' if number == 1 else 's'}"
