"""Events: where people are met (`events.yaml`)."""

from typing import Literal

from bothways.model.base import Noun, Record
from bothways.model.fields import Day, Line, Many, Prose, YesNo
from bothways.model.refs import AnyPersonRef
from bothways.model.step import Step

EventKind = Literal[
    "association",
    "chamber",
    "meetup",
    "conference",
    "volunteering",
    "worship",
    "community",
    "school-and-sport",
    "online",
    "social",
    "other",
]


class Debrief(Noun):
    """What came of an event."""

    worked: Prose | None = None
    """What worked."""
    differently: Prose | None = None
    """What you would do differently."""
    trends: Prose | None = None
    """What people talked about."""
    worth_it: YesNo | None = None
    """Whether it was worth going."""
    actions: Many[Step] = ()
    """What to do next."""


class Event(Record):
    """Somewhere people are met."""

    name: Line
    """Its name."""
    date: Day
    """The day."""
    kind: EventKind | None = None
    """What kind."""
    place: Line | None = None
    """Where."""
    cost: Line | None = None
    """What it costs."""
    intention: Prose | None = None
    """What you go for."""
    prepare: Many[Step] = ()
    """What to do before."""
    met: Many[AnyPersonRef] = ()
    """Whom you met."""
    debrief: Debrief | None = None
    """What came of it."""
