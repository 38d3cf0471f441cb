"""The agenda: one finite list, most pressing first. The table in the workbook format says what each kind means.

Takes a Workbook and a day; gives items, each with its rule, its reason and the place that made it.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from bothways.derive.agenda_item import APPOINTMENTS, KINDS, Item
from bothways.derive.contacts import History, concerning, histories, last_activity
from bothways.derive.due_appointments import appointments
from bothways.derive.due_people import Hellos, due_people
from bothways.derive.due_talks import due_talks
from bothways.model.refs import key_of
from bothways.model.workbook import Workbook

APPOINTMENT_DAYS = 3
"""Appointments show this many days before (workbook format, The agenda)."""
LAPSE = timedelta(days=14)
"""Without any log line, conversation or done step; then the agenda starts again gently."""
OPEN_AFTER_A_LAPSE = 5
"""Items that stay open then."""
A_WEEK = timedelta(days=7)
"""How long a page stays true after the day it was made for: it knows what comes in that time. Ours."""


class Agenda(NamedTuple):
    """What there is to do on a day."""

    today: date
    items: tuple[Item, ...]
    """By day, then kind, then name."""
    starting_again: bool = False
    """Whether there was a lapse; then all but a few items are folded."""

    @property
    def open(self) -> tuple[Item, ...]:
        """What to show: what is on today, then the rest by day; after a lapse, the most recent first."""
        shown = [item for item in self.items if not item.folded]
        if self.starting_again:
            shown.sort(key=lambda item: item.due, reverse=True)
        return tuple(sorted(shown, key=lambda item: item.kind not in APPOINTMENTS or item.due != self.today))

    @property
    def folded(self) -> tuple[Item, ...]:
        """What is folded away after a lapse."""
        return tuple(item for item in self.items if item.folded)


def agenda(workbook: Workbook, day: date, ahead: int = 0) -> Agenda:
    """What is due up to `day`, and appointments of the next 3 days; `ahead` shows so many days more."""
    return agenda_from(debts(workbook, day, histories(workbook, day)), workbook, day, ahead)


def agenda_from(owed: Iterable[Item], workbook: Workbook, day: date, ahead: int = 0) -> Agenda:
    """The same, where the `debts` are known already."""
    until = day + timedelta(days=ahead)
    last_appointment = day + timedelta(days=max(ahead, APPOINTMENT_DAYS))
    items = [item for item in owed if item.due <= until]
    items += [item for item in appointments(workbook, day) if item.due <= last_appointment]
    items.sort(key=_place_in_line)
    again = starts_again(workbook, day)
    starting_again = again is not None and day >= again
    return Agenda(day, tuple(_folded(items) if starting_again else items), starting_again)


def starts_again(workbook: Workbook, day: date) -> date | None:
    """From when on it is a lapse, as far as `day` knows; None, where nothing has happened yet."""
    last = last_activity(workbook, day)
    return last + LAPSE if last else None


def coming(workbook: Workbook, day: date, owed: Iterable[Item]) -> tuple[Item, ...]:
    """What will be due in the week after `day` and is not on its agenda yet, if nothing more is written until then.

    A talk that is planned counts as held from the day after, so it brings what a held talk leaves to do. `owed` are the
    `debts` of the day; only what happens in that week is worked out again.
    """
    then = day + A_WEEK
    people, part = _meanwhile(workbook, day, then)
    later = debts(part, then, histories(part, then)) if people else ()
    stays = (item for item in owed if people.isdisjoint(map(key_of, item.people)))
    found = {(item.kind, item.place, item.what): item for item in (*stays, *later) if day < item.due <= then}
    first, last = day + timedelta(days=APPOINTMENT_DAYS), then + timedelta(days=APPOINTMENT_DAYS)
    ahead = (item for item in appointments(workbook, day) if first < item.due <= last)
    return tuple(sorted((*found.values(), *ahead), key=_place_in_line))


def _meanwhile(workbook: Workbook, day: date, then: date) -> tuple[set[str], Workbook]:
    """Those with whom something happens from `day` to `then`, by key, and all of the workbook that is about them."""
    people: set[str] = set()
    for talk in workbook.conversations:
        people |= {key_of(who) for who in talk.with_} if day <= talk.date <= then else set()
    for event in workbook.events:
        people |= {key_of(who) for who in event.met} if day < event.date <= then else set()
    for line in workbook.log:
        people |= {key_of(who) for who in (line.who, line.to) if who} if day < line.date <= then else set()
    people |= {str(one.id) for one in workbook.people if one.met_on and day < one.met_on <= then}
    return people, concerning(people, workbook)


def debts(
    workbook: Workbook, day: date, known: Mapping[str, History], hellos: Hellos | None = None
) -> tuple[Item, ...]:
    """Everything that will fall due from what has happened so far, whenever that is. `hellos`: as in `due_people`."""
    return (*due_talks(workbook, day, known), *due_people(workbook, day, known, hellos))


def _place_in_line(item: Item) -> tuple[date, int, str, str]:
    return item.due, KINDS.index(item.kind), item.first_name, item.what


def _folded(items: Iterable[Item]) -> list[Item]:
    """The items with all but the most recent folded: at most five open, and one a person."""
    items = list(items)
    kept: list[Item] = []
    people: set[str] = set()
    for item in sorted(items, key=lambda item: item.due, reverse=True):
        who = {key_of(person) for person in item.people}
        if len(kept) < OPEN_AFTER_A_LAPSE and not who & people:
            kept.append(item)
            people |= who
    return [item if item in kept else item._replace(folded=True) for item in items]
