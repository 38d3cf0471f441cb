"""What is carried over from a workbook as it was before an edit: the histories of everybody whom the edit is not about.

Of two thousand histories it is about one or two. Everything else that follows is worked out anew.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bothways.derive.contacts import History, concerning, histories
from bothways.derive.due_people import Hellos
from bothways.model.base import Record
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.log import LogLine
from bothways.model.people import Person
from bothways.model.refs import Ref, key_of
from bothways.model.workbook import Workbook

MOST_CHANGED = 50
"""Records. With more of them, such as all below a new line, it is as quick to work out everything."""


class Carried(NamedTuple):
    """What was worked out for a workbook, on one day."""

    workbook: Workbook
    histories: Mapping[str, History]
    hellos: Hellos

    def histories_now(self, workbook: Workbook, day: date) -> Mapping[str, History]:
        """As `histories` gives them, on the same day: in the same order, and those that are the same as they were."""
        changed = [*_others(self.workbook, workbook), *_others(workbook, self.workbook)]
        people = {key_of(who) for record in changed for who in _about(record)}
        ids = [person.id for person in workbook.people]
        # Who has no record stands where they are first named, which may have changed.
        is_in_order = ids == [person.id for person in self.workbook.people] and people.issubset(ids)
        if not is_in_order or len(changed) > MOST_CHANGED:
            return histories(workbook, day)
        theirs = histories(concerning(people, workbook), day)
        return {**self.histories, **{key: theirs[key] for key in people}}

    def hellos_now(self, workbook: Workbook) -> Hellos:
        """Those that could still hold: none, where others than people say when they are due."""
        are_the_same = workbook.rhythm == self.workbook.rhythm and workbook.organisations == self.workbook.organisations
        return self.hellos if are_the_same else {}


def _others(workbook: Workbook, before: Workbook) -> Iterator[Record]:
    """The records of a workbook that histories are made of and that are none of an earlier one's."""
    for kind in ("people", "log", "conversations", "events"):
        now, then = getattr(workbook, kind), getattr(before, kind)
        if now == then:  # as a rule the very same records, which is seen at once
            continue
        known = set(map(_mark, then))
        yield from (record for record in now if _mark(record) not in known)


def _mark(record: Record) -> object:
    """What tells a record from others as far as histories go: of somebody, no more than the name, as a rule."""
    return (record.id, record.name) if isinstance(record, Person) and not record.met_on else id(record)


def _about(record: Record) -> tuple[Ref, ...]:
    """Those in whose histories it may stand."""
    match record:
        case Person():
            return (record.who,)
        case LogLine():
            return (record.who, record.to) if record.to else (record.who,)
        case Conversation():
            return record.with_
        case Event():
            return record.met
    return ()
