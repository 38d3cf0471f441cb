"""Folding: a text without the differences that hide a name, and the way back to where each letter stood.

`Zoë`, `ZOE`, `Zoe` with a loose accent, `Z&#111;e`, `Zo<b>e</b>` and full-width letters are all `zoe`.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from anyascii import anyascii

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

_BLOCKS = (
    "address|article|aside|blockquote|br|dd|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|"
    "table|tbody|td|tfoot|th|thead|tr|ul"
)
"""Tags that end a word. Any other is not seen, and may stand inside one."""
_ESCAPE = (
    r"&(?:amp;)*(?:\#?\w{1,31};|\#\d{2,7})|%(?:25)*[46][1-9a-f]|%(?:25)*[57][0-9a]|\\u00[4-7][0-9a-f]|\\x[4-7][0-9a-f]"
)
_NOT_SEEN = (
    rf"(?<={LETTER})(?:[*`\\~^·\u3164\u115f\u1160\uffa0\u2800]|<!--.{{0,200}}?-->|</?(?!(?:{_BLOCKS})\b)[a-z][^<>]{{0,200}}>)+"
    rf"(?={LETTER})"
)
_ODD = re.compile(rf"({_ESCAPE})|{_NOT_SEEN}", re.IGNORECASE)
"""What stands for a letter, or is not seen, inside a word."""

_LOOK_ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u0432\u043d\u043a\u043c\u0442"
    "\u03b1\u03bf\u03b9\u03bd\u03c1\u03c5\u03ba\u03c7\u03c4\u03b5\u03b7",
    "aeopcyxijshdqwbhkmtaoivpukxten",
)
"""Cyrillic and Greek letters as they look among Latin ones."""
_MIXED = re.compile(
    r"[^\W\d_]{0,40}(?:[a-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][a-z])[^\W\d_]{0,40}"
)
"""A word of Latin letters and of others."""


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
        simple = text.lower() if text.isascii() else _one_script("".join(map(fold_letter, text)))
        if len(simple) == len(text) and (text.isascii() or all(len(fold_letter(letter)) == 1 for letter in set(text))):
            return Folded(simple, None)
    letters: list[str] = []
    places: list[int] = []
    for piece, start in _pieces(text):
        for letter in fold(piece):
            letters.append(letter)
            places.append(start)
    return Folded(_one_script("".join(letters)), (*places, len(text)))


def fold(text: str) -> str:
    """The same, where nobody needs the way back."""
    return _one_script("".join(map(fold_letter, unicodedata.normalize("NFC", text))))


def _one_script(folded: str) -> str:
    """The text without letters that only look like Latin ones, in words that have some."""
    return _MIXED.sub(lambda word: word[0].translate(_LOOK_ALIKE), folded)


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
    if digit is not None:
        return str(digit)
    is_odd_latin = not letter.isascii() and unicodedata.name(letter, "").startswith("LATIN LETTER SMALL CAPITAL")
    return anyascii(letter).lower() if is_odd_latin else letter


def _is_unseen(letter: str) -> bool:
    """Whether it is an accent, or only says how others are to be shown."""
    return unicodedata.category(letter) in ("Mn", "Me", "Cf")


def _meant(escape: str) -> str:
    """The letter that an escape stands for, as HTML, an address or a program would write it."""
    if escape.startswith("&"):
        return unescape(escape.replace("&amp;", "&").replace("&amp;", "&"))
    return chr(int(escape[-2:], 16))


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The characters with their places; what stands for a character is one of them, what stands for none is none."""
    at = 0
    for odd in _ODD.finditer(text):
        yield from zip(text[at : odd.start()], range(at, odd.start()), strict=True)
        if odd[1]:
            yield _meant(odd[1]), odd.start()
        at = odd.end()
    yield from zip(text[at:], range(at, len(text)), strict=True)
