"""The workbook: everything a person wrote, read and checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bothways.model.base import Record
from bothways.model.checklists import Checklist
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.goals import Goal
from bothways.model.log import LogLine
from bothways.model.me import Me
from bothways.model.messages import Message
from bothways.model.organisations import Organisation
from bothways.model.people import Person
from bothways.model.questions import QuestionList
from bothways.model.rhythm import Rhythm, rhythm_from


@dataclass(frozen=True)
class Workbook:
    """Everything a person wrote, and what ships with the guide. The order is the person's own."""

    me: Me | None = None
    goals: tuple[Goal, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    log: tuple[LogLine, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    questions: tuple[QuestionList, ...] = ()
    """The person's own and the built-in ones; one of the same id replaces the built-in one."""
    events: tuple[Event, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    """The person's own. Those with `start` hold the built-in items already."""
    messages: tuple[Message, ...] = ()
    """The person's own and the built-in ones; the same file name replaces the built-in one."""
    own: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By kind (`questions`, `checklists`, `messages`), the ids that are the person's own."""
    reader: str = ""
    """The profile that it was cut down for; empty: it is the person's own, and whole."""

    def records(self) -> Iterator[Record]:
        """Every record, kind by kind."""
        if self.me:
            yield self.me
        yield from self.goals
        yield from self.organisations
        yield from self.people
        yield from self.log
        yield from self.conversations
        yield from self.questions
        yield from self.events
        yield from self.checklists
        yield from self.messages

    @cached_property
    def rhythm(self) -> Rhythm:
        """The rules that hold."""
        return rhythm_from(self.me.rhythm if self.me else None)

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """People by id."""
        return _by_id(self.people)

    @cached_property
    def organisation(self) -> Mapping[str, Organisation]:
        """Organisations by id."""
        return _by_id(self.organisations)

    @cached_property
    def goal(self) -> Mapping[str, Goal]:
        """Goals by id."""
        return _by_id(self.goals)

    @cached_property
    def event(self) -> Mapping[str, Event]:
        """Events by id."""
        return _by_id(self.events)

    @cached_property
    def question_list(self) -> Mapping[str, QuestionList]:
        """Question lists by id."""
        return _by_id(self.questions)


def _by_id(records: tuple[Any, ...]) -> Mapping[str, Any]:
    return {record.id: record for record in records if isinstance(record, Record) and record.id is not None}
