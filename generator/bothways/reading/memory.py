"""What was read before. Who reads a workbook again and again hands the same memory to each reading.

What has not changed is then neither read nor checked again; what comes out is what a fresh reading gives.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from bothways.model.base import Record
from bothways.model.names import Answer, Names
from bothways.reading.contents import Contents
from bothways.reading.files import SourceFile
from bothways.reading.gather import Found
from bothways.reading.portions import portion, portions
from bothways.reading.room import Text


class _Checked(NamedTuple):
    """A record that was checked, and what it was told when it asked what its references mean."""

    found: Found
    noun: Record
    answers: tuple[tuple[str, str, Answer], ...]

    def is_told_the_same(self, names: Names) -> bool:
        """Whether its references mean what they meant then."""
        return all(names.answer(kind, text) == answer for kind, text, answer in self.answers)

    def at(self, found: Found) -> "_Checked":
        """The same where it is now."""
        lines = found.moved - self.found.moved
        return _Checked(found, self.noun.below(lines), self.answers) if lines else self


class _Kept(NamedTuple):
    """All records of a file, as they were checked."""

    contents: Contents
    found: Sequence[Found]
    """With their ids."""
    nouns: Sequence[Record]
    checked: Mapping[int, _Checked]


class Memory:
    """The portions and records of the last reading. Holds no more than that one needed."""

    def __init__(self) -> None:
        self._contents: dict[str, Contents] = {}
        self.texts: dict[str, Text] = {}
        """Of the files, by name."""
        self.fine: dict[str, Sequence[Record]] = {}
        """Records that nothing is wrong with by themselves, by kind."""
        self._names: Names | None = None
        """Of the last reading; None before the first."""
        self._are_names_the_same = False
        self._before: dict[int, _Checked] = {}
        self._now: dict[int, _Checked] = {}
        self._files_before: dict[str, _Kept] = {}
        self._files: dict[str, _Kept] = {}

    def copy(self) -> "Memory":
        """Another that remembers the same, and goes on by itself. What was read is one object in both."""
        other = Memory()
        vars(other).update((name, said.copy() if isinstance(said, dict) else said) for name, said in vars(self).items())
        return other

    def contents(self, files: Iterable[SourceFile]) -> Iterator[Contents]:
        """What each file holds."""
        before, self._contents = self._contents, {}
        for source in files:
            contents = before.get(source.name)
            if contents is None and self._names:
                # A new file is seldom changed at once, and in one it is sooner read.
                contents = Contents(source, [portion(source)])
            elif contents is None or contents.source != source or not contents.can_be_kept:
                known = {one.text: one for one in contents.portions if one.can_be_kept} if contents else {}
                contents = Contents(source, portions(source, known))
            self._contents[source.name] = contents
            yield contents

    @property
    def all_contents(self) -> Mapping[str, Contents]:
        """What the files of the last reading hold, by name."""
        return self._contents

    def said(self, file: str) -> list[Any]:
        """What the records of a file say, as they were read last."""
        return [found.written for found in self._contents[file].found]

    @property
    def names(self) -> Names:
        """Who and what there was at the last reading."""
        return self._names or Names()

    def begin(self, names: Names) -> None:
        """Says who and what there is now, before the records are checked."""
        self._are_names_the_same = self._names is not None and names.mean_the_same(self._names)
        self._names = names
        self._before, self._now = self._now, {}
        self._files_before, self._files = self._files, {}

    def recall_all(self, contents: Contents) -> tuple[Sequence[Found], Sequence[Record]] | None:
        """The records of a file as they were found and as they were checked, if all of them would be the same now."""
        kept = self._files_before.get(contents.source.name)
        if kept is None or kept.contents is not contents or not self._are_names_the_same:
            return None
        self._files[contents.source.name] = kept
        self._now |= kept.checked
        return kept.found, kept.nouns

    def recall(self, found: Found, names: Names) -> Record | None:
        """The record as it was checked before, if it would be the same now."""
        checked = self._before.get(_key(found))
        if checked is None or checked.found.id != found.id:
            return None
        if not (self._are_names_the_same or checked.is_told_the_same(names)):
            return None
        self._now[_key(found)] = checked = checked.at(found)
        return checked.noun

    def keep(self, found: Found, noun: Record, names: Names) -> None:
        """Remembers a record that has just been checked."""
        answers = tuple((kind, text, names.answer(kind, text)) for kind, text in names.asked)
        self._now[_key(found)] = _Checked(found, noun, answers)

    def keep_all(self, contents: Contents, found: Sequence[Found], nouns: Sequence[Record]) -> None:
        """Remembers all records of a file, each of which was checked or recalled."""
        checked = {_key(one): self._now[_key(one)] for one in found}
        self._files[contents.source.name] = _Kept(contents, found, nouns, checked)


class NoMemory(Memory):
    """For one reading alone: nothing is kept, and a file is read in one where that is quicker."""

    def contents(self, files: Iterable[SourceFile]) -> Iterator[Contents]:
        """What each file holds."""
        return (Contents(source, [portion(source)]) for source in files)

    def recall(self, found: Found, names: Names) -> None:
        """Nothing."""

    def keep(self, found: Found, noun: Record, names: Names) -> None:
        """Nothing."""

    def keep_all(self, contents: Contents, found: Sequence[Found], nouns: Sequence[Record]) -> None:
        """Nothing."""


def _key(found: Found) -> int:
    """What was written is one object as long as it is remembered; a moved record holds the same."""
    written: Any = found.written
    return id(written)
