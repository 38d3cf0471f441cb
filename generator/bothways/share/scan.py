"""The second lock: looks through every byte of what is to be shared for every string that was taken out of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bothways.share.scan_views import (
    DEEPEST,
    as_text,
    hidden_in_data,
    hidden_in_text,
    is_picture,
    markup_words,
    readable_in,
    unescaped,
    without_markup_words,
    without_tags,
)
from bothways.share.scan_words import Wanted, in_words

ENTRY = '{"location":'
"""How an entry of the search index begins."""


@dataclass(frozen=True, order=True)
class Find:
    """A string that was taken out and is there all the same."""

    string: str
    address: str
    """The file that holds it."""


def finds(
    files: Mapping[str, bytes], strings: Iterable[str], public: Mapping[str, bytes] | None = None
) -> tuple[Find, ...]:
    """Every string that is in a file or in its address, in whatever form, by string and file. One find stops a share.

    `public`: files with nothing of the person's in them, such as the guide's and the theme's. What stands there word
    for word, a whole line of it, is no find: somebody may be called Baker, and the guide speak of a baker.
    """
    search = _Search(Wanted(strings), (public or {}).values())
    for address, data in files.items():
        search.look_at_text(address, address)
        search.look_at(address, data)
    return tuple(sorted(set(search.found())))


def unseen(files: Mapping[str, bytes], but: Collection[str] = ()) -> tuple[str, ...]:
    """The files that cannot be looked into wholly, such as a PDF: whoever shares them has to look for themselves."""
    return tuple(
        address
        for address, data in files.items()
        if address not in but and as_text(data) is None and not is_picture(data)
    )


class _Search:
    """What was seen so far. Pages repeat each other: each line is looked at once."""

    def __init__(self, wanted: Wanted, public: Iterable[bytes]) -> None:
        self.wanted = wanted
        self._public = {line for data in public for line in _lines(as_text(data) or "")}
        self._markup = {word for line in self._public for word in markup_words(line)}
        """The names of tags and attributes in what is public."""
        self._lines: dict[str, tuple[str, str]] = {}
        """Each line that was seen, in words: all of it, and what is read of it."""
        self._texts: dict[str, str] = {}
        """Each line with the next two, in words, and the first file that has it."""
        self._found: set[Find] = set()

    def look_at(self, address: str, data: bytes, depth: int = DEEPEST) -> None:
        text = as_text(data)
        if text is not None:
            self.look_at_text(address, text, depth)
            return
        for words in map(in_words, readable_in(data)):
            for said, string in self.wanted.long_only().items():
                if said in words:
                    self._found.add(Find(string, address))
        if depth:
            for inside in hidden_in_data(data):
                self.look_at(address, inside, depth - 1)

    def look_at_text(self, address: str, text: str, depth: int = DEEPEST) -> None:
        lines = [self._line(address, line, depth) for line in _lines(text) if line not in self._public]
        for way in (0, 1):
            filled = [line[way] for line in lines if line[way]]
            for three in zip(filled, [*filled[1:], ""], [*filled[2:], "", ""], strict=False):
                self._texts.setdefault(" ".join(three), address)

    def _line(self, address: str, line: str, depth: int) -> tuple[str, str]:
        words = self._lines.get(line)
        if words is None:
            plain = unescaped(line)
            read = unescaped(without_markup_words(line, self._markup))
            words = in_words(read), in_words(without_tags(plain))
            self._lines[line] = words
            self._found.update(Find(string, address) for string in self.wanted.numbers_in(plain))
            if depth:
                for inside in hidden_in_text(line):
                    if is_worth_a_look(inside):
                        self.look_at(address, inside, depth - 1)
        return words

    def found(self) -> Iterator[Find]:
        yield from self._found
        vocabulary: dict[str, str] = {}
        for words, address in self._texts.items():
            yield from (Find(string, address) for string in self.wanted.in_text(words))
            for word in words.split(" "):
                vocabulary.setdefault(word, address)
        for string, word in self.wanted.in_vocabulary(f" {' '.join(vocabulary)} "):
            yield Find(string, vocabulary[word])


def _lines(text: str) -> Sequence[str]:
    """The lines of a text. The search index has all its entries on one."""
    return text.replace(ENTRY, f"\n{ENTRY}").split("\n")


def is_worth_a_look(data: bytes) -> bool:
    """Whether bytes may be something: text but for a broken letter at each end, or compressed. Chance gives neither."""
    if data[:2] in (b"\x1f\x8b", b"x\x01", b"x^", b"x\x9c", b"x\xda", b"\x89P", b"\xff\xd8", b"PK", b"GI", b"RI"):
        return True
    for start in range(4):
        text = data[start : len(data) - 3].decode("utf-8", "ignore")
        printable = sum(letter.isprintable() or letter.isspace() for letter in text)
        if len(text) >= 4 and printable >= len(text) * 0.9 and len(text.encode()) >= (len(data) - start - 3) * 0.9:
            return True
    return False
