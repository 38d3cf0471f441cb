"""What means somebody in a text: which words of their name, alone or together.

Takes names as they are written; gives words as `folding` makes them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from anyascii import anyascii

from bothways.audience.everyday import AFTER_NAMES, EVERYDAY, GENERAL, SMALL_WORDS
from bothways.audience.folding import LETTER, fold
from bothways.model.names import TITLES

WORD = re.compile(rf"{LETTER}+")
UNBORDERED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af"
    r"\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that put no blank between words, or grow endings: Thai, Lao, Khmer, Burmese, Korean, Japanese, Chinese."""
CYRILLIC = re.compile(r"[\u0400-\u052f]+")

LONGEST_BY_CHANCE = 5
"""Letters: two names run together may make a short word by chance."""
_SHORT = 2
"""Letters: a name as short as `Bo` counts only with its capital."""
_UMLAUTS = str.maketrans(dict(zip("äöüåøÄÖÜÅØ", "ae oe ue aa oe Ae Oe Ue Aa Oe".split(), strict=True)))
_ENDING = re.compile(r"[аеёиоуыэюяйьъ]$")
"""The part of a Cyrillic name that changes with its case."""


@dataclass
class NameWords:
    """What means one person or one thing."""

    phrases: set[tuple[str, ...]] = field(default_factory=set)
    """Names of two words and more, in order. They count in any case."""
    strong: set[str] = field(default_factory=set)
    """Words that count alone, in any case."""
    weak: set[str] = field(default_factory=set)
    """Words that count alone where they have a capital."""
    unbordered: set[str] = field(default_factory=set)
    """Names that count anywhere in a text, in scripts without blanks."""
    honoured: set[str] = field(default_factory=set)
    """The same, where `Mr` or the like follows: most are one letter."""

    def of_person(self, name: str) -> None:
        """Adds what a person's name gives: all of it, and its words alone."""
        for form in _forms(name):
            self._add_phrase(_words(form))
            self._add_family_name(_words(form))
            telling = list(_telling(form))
            for word in telling:
                for part in _parts(word):
                    self._add_word(part)
            for one, other in pairwise(telling):
                self._add_joined(f"{one}{other}")
            if not telling:
                self.weak.update(WORD.findall(fold(form)))
        self._add_unbordered(name)

    def of_place(self, name: str) -> None:
        """Adds what an organisation's name gives: all of it, and those of its words that no other place would have."""
        for form in _forms(name):
            self._add_phrase(_words(form))
            for word in _telling(form):
                for part in _parts(word):
                    if part not in GENERAL:
                        self._add_word(part)
        self._add_unbordered(name)

    def of_title(self, title: str) -> None:
        """Adds a title as a whole."""
        words = _words(title)
        self._add_phrase(words)
        if len(words) == 1:
            self.weak.add(words[0])
        if UNBORDERED.search(title):
            self.unbordered.add("".join(fold(title).split()))

    def _add_phrase(self, words: list[str]) -> None:
        if len(words) > 1:
            self.phrases.add(tuple(words))
            self._add_joined("".join(words))

    def _add_joined(self, words: str) -> None:
        """`annelise`, of Anne Lise: two words that somebody writes as one."""
        joined = "".join(WORD.findall(words))
        if len(joined) > LONGEST_BY_CHANCE and joined not in EVERYDAY and not UNBORDERED.search(joined):
            self.strong.add(joined)

    def _add_family_name(self, words: list[str]) -> None:
        """`van der Sande`, of Piet van der Sande."""
        begins = next((at for at, word in enumerate(words) if at and word in SMALL_WORDS), len(words))
        self._add_phrase(words[begins:])

    def _add_word(self, word: str) -> None:
        if len(word) < _SHORT or UNBORDERED.search(word):
            return
        shortest = _SHORT
        if CYRILLIC.fullmatch(word):
            word, shortest = (_ENDING.sub("", word) if len(word) > 3 else word), 3
        is_weak = len(word) <= shortest or word in EVERYDAY or word in GENERAL
        (self.weak if is_weak else self.strong).add(word)

    def _add_unbordered(self, name: str) -> None:
        words = [word for word in fold(name).split() if UNBORDERED.search(word)]
        if len(words) > 1:
            self.unbordered |= {"".join(words), " ".join(words)}
        for word in words:
            (self.unbordered if len(word) > 1 else self.honoured).add(word)
            if len(words) == 1 and 3 <= len(word) <= 4:
                family = 1 if len(word) == 3 else 2
                self.honoured.add(word[:family])
                self.unbordered.add(word[family:])


def _forms(name: str) -> Iterator[str]:
    """The name as written, with ae for ä, and in Latin letters where it has others."""
    once = unicodedata.normalize("NFC", name)
    yield once
    if (other := once.translate(_UMLAUTS)) != once:
        yield other
    if not fold(once).isascii():
        yield anyascii(once)


def _words(name: str) -> list[str]:
    words = WORD.findall(fold(name))
    while len(words) > 1 and words[0] in TITLES:
        words.pop(0)
    return words


def _telling(name: str) -> Iterator[str]:
    """Its words that name somebody, folded; without titles and what stands between."""
    chunks = [chunk for chunk in re.split(r"[\s,;()/]+", name) if WORD.search(fold(chunk))]
    while len(chunks) > 1 and _bare(chunks[0]) in TITLES:
        chunks.pop(0)
    has_capitals = any(map(_has_capital, chunks))
    for chunk in chunks:
        word = _bare(chunk)
        is_small = word in SMALL_WORDS and not (chunk in (chunks[0], chunks[-1]) and _has_capital(chunk))
        is_added = has_capitals and chunk[0].islower() and not _has_capital(chunk)
        if not (is_small or is_added or word in AFTER_NAMES):
            yield word


def _bare(chunk: str) -> str:
    return fold(chunk).strip(".'-\"")


def _has_capital(chunk: str) -> bool:
    return any(letter.isupper() for letter in chunk)


def _parts(word: str) -> Iterator[str]:
    """`lindqvist-rowe`: each half, and both as one; `o'brien`: `obrien`, and its longer half."""
    pieces = {word, *word.split("-")}
    yield from {"".join(WORD.findall(piece)) for piece in pieces}
    if len(parts := WORD.findall(word)) > 1:
        yield from (part for part in parts if len(part) > _SHORT)
