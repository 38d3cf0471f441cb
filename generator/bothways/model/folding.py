"""Names without the differences that do not count: case, spacing, Unicode form, and what cannot be seen."""

import re
import unicodedata

_UNSEEN = re.compile(r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Soft hyphens, joiners and marks of direction: they come along with what is pasted from a page or an address book."""


def folded(name: str) -> str:
    """The name without the differences that do not count in a reference."""
    if name.isascii():  # by far the most, and soon done
        return " ".join(name.lower().split())
    once = unicodedata.normalize("NFKC", without_unseen(name)).casefold()
    return " ".join(unicodedata.normalize("NFKC", once).casefold().split())


def without_unseen(text: str) -> str:
    """The text without the characters that cannot be seen."""
    return _UNSEEN.sub("", text)
