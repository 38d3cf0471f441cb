"""Folding: a text without the differences that hide a name, and the way back to where each letter stood.

`Zoë`, `ZOE`, `Zoe` with a loose accent, `Z&#111;e`, `Zo<b>e</b>` and full-width letters are all `zoe`.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

LETTER = r"[^\W\d_]"

_PLAIN_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        "ħ": "h",
        "ŧ": "t",
        "ß": "ss",
    }
)
"""Letters that no Unicode form takes apart, as people write them who have no such key."""
_APOSTROPHES = frozenset("'`\u2018\u2019\u201b\u02b9\u02bc\u00b4\u2032\uff07")

_ODD = re.compile(
    rf"&\#?\w{{1,31}};|(?<={LETTER})(?:[*`\\]+|</?(?:a|abbr|b|bdi|em|font|i|mark|small|span|strong|sub|sup|u|wbr)\b[^<>]{{0,200}}>)"
    rf"(?={LETTER})"
)
"""What a browser shows as a letter, or not at all, inside a word."""


@dataclass(frozen=True)
class Folded:
    """A text for looking in."""

    text: str
    places: Sequence[int] | None
    """Where in the original each character stands, and where that ends; None: at the same place."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The piece of the original that this piece stands for."""
        return (self.places[start], self.places[end]) if self.places else (start, end)


def folded_text(text: str) -> Folded:
    """The text, folded. It is to be in the Unicode form NFC."""
    if not _ODD.search(text):
        simple = text.lower() if text.isascii() else "".join(map(fold_letter, text))
        if len(simple) == len(text) and (text.isascii() or all(len(fold_letter(letter)) == 1 for letter in set(text))):
            return Folded(simple, None)
    letters: list[str] = []
    places: list[int] = []
    for piece, start in _pieces(text):
        for letter in fold(piece):
            letters.append(letter)
            places.append(start)
    return Folded("".join(letters), (*places, len(text)))


def fold(text: str) -> str:
    """The same, where nobody needs the way back."""
    return "".join(map(fold_letter, unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=4096)
def fold_letter(letter: str) -> str:
    """One character, folded: mostly one, sometimes two, none for what nobody sees."""
    if letter.isascii():
        return letter.lower()
    if letter in _APOSTROPHES:
        return "'"
    plain = "".join(part for part in unicodedata.normalize("NFKD", letter) if not _is_unseen(part))
    plain = unicodedata.normalize("NFC", plain).casefold().translate(_PLAIN_LETTERS)
    return "".join(map(_simple, plain))


def _simple(letter: str) -> str:
    if letter.isspace():
        return " "
    if unicodedata.category(letter) == "Pd":
        return "-"
    digit = unicodedata.decimal(letter, None)
    return letter if digit is None else str(digit)


def _is_unseen(letter: str) -> bool:
    """Whether it is an accent, or only says how others are to be shown."""
    return unicodedata.category(letter) in ("Mn", "Me", "Cf")


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The characters with their places; what stands for a character is one of them, what stands for none is none."""
    at = 0
    for odd in _ODD.finditer(text):
        yield from zip(text[at : odd.start()], range(at, odd.start()), strict=True)
        if odd[0].startswith("&"):
            yield unescape(odd[0]), odd.start()
        at = odd.end()
    yield from zip(text[at:], range(at, len(text)), strict=True)
