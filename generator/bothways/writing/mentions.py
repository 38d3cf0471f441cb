"""Where somebody is named in a text, in full; and where they may be meant by less than that."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bothways.model.names import TITLES, folded
from bothways.writing.whom import Somebody


@dataclass(frozen=True)
class Trace:
    """A place where somebody is found."""

    file: str
    line: int
    what: str


def in_full(who: Somebody, others: Iterable[Somebody]) -> re.Pattern[str]:
    """Finds the names of somebody that nobody else has, whatever the spacing and case."""
    taken = {folded(name) for other in others for name in other.names}
    names = [name for name in (who.name, *who.also) if folded(name) not in taken]
    return _any_of(_spaced(name) for name in sorted(names, key=len, reverse=True))


def in_part(who: Somebody, more: Iterable[str]) -> re.Pattern[str]:
    """Finds what may mean somebody: a word of their name as they write it, their id, and `more` such as an address."""
    words = {word for name in (who.name, *who.also) for word in re.findall(r"\w[\w'’-]+", name) if len(word) > 2}
    named = {word for word in words if word.casefold() not in TITLES and word[0].isupper()}
    return _any_of([*map(re.escape, sorted(named)), *map(_spaced, filter(None, [who.id, *more]))], flags=0)


def in_lines(text: str, file: str, looked_for: re.Pattern[str], others: Iterable[re.Pattern[str]]) -> Iterator[Trace]:
    """The lines in which it is found, but for the full names of other people."""
    for number, line in enumerate(text.split("\n"), 1):
        if not looked_for.search(line):
            continue
        rest = line
        for other in others:
            rest = other.sub("", rest)
        if looked_for.search(rest):
            yield Trace(file, number, line.strip())


def _spaced(name: str) -> str:
    """A name as a pattern: any blanks between its words, and either Unicode form of each."""
    return r"\s+".join(_either_form(word) for word in name.split())


def _either_form(word: str) -> str:
    forms = {re.escape(unicodedata.normalize(form, word)) for form in ("NFC", "NFD")}
    return f"(?:{'|'.join(sorted(forms))})"


def _any_of(patterns: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    several = list(patterns)
    return re.compile(rf"(?<!\w)(?:{'|'.join(several)})(?!\w)" if several else r"(?!)", flags)
