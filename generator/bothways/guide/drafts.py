"""Drafts: a message filled in for somebody, with its gaps and its checks. A draft is never sent from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from bothways.guide.checks import Check, checks
from bothways.guide.pieces import Paragraph, as_text, line, paragraphs
from bothways.guide.placeholders import POSSIBLE
from bothways.guide.words import in_words
from bothways.model.conversations import Conversation
from bothways.model.log import Via
from bothways.model.me import Me
from bothways.model.messages import Message
from bothways.model.names import first_name
from bothways.model.organisations import Organisation
from bothways.model.people import Person

Known = Me | Person | Organisation | Conversation

LONGEST_MAILTO = 1500
"""Characters: some mail programs and systems cut longer addresses without a word (ours, on the careful side)."""


@dataclass(frozen=True)
class Draft:
    """A message filled in."""

    message: Message
    to: str
    """Whom it is for; empty where nobody is named."""
    via: Via | None
    """By what way."""
    subject: Paragraph
    """The subject of an e-mail; empty where the message has none."""
    paragraphs: tuple[Paragraph, ...]
    checks: tuple[Check, ...]
    address: str = ""
    """Their e-mail address, if it is written."""

    @property
    def text(self) -> str:
        """The words to copy: gaps in square brackets, a blank line between paragraphs."""
        return "\n\n".join(as_text(paragraph) for paragraph in self.paragraphs)

    @property
    def mailto(self) -> str | None:
        """A link that opens the draft in a mail program; None without an address, or where it would be too long."""
        if not self.address or self.via not in (None, "email"):
            return None
        fields = {"subject": as_text(self.subject), "body": self.text.replace("\n", "\r\n")}
        said = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
        link = f"mailto:{quote(self.address, safe='@')}?{said}"
        return link if len(link) < LONGEST_MAILTO else None


def draft(  # noqa: PLR0917  # in the order in which a letter is thought of
    message: Message,
    me: Me | None,
    person: Person | None,
    organisation: Organisation | None,
    conversation: Conversation | None,
    today: date,
    tries_left: int | None = None,
) -> Draft:
    """The message filled in with what is known; whatever is not known is a gap.

    `tries_left` is how often the rhythm still lets me write to somebody who has not answered, where that is known.
    """
    values = _values({"me": me, "person": person, "organisation": organisation, "conversation": conversation}, today)
    subject = line(message.subject or "", values)
    words = paragraphs(message.body, values)
    return Draft(
        message=message,
        to=person.name if person else "",
        via=message.via,
        subject=subject,
        paragraphs=words,
        checks=checks(message, words, subject, person=person, conversation=conversation, tries_left=tries_left),
        address=person.email or "" if person else "",
    )


def _values(nouns: Mapping[str, Known | None], today: date) -> dict[str, str]:
    """What each possible placeholder says. What is not known is empty, or not in it."""
    values = {"today": in_words(today, today)}
    for name in POSSIBLE - {"today"}:
        noun, _, field = name.partition(".")
        record = nouns[noun]
        if record is not None:
            values[name] = in_words(_field(record, field), today)
    if nouns["organisation"] is None and "person.organisation" in values:
        # They may work at a place that has no record of its own.
        values["organisation.name"] = values["person.organisation"]
    return values


def _field(record: Known, field: str) -> object:
    if field == "first_name":
        return first_name(record.name) if isinstance(record, Me | Person) else ""
    return getattr(record, field if field in type(record).model_fields else f"{field}_")
