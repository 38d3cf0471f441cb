"""Today: the finite list, and beside it the week or the month, whom one is losing touch with, what is ahead.

The page knows what will be due in the week after its day. A script shows that when the page is read then, so that
what it calls due stays true; see `when.js` and `agenda.js`.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from bothways.derive.agenda import A_WEEK, APPOINTMENT_DAYS, OPEN_AFTER_A_LAPSE, starts_again
from bothways.derive.agenda_item import APPOINTMENTS, Item
from bothways.derive.facts import Facts
from bothways.derive.loops import to_be_told
from bothways.derive.situations import goes_by_the_week, is_searching, situations
from bothways.derive.ties import Tie
from bothways.derive.weeks import Count
from bothways.guide.situations import Track, main_track, person_to_think_of, tracks_of
from bothways.model.conversations import Conversation
from bothways.model.names import first_name
from bothways.model.refs import Ref
from bothways.model.rhythm import Pause
from bothways.model.span import Span
from bothways.model.words import NUMBERS, capital, count, number
from bothways.pages.due import Shown, Words, address, sentence, shown
from bothways.pages.environment import Values, page
from bothways.pages.month import month
from bothways.pages.navigation import TODAY, Section
from bothways.pages.page import Page
from bothways.reading.library import Library, with_built_in

ONE_DAY = timedelta(days=1)
AHEAD = timedelta(days=14)
"""How far the aside looks."""
A_MONTH = timedelta(days=30)
"""A pause that begins within it is announced."""
LOSING_SHOWN = 3
A_DAY = 20
"""Items that stand open on the page: more than a day holds. The rest is folded away."""
FOLDED_SHOWN = 20
"""Folded items with their reason and message. Those after them are lines."""
LINES_SHOWN = 80
"""Lines after these. What does not fit stands with its person, its talk or its goal."""
COMING_SHOWN = 20
"""Items of the week to come that the page brings along."""

FIRST_LINES = "- name: Bea Ostrander\n  tie: close\n  met_at: the choir"
WHOM_TO_BEGIN_WITH = "One goal, or three people who would be glad to hear from you, is enough to begin."
KEEPS = "If you have time for one, do the first. The rest will keep."
NOTHING = "Nothing is due today. Is there somebody you would simply like to hear from?"


class Part(NamedTuple):
    """Items under one heading."""

    id: str
    heading: str
    items: tuple[Shown, ...]


class Line(NamedTuple):
    """An item as a line: what to do, since when, and where it stands."""

    sentence: tuple[Words, ...]
    due: date
    page: str


class Silent(NamedTuple):
    """Somebody I am losing touch with."""

    who: Ref
    last: date
    every: Span


class Coming(NamedTuple):
    """One thing on its day."""

    day: date
    words: str
    address: str


class Week(NamedTuple):
    """The week of the day, against the rhythm."""

    counts: tuple[Count, ...]
    monday: date
    sunday: date
    rhythm: str
    """The pack it starts from."""


class ToThinkOf(NamedTuple):
    """Somebody to think of, for a situation."""

    track: Track
    kind: str
    questions: Ref | None


def pages(facts: Facts, library: Library, section: Section = TODAY) -> Iterator[Page]:
    """The one page of today. `section` is another one in a shared copy."""
    yield page("today.html", section.tab.address, "Today", section, partial(_values, facts, library))


def _values(facts: Facts, library: Library) -> Values:
    """What the page shows."""
    agenda, workbook = facts.agenda, facts.workbook
    rest = (*agenda.open[A_DAY:], *agenda.folded)
    folded, lines = rest[:FOLDED_SHOWN], rest[FOLDED_SHOWN : FOLDED_SHOWN + LINES_SHOWN]
    losing = [tie for tie in facts.ties.values() if tie.state == "losing touch"]
    return {
        "today": facts.day,
        "tomorrow": facts.day + ONE_DAY,
        "known_until": facts.day + A_WEEK,
        "unknown_from": facts.day + A_WEEK + ONE_DAY,
        "is_new": not (workbook.people or workbook.goals or workbook.organisations),
        "begin": _begin(facts),
        "first_lines": FIRST_LINES,
        "lede": _lede(facts),
        "lede_some": f"The most pressing first. {KEEPS}",
        "lede_none": NOTHING,
        "is_starting_again": agenda.starting_again,
        "parts": _parts(facts),
        "appointment_days": APPOINTMENT_DAYS,
        "starts_again": starts_again(workbook, facts.day + A_WEEK),
        "open_then": OPEN_AFTER_A_LAPSE,
        "lede_again": f"Good to see you. A few easy ways to {_to_start(facts)}; the rest is folded away below.",
        "folded": tuple(shown(item, facts) for item in folded),
        "lines": tuple(Line(sentence(item), item.due, address(item)) for item in lines),
        "elsewhere": max(0, len(rest) - FOLDED_SHOWN - LINES_SHOWN),
        "month": month(facts),
        "checklists": tuple(str(one.id) for one in with_built_in(workbook.checklists, library.checklists)),
        "week": _week(facts) if goes_by_the_week(workbook) else None,
        "losing": tuple(_silent(losing))[:LOSING_SHOWN],
        "more_losing": _more(len(losing) - LOSING_SHOWN),
        "to_tell": to_be_told(facts.loops),
        "coming": tuple(_coming(facts)),
        "pause": _next_pause(facts),
        "to_think_of": _to_think_of(facts),
        "namesakes": facts.namesakes,
    }


def _begin(facts: Facts) -> str:
    mine = situations(facts.workbook)
    first = main_track(mine).begin if mine else WHOM_TO_BEGIN_WITH
    return f"Good that you are here. {first}"


def _lede(facts: Facts) -> str:
    agenda = facts.agenda
    if not agenda.items:
        return NOTHING
    if agenda.starting_again:
        rest = "; the rest is folded away below" if agenda.folded else ""
        return f"Good to see you. {capital(count(len(agenda.open), 'easy way'))} to {_to_start(facts)}{rest}."
    if len(agenda.items) == 1:
        return "One thing today. The rest will keep."
    if len(agenda.items) > A_DAY:
        return f"More than a day holds, so here are {count(A_DAY, 'thing')}, the most pressing first. {KEEPS}"
    return f"{capital(count(len(agenda.items), 'thing'))}, the most pressing first. {KEEPS}"


def _to_start(facts: Facts) -> str:
    """Somebody who keeps up by the month has not lapsed: they are here as they meant to be."""
    return "start again" if is_searching(facts.workbook) else "begin with"


def _parts(facts: Facts) -> tuple[Part, ...]:
    """The items by when they are due. A part may be empty: when the page is read later, items move there."""
    items, day = facts.agenda.open[:A_DAY], facts.day
    start = f"To {_to_start(facts)}"
    if facts.agenda.starting_again:
        return (Part("start", start, _all(items, facts)),)
    on_today = [item for item in items if item.kind in APPOINTMENTS and item.due == day]
    groups: tuple[tuple[str, str, Sequence[Item]], ...] = (
        ("start", start, ()),
        ("on-today", "Today", on_today),
        ("waiting", "Waiting for you", [item for item in items if item.due < day]),
        ("today", "For today", [item for item in items if item.due == day and item not in on_today]),
        ("soon", "In the next days", [item for item in items if item.due > day]),
        ("later", "Later", facts.coming[:COMING_SHOWN]),
    )
    return tuple(Part(id_, heading, _all(group, facts)) for id_, heading, group in groups)


def _all(items: Sequence[Item], facts: Facts) -> tuple[Shown, ...]:
    return tuple(shown(item, facts) for item in items)


def _more(people: int) -> str:
    if people <= 0:
        return ""
    return f"And {number(people)} more." if people < len(NUMBERS) else "There are others."


def _silent(losing: Sequence[Tie]) -> Iterator[Silent]:
    """Whoever has been silent longest first."""
    for tie in sorted(losing, key=lambda tie: tie.history.last_two_way.date if tie.history.last_two_way else date.min):
        if tie.history.last_two_way and tie.interval:
            yield Silent(tie.who, tie.history.last_two_way.date, tie.interval)


def _week(facts: Facts) -> Week:
    this, month_so_far = facts.progress.this_week, facts.progress.this_month
    counts = (*this.counts, *((month_so_far,) if month_so_far else ()))
    return Week(counts, this.monday, this.monday + A_WEEK - ONE_DAY, facts.workbook.rhythm.pack)


def _to_think_of(facts: Facts) -> ToThinkOf | None:
    """For somebody who is looking: another kind of person each week."""
    tracks = tracks_of(situations(facts.workbook))
    if not tracks:
        return None
    track, kind = person_to_think_of(tracks, facts.day.isocalendar().week)
    questions = facts.workbook.question_list.get(track.questions)
    return ToThinkOf(track, kind, Ref(questions.name, questions.id) if questions else None)


def _coming(facts: Facts) -> Iterator[Coming]:
    workbook, day = facts.workbook, facts.day
    found = [
        Coming(talk.date, _who_and_when(talk), f"conversations/{talk.id}.html")
        for talk in workbook.conversations
        if (talk.status or "planned") == "planned" and day <= talk.date <= day + AHEAD
    ]
    found += [
        Coming(event.date, event.name, f"events/{event.id}.html")
        for event in workbook.events
        if day <= event.date <= day + AHEAD
    ]
    coach = workbook.me.coach if workbook.me else None
    if coach and coach.next_session and day <= coach.next_session <= day + AHEAD:
        found.append(Coming(coach.next_session, f"Session with {first_name(coach.name)}", ""))
    return iter(sorted(found, key=lambda coming: coming.day))


def _who_and_when(talk: Conversation) -> str:
    names = ", ".join(who.name for who in talk.with_)
    return f"{talk.time:%H:%M}, {names}" if talk.time else names


def _next_pause(facts: Facts) -> Pause | None:
    pauses = (pause for pause in facts.workbook.rhythm.pauses if pause.to >= facts.day)
    soonest = min(pauses, key=lambda pause: pause.from_, default=None)
    return soonest if soonest and soonest.from_ <= facts.day + A_MONTH else None
