"""Weeks, from Monday to Sunday, and months: what was asked, talked and given in each."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from bothways.derive.contacts import TRIES, History
from bothways.derive.talks import held
from bothways.model.rhythm import Rhythm
from bothways.model.workbook import Workbook

SHOWN, MONTHS_SHOWN = 8, 6
"""Weeks, and months, that Progress looks back."""
ENOUGH_WEEKS = 4
"""Whole weeks, before one can be called usual. Ours."""
MOST_MARKS = 12
"""Marks that fit beside a count."""
GIVES = ("gave", "introduced")
"""The log's words for something given."""


class Week(NamedTuple):
    """What was done in one week, or in one month."""

    begin: date
    """Its first day: a Monday, or the first of a month."""
    asks: int
    """Every time somebody was written to, called, nudged, or asked for an introduction."""
    new_asks: int
    """First tries: people never tried before."""
    talks: int
    gives: int


class Count(NamedTuple):
    """How much of one thing was done this week, against the rhythm."""

    words: str
    done: int
    """At most `wanted`: more than enough is still enough."""
    wanted: int
    beyond: int
    """What was done over and above."""

    @property
    def marks(self) -> tuple[bool, ...]:
        """A mark for each wanted, true for each done; in proportion, where there would be too many to draw."""
        marks = min(self.wanted, MOST_MARKS)
        filled = self.done * marks // self.wanted if self.wanted else 0
        return (True,) * filled + (False,) * (marks - filled)


class Series(NamedTuple):
    """How much of one thing was done week by week, beside what the rhythm has."""

    words: str
    each: tuple[int, ...]
    """Oldest first; the last is this week, which may not be over."""
    wanted: int
    is_meant: bool
    """Whether I wrote how many. Else it is the pack's number, and no promise of mine."""

    @property
    def usual(self) -> int | None:
        """The middle one of the whole weeks, the lower of two; None, where there are too few to say."""
        whole = sorted(self.each[:-1])
        return whole[(len(whole) - 1) // 2] if len(whole) >= ENOUGH_WEEKS else None

    @property
    def most(self) -> int:
        """The tallest there is to draw; at least one."""
        return max(1, self.wanted, *self.each)


class ThisWeek(NamedTuple):
    """The week of the day against the rhythm."""

    monday: date
    counts: tuple[Count, ...]
    """New asks, conversations, things given; without those of which none is wanted."""


def weeks(workbook: Workbook, day: date, known: Mapping[str, History]) -> tuple[Week, ...]:
    """The last weeks up to the one of `day`, oldest first; none before the first in which anything was done."""
    this = monday_of(day)
    return _counted(workbook, day, known, monday_of, [this - timedelta(weeks=back) for back in reversed(range(SHOWN))])


def months(workbook: Workbook, day: date, known: Mapping[str, History]) -> tuple[Week, ...]:
    """The last months, counted in the same way: for somebody who goes by the month."""
    this = first_of(day)
    firsts = [this - relativedelta(months=back) for back in reversed(range(MONTHS_SHOWN))]
    return _counted(workbook, day, known, first_of, firsts)


def _counted(
    workbook: Workbook, day: date, known: Mapping[str, History], begin_of: Callable[[date], date], begins: list[date]
) -> tuple[Week, ...]:
    asks: Counter[date] = Counter()
    new_asks: Counter[date] = Counter()
    talks: Counter[date] = Counter()
    gives: Counter[date] = Counter()
    for line in workbook.log:
        if line.date <= day:
            asks[begin_of(line.date)] += line.did in TRIES
            gives[begin_of(line.date)] += line.did in GIVES
    for history in known.values():
        if history.tries:
            new_asks[begin_of(history.tries[0].date)] += 1
    for talk in held(workbook, day):
        talks[begin_of(talk.date)] += 1
        gives[begin_of(talk.date)] += len(talk.gave)
    begun = min((begin for begin in (*asks, *gives, *talks) if begin >= begins[0]), default=begins[-1])
    return tuple(
        Week(begin, asks[begin], new_asks[begin], talks[begin], gives[begin]) for begin in begins if begin >= begun
    )


def this_week(week: Week, rhythm: Rhythm) -> ThisWeek:
    """A week against the rhythm."""
    return ThisWeek(
        week.begin,
        tuple(
            Count(one.words, min(one.each[-1], one.wanted), one.wanted, max(0, one.each[-1] - one.wanted))
            for one in against_the_rhythm((week,), rhythm)
        ),
    )


def against_the_rhythm(several: Sequence[Week], rhythm: Rhythm) -> tuple[Series, ...]:
    """What the rhythm counts, week by week; without that of which none is wanted."""
    meant = rhythm.meant
    every = (
        Series("New asks", tuple(week.new_asks for week in several), rhythm.new_asks, "new_asks" in meant),
        Series("Conversations", tuple(week.talks for week in several), rhythm.conversations, "conversations" in meant),
        Series("Things given", tuple(week.gives for week in several), rhythm.gives, "gives" in meant),
    )
    return tuple(one for one in every if one.wanted > 0)


def events_this_month(workbook: Workbook, day: date) -> Count | None:
    """Events of the month so far, against the rhythm; None, where none is wanted."""
    wanted, month = workbook.rhythm.events_per_month, first_of(day)
    been = sum(month <= event.date <= day for event in workbook.events)
    return Count("Events this month", min(been, wanted), wanted, max(0, been - wanted)) if wanted else None


def first_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
