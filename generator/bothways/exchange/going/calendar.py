"""The agenda and the planned talks as a calendar (iCalendar), for any program that shows days.

Events rather than tasks: Outlook and Google's calendar pass over tasks. Each has an identity made from its record, so
that a calendar taken in again updates it.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bothways.derive.agenda import agenda
from bothways.derive.agenda_item import Item
from bothways.derive.talks import planned
from bothways.exchange.extra import library
from bothways.model.base import Record
from bothways.model.conversations import Conversation
from bothways.model.log import LogLine
from bothways.model.refs import and_names, key_of
from bothways.model.workbook import Workbook

AHEAD = 28
"""Days ahead that the agenda is taken from, unless another number is asked for. Ours."""
MORNING = timedelta(hours=9)
"""When a day's entry rings."""
BEFORE_A_TALK = timedelta(minutes=-30)
"""When a talk with a time rings."""

KIND_WORDS = {"informational-interview": "Talk", "catch-up": "Catch-up", "other": "Talk"}
"""Kinds of talk that are called otherwise in a calendar."""


def calendar(workbook: Workbook, day: date, ahead: int = AHEAD) -> bytes:
    """The calendar's file: what is due up to so many days ahead, and every planned talk."""
    ical = library("icalendar", "Calendars")
    shown = ical.Calendar()
    shown.add("prodid", "-//bothways//bothways 1//EN")
    shown.add("version", "2.0")
    shown.add("calscale", "GREGORIAN")
    shown.add("x-wr-calname", "bothways")
    for event in _events(ical, workbook, day, ahead):
        shown.add_component(event)
    made: bytes = shown.to_ical()
    return made


def _events(ical: Any, workbook: Workbook, day: date, ahead: int) -> Iterator[Any]:
    seen: dict[str, int] = {}
    for talk in planned(workbook, day):
        yield _talk(ical, talk, _event(ical, _title(talk), day, _about(talk), _once(f"talk-{talk.id}", seen)))
    for item in _items(workbook, day, ahead):
        event = _event(ical, item.what, day, item.why, _once(_identity(item), seen))
        # What is overdue is shown today: a calendar's past is not looked at.
        yield _on_day(ical, event, max(item.due, day))


def _items(workbook: Workbook, day: date, ahead: int) -> list[Item]:
    """What is due, without the talks, which have an entry of their own, and without what a lapse folded away."""
    items = agenda(workbook, day, ahead).items
    return [i for i in items if not i.folded and not (i.kind == "prepare" and isinstance(i.subject, Conversation))]


def _title(talk: Conversation) -> str:
    return f"{KIND_WORDS.get(talk.kind, talk.kind.capitalize())} with {and_names(talk.with_)}"


def _about(talk: Conversation) -> str:
    """What it is for, and the questions that are its own."""
    goal = [str(talk.goal)] if talk.goal else []
    return "\n".join([*goal, *(f"- {question}" for question in talk.extra_questions)])


def _talk(ical: Any, talk: Conversation, event: Any) -> Any:
    if talk.place:
        event.add("location", talk.place)
    if talk.link:
        event.add("url", talk.link)
    if talk.time is None:
        return _on_day(ical, event, talk.date)
    # Without a time zone: the time is that of the place where the person is.
    start = datetime.combine(talk.date, talk.time)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=talk.minutes))
    event.add_component(_alarm(ical, BEFORE_A_TALK, event["summary"]))
    return event


def _on_day(ical: Any, event: Any, day: date) -> Any:
    """The event as one of a whole day, during which one is free for others."""
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(ical, MORNING, event["summary"]))
    return event


def _event(ical: Any, title: str, day: date, about: str, identity: str) -> Any:
    event = ical.Event()
    event.add("uid", f"{identity}@bothways")
    # The day rather than the clock: the same workbook and day give the same bytes.
    event.add("dtstamp", datetime.combine(day, time(), UTC))
    event.add("summary", title)
    if about:
        event.add("description", about)
    return event


def _alarm(ical: Any, when: timedelta, title: str) -> Any:
    alarm = ical.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", when)
    alarm.add("description", title)
    return alarm


def _identity(item: Item) -> str:
    """What stays the same about an item from day to day: its kind, its record and its people; never when it is due."""
    subject = item.subject
    record = str(subject.id) if isinstance(subject, Record) and subject.id else ""
    day = subject.date.isoformat() if isinstance(subject, LogLine) else ""
    parts = (item.kind, record, day, *map(key_of, item.people), item.what)
    return f"{item.kind}-{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:16]}"


def _once(identity: str, seen: dict[str, int]) -> str:
    """The identity, numbered where two items have the same."""
    seen[identity] = seen.get(identity, 0) + 1
    return identity if seen[identity] == 1 else f"{identity}-{seen[identity]}"
