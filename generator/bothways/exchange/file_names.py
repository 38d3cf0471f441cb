"""Names of people as names of files: safe on Windows, macOS and Linux, readable, and each once."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from bothways.model.names import RESERVED

LONGEST = 120
"""Bytes, so that an ending, a number and a long folder still fit."""

NOT_IN_NAMES = re.compile(r"[\[\]#^|\\/:<>\"*?%\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
"""What Obsidian takes for part of a link, and what Windows does not allow."""


def file_names(names: Iterable[str]) -> Iterator[str]:
    """A name for each, in order, without ending. Two that a computer would take for one get a number."""
    seen: set[str] = set()
    for name in names:
        plain = _plain(name)
        unique, number = plain, 2
        while _same(unique) in seen:
            unique, number = f"{plain} {number}", number + 1
        seen.add(_same(unique))
        yield unique


def _plain(name: str) -> str:
    words = NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", name))
    text = " ".join(words.split()).lstrip(".").strip()
    text = text.encode()[:LONGEST].decode(errors="ignore").rstrip(" .")
    is_reserved = text.split(".")[0].strip().casefold() in RESERVED
    return f"{text} (person)" if is_reserved else text or "Somebody"


def _same(name: str) -> str:
    """What a computer that knows no cases and one form of accents would see."""
    return unicodedata.normalize("NFKC", name).casefold()
