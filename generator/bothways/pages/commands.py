"""Commands to copy into a terminal."""

import re

_SAFE = re.compile(r"[\w.,:/@+-]+")
_TAKEN = re.compile(r'(["\\$`])')
"""Signs that mean something between double quotes."""


def command(*words: str) -> str:
    """`bothways log "Dana Okafor" thanked`: quoted where a word needs it, in quotes that every shell knows."""
    return " ".join(("bothways", *map(_quoted, words)))


def _quoted(word: str) -> str:
    if _SAFE.fullmatch(word):
        return word
    return '"' + _TAKEN.sub(r"\\\1", word) + '"'
