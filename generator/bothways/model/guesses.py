"""Whom or what a name may mean that fits nobody: for "did you mean"."""

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property

from bothways.model.folding import folded
from bothways.model.near import NearNames

MOST_COMPARED = 4_000
"""Names compared one by one, in all: up to two seconds of work, where they are very like each other."""


_BETWEEN_NAMES = re.compile(r" ?(?:[,;/+&]|\band\b) ?", re.IGNORECASE)


def several_in(text: str) -> tuple[str, ...]:
    """The names in a text that holds several: `Dana Okafor and Bea Lin`. Of one name, that one."""
    return tuple(name for name in _BETWEEN_NAMES.split(" ".join(text.split())) if name)


class Guesses:
    """The names that are known, found by a part of them, by a slip, or by likeness."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._before: dict[str, tuple[str, ...]] = {}
        self._compared = 0

    def meant(self, text: str) -> tuple[str, ...]:
        """The names that `text` may mean: all that hold each of its words, else the one that it nearly is."""
        said = folded(text)
        if said not in self._before:
            self._before[said] = self._with_words(said) or self._near(said)
        return self._before[said]

    def _with_words(self, said: str) -> tuple[str, ...]:
        holding = [self._by_word.get(word, {}) for word in said.split()]
        fewest = min(holding, key=len, default={})
        return tuple(name for name in fewest if all(name in names for names in holding))

    def _near(self, said: str) -> tuple[str, ...]:
        if slip := self._slips.near(said):
            return (slip,)
        self._compared += len(self._by_likeness)
        if self._compared > MOST_COMPARED:
            return ()
        return tuple(self._by_likeness[like] for like in get_close_matches(said, self._by_likeness, n=1, cutoff=0.75))

    @cached_property
    def _by_word(self) -> dict[str, dict[str, None]]:
        words: dict[str, dict[str, None]] = defaultdict(dict)
        for name in self._names:
            for word in folded(name).split():
                words[word][name] = None
        return dict(words)

    @cached_property
    def _slips(self) -> NearNames:
        return NearNames(self._names)

    @cached_property
    def _by_likeness(self) -> dict[str, str]:
        return {folded(name): name for name in self._names}
