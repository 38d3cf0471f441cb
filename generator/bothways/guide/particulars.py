"""Particulars: the words that belong to one person and would not be in a letter to anybody else."""

import re
from collections.abc import Iterator

from bothways.model.conversations import Conversation
from bothways.model.names import folded
from bothways.model.people import Person

SHORTEST = 5
"""Letters: shorter words are in every letter."""

_EVERYDAY = frozenset(
    """about after again another anybody around because before being between could every everybody first great having
    little never other others people person place really should something still their there these thing things think
    those through until where which while whose without would years""".split()  # a list to read
)


def particulars(person: Person, talk: Conversation | None) -> frozenset[str]:
    """Words from what is written about them and about the talk with them, folded; empty where nothing is written."""
    said = " ".join((*_about(person), *(_from(talk) if talk else ())))
    words = re.findall(r"\w+", folded(said))
    return frozenset(word for word in words if (len(word) >= SHORTEST or not word.isascii()) and word not in _EVERYDAY)


def _about(person: Person) -> Iterator[str]:
    for ref in (person.organisation, person.introduced_by, person.met_at):
        if ref:
            yield ref.name
    yield from (text for text in (person.role, person.location) if text)
    yield from (*person.interests, *person.helps_with, *person.i_can_help_with)


def _from(talk: Conversation) -> Iterator[str]:
    yield from (*talk.learned, *talk.gave, talk.place or "", talk.surprise or "")
    for advice in talk.advice:
        yield from (advice.advice, advice.did or "")
    for answer in talk.answers:
        yield answer.answer or ""
