"""The twin of a smaller workbook: the same records, and other words in every text of the person's.

A site made of it says whatever the program itself says there, and nothing of the person's. So what a page says more
often than its twin came from the person: that tells Anna Script from the scripts of a page.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache
from hashlib import blake2s
from typing import Any, TypeVar

from bothways.audience.cleaning import SOMEBODY, SOMETHING
from bothways.audience.contact_details import LEFT_OUT
from bothways.audience.masks import GONE
from bothways.audience.treatment import fields_of
from bothways.model.base import Noun, Record
from bothways.model.refs import Ref
from bothways.model.workbook import Workbook
from bothways.reading.kinds import BY_NAME

LETTERS = "bcdfghjklmnpqrstvwxz"
"""Of the other words: without a vowel nobody takes them for a word."""

_WORD = re.compile(r"\{\{.*?\}\}|\b(?:https?|mailto|tel):|[^\W\d_]{2,}")
"""A placeholder or the scheme of a link, which stay, or a word."""
_OURS = frozenset(
    " ".join(
        (
            SOMEBODY,
            SOMETHING,
            *GONE.values(),
            *LEFT_OUT.values(),
            *(kind.noun for kind in BY_NAME.values() if kind.title),
        )
    )
    .translate(str.maketrans("()", "  "))
    .split()
)
"""What stands for words that were taken out: the program put it there."""


def twin(workbook: Workbook, public: Iterable[str], open_names: Iterable[str]) -> Workbook:
    """The workbook with other words. Ids, days and choices are the same, as are texts that are `public`.

    So are the words of the names that are not hidden: Calderon may be shown where Calder is not.
    """
    words = _Words(frozenset(public), frozenset(" ".join(open_names).lower().split()))
    kinds: Mapping[str, Any] = {
        kind: tuple(words.put_into(record) for record in getattr(workbook, kind)) for kind in BY_NAME if kind != "me"
    }
    return replace(workbook, me=workbook.me and words.put_into(workbook.me), **kinds)


SomeNoun = TypeVar("SomeNoun", bound=Noun)


class _Words:
    """Puts other words into a record."""

    def __init__(self, public: Collection[str], kept: Collection[str]) -> None:
        self._public, self._kept = public, kept

    def put_into(self, noun: SomeNoun) -> SomeNoun:
        """The record, or a part of one, with other words."""
        values = {
            field.attribute: self._value(getattr(noun, field.attribute))
            for field in fields_of(type(noun))
            if field.how not in ("value", "unknown") and not (isinstance(noun, Record) and field.key in ("id", "files"))
        }
        return noun.model_copy(update=values)

    def _value(self, written: Any) -> Any:
        if isinstance(written, tuple):
            return tuple(map(self._value, written))
        if isinstance(written, Noun):
            return self.put_into(written)
        if isinstance(written, Ref):
            return Ref(self._text(written.name), written.id)
        return self._text(written) if isinstance(written, str) else written

    def _text(self, text: str) -> str:
        return text if text in self._public else _WORD.sub(self._word, text)

    def _word(self, match: re.Match[str]) -> str:
        return match[0] if match[0].lower() in self._kept else other_word(match[0])


@cache
def other_word(word: str) -> str:
    """A word of as many letters, always the same for the same word."""
    if not word.isalpha() or word.lower() in _OURS:
        return word
    digest = blake2s(word.lower().encode()).digest() * (len(word) // 32 + 1)
    letters = "".join(LETTERS[byte % len(LETTERS)] for byte in digest[: len(word)])
    return letters.capitalize() if word[0].isupper() else letters
