"""Days in plain British English, whatever the machine speaks."""

from datetime import date

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def day_and_month(day: date) -> str:
    """`28 November`."""
    return f"{day.day} {MONTHS[day.month - 1]}"
