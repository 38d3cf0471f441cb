"""Who is meant: somebody found by any part of a name that fits nobody else."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from anyascii import anyascii

from bothways.model.names import folded

SHORTEST_INSIDE = 3
"""Letters that may mean somebody from the middle of a word; fewer must begin one."""


@dataclass(frozen=True)
class Somebody:
    """A person as they may be called."""

    name: str
    id: str | None = None
    """None: somebody without a record."""
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All they are called, the id among it."""
        return (self.name, *self.also, *([self.id] if self.id else []))


def who_fits(said: str, people: Iterable[Somebody]) -> Sequence[Somebody]:
    """Those whom the words may mean, by name: the whole name first, then whole words of it, then parts of words."""
    everybody = list(people)
    for fits in (_is_name, _is_words, _is_part):
        found = [who for who in everybody if any(fits(_plain(said), _plain(name)) for name in who.names)]
        if found:
            return sorted(dict.fromkeys(found), key=lambda who: who.name)
    return ()


def nearest(said: str, people: Iterable[Somebody]) -> Somebody | None:
    """The person whose name the words nearly are."""
    names: dict[str, Somebody] = {}
    for who in people:
        for name in who.names:
            names.setdefault(_plain(name), who)
            for word in _plain(name).split():
                names.setdefault(word, who)
    near = get_close_matches(_plain(said), names, n=1, cutoff=0.75)
    return names[near[0]] if near else None


def reference_to(who: Somebody, people: Iterable[Somebody]) -> str:
    """How to write them so that nobody else is meant: by name, or by id where others are called so too."""
    meant = [other for other in people if any(folded(name) == folded(who.name) for name in other.names)]
    return who.id if len(meant) > 1 and who.id else who.name


def _plain(text: str) -> str:
    """Without case, accents and marks: `jose` finds José."""
    return " ".join(anyascii(folded(text)).lower().split()) or folded(text)


def _is_name(said: str, name: str) -> bool:
    return said == name


def _is_words(said: str, name: str) -> bool:
    words = re.sub(r"[^\w]+", " ", name)
    return bool(said) and f" {said} " in f" {words} "


def _is_part(said: str, name: str) -> bool:
    words = said.split()
    is_inside = len(said) >= SHORTEST_INSIDE and said in name
    return bool(words) and (is_inside or all(any(part.startswith(word) for part in name.split()) for word in words))
