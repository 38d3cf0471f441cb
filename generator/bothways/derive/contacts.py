"""Contacts: everything that happened with each person, in order. Plans and drafts are not among them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from bothways.derive.steps import all_steps
from bothways.derive.talks import held, is_held
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.log import LogLine
from bothways.model.people import Person
from bothways.model.refs import Ref, key_of
from bothways.model.workbook import Workbook

Way = Literal["in", "out", "both"]

TRIES = ("wrote", "called", "nudged", "asked-introduction")
ANSWERS = ("heard", "received", "met", "talk")
"""What `Contact.did` says of a sign of them."""
_BOTH_WAYS = ("met",)
_IN = ("heard", "received")


class Contact(NamedTuple):
    """One thing that happened with one person."""

    date: date
    way: Way
    """`in` came from them, `out` went out from me, `both` is a talk or a meeting."""
    source: LogLine | Conversation | Event | Person
    """What says so. A person, where it is their `met_on`."""

    @property
    def did(self) -> str:
        """The log's word for it; `talk`, `event` or `met-on` for the others."""
        match self.source:
            case LogLine():
                return self.source.did
            case Conversation():
                return "talk"
            case Event():
                return "event"
        return "met-on"


class History(NamedTuple):
    """All contacts with one person, oldest first."""

    who: Ref
    contacts: tuple[Contact, ...] = ()
    out_of_office: tuple[LogLine, ...] = ()
    """Their automatic answers: no contact, but they move what is due."""
    no_shows: tuple[date, ...] = ()
    """Days of talks to which they did not come."""

    @property
    def tries(self) -> tuple[LogLine, ...]:
        """Every attempt to reach them, oldest first."""
        return tuple(c.source for c in self.contacts if isinstance(c.source, LogLine) and c.did in TRIES)

    @property
    def has_answered(self) -> bool:
        """Whether they ever answered, wrote, met me or talked with me."""
        return any(contact.did in ANSWERS for contact in self.contacts)

    @property
    def is_unanswered(self) -> bool:
        """Whether I tried, and they have never answered."""
        return not self.has_answered and bool(self.tries)

    @property
    def is_waiting(self) -> bool:
        """Whether I wait for them: they never answered, or did not come to our talk and nothing happened since."""
        if self.is_unanswered:
            return True
        last = self.last()
        return bool(self.no_shows) and (last is None or last.date <= max(self.no_shows))

    def last(self, *ways: Way) -> Contact | None:
        """The latest contact of these ways; of any, if none is named."""
        return next((c for c in reversed(self.contacts) if not ways or c.way in ways), None)

    @property
    def last_two_way(self) -> Contact | None:
        """The latest sign of them: a conversation, a meeting, or something they wrote or gave."""
        return next((c for c in reversed(self.contacts) if c.did in ANSWERS), None)

    def has_line_since(self, did: str, day: date) -> bool:
        """Whether the log has this word for them on or after a day."""
        return any(c.did == did and c.date >= day for c in self.contacts)


def histories(workbook: Workbook, day: date) -> Mapping[str, History]:
    """The history of everybody with a record, and of everybody the log or an event names, up to `day`. By `key_of`."""
    refs: dict[str, Ref] = {str(person.id): person.who for person in workbook.people}
    found: dict[str, list[Contact]] = defaultdict(list)
    away: dict[str, list[LogLine]] = defaultdict(list)
    missed: dict[str, list[date]] = defaultdict(list)

    def add(who: Ref, contact: Contact) -> None:
        refs.setdefault(key_of(who), who)
        found[key_of(who)].append(contact)

    for line in workbook.log:
        if line.date > day:
            continue
        if line.did == "out-of-office":
            refs.setdefault(key_of(line.who), line.who)
            away[key_of(line.who)].append(line)
            continue
        way: Way = "both" if line.did in _BOTH_WAYS else "in" if line.did in _IN else "out"
        add(line.who, Contact(line.date, way, line))
        if line.did == "introduced" and line.to:
            add(line.to, Contact(line.date, "out", line))
    for talk in held(workbook, day):
        for who in talk.with_:
            add(who, Contact(talk.date, "both", talk))
    for talk in workbook.conversations:
        for who in talk.with_ if talk.status == "no-show" and talk.date <= day else ():
            missed[key_of(who)].append(talk.date)
    for event in workbook.events:
        for who in event.met if event.date <= day else ():
            add(who, Contact(event.date, "both", event))
    for person in workbook.people:
        if person.met_on and person.met_on <= day:
            add(person.who, Contact(person.met_on, "both", person))
    return {
        key: History(who, tuple(sorted(found[key], key=lambda c: c.date)), tuple(away[key]), tuple(missed[key]))
        for key, who in refs.items()
    }


def concerning(people: Collection[str], workbook: Workbook) -> Workbook:
    """The part of a workbook from which the histories of some people are made. `people`: by `key_of`."""
    return replace(
        workbook,
        people=tuple(one for one in workbook.people if one.id in people),
        conversations=tuple(one for one in workbook.conversations if any(key_of(who) in people for who in one.with_)),
        events=tuple(one for one in workbook.events if any(key_of(who) in people for who in one.met)),
        log=tuple(one for one in workbook.log if key_of(one.who) in people or (one.to and key_of(one.to) in people)),
    )


def last_activity(workbook: Workbook, day: date) -> date | None:
    """The last day on which anything was done: a log line, a conversation, or a step with its day."""
    lines = [line.date for line in workbook.log]
    talks = [talk.date for talk in workbook.conversations if is_held(talk, day) or talk.date == day]
    steps = [step.done for _, step in all_steps(workbook) if isinstance(step.done, date)]
    return max((done for done in (*lines, *talks, *steps) if done <= day), default=None)
