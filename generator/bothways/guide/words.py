"""Values in words, as a letter would say them."""

from collections.abc import Mapping
from datetime import date, time

from bothways.model.base import Noun
from bothways.model.days import day_and_month
from bothways.model.words import joined

HALF_A_YEAR = 183
"""Days. A day further away than this needs its year to be understood."""


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
    words = day_and_month(day)
    return f"{words} {day.year}" if abs((day - today).days) > HALF_A_YEAR else words
