"""Finding names in a text, in any case, spacing and Unicode form.

Takes a text and the index of names; gives the pieces of the text that may mean somebody, as long as they stand there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bothways.audience.folding import LETTER, Folded, folded_text
from bothways.audience.name_index import NOBODY, NameIndex, Whose
from bothways.audience.name_words import UNBORDERED, WORD
from bothways.model.names import TITLES
from bothways.reading.kinds import FIELD_NAMES

MONTHS = frozenset("march april may june august".split())

_GAP = re.compile(r"[\s.,'_\-]{0,4}")
"""What may stand between two words of one name, in its order."""
_JOINT = re.compile(r"[\s'_\-]{0,3}")
"""The same, in any order."""
_TURNED_ROUND = re.compile(r", {0,2}")
"""`Okafor, Dana`."""
_TITLE_BEFORE = re.compile(r"(?<![^\W\d_])([a-z]+)\.? $")
_LETTER_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_])['.]? ?-?$")
_LETTER_AFTER = re.compile(r"[ .]{1,2}([^\W\d_])(?![^\W\d_]|'[^\W\d_]{2})(?:\.(?= [^\W_]|[,;]))?")
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)? $")
_DAY_AFTER = re.compile(r",? \d{1,4}\b")
_PIECES = re.compile(
    rf"(?<!{LETTER})(?:{LETTER}(?:[ ._/|\-]{LETTER}){{3,40}}|{LETTER}{{1,40}}- *\n *{LETTER}{{1,40}})(?!{LETTER})"
)
"""`o k a f o r`, `o.k.a.f.o.r`; and a word that a hyphen parts at the end of a line."""
_PLACEHOLDER = re.compile(
    r"\{\{ *(?:me|person|organi[sz]ation|conversation|today)"
    rf"(?:\.(?:{'|'.join(sorted(FIELD_NAMES | {'first_name'}))}))? *\}}\}}"
)


@dataclass(frozen=True)
class Found:
    """A piece of a text that may mean one of several."""

    start: int
    end: int
    whose: Whose
    is_everyday: bool = False
    """Whether it is a word rather than a name, as it stands: `will`, `rose`."""
    words: int = 1
    """How many words of the name it has; 0 for all of them."""
    is_inside: bool = False
    """Whether the name is only a part of the word: `theokafors`, and `Danielle`, who is not Daniel."""


def find(text: str, index: NameIndex) -> list[Found]:
    """Every piece that may mean somebody, from the beginning of the text to its end. What fills a gap is none."""
    folded = folded_text(text)
    found = [*_in_words(text, folded, index), *_unbordered(folded, index), *_in_pieces(folded, index)]
    if not found:
        return []
    found = [_whole(one, text, folded, index) for one in _joined(_apart(found), folded)]
    gaps = [match.span() for match in _PLACEHOLDER.finditer(text)]
    placed = (_placed(one, folded) for one in found)
    return [one for one in placed if not any(start <= one.start < end for start, end in gaps)]


def _in_words(text: str, folded: Folded, index: NameIndex) -> Iterator[Found]:
    """Names in scripts with blanks between words. The longest name that fits is the one meant."""
    words = list(WORD.finditer(folded.text))
    at = 0
    while at < len(words):
        length, whose = _phrase(words, at, folded, index)
        if length:
            yield Found(words[at].start(), words[at + length - 1].end(), whose, words=0)
        else:
            yield from _alone(words[at], text, folded, index)
        at += length or 1


def _phrase(words: Sequence[re.Match[str]], at: int, folded: Folded, index: NameIndex) -> tuple[int, Whose]:
    for length in index.lengths(words[at][0]):
        here = words[at : at + length]
        whose = index.phrase(tuple(word[0] for word in here)) if len(here) == length else NOBODY
        if whose and all(_GAP.fullmatch(folded.text, one.end(), other.start()) for one, other in pairwise(here)):
            return length, whose
    return 0, NOBODY


def _alone(word: re.Match[str], text: str, folded: Folded, index: NameIndex) -> Iterator[Found]:
    start, end = folded.original(*word.span())
    if whose := index.strong(word[0], text[start:end]):
        yield Found(*word.span(), whose)
    elif whose := index.weak(word[0]):
        is_everyday = not text[start].isupper() or _is_month(word, folded)
        yield Found(*word.span(), whose, is_everyday)
    elif whose := index.inside(word[0]):
        yield Found(*word.span(), whose, words=0, is_inside=True)


def _is_month(word: re.Match[str], folded: Folded) -> bool:
    """Whether it is the month of a date: `8 May`, `May 2026`."""
    before = folded.text[max(0, word.start() - 9) : word.start()]
    return word[0] in MONTHS and bool(_DAY_BEFORE.search(before) or _DAY_AFTER.match(folded.text, word.end()))


def _unbordered(folded: Folded, index: NameIndex) -> Iterator[Found]:
    """Names in scripts without blanks."""
    until = 0
    for letter in UNBORDERED.finditer(folded.text):
        if letter.start() >= until:
            end, whose = index.unbordered_at(folded.text, letter.start())
            if whose:
                yield Found(letter.start(), end, whose)
                until = end


def _in_pieces(folded: Folded, index: NameIndex) -> Iterator[Found]:
    """Names that are spaced out, or broken at the end of a line."""
    for pieces in _PIECES.finditer(folded.text):
        word = "".join(WORD.findall(pieces[0]))
        if whose := index.strong(word, word) or index.inside(word):
            yield Found(*pieces.span(), whose, words=0)


def _apart(found: Iterable[Found]) -> Iterator[Found]:
    """Those that begin first and are longest; none of them within another."""
    until = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= until:
            yield one
            until = one.end


def _joined(found: Iterable[Found], folded: Folded) -> Iterator[Found]:
    """`Lindqvist-Rowe`, and `Okafor, Dana`, are one name where one person has both words."""
    last: Found | None = None
    for one in found:
        if last and _belong_together(last, one, folded):
            last = Found(last.start, one.end, last.whose & one.whose, words=last.words + 1)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _belong_together(last: Found, one: Found, folded: Folded) -> bool:
    said, again = folded.text[last.start : last.end], folded.text[one.start : one.end]
    if not (last.words and one.words and last.whose & one.whose) or again in said:
        return False
    if last.is_everyday or one.is_everyday:
        return False
    gap = folded.text[last.end : one.start]
    return bool(_JOINT.fullmatch(gap)) or (last.words == 1 and bool(_TURNED_ROUND.fullmatch(gap)))


def _whole(one: Found, text: str, folded: Folded, index: NameIndex) -> Found:
    """With the title before it, and with the letters that stand for its other words: `Dr D. Okafor`, `Dana O.`."""
    if one.is_everyday or one.is_inside:
        return one
    start, end, whose = one.start, one.end, one.whose
    while before := _LETTER_BEFORE.search(folded.text[max(0, start - 5) : start]):
        if not (meant := index.with_letter(before[1], whose)):
            break
        start, whose = start - len(before[0]), meant
    if (title := _TITLE_BEFORE.search(folded.text[max(0, start - 12) : start])) and title[1] in TITLES:
        start -= len(title[0])
    while after := _LETTER_AFTER.match(folded.text, end):
        meant = index.with_letter(after[1], whose)
        if not (meant and text[folded.original(*after.span(1))[0]].isupper()):
            break
        end, whose = after.end(), meant
    return Found(start, end, whose)


def _placed(one: Found, folded: Folded) -> Found:
    start, end = folded.original(one.start, one.end)
    return replace(one, start=start, end=end)
