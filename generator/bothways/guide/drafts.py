"""Drafts: a message filled in for somebody, with its gaps and its checks. A draft is never sent from here."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from bothways.guide.checks import Check, checks
from bothways.guide.pieces import Paragraph, as_text, line, paragraphs
from bothways.guide.placeholders import POSSIBLE, placeholders
from bothways.guide.words import in_words
from bothways.model.conversations import Conversation
from bothways.model.log import Via
from bothways.model.me import Me
from bothways.model.messages import Message
from bothways.model.names import first_name
from bothways.model.organisations import Organisation
from bothways.model.people import Person
from bothways.model.words import capital

Known = Me | Person | Organisation | Conversation

LONGEST_MAILTO = 1500
"""Characters: some mail programs and systems cut longer addresses without a word (ours, on the careful side)."""

WAYS: Mapping[Via, str] = {
    "email": "by e-mail",
    "phone": "by phone",
    "note": "by note",
    "message": "by message",
    "video": "by video",
    "in-person": "in person",
    "linkedin": "on LinkedIn",
}
"""How one says by what way; `other` says nothing."""


class Draft(NamedTuple):
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
    def heading(self) -> str:
        """Whom it is for and by what way: `To Dana Okafor, by e-mail`. The subject, if there is one, comes after it."""
        way = WAYS.get(self.via, "") if self.via else ""
        return capital(", ".join(filter(None, (f"to {self.to}" if self.to else "", way))) or "the words")

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is still to be filled in."""
        return tuple(piece.text for part in (self.subject, *self.paragraphs) for piece in part if piece.is_gap)

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
    known: Mapping[str, str] | None = None,
) -> Draft:
    """The message filled in with what is known; whatever is not known is a gap.

    `tries_left` is how often the rhythm still lets me write to somebody who has not answered, where that is known.
    `known` are words for gaps in square brackets that the workbook can fill: `the day you wrote`.
    """
    nouns = {"me": me, "person": person, "organisation": organisation, "conversation": conversation}
    values = _values(message, nouns, today) | {f"[{gap}]": words for gap, words in (known or {}).items()}
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


def _values(message: Message, nouns: Mapping[str, Known | None], today: date) -> dict[str, str]:
    """What each placeholder of the message says. What is not known is empty, or not in it."""
    values = {"today": in_words(today, today)}
    wanted = {placeholder.name for text in (message.subject or "", message.body) for placeholder in placeholders(text)}
    for name in wanted & POSSIBLE - {"today"}:
        noun, _, field = name.partition(".")
        record = nouns[noun]
        if record is not None:
            values[name] = in_words(_field(record, field), today)
    person = nouns["person"]
    if nouns["organisation"] is None and isinstance(person, Person) and person.organisation:
        # They may work at a place that has no record of its own.
        values["organisation.name"] = person.organisation.name
    return values


def _field(record: Known, field: str) -> object:
    if field == "first_name":
        return first_name(record.name) if isinstance(record, Me | Person) else ""
    return getattr(record, field if field in type(record).model_fields else f"{field}_")
