"""Appointments: talks and events to prepare, and the coach's session. Pauses and rests do not move them."""

from collections.abc import Iterator
from datetime import date

from bothways.derive.agenda_item import Item
from bothways.derive.talks import planned
from bothways.model.refs import Ref, and_names
from bothways.model.workbook import Workbook


def appointments(workbook: Workbook, day: date) -> Iterator[Item]:
    """Everything on its day from `day` on."""
    for talk in planned(workbook, day):
        at = f" at {talk.time:%H:%M}" if talk.time else ""
        yield Item(
            kind="prepare",
            due=talk.date,
            people=talk.with_,
            what=f"Get ready for the talk with {and_names(talk.with_)}{at}",
            rule="prepare",
            why=f"You meet on {talk.date}.",
            place=talk.written,
            subject=talk,
        )
    for event in workbook.events:
        if event.date >= day:
            yield Item(
                kind="prepare",
                due=event.date,
                people=(),
                what=f"Get ready for {event.name}",
                rule="prepare",
                why=f"It is on {event.date}.",
                place=event.written,
                subject=event,
            )
    coach = workbook.me.coach if workbook.me else None
    if workbook.me and coach and coach.next_session and coach.next_session >= day:
        yield Item(
            kind="coach-session",
            due=coach.next_session,
            people=(Ref(coach.name),),
            what=f"Get ready for the session with {coach.name}",
            rule="coach_session",
            why=f"Your next session is on {coach.next_session}.",
            place=workbook.me.written,
            subject=workbook.me,
        )
