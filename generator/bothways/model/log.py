"""The log: one line per contact (`log.yaml`)."""

from typing import Literal

from bothways.model.base import Record
from bothways.model.fields import Day, Prose
from bothways.model.refs import AnyPersonRef

Did = Literal[
    "wrote",
    "called",
    "met",
    "heard",
    "thanked",
    "nudged",
    "asked-introduction",
    "introduced",
    "gave",
    "received",
    "reported-back",
    "out-of-office",
]
Via = Literal["email", "phone", "note", "message", "video", "in-person", "linkedin", "other"]


class LogLine(Record):
    """One contact that really happened. A draft is not a log line."""

    date: Day
    """The day it happened."""
    who: AnyPersonRef
    """With whom."""
    did: Did
    """What happened: what you did, or `heard` and `received` for what they did."""
    via: Via | None = None
    """By what way."""
    about: Prose | None = None
    """What about."""
    to: AnyPersonRef | None = None
    """The other person of an introduction."""
    until: Day | None = None
    """The day they are back, after an out-of-office."""
