"""What was read before. Who reads a workbook again and again hands the same memory to each reading.

What has not changed is then neither read nor checked again; what comes out is what a fresh reading gives.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bothways.model.base import Record
from bothways.model.names import Answer, Names
from bothways.reading.files import SourceFile
from bothways.reading.gather import Found
from bothways.reading.portions import Portion, portion, portions


@dataclass(frozen=True)
class _Checked:
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


class Memory:
    """The portions and records of the last reading. Holds no more than that one needed."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[SourceFile, list[Portion]]] = {}
        self._names: Names | None = None
        """Of the last reading; None before the first."""
        self._are_names_the_same = False
        self._before: dict[int, _Checked] = {}
        self._now: dict[int, _Checked] = {}

    def portions(self, files: Iterable[SourceFile]) -> Iterator[tuple[SourceFile, list[Portion]]]:
        """Each file with its portions."""
        before, self._files = self._files, {}
        for source in files:
            same, kept = before.get(source.name, (None, []))
            if same is None and self._names:
                kept = [portion(source)]  # a new file is seldom changed at once, and in one it is sooner read
            elif same != source or not all(one.can_be_kept for one in kept):
                kept = list(portions(source, {one.text: one for one in kept if one.can_be_kept}))
            self._files[source.name] = source, kept
            yield source, kept

    def said(self, file: str) -> list[Any]:
        """What the records of a file say, as they were read last."""
        _, several = self._files[file]
        return [found.written for one in several for found in one.found]

    def begin(self, names: Names) -> None:
        """Says who and what there is now, before the records are checked."""
        self._are_names_the_same = self._names is not None and names.mean_the_same(self._names)
        self._names = names
        self._before, self._now = self._now, {}

    def recall(self, found: Found, names: Names) -> Record | None:
        """The record as it was checked before, if it would be the same now."""
        checked = self._before.get(_key(found))
        if checked is None or checked.found.id != found.id:
            return None
        if not (self._are_names_the_same or checked.is_told_the_same(names)):
            return None
        self._now[_key(found)] = checked.at(found)
        return self._now[_key(found)].noun

    def keep(self, found: Found, noun: Record, names: Names) -> None:
        """Remembers a record that has just been checked."""
        answers = tuple((kind, text, names.answer(kind, text)) for kind, text in names.asked)
        self._now[_key(found)] = _Checked(found, noun, answers)


class NoMemory(Memory):
    """For one reading alone: nothing is kept, and a file is read in one where that is quicker."""

    def portions(self, files: Iterable[SourceFile]) -> Iterator[tuple[SourceFile, list[Portion]]]:
        """Each file with all that is in it."""
        return ((source, [portion(source)]) for source in files)

    def recall(self, found: Found, names: Names) -> None:
        """Nothing."""

    def keep(self, found: Found, noun: Record, names: Names) -> None:
        """Nothing."""


def _key(found: Found) -> int:
    """What was written is one object as long as it is remembered; a moved record holds the same."""
    written: Any = found.written
    return id(written)
