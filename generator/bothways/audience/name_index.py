"""The index of names: from a word of a text to everybody whom it may mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bothways.audience.masks import Mask
from bothways.audience.name_words import CYRILLIC, NameWords

Whose = frozenset[int]
"""Places in the list of masks."""

NOBODY: Whose = frozenset()

LONG = 6
"""Letters of a name that is looked for inside of other words: ours."""

_CASE_ENDING = 3
"""Letters that a Cyrillic name may grow by its case."""
_ARABIC = re.compile(r"[\u0600-\u06ff]+")
_HEBREW = re.compile(r"[\u0590-\u05ff]+")
_BEFORE = ((_ARABIC, re.compile(r"[وفبلكس]{0,2}(?:ال)?")), (_HEBREW, re.compile(r"[והבלמשכ]{1,3}")))
"""`And`, `to`, `by` and the like, which these scripts write as one word with the name."""
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HONORIFIC = re.compile(r" ?(?:先生|小姐|女士|太太|老师|老師|经理|經理|さん|様|氏|君|ちゃん|씨|님|선생)")


class NameIndex:
    """Every name that is looked for."""

    def __init__(self, masks: Sequence[Mask]) -> None:
        self._strong: dict[str, set[int]] = defaultdict(set)
        self._weak: dict[str, set[int]] = defaultdict(set)
        self._phrases: dict[tuple[str, ...], set[int]] = defaultdict(set)
        self._lengths: dict[str, set[int]] = defaultdict(set)
        self._unbordered: dict[str, list[tuple[str, bool, int]]] = defaultdict(list)
        self._letters: dict[int, frozenset[str]] = {}
        self._inside: dict[str, Whose] = {}
        """What was looked up already, by word."""
        self._people = frozenset(number for number, mask in enumerate(masks) if mask.kind == "people")
        for number, mask in enumerate(masks):
            self._add(words_of(mask), number)
        for several in self._unbordered.values():
            several.sort(key=lambda one: -len(one[0]))

    def lengths(self, word: str) -> Iterable[int]:
        """How many words the names have that begin with a word and have more, the longest first."""
        return sorted(self._lengths[word], reverse=True) if word in self._lengths else ()

    def phrase(self, words: tuple[str, ...]) -> Whose:
        """Whose name these words are, in order."""
        return frozenset(self._phrases.get(words, ()))

    def strong(self, word: str, original: str) -> Whose:
        """Whom a word means in any case: a name, its plural, its other cases, or a name run together with others."""
        for form in _forms(word):
            if form in self._strong:
                return frozenset(self._strong[form])
        if original.isascii() and not original.islower() and not original.isupper():
            return frozenset().union(*(self._strong.get(part.lower(), ()) for part in _CAMEL.findall(original)[:8]))
        return NOBODY

    def weak(self, word: str) -> Whose:
        """Whom a word means if it has a capital."""
        return frozenset().union(*(self._weak.get(form, ()) for form in _forms(word)))

    def inside(self, word: str) -> Whose:
        """The people whose name, of six letters or more, is a part of a longer word: the second lock looks too."""
        if word not in self._inside:
            starts = range(len(word) - LONG + 1) if len(word) > LONG else ()
            parts = (word[start:end] for start in starts for end in range(start + LONG, len(word) + 1))
            self._inside[word] = frozenset().union(*(self._strong.get(part, ()) for part in parts)) & self._people
        return self._inside[word]

    def with_letter(self, letter: str, whose: Whose) -> Whose:
        """Those of them whose name has a word that begins with the letter."""
        return frozenset(number for number in whose if letter in self._letters[number])

    def unbordered_at(self, text: str, at: int) -> tuple[int, Whose]:
        """The longest name that stands here, in a script without blanks between words: where it ends, and whose."""
        end, whose = at, set[int]()
        for name, needs_honorific, number in self._unbordered.get(text[at], ()):
            if at + len(name) < end:
                break
            if text.startswith(name, at) and (not needs_honorific or _HONORIFIC.match(text, at + len(name))):
                end = at + len(name)
                whose.add(number)
        return end, frozenset(whose)

    def _add(self, words: NameWords, number: int) -> None:
        for word in words.strong:
            self._strong[word].add(number)
        for word in words.weak:
            self._weak[word].add(number)
        for phrase in words.phrases:
            self._phrases[phrase].add(number)
            self._lengths[phrase[0]].add(len(phrase))
        for several, needs_honorific in ((words.unbordered, False), (words.honoured, True)):
            for name in several:
                self._unbordered[name[0]].append((name, needs_honorific, number))
        self._letters[number] = frozenset(word[0] for phrase in words.phrases for word in phrase)


def words_of(mask: Mask) -> NameWords:
    """What means somebody or something in a text."""
    words = NameWords()
    for name in mask.names:
        if mask.kind in ("people", "me"):
            words.of_person(name)
        elif mask.kind == "organisations":
            words.of_place(name)
        else:
            words.of_title(name)
    return words


def _forms(word: str) -> Iterator[str]:
    """The word, and what it may be made from."""
    yield word
    if word.isascii():
        if word.endswith("s") and len(word) > 3:
            yield word[:-1]
            if word.endswith("es"):
                yield word[:-2]
        return
    if CYRILLIC.fullmatch(word):
        yield from (word[:-cut] for cut in range(1, min(_CASE_ENDING, len(word) - 2) + 1))
    for script, before in _BEFORE:
        if script.fullmatch(word) and (match := before.match(word)):
            yield from (word[cut:] for cut in range(1, match.end() + 1) if len(word) - cut > 2)
