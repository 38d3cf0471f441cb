"""When something falls due: lengths of time, business days, holidays and pauses.

Takes a day and a rhythm; gives a day.
"""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from bothways.model.rhythm import Rhythm
from bothways.model.span import Span

ONE_DAY = timedelta(days=1)


def after(start: date, span: Span, rhythm: Rhythm) -> date:
    """The day `span` after `start`, moved out of pauses. A month after 31 January is the last day of February."""
    match span.unit:
        case "business day":
            return _business_days_after(start, span.count, rhythm)
        case "day":
            end = start + timedelta(days=span.count)
        case "week":
            end = start + timedelta(weeks=span.count)
        case "month":
            end = _months_after(start, span.count)
        case "year":
            end = _months_after(start, 12 * span.count)
    return out_of_pauses(end, rhythm)


@lru_cache(maxsize=10_000)
def _months_after(start: date, months: int) -> date:
    # Asked for everybody at every edit, and of a few hundred days: it is the longest part of knowing what is due.
    return start + relativedelta(months=months)


def out_of_pauses(day: date, rhythm: Rhythm) -> date:
    """The day itself, or the first one after the pause that it falls into."""
    while pause := next((pause for pause in rhythm.pauses if pause.from_ <= day <= pause.to), None):
        day = pause.to + ONE_DAY
    return day


def is_business_day(day: date, rhythm: Rhythm) -> bool:
    """Whether it is none of Saturday, Sunday, a holiday or a day of a pause."""
    return day.weekday() < 5 and day not in rhythm.holidays and out_of_pauses(day, rhythm) == day


def business_day_from(day: date, rhythm: Rhythm) -> date:
    """The day itself, or the first business day after it."""
    while not is_business_day(day, rhythm):
        day = max(day + ONE_DAY, out_of_pauses(day, rhythm))
    return day


def _business_days_after(start: date, count: int, rhythm: Rhythm) -> date:
    day = start
    for _ in range(count):
        day = business_day_from(day + ONE_DAY, rhythm)
    return business_day_from(day, rhythm)
