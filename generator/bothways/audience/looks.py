"""Words that look like names and are in nobody's record: for the person to look at before a copy is sent."""

import re
from collections.abc import Iterable, Iterator

from bothways.audience.folding import LETTER, fold
from bothways.audience.masks import GONE
from bothways.model.days import MONTHS, WEEKDAYS
from bothways.problems import Place
from bothways.reading.kinds import BY_NAME

Text = tuple[str, Place]

_WORD = re.compile(rf"{LETTER}(?:{LETTER}|[’'\-](?={LETTER}))*")
_BEGINS = re.compile(r"(?:^|[.!?:;\n•][\"'”’)\]]*\s*|[(“\"\u2018\[#*>/|]\s*|\s[-–—]\s)$")
"""What stands before a word that has its capital from beginning something."""
_NEXT = re.compile(r"(?: |-|’s |'s )")
"""What stands between two words of one name."""


def unknown_names(texts: Iterable[Text], known: Iterable[str]) -> Iterator[Text]:
    """Names in the texts that none of the `known` titles holds, with their places.

    A word counts when it has a capital without beginning a sentence, and is nowhere written without one.
    """
    texts = tuple(texts)
    small = {word for text, _ in texts for word in _WORD.findall(text) if word[0].islower()}
    no_names = {fold(word) for word in (*small, *MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), "I", *_nouns())}
    no_names |= {fold(word).removesuffix("'s") for title in known for word in _WORD.findall(title)}
    for text, place in texts:
        yield from ((words, place) for words in _names(text, no_names))


def _names(text: str, no_names: set[str]) -> Iterator[str]:
    """Runs of words with capitals, but for a single one at the beginning of a sentence."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and not _NEXT.fullmatch(text[run[-1].end() : word.start()]):
            yield from _name(run, text, no_names)
            run = []
        if _has_capital(word[0]):
            run.append(word)
        else:
            yield from _name(run, text, no_names)
            run = []
    yield from _name(run, text, no_names)


def _name(run: list[re.Match[str]], text: str, no_names: set[str]) -> Iterator[str]:
    told = [word for word in run if fold(word[0]).removesuffix("'s") not in no_names]
    if not told:
        return
    begins = run[0].start() == 0 or _BEGINS.search(text[max(0, run[0].start() - 4) : run[0].start()])
    if told != run[:1] or not begins:
        yield re.sub("[’']s$", "", text[run[0].start() : run[-1].end()])


def _has_capital(word: str) -> bool:
    return word[0].isupper() and len(word) > 1


def _nouns() -> Iterator[str]:
    """The words that pseudonyms are made of."""
    for words in (*GONE.values(), *(kind.noun for kind in BY_NAME.values())):
        yield from words.split()
