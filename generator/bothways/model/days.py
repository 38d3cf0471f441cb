"""Days as they are written in a workbook, and in plain British English, whatever the machine speaks."""

import re
from datetime import date

EARLIEST, LATEST = 1900, 2999
"""Years that a life can touch, with room for sums on days."""
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def day_written(text: str) -> date | None:
    """The day that is written as `2026-11-20` or `2026-11-5`; None for a text that is no day of the calendar."""
    match = DAY.fullmatch(text.strip())
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def day_and_month(day: date) -> str:
    """`28 November`."""
    return f"{day.day} {MONTHS[day.month - 1]}"
