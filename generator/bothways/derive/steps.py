"""Steps: every thing to do, and the record it belongs to."""

from collections.abc import Iterator

from bothways.model.base import Record
from bothways.model.checklists import Checklist
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.goals import Goal
from bothways.model.people import Person
from bothways.model.refs import Ref
from bothways.model.step import Step
from bothways.model.workbook import Workbook


def all_steps(workbook: Workbook) -> Iterator[tuple[Record, Step]]:
    """Every step of every record."""
    for kind in (workbook.goals, workbook.people, workbook.conversations, workbook.events, workbook.checklists):
        for record in kind:
            yield from ((record, step) for step in steps_of(record))


def steps_of(record: Record) -> tuple[Step, ...]:
    """The steps of a record, whatever they are called in it."""
    match record:
        case Goal() | Person():
            return record.steps
        case Conversation():
            return record.follow_ups
        case Event():
            return (*record.prepare, *(record.debrief.actions if record.debrief else ()))
        case Checklist():
            return record.items
    return ()


def is_wanted(record: Record, workbook: Workbook) -> bool:
    """Whether a record's steps still count: those of a goal that is paused, met or dropped do not."""
    if isinstance(record, Goal):
        return record.status == "active"
    if isinstance(record, Conversation) and record.goal and record.goal.id:
        return workbook.goal[record.goal.id].status == "active"
    return True


def about(record: Record) -> tuple[Ref, ...]:
    """The people whom a record's steps are about."""
    match record:
        case Person():
            return (record.who,)
        case Conversation():
            return record.with_
    return ()
