"""Progress: counts in words, the weeks both ways, where it sticks, what came of it. No percentages, nothing to fear."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from bothways.derive.facts import Facts
from bothways.derive.likely import Range
from bothways.derive.places import Place
from bothways.derive.progress import Path, Progress
from bothways.derive.safety_net import Field, has_second_name
from bothways.derive.situations import goes_by_the_week, is_searching
from bothways.derive.weeks import Series, Week
from bothways.model.days import MONTHS, day_and_month
from bothways.model.me import Need
from bothways.model.refs import Ref
from bothways.model.words import capital, count, number
from bothways.model.workbook import Workbook
from bothways.pages.environment import Values, page
from bothways.pages.introductions import outcome_words
from bothways.pages.navigation import PROGRESS
from bothways.pages.page import Page
from bothways.pages.sticking import both_ways, sticks

FIRST_LINES = """\
- {{date: {day}, who: Bea Ostrander, did: wrote, via: message, about: A hello}}
- {{date: {day}, who: Bea Ostrander, did: heard}}
- {{date: {day}, who: Bea Ostrander, did: gave, about: A lift home}}"""

PLACES_SHOWN = 8
LATEST_SHOWN = 3
FIELDS_SHOWN = 6


class Step(NamedTuple):
    """One count of the path, with its bar."""

    number: int
    words: str
    bar: float
    """The bar's length, of 100."""
    low: float | None
    """Where the bracket begins and ends, of 100; None without a range."""
    high: float | None
    remark: str
    people: tuple[Ref, ...] = ()
    """Whom the remark speaks of."""


class Row(NamedTuple):
    """A week or a month in the table."""

    counts: Week
    name: str


class Beside(NamedTuple):
    """What was done week by week, beside what the rhythm has."""

    series: Series
    remark: str


class Net(NamedTuple):
    """The safety net in words."""

    lede: str
    fields: tuple[Field, ...]
    most: int
    """The largest field, for the length of the bars."""
    other_fields: int
    recency: str
    needs: tuple[tuple[Need, bool], ...]
    """Each, and whether there is a second name for it."""


class PaidBack(NamedTuple):
    """A place, and how far it led."""

    place: Place
    remark: str


def pages(facts: Facts) -> Iterator[Page]:
    """The one page."""
    yield page("progress.html", "progress.html", "Progress", PROGRESS, partial(_values, facts))


def _values(facts: Facts) -> Values:
    """What the page shows."""
    found = facts.progress
    by_week, keeps_up = goes_by_the_week(facts.workbook), not is_searching(facts.workbook)
    periods = found.months if keeps_up else found.weeks
    return {
        "today": facts.day,
        "progress": found,
        "has_begun": found.has_begun,
        "period": "month" if keeps_up else "week",
        "periods": tuple(Row(period, _name(period, facts.day, by_month=keeps_up)) for period in periods),
        "lede": _lede(periods, "month" if keeps_up else "week"),
        "keeps_up": keeps_up,
        "steps": _steps(found),
        "sticks": sticks(found, facts.workbook.rhythm),
        "both_ways": both_ways(sum(one.asks for one in periods), sum(one.gives for one in periods)),
        "most": max(1, *(one.asks for one in periods), *(one.gives for one in periods)),
        "beside": tuple(Beside(series, _usual(series, facts.workbook.rhythm.pack)) for series in found.rhythm),
        "this_week": found.this_week.counts if by_week else (),
        "this_month": (found.this_month,) if found.this_month else (),
        "sunday": found.this_week.monday + timedelta(days=6),
        "rhythm": facts.workbook.rhythm.pack,
        "net": _net(facts),
        "outcomes": tuple((harvest, outcome_words(harvest.organisation)) for harvest in found.harvests),
        "made": found.introductions_made[:LATEST_SHOWN],
        "told": found.advice_told[:LATEST_SHOWN],
        "has_wins": bool(found.harvests or found.goals_met or found.introductions_made or found.advice_told),
        "places": tuple(
            PaidBack(place, _far(place, facts.workbook, facts.day)) for place in found.places[:PLACES_SHOWN]
        ),
        "first_lines": FIRST_LINES.format(day=facts.day - timedelta(days=1)),
        "namesakes": facts.namesakes,
    }


def _lede(periods: Sequence[Week], word: str) -> str:
    if len(periods) == 1:
        return f"Your first {word}. There is nothing to compare it with, and that is pleasant."
    begun = f"{capital(count(len(periods), word))}, from {day_and_month(periods[0].begin)}"
    return f"{begun}. Small numbers swing; read them as a direction, not as a mark."


def _name(period: Week, day: date, *, by_month: bool) -> str:
    """`12 Oct`, or `October`; with the year, where it is another."""
    month = MONTHS[period.begin.month - 1]
    name = month if by_month else f"{period.begin.day} {month[:3]}"
    return name if period.begin.year == day.year else f"{name} {period.begin.year}"


