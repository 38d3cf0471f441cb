"""Weeks: what was asked, talked and given in each, from Monday to Sunday."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bothways.derive.contacts import TRIES, History
from bothways.derive.talks import held
from bothways.model.rhythm import Rhythm
from bothways.model.workbook import Workbook

SHOWN = 8
"""Weeks that Progress looks back."""
MOST_MARKS = 12
"""Marks that fit beside a count."""
GIVES = ("gave", "introduced")
"""The log's words for something given."""


@dataclass(frozen=True)
class Week:
    """What was done in one week."""

    monday: date
    asks: int
    """Every time somebody was written to, called, nudged, or asked for an introduction."""
    new_asks: int
    """First tries: people never tried before."""
    talks: int
    gives: int


@dataclass(frozen=True)
class Count:
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


@dataclass(frozen=True)
class ThisWeek:
    """The week of the day against the rhythm."""

    monday: date
    counts: tuple[Count, ...]
    """New asks, conversations, things given; without those of which none is wanted."""


def weeks(workbook: Workbook, day: date, known: Mapping[str, History]) -> tuple[Week, ...]:
    """The last weeks up to the one of `day`, oldest first; none before the first in which anything was done."""
    asks: Counter[date] = Counter()
    new_asks: Counter[date] = Counter()
    talks: Counter[date] = Counter()
    gives: Counter[date] = Counter()
    for line in workbook.log:
        if line.date <= day:
            asks[monday_of(line.date)] += line.did in TRIES
            gives[monday_of(line.date)] += line.did in GIVES
    for history in known.values():
        if history.tries:
            new_asks[monday_of(history.tries[0].date)] += 1
    for talk in held(workbook, day):
        talks[monday_of(talk.date)] += 1
        gives[monday_of(talk.date)] += len(talk.gave)
    this = monday_of(day)
    mondays = [this - timedelta(weeks=back) for back in reversed(range(SHOWN))]
    begun = min((monday for monday in (*asks, *gives, *talks) if monday >= mondays[0]), default=this)
    return tuple(
        Week(monday, asks[monday], new_asks[monday], talks[monday], gives[monday])
        for monday in mondays
        if monday >= begun
    )


def this_week(week: Week, rhythm: Rhythm) -> ThisWeek:
    """A week against the rhythm."""
    counts = (
        ("New asks", week.new_asks, rhythm.new_asks),
        ("Conversations", week.talks, rhythm.conversations),
        ("Things given", week.gives, rhythm.gives),
    )
    return ThisWeek(
        week.monday,
        tuple(
            Count(words, min(done, wanted), wanted, max(0, done - wanted))
            for words, done, wanted in counts
            if wanted > 0
        ),
    )


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
