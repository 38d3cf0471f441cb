"""Near names: one that was probably meant, where nobody is called what was typed.

A slip is one letter too many, too few, wrong or swapped, or a name of two words and more that goes on or breaks off.
Names are looked up by what is left when one letter is taken out, so that thousands of them cost no time.
"""

import re
from collections.abc import Iterable, Iterator

from bothways.model.folding import folded

SHORTEST, LONGEST = 5, 60
"""Letters: shorter names are too like each other, and a slip in a longer one is not looked for."""


class NearNames:
    """The names that are known, found by slips of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_trace: dict[str, str] = {}
        for name in names:
            words = _words(name)
            for trace in (*_slips(words), *(start + "…" for start in _starts(words))):
                self._by_trace.setdefault(trace, name)

    def near(self, text: str) -> str | None:
        """The known name that `text` nearly is, if there is one. Numbers in it must be the same."""
        words = _words(text)
        traces = (*_slips(words), "".join(words) + "…", *_starts(words))
        found = (self._by_trace[trace] for trace in traces if trace in self._by_trace)
        return next((name for name in found if _numbers(name) == _numbers(text)), None)


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", folded(name).replace("&", " and ").removeprefix("the "))


def _slips(words: list[str]) -> Iterator[str]:
    """The whole name, and the name less each of its letters: two names that share one are a letter apart."""
    whole = "".join(words)
    yield whole
    if SHORTEST <= len(whole) <= LONGEST:
        yield from (whole[:at] + whole[at + 1 :] for at in range(len(whole)))


def _starts(words: list[str]) -> Iterator[str]:
    """Its first two words, its first three, and so on, but for the whole of it."""
    return ("".join(words[:end]) for end in range(2, min(len(words), 8)))


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)
