"""Private notes that are repeated elsewhere: a sentence of them is taken out of every text, word for word."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from bothways.audience.folding import fold, folded_text
from bothways.audience.name_words import WORD

FEWEST = 4
"""Words of a sentence that is looked for: fewer are said by chance. Ours."""
_SENTENCE = re.compile(r"[^.!?\n]+")


class PrivateSentences:
    """What stands in private notes."""

    def __init__(self, notes: Iterable[str]) -> None:
        self._by_beginning: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for note in notes:
            for sentence in _SENTENCE.findall(note):
                words = tuple(WORD.findall(fold(sentence)))
                if len(words) >= FEWEST:
                    self._by_beginning[words[:FEWEST]].add(words)

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where one begins and ends, from the beginning of a text to its end; none within another."""
        if not self._by_beginning:
            return
        folded = folded_text(text)
        places = list(WORD.finditer(folded.text))
        words = [place[0] for place in places]
        at = 0
        while at + FEWEST <= len(words):
            several = self._by_beginning.get(tuple(words[at : at + FEWEST]), ())
            length = max((len(one) for one in several if tuple(words[at : at + len(one)]) == one), default=0)
            if length:
                yield folded.original(places[at].start(), places[at + length - 1].end())
            at += length or 1
