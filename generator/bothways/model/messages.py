"""Messages: templates to fill in for a person and an occasion (`messages/*.md`)."""

from typing import Literal

from bothways.model.base import Record
from bothways.model.fields import Line, Prose
from bothways.model.log import Via

MessageKind = Literal[
    "first-ask",
    "second-try",
    "thank-you",
    "introduction-request",
    "introduction-to-forward",
    "report-back",
    "catch-up",
    "congratulation",
    "event-follow-up",
    "phone-script",
    "connection-note",
    "other",
]


class Message(Record):
    """A message to fill in. Nothing is ever sent."""

    title: Line = ""
    """What it is called. Left out: the name of the file."""
    for_: MessageKind = "other"
    """The occasion."""
    via: Via | None = None
    """By what way."""
    subject: Line | None = None
    """The subject of an e-mail. May hold placeholders."""
    body: Prose = ""
    """The words: Markdown, with placeholders such as `{{ person.first_name }}`."""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.title
