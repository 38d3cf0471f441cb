"""When something falls due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothways.derive.calendar import after, business_day_from, is_business_day, out_of_pauses
from bothways.model.rhythm import PACKS, Rhythm, RhythmWishes, rhythm_from
from bothways.model.span import Span

STANDARD = PACKS["standard"]
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def rhythm(**wishes) -> Rhythm:
    return rhythm_from(RhythmWishes.model_validate(wishes))


@pytest.mark.parametrize(
    ("start", "span", "end"),
    [
        (date(2026, 11, 27), Span(1, "day"), date(2026, 11, 28)),
        (date(2026, 11, 27), Span(6, "week"), date(2027, 1, 8)),
        (date(2026, 1, 31), Span(1, "month"), date(2026, 2, 28)),
        (date(2024, 2, 29), Span(1, "year"), date(2025, 2, 28)),
        (date(2026, 11, 27), Span(1, "business day"), date(2026, 11, 30)),
        (date(2026, 11, 18), Span(7, "business day"), date(2026, 11, 27)),
        (date(2026, 11, 28), Span(0, "business day"), date(2026, 11, 30)),
    ],
)
def test_a_length_of_time_after_a_day(start, span, end):
    """Business days leave out Saturday and Sunday; a month after 31 January is the last day of February."""
    assert after(start, span, STANDARD) == end


def test_both_days_of_a_pause_belong_to_it():
    """The first day after a pause is the first day on which something falls due again."""
    paused = rhythm(pause=[{"from": "2026-12-20", "to": "2027-01-04"}])
    assert out_of_pauses(date(2026, 12, 19), paused) == date(2026, 12, 19)
    assert out_of_pauses(date(2026, 12, 20), paused) == date(2027, 1, 5)
    assert out_of_pauses(date(2027, 1, 4), paused) == date(2027, 1, 5)


def test_a_rule_in_business_days_resumes_on_a_business_day():
    """A pause that ends on a Friday hands over to Monday."""
    paused = rhythm(pause=[{"from": "2026-12-01", "to": "2026-12-04"}])
    assert after(date(2026, 11, 30), Span(1, "business day"), paused) == date(2026, 12, 7)


def test_pauses_that_meet_count_as_one():
    """The day after one pause may lie in the next."""
    paused = rhythm(pause=[{"from": "2026-12-05", "to": "2026-12-06"}, {"from": "2026-12-01", "to": "2026-12-04"}])
    assert out_of_pauses(date(2026, 12, 1), paused) == date(2026, 12, 7)


@given(DAYS, st.integers(0, 60), st.sampled_from(["day", "business day", "week", "month", "year"]))
def test_nothing_falls_due_before_it_began(start, count, unit):
    """Whatever the length, the day is not before its start."""
    assert after(start, Span(count, unit), STANDARD) >= start


@given(DAYS, st.integers(1, 40))
def test_business_days_are_counted_one_by_one(start, count):
    """There are exactly as many business days up to the day as were asked for."""
    holidays = rhythm(holidays=["2026-12-25", "2027-01-01"])
    end = after(start, Span(count, "business day"), holidays)
    days = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(is_business_day(day, holidays) for day in days) == count


@given(DAYS, DAYS, DAYS)
def test_no_due_day_lies_in_a_pause(start, first, last):
    """Moved out of pauses, a day lies in none."""
    paused = rhythm(pause=[{"from": str(min(first, last)), "to": str(max(first, last))}])
    assert business_day_from(start, paused) == out_of_pauses(business_day_from(start, paused), paused)