def _steps(found: Progress) -> tuple[Step, ...]:
    path = found.path
    longest = max(path.people, path.promised, 1)

    def step(
        counted: int, words: str, remark: str = "", expected: Range | None = None, people: tuple[Ref, ...] = ()
    ) -> Step:
        low, high = (_of(expected.low, longest), _of(expected.high, longest)) if expected else (None, None)
        return Step(counted, words, _of(counted, longest), low, high, remark, people)

    to_approach = path.people - path.tried
    awaited = tuple(promise.introduction.to for promise in found.introductions_open[:LATEST_SHOWN])
    steps = (
        step(path.people, "person on your list" if path.people == 1 else "people on your list"),
        step(path.tried, "you wrote to or called", _untried(to_approach) if path.tried else ""),
        step(path.answered, "answered", _expected(path.next_answers, "the next {} might bring"), path.next_answers),
        step(path.talked, "talked with you", _talked(path), path.next_talks),
        step(path.promised, "introduction promised" if path.promised == 1 else "introductions promised"),
        step(
            path.made,
            "introduction made" if path.made == 1 else "introductions made",
            _outstanding(path),
            people=awaited,
        ),
    )
    # Of what has not begun, the next step is enough: a row of noughts tells nobody anything.
    reached = max((at for at, one in enumerate(steps) if one.number), default=0)
    return steps[: reached + 2]


def _of(value: int, longest: int) -> float:
    return round(100 * value / longest, 1)


def _untried(people: int) -> str:
    if not people:
        return ""
    return f"{capital(number(people))} not yet. Some never need it: you meet, or they write first."


def _expected(expected: Range | None, what: str) -> str:
    if expected is None:
        return ""
    if expected.ahead == 1:
        return "One person tells nothing yet about the next."
    return f"With numbers this small, {what.format(expected.ahead)} anything from {expected.low} to {expected.high}."


def _talked(path: Path) -> str:
    said = _expected(path.next_talks, "the next {} who answer might bring")
    if not path.talked_unasked:
        return said
    others = f"{capital(count(path.talked_unasked, 'more person', 'more people'))} talked with you without being asked."
    return f"{said} {others}".strip()


def _outstanding(path: Path) -> str:
    open_ = path.promised - path.made
    return f"{capital(number(open_))} {'is' if open_ == 1 else 'are'} still to come" if open_ else ""


def _usual(series: Series, pack: str) -> str:
    """What the person meant, or the pack has; and an ordinary week, once there are enough to call one ordinary."""
    meant = f"{'You meant' if series.is_meant else f'The {pack} rhythm has'} {number(series.wanted)} a week"
    return f"{meant}; an ordinary week had {number(series.usual)}." if series.usual else f"{meant}."


def _net(facts: Facts) -> Net:
    net = facts.safety_net
    return Net(
        lede=_width(net.people, len(net.fields), net.without_field),
        fields=net.fields[:FIELDS_SHOWN],
        most=max((field.people for field in net.fields), default=1),
        other_fields=len(net.fields[FIELDS_SHOWN:]),
        recency=_recency(net.this_quarter, net.this_year, net.longer_ago),
        needs=tuple((need, has_second_name(need)) for need in net.needs),
    )


def _width(people: int, fields: int, without: int) -> str:
    if not people:
        return "You have met or heard from nobody yet, as far as it is written down."
    said = f"{capital(count(people, 'person', 'people'))} you have met or heard from"
    said += f", in {count(fields, 'field')}." if fields else "."
    return f"{said} Of {number(without)}, the field is not written down." if without and fields else said


def _recency(quarter: int, year: int, longer: int) -> str:
    """How fresh it is, without anything that is nought."""
    more = " more" if quarter else ""
    parts = [f"{number(quarter)} in the last three months"] if quarter else []
    parts += [f"{number(year)}{more} in the last year"] if year else []
    parts += [f"{number(longer)} longer ago"] if longer else []
    return f"{capital(', '.join(parts))}." if parts else ""


def _far(place: Place, workbook: Workbook, day: date) -> str:
    """How far it led, without anything that is nought; and whether it was worth going, where that was said."""
    parts = [count(len(place.people), "person", "people")]
    parts += [f"{number(place.led_to)} more through them"] if place.led_to else []
    parts += [count(place.talks, "talk")] if place.talks else []
    parts += [outcome_words(organisation) for organisation in place.outcomes]
    parts = parts if len(parts) > 1 else [*parts, "nothing more yet"]
    event = workbook.event.get(place.where.id or "")
    if event and event.date <= day and event.debrief and event.debrief.worth_it is not None:
        parts.append("worth going, you said" if event.debrief.worth_it else "not worth going, you said")
    return ", ".join(parts)
