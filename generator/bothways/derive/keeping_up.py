"""Keeping up: what somebody who is not looking for anything may like to do, month by month.

Takes a Workbook, a day and the ties; gives suggestions. None is due, and none is on the agenda. The half hour a month
and the tour a quarter are the guide's (When, While you have work); an event a month is a reader's of N. Bazemore.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bothways.derive.agenda_item import Item
from bothways.derive.calendar import after
from bothways.derive.talks import held
from bothways.derive.ties import Tie
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.names import folded
from bothways.model.people import Person
from bothways.model.refs import Ref, key_of
from bothways.model.rhythm import Tie as TieKind
from bothways.model.span import Span
from bothways.model.workbook import Workbook

HELLOS = 5
"""People to choose from in the half hour. Ours: the guide asks for three hellos, and a choice is kinder than a list."""
HALF_WAY = 2
"""Nobody is suggested before one part in so many of the wanted interval has passed. Ours."""
TALKS_OF_A_TOUR = 3
"""People who are asked the same question: the checklist `quarterly-tour`."""
LONG_AGO = timedelta(days=3 * 365)
"""An old tie was last met so long ago: the three years of Levin, Walter and Murnighan (2011)."""

NEARNESS: Mapping[TieKind, int] = {"close": 0, "warm": 1, "new": 2, "loose": 3, "dormant": 4}
"""Who comes first, where as much of the interval has passed."""
LEFT_ALONE = ("resting", "waiting", "to approach")
"""States in which nobody is suggested: they rest, it is their move, or there has been no contact to keep up."""


class Hello(NamedTuple):
    """Somebody who may like to hear from me."""

    who: Ref
    last: date
    """The day of the last contact."""
    every: Span
    """How often I want to be in touch."""


class Offer(NamedTuple):
    """Something I can do for somebody, and have not done lately."""

    who: Ref
    what: str


class Tour(NamedTuple):
    """The listening tour of a quarter: one question, put to a few people who see it from different sides."""

    since: date
    """The first day of the quarter."""
    talks: tuple[Conversation, ...]
    """Talks held in it."""
    people: tuple[Ref, ...]
    """Whom to ask, each from another field; none, once there were enough talks."""
    old_tie: Ref | None
    """Somebody not met for years."""


class KeepingUp(NamedTuple):
    """The month, the quarter and the year of somebody who keeps up."""

    month: date
    """The first day of the month."""
    hellos: tuple[Hello, ...]
    heard_from_me: int
    """People to whom something went out this month, or who met me."""
    offer: Offer | None
    events: tuple[Event, ...]
    """Events of this month, past and to come."""
    events_wanted: int
    tour: Tour
    is_turn_of_the_year: bool
    """December and January: the time of the yearly review."""


def keeping_up(workbook: Workbook, day: date, ties: Iterable[Tie], due: Sequence[Item]) -> KeepingUp:
    """The suggestions of a day. Whoever is on the agenda, `due`, is not suggested a second time."""
    on_the_agenda = {key_of(who) for item in due for who in item.people}
    month = day.replace(day=1)
    everybody = tuple(ties)
    free = tuple(tie for tie in everybody if tie.state not in LEFT_ALONE and key_of(tie.who) not in on_the_agenda)
    return KeepingUp(
        month=month,
        hellos=tuple(hello for _, hello in sorted(_hellos(free, workbook, day), key=lambda ranked: ranked[0]))[:HELLOS],
        heard_from_me=sum(any(c.date >= month and c.way != "in" for c in tie.history.contacts) for tie in everybody),
        offer=_offer(free, day),
        events=tuple(_in_month(workbook.events, month)),
        events_wanted=workbook.rhythm.events_per_month,
        tour=_tour(workbook, day, everybody, free),
        is_turn_of_the_year=day.month in (12, 1),
    )


def _hellos(free: Iterable[Tie], workbook: Workbook, day: date) -> Iterator[tuple[tuple[float, int, str], Hello]]:
    """Everybody of whose interval half has passed, with what ranks them: the furthest first, then the nearest tie."""
    for tie in free:
        last = tie.history.last()
        if tie.interval is None or last is None or tie.next_talk:
            continue
        wanted = max(1, (after(last.date, tie.interval, workbook.rhythm) - last.date).days)
        passed = (day - last.date).days
        if passed * HALF_WAY >= wanted:
            rank = (-passed / wanted, NEARNESS[tie.person.tie], tie.person.name.casefold())
            yield rank, Hello(tie.who, last.date, tie.interval)


def _offer(free: Iterable[Tie], day: date) -> Offer | None:
    """To whoever has waited longest for something I can do for them; a year after the last gift it counts again."""
    year_ago = day - timedelta(days=365)
    waiting = (
        tie
        for tie in free
        if tie.person.i_can_help_with and not any(gift.date > year_ago for gift in tie.given) and tie.history.contacts
    )
    first = min(waiting, key=lambda tie: tie.history.contacts[-1].date, default=None)
    return Offer(first.who, first.person.i_can_help_with[0]) if first else None


def _in_month(events: Iterable[Event], month: date) -> Iterator[Event]:
    of_month = (event for event in events if event.date.replace(day=1) == month)
    return iter(sorted(of_month, key=lambda event: event.date))


def _tour(workbook: Workbook, day: date, everybody: Sequence[Tie], free: Sequence[Tie]) -> Tour:
    since = date(day.year, day.month - (day.month - 1) % 3, 1)
    talks = tuple(talk for talk in held(workbook, day) if talk.date >= since)
    left = TALKS_OF_A_TOUR - len(talks)
    asked = {key_of(who) for talk in talks for who in talk.with_}
    return Tour(
        since=since,
        talks=talks,
        people=tuple(_from_different_sides(free, workbook, asked))[:left] if left > 0 else (),
        old_tie=_old_tie(everybody, day),
    )


def _from_different_sides(free: Iterable[Tie], workbook: Workbook, asked: set[str]) -> Iterator[Ref]:
    """One of each field: whoever I have not talked with for longest, of those whom I have ever heard from."""
    heard = [tie for tie in free if tie.history.last_two_way and not tie.next_talk and key_of(tie.who) not in asked]
    heard.sort(key=lambda tie: tie.history.last_two_way.date if tie.history.last_two_way else date.min)
    fields: set[str] = set()
    for tie in heard:
        field = folded(field_of(tie.person, workbook))
        if field not in fields:
            fields.add(field)
            yield tie.who


def field_of(person: Person, workbook: Workbook) -> str:
    """What somebody works in: their organisation's sector, else its name; empty where nothing is written."""
    if person.organisation is None:
        return ""
    organisation = workbook.organisation.get(person.organisation.id or "")
    return (organisation and organisation.sector) or person.organisation.name


def _old_tie(everybody: Iterable[Tie], day: date) -> Ref | None:
    """A dormant tie of years ago who may have much to tell: those who decide come first, then the longest ago.

    Walter, Levin and Murnighan (2015): people choose whom they knew best, and learn more from those who stood higher.
    """
    old = (
        tie
        for tie in everybody
        if tie.person.tie == "dormant" and tie.state != "resting" and day - _last_day(tie) >= LONG_AGO
    )
    first = min(old, key=lambda tie: (not tie.person.decision_maker, _last_day(tie)), default=None)
    return first.who if first else None


def _last_day(tie: Tie) -> date:
    last = tie.history.last()
    return last.date if last else date.min
