"""The strings that must not be in what is shared, and how a text is compared with them.

A text is compared by its words: letters and digits, in any case and Unicode form. So `Dana Okafor` is found in
`dana-okafor`, in `DANA%20OKAFOR` and over the end of a line, and `Bea` is not found in `beam`.

Where is a word looked for?
- A string of up to five letters must stand alone.
- A longer one is found inside other words too: `Okafor` in `theokafors`.
- A number of six digits or more is found however it is grouped: `0414 555 010` in `0414-555010`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from anyascii import anyascii

from bothways.audience.name_index import LONG

DIGITS = 6
"""Digits of a number that is looked for however it is grouped."""

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u180e\u2800\u3164\uffa0\ufe00-\ufe0f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""Signs that are not seen: they may stand inside a name."""
_GAP = re.compile(r"(?<=\d)[ .()/+-]{1,3}(?=\d)")
"""What stands between the groups of a number."""


def in_words(text: str) -> str:
    """A text as its words, with a space between them."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold()
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", plain)))


class Wanted:
    """What is looked for."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._phrases: dict[str, list[tuple[str, str]]] = {}
        self._inside: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        for string in strings:
            for said in _said(string):
                self._want(said, string)

    def _want(self, said: str, string: str) -> None:
        digits = re.sub(r"\D", "", said)
        if len(digits) >= DIGITS and len(digits) > len(said.replace(" ", "")) / 2:
            self._numbers[digits] = string
        words = said.split()
        for word in {words[0], words[-1]} if words else ():
            self._phrases.setdefault(word, []).append((said, string))
        if " " not in said and len(said) >= LONG:
            self._inside[said] = string

    def in_text(self, words: str) -> Iterator[str]:
        """The strings that are in a text, given as its words."""
        framed = f" {words} "
        for word in set(words.split(" ")) & self._phrases.keys():
            for said, string in self._phrases[word]:
                if f" {said} " in framed or (len(said) >= LONG and said in words):
                    yield string

    def in_vocabulary(self, vocabulary: str) -> Iterator[tuple[str, str]]:
        """The long words that are in a list of words, each between two spaces, with the word that holds each."""
        for word, string in self._inside.items():
            at = vocabulary.find(word)
            if at >= 0:
                yield string, vocabulary[vocabulary.rfind(" ", 0, at) + 1 : vocabulary.find(" ", at)]

    def times(self, string: str, texts: Iterable[str]) -> tuple[int, ...]:
        """How often a string is in each of several texts, given as their words."""
        return tuple(sum(_times(said, f" {words} ") for said in _said(string)) for words in texts)

    def numbers_in(self, text: str) -> Iterator[str]:
        """The numbers that are in a text as it stands."""
        if not self._numbers:
            return
        joined = _GAP.sub("", _UNSEEN.sub("", text))
        for digits in set(re.findall(rf"\d{{{DIGITS},}}", joined)):
            yield from (string for number, string in self._numbers.items() if number in digits)

    def long_only(self) -> Mapping[str, str]:
        """The strings that cannot be in a file of other data by chance: six letters or more."""
        phrases = ((said, string) for each in self._phrases.values() for said, string in each)
        return {said: string for said, string in phrases if len(said) >= LONG}


@cache
def _said(string: str) -> tuple[str, ...]:
    """A string in words, and in Latin letters."""
    return tuple(filter(None, dict.fromkeys((in_words(string), in_words(anyascii(string))))))


def _times(said: str, framed: str) -> int:
    """How often words are in a text that has a space at each end; long ones inside of others too."""
    return framed.count(said if len(said) >= LONG else f" {said} ")
