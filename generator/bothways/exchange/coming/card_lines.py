"""The cards in a file of vCards, each with its lines taken apart. `vobject` unfolds, decodes and unescapes.

Its own tree of a card is not used: to build one takes ten times as long as to read the lines.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bothways.exchange.coming.source import Source, refused
from bothways.exchange.extra import library

BEGIN = re.compile(r"^BEGIN:VCARD[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)

WANTED = frozenset(
    "VERSION FN N NICKNAME ORG TITLE ROLE EMAIL TEL URL ADR CATEGORIES NOTE KIND X-ABSHOWAS X-ADDRESSBOOKSERVER-KIND "
    "X-SOCIALPROFILE".split()
)
"""What becomes a field, or tells people from companies. Pictures and keys are passed over, which may be broken."""

_PROPERTY = re.compile(r"(?:[\w-]+\.)?(?P<name>[A-Za-z][\w-]*)[;:]")
_LINES = re.compile(r"\r\n|\n|\r")
_OLD = re.compile(r"^VERSION:[ \t]*2\.1[ \t]*$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class CardLine:
    """One property of a card."""

    name: str
    words: frozenset[str]
    """What stands between its name and its value, in small letters: `work`, `pref`, `uri`."""
    value: str
    """As in the file, with its escapes."""

    @property
    def text(self) -> str:
        """The value as one text."""
        return self.parts("")[0].strip()

    def parts(self, separator: str) -> list[str]:
        """The value's parts between separators: `;` for the parts of a name, `,` for several words."""
        if "\\" not in self.value:
            return self.value.split(separator) if separator else [self.value]
        escaped: list[str] = library("vobject.icalendar", "vCards").stringToTextValues(
            self.value, listSeparator=separator, charList="\\;,nN:"
        )
        return escaped


Card = dict[str, list[CardLine]]
"""The lines of a card by name."""


def cards(source: Source) -> Iterator[tuple[int, Card | None]]:
    """Each card with the line it begins on; None for one that cannot be read."""
    vobject = library("vobject", "vCards")
    for number, text in _texts(source):
        try:
            yield number, _card(vobject, text)
        except Exception:  # noqa: BLE001  # a stranger's card may fail the library in any way; the others are read
            yield number, None


def _card(vobject: Any, text: str) -> Card:
    card: Card = {}
    is_old = bool(_OLD.search(text))
    for logical, _ in vobject.base.getLogicalLines(io.StringIO(text), allowQP=is_old):
        name, params, value, _group = vobject.base.parseLine(logical)
        words = frozenset(word for param in params for part in param for word in part.lower().split(","))
        if "quoted-printable" in words:
            value = vobject.base.ContentLine(name, params, value).value
        card.setdefault(name.upper(), []).append(CardLine(name.upper(), words, value))
    return card


def _texts(source: Source) -> Iterator[tuple[int, str]]:
    """Each card's lines that are wanted, with the line it begins on."""
    card: list[str] = []
    first = depth = 0
    is_kept = False
    for number, line in enumerate(_LINES.split(source.text), 1):
        mark = line.strip().upper()
        if mark == "BEGIN:VCARD":
            depth += 1
            if depth == 1:
                card, first, is_kept = [], number, False
        elif mark == "END:VCARD" and depth:
            depth -= 1
            if depth == 0:
                yield first, "\n".join([*card, ""])
        elif depth == 1:
            if not line.startswith((" ", "\t")) and (match := _PROPERTY.match(line)):
                is_kept = match["name"].upper() in WANTED
            if is_kept:
                card.append(line)
    if depth:
        raise refused(source.name, first, "This card has a beginning and no end.", "Add a line END:VCARD after it.")
