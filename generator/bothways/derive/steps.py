"""Steps: every thing to do, and the record it belongs to."""

from collections.abc import Iterator

from bothways.model.base import Record
from bothways.model.conversations import Conversation
from bothways.model.goals import Goal
from bothways.model.people import Person
from bothways.model.refs import Ref
from bothways.model.step import Step
from bothways.model.workbook import Workbook


def all_steps(workbook: Workbook) -> Iterator[tuple[Record, Step]]:
    """Every step of every record."""
    for goal in workbook.goals:
        yield from ((goal, step) for step in goal.steps)
    for person in workbook.people:
        yield from ((person, step) for step in person.steps)
    for talk in workbook.conversations:
        yield from ((talk, step) for step in talk.follow_ups)
    for event in workbook.events:
        yield from ((event, step) for step in event.prepare)
        yield from ((event, step) for step in (event.debrief.actions if event.debrief else ()))
    for checklist in workbook.checklists:
        yield from ((checklist, step) for step in checklist.items)


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
            return (Ref(record.name, record.id),)
        case Conversation():
            return record.with_
    return ()
