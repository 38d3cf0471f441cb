"""The second lock: looks through every byte of what is to be shared for every string that was taken out of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import gt
from posixpath import basename, dirname, splitext

from bothways.share.scan_views import (
    DEEPEST,
    as_text,
    hidden_in_data,
    hidden_in_text,
    markup_words,
    readable_in,
    unescaped,
    without_markup_words,
    without_tags,
)
from bothways.share.scan_words import Wanted, in_words

Files = Mapping[str, bytes]
"""Files by address."""
Words = tuple[str, str]
"""A text in words: all of it but for the names of tags, and what is read of it."""

ENTRY = '{"location":'
"""How an entry of the search index begins."""


@dataclass(frozen=True, order=True)
class Find:
    """A string that was taken out and is there all the same."""

    string: str
    address: str
    """The file that holds it."""


def finds(
    files: Files, strings: Iterable[str], public: Files | None = None, twin: Callable[[], Files] = dict
) -> tuple[Find, ...]:
    """Every string that is in a file or in its address, in whatever form, by string and file. One find stops a share.

    `public`: files with nothing of the person's in them, such as the guide's and the theme's. What stands there word
    for word, a whole line of it, is no find: somebody may be called Baker, and the guide speak of a baker.
    `twin`: gives the same files with other words for all of the person's; asked for when something was found. What no
    file says more often than its twin is the program's: somebody may be called Script, and a page speak of one.
    """
    wanted, pages = Wanted(strings), _Pages(public or {})
    search = _Search(wanted, pages)
    for address, data in files.items():
        search.look_at_address(address)
        search.look_at(address, data)
    found, doubtful = set(search.found()), set(search.doubtful())
    if doubtful - found:
        found.update(_persons_own(doubtful, wanted, pages, files, twin()))
    return tuple(sorted(found))


def _persons_own(
    doubtful: Iterable[Find], wanted: Wanted, pages: "_Pages", files: Files, twin: Files
) -> Iterator[Find]:
    """Those of them that a file says more often than its twin: there, or in any other file."""
    said = {address: (pages.said(data), pages.said(twin.get(address, b""))) for address, data in files.items()}
    first = {find.string: find.address for find in sorted(doubtful, reverse=True)}
    for string, address in first.items():
        for place in (address, *files):
            ours, other = (wanted.times(string, words) for words in said[place])
            if any(map(gt, ours, other)):
                yield Find(string, place)
                break


class _Pages:
    """Texts as their words, without what is public. Pages repeat each other: each line is looked at once."""

    def __init__(self, public: Files) -> None:
        self._public = {line for data in public.values() for line in _lines(as_text(data) or "")}
        self._addresses = {*public, *map(dirname, public)}
        self._endings = {splitext(address)[1] for address in public}
        self._markup = {word for line in self._public for word in markup_words(line)}
        """The names of tags and attributes in what is public."""
        self._lines: dict[str, Words] = {}

    def lines(self, text: str) -> list[str]:
        """The lines that are not public."""
        return [line for line in _lines(text) if line not in self._public]

    def address(self, address: str) -> str:
        """What of an address is not public: the names and endings of the site's own folders and files are."""
        if address in self._addresses:
            return ""
        own = basename(address) if dirname(address) in self._addresses else address
        name, ending = splitext(own)
        return name if ending in self._endings else own

    def words(self, line: str) -> Words:
        """A line in words."""
        words = self._lines.get(line)
        if words is None:
            read = unescaped(without_markup_words(line, self._markup))
            words = self._lines[line] = in_words(read), in_words(without_tags(unescaped(line)))
        return words

    def said(self, data: bytes) -> Words:
        """A whole file in words; nothing, of a file that is no text."""
        lines = [self.words(line) for line in self.lines(as_text(data) or "")]
        return " ".join(line[0] for line in lines if line[0]), " ".join(line[1] for line in lines if line[1])


class _Search:
    """What was seen so far."""

    def __init__(self, wanted: Wanted, pages: _Pages) -> None:
        self._wanted, self._pages = wanted, pages
        self._seen: set[str] = set()
        """Lines that were looked into."""
        self._texts: dict[str, str] = {}
        """Each line with the next two, in words, and the first file that has it."""
        self._inner: dict[str, str] = {}
        """The same, of addresses and of what was hidden in a file."""
        self._found: set[Find] = set()

    def look_at_address(self, address: str) -> None:
        self._look_at_text(address, self._pages.address(address), DEEPEST - 1)

    def look_at(self, address: str, data: bytes, depth: int = DEEPEST) -> None:
        text = as_text(data)
        if text is not None:
            self._look_at_text(address, text, depth)
            return
        for words in map(in_words, readable_in(data)):
            for said, string in self._wanted.long_only().items():
                if said in words:
                    self._found.add(Find(string, address))
        if depth:
            for inside in hidden_in_data(data):
                self.look_at(address, inside, depth - 1)

    def _look_at_text(self, address: str, text: str, depth: int) -> None:
        lines = self._pages.lines(text)
        for line in lines:
            self._look_into(address, line, depth)
        texts = self._texts if depth == DEEPEST else self._inner
        words = list(map(self._pages.words, lines))
        for way in (0, 1):
            filled = [line[way] for line in words if line[way]]
            for three in zip(filled, [*filled[1:], ""], [*filled[2:], "", ""], strict=False):
                texts.setdefault(" ".join(three), address)

    def _look_into(self, address: str, line: str, depth: int) -> None:
        """For numbers, and for what is hidden."""
        if line in self._seen:
            return
        self._seen.add(line)
        self._found.update(Find(string, address) for string in self._wanted.numbers_in(unescaped(line)))
        if depth:
            for inside in hidden_in_text(line):
                if is_worth_a_look(inside):
                    self.look_at(address, inside, depth - 1)

    def found(self) -> Iterator[Find]:
        """What is there without a doubt."""
        yield from self._found
        yield from self._in(self._inner)

    def doubtful(self) -> Iterator[Find]:
        """What stands in a text, where the program may have put it."""
        yield from self._in(self._texts)

    def _in(self, texts: Mapping[str, str]) -> Iterator[Find]:
        vocabulary: dict[str, str] = {}
        for words, address in texts.items():
            yield from (Find(string, address) for string in self._wanted.in_text(words))
            for word in words.split(" "):
                vocabulary.setdefault(word, address)
        for string, word in self._wanted.in_vocabulary(f" {' '.join(vocabulary)} "):
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
