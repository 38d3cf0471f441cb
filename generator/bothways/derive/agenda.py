"""The agenda: one finite list, most pressing first. The table in the workbook format says what each kind means.

Takes a Workbook and a day; gives items, each with its rule, its reason and the place that made it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bothways.derive.agenda_item import APPOINTMENTS, KINDS, Item
from bothways.derive.contacts import History, histories, key_of, last_activity
from bothways.derive.due_appointments import appointments
from bothways.derive.due_people import due_people
from bothways.derive.due_talks import due_talks
from bothways.model.workbook import Workbook

APPOINTMENT_DAYS = 3
"""Appointments show this many days before (workbook format, The agenda)."""
LAPSE_DAYS = 14
"""Days without any log line, conversation or done step, after which the agenda starts again gently."""
OPEN_AFTER_A_LAPSE = 5
"""Items that stay open then."""


@dataclass(frozen=True)
class Agenda:
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
    items.sort(key=lambda item: (item.due, KINDS.index(item.kind), item.first_name, item.what))
    last = last_activity(workbook, day)
    starting_again = last is not None and (day - last).days >= LAPSE_DAYS
    return Agenda(day, tuple(_folded(items) if starting_again else items), starting_again)


def debts(workbook: Workbook, day: date, known: Mapping[str, History]) -> tuple[Item, ...]:
    """Everything that will fall due from what has happened so far, whenever that is."""
    return (*due_talks(workbook, day, known), *due_people(workbook, day, known))


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
    return [item if item in kept else replace(item, folded=True) for item in items]
