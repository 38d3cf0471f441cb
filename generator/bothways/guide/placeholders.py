"""Placeholders: `{{ person.first_name }}` in the words or the subject of a message.

The sandbox of the workbook format is the narrowest there is: a placeholder is a name that is looked up, and nothing
else. There is no template engine, so no statement, filter, call or attribute of Python can run; whatever else
stands between braces is shown, never done.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice
from typing import NamedTuple

from bothways.model.base import Noun, Record
from bothways.model.conversations import Conversation
from bothways.model.me import Me
from bothways.model.messages import Message
from bothways.model.organisations import Organisation
from bothways.model.people import Person
from bothways.problems import Place, Problem
from bothways.reading.other_words import FIELDS, meant

MOST_HINTS = 20
"""Hints about one message: whoever typed more pairs of braces than that meant something else by them."""

NOUNS: dict[str, type[Noun]] = {
    "me": Me,
    "person": Person,
    "organisation": Organisation,
    "conversation": Conversation,
}

_BRACES = re.compile(
    r"\{\{([^{}]{0,200})\}\}|\{\{|\{[%#]|(?<!\{)\{ ?(?:me|person|organi[sz]ation|conversation)\.\w+ ?\}(?!\})"
)
"""A placeholder; or braces that begin none."""


def _possible() -> Iterator[str]:
    """What every record may carry is left out: private notes have no place in a message."""
    for noun, model in NOUNS.items():
        fields = (field.removesuffix("_") for field in model.model_fields if field not in Record.model_fields)
        yield from (f"{noun}.{field}" for field in fields)
    yield from ("me.first_name", "person.first_name", "today")


POSSIBLE = frozenset(_possible())
"""Every placeholder there is."""


class Placeholder(NamedTuple):
    """One pair of braces in a text."""

    name: str
    """What stands inside, without the space round it; both spellings of organisation are one."""
    start: int
    """Where it begins in the text, in characters from 0."""

    @property
    def is_known(self) -> bool:
        """Whether it can be filled in."""
        return self.name in POSSIBLE


def name_inside(inside: str) -> str:
    """The placeholder's name, from what stands between its braces."""
    return " ".join(inside.split()).replace("organization", "organisation")


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """Every placeholder in a text, in order."""
    return tuple(
        Placeholder(name_inside(match[1]), match.start()) for match in _BRACES.finditer(text) if match[1] is not None
    )


def placeholder_hints(message: Message) -> list[Problem]:
    """A hint at the place of everything between braces that cannot be filled in; where there are many, the first."""
    texts = (("subject", message.subject or ""), ("body", message.body))
    cannot_be_filled = (
        (field, match)
        for field, text in texts
        for match in _BRACES.finditer(text)
        if match[1] is None or name_inside(match[1]) not in POSSIBLE
    )
    return [
        Problem(
            place_in(message, field, match.start()),
            "unknown-placeholder",
            *_said(match),
            field=f"messages[{message.title}].{field}",
            severity="hint",
        )
        for field, match in islice(cannot_be_filled, MOST_HINTS)
    ]


def place_in(message: Message, field: str, start: int) -> Place:
    """Where a character of the words stands in the file. In the subject: where the subject is written."""
    at = message.field_written(field)
    if field != "body":
        return at
    before = message.body[:start]
    return Place(at.file, at.line + before.count("\n"), start - (before.rfind("\n") + 1) + 1)


def _nearest(name: str) -> str | None:
    """The placeholder that was likely meant. A field alone is the person's, since most messages speak of them."""
    noun, _, field = name.rpartition(".")
    noun = noun or "person"
    if f"{noun}.{field}" in POSSIBLE:
        return f"{noun}.{field}"
    fields = [placeholder.partition(".")[2] for placeholder in POSSIBLE if placeholder.startswith(f"{noun}.")]
    if other := meant(field, FIELDS, fields):
        return f"{noun}.{other}"
    near = get_close_matches(name, sorted(POSSIBLE), n=1, cutoff=0.7)
    return near[0] if near else None


def _said(match: re.Match[str]) -> tuple[str, str]:
    """The message and the advice for braces that cannot be filled in."""
    if match[1] is None:
        opening = match[0]
        if opening == "{{":
            return "A placeholder begins with {{ and does not end.", "Close it with }}."
        if opening.endswith("}"):
            return f"{opening} is shown as typed: a placeholder has two braces on each side.", f"Write {{{opening}}}"
        return (
            f"{opening} is shown as typed: a message has placeholders only.",
            "Take it out, or write the words themselves.",
        )
    name = name_inside(match[1])
    near = _nearest(name)
    advice = f"Did you mean {near}?" if near else "Write the words in [square brackets], as a gap to fill."
    return f"{name or 'An empty placeholder'} cannot be filled in and shows as a gap.", advice
