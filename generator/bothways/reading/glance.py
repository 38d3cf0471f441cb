"""A glance at one file: what each record says in a few of its fields, without reading the whole workbook.

Why: a line for the log needs to know who there is, and should be written before one has put down the coffee. A glance
says nothing rather than something doubtful; then the whole reading must say it, with its problems and their places.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bothways.reading.events import Unsure, quick_events

_NOTHING = ("", "~", "null")


@dataclass
class Glimpse:
    """One record of a list."""

    line: int
    """Counts from 1."""
    column: int
    """Counts from 1; of the record, not of its dash."""
    fields: dict[str, str | list[str]] = field(default_factory=dict)
    """Its texts, and its lists of texts; what has fields of its own is an empty list."""


def glance(text: str, *, may_be_one: bool = False) -> list[Glimpse] | None:
    """The records of a file that is a list, or `may_be_one` record alone; None where a glance will not do."""
    try:
        return list(_records(_checked(quick_events(text)), may_be_one=may_be_one))
    except Unsure:
        return None


def _checked(events: Iterable[Any]) -> Iterator[Any]:
    """The events, as long as they are one document's."""
    documents = 0
    for event in events:
        documents += isinstance(event, DocumentStartEvent)
        if documents > 1:
            raise Unsure
        yield event


def _records(events: Iterator[Any], *, may_be_one: bool) -> Iterator[Glimpse]:
    """Goes through the levels: 1 is the list of records, 2 a record, 3 a list in it."""
    level, record = 0, Glimpse(0, 0)
    key: str | None = None
    values: list[str] | None = None
    for event in events:
        match event:
            case SequenceStartEvent() | MappingStartEvent():
                is_list = isinstance(event, SequenceStartEvent)
                level += 2 if level == 0 and may_be_one and not is_list else 1
                if (level == 1) != is_list and level < 3:
                    raise Unsure
                if level == 2:
                    begins: Any = event.start_mark
                    record = Glimpse(begins.line + 1, begins.column + 1)
                elif level == 3:
                    values = [] if is_list else None
                    if key is None:
                        raise Unsure
            case SequenceEndEvent() | MappingEndEvent():
                if level == 3 and key is not None:
                    _set(record, key, values or [])
                    key = values = None
                if level == 2:
                    yield record
                level -= 1
            case ScalarEvent() if level == 2:
                if key is None:
                    key = event.value
                else:
                    if said := _said(event):
                        _set(record, key, said)
                    key = None
            case ScalarEvent() if level == 3 and values is not None:
                if said := _said(event):
                    values.append(said)
            case ScalarEvent() if level < 2 and _said(event):
                raise Unsure


def _said(event: Any) -> str:
    said: str = event.value
    is_nothing = not said.strip() or (not event.style and said.casefold() in _NOTHING)
    return "" if is_nothing else said


def _set(record: Glimpse, key: str, value: str | list[str]) -> None:
    if key in record.fields:
        raise Unsure
    record.fields[key] = value
