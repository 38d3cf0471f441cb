"""The desk: a workbook that was read, the changes to make to it, and the check that they are these alone."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bothways.model.workbook import Workbook
from bothways.problems import Place, Problem, ProblemsFound
from bothways.reading.files import SourceFile, find_files
from bothways.reading.instead import with_instead
from bothways.reading.kinds import MESSAGES
from bothways.reading.library import Library
from bothways.reading.memory import Memory
from bothways.reading.outline import ListPart, Outline, TextPart, outline, plain
from bothways.reading.workbook import Reading, understood
from bothways.reading.written import WrittenMapping
from bothways.writing.change import SOMEBODY, Change, says_the_same, somebody
from bothways.writing.edited import by_hand, edit_records
from bothways.writing.message import edit_message, head_outline
from bothways.writing.source import Edit, Source
from bothways.writing.stretches import Excerpt, Stretches
from bothways.writing.swap import ChangedMeanwhile, FileChange, write


@dataclass
class _Wishes:
    """What is to be done to one file."""

    changes: list[Change] = field(default_factory=list)
    names: str = ""
    """Its new name."""
    unnamed: re.Pattern[str] | None = None
    """Names that its remarks, or a message, say no longer."""
    is_gone: bool = False


class Desk:
    """A workbook on which changes are prepared. Nothing is written before `write`."""

    def __init__(self, folder: Path, library: Library, shown_as: str, memory: Memory | None = None) -> None:
        """Reads it; `memory` makes the next desk with it quicker.

        Raises `ProblemsFound`: a workbook with problems is put right by hand first.
        """
        self.folder, self.library, self.shown_as = folder, library, shown_as
        self.memory = memory or Memory()
        found, problems = find_files(folder, shown_as, self.memory.texts)
        self.files = {source.name: source for source in found}
        self.reading: Reading = understood(found, problems, library, folder, self.memory)
        self._contents = self.memory.all_contents
        self._wishes: dict[str, _Wishes] = defaultdict(_Wishes)
        self._new: dict[SourceFile, Sequence[Any]] = {}
        self._others: list[FileChange] = []

    @property
    def workbook(self) -> Workbook:
        """What it says as yet."""
        return self.reading.workbook

    def outline(self, name: str) -> Outline:
        """Where what stands in a file; in a message, in its head."""
        source = self.files[name]
        return head_outline(source.text) if source.kind == MESSAGES.name else outline(source.text)

    def around(self, place: Place) -> Excerpt:
        """What stands where in a file around a place, so far as its record goes."""
        return Excerpt(Stretches(self._contents[place.file]).around(place.line))

    def records(self, name: str) -> int | None:
        """How many records a file holds that is a list, or says nothing yet; None for one that is a record."""
        if len(self._contents[name].portions) > 1:
            return len(self._contents[name].found)
        root = self.outline(name).root
        if root is None:
            return 0
        return len(root.items) if isinstance(root, ListPart) else None

    def change(self, name: str, *changes: Change) -> None:
        """Wishes changes to what a file says. The paths are those of the file as it is now."""
        self._wishes[name].changes += changes

    def unname(self, name: str, names: re.Pattern[str]) -> None:
        """Wishes names no longer said in the remarks of a file, or anywhere in a message."""
        self._wishes[name].unnamed = names

    def remove(self, name: str) -> None:
        """Wishes a file gone."""
        self._wishes[name].is_gone = True

    def rename(self, name: str, to: str) -> None:
        """Wishes another name for a file, in the same folder."""
        self._wishes[name].names = to

    def remove_other(self, path: Path) -> None:
        """Wishes a file gone that is not read, such as a picture."""
        self._others.append(FileChange(path, path.read_bytes(), None))

    def new_file(self, source: SourceFile, *said: Any) -> None:
        """Wishes a new file. `said`: what its records are to say."""
        self._new[source] = said

    def path(self, name: str) -> Path:
        """Where a file lies that messages call by this name."""
        return self.folder / name.removeprefix(f"{self.shown_as}/")

    def prepare(self, last: Iterable[str] = ()) -> "Prepared":
        """The changes, worked out and checked: the workbook reads with them, and says what was wished and nothing else.

        Files in `last` are written after all others. Raises `ProblemsFound` and `ChangedMeanwhile`.
        """
        instead: dict[SourceFile, bytes | None] = {source: source.text.encode() for source in self._new}
        files = [FileChange(self.path(source.name), None, data) for source, data in instead.items()]
        said: dict[str, Sequence[Any]] = {}
        for name in sorted(self._wishes, key=lambda name: (name in set(last), name)):
            wishes, source = self._wishes[name], self.files[name]
            path = self.path(name)
            before = path.read_bytes()
            text = Source(before)
            if text.text != source.text:
                raise ChangedMeanwhile(path)
            records = None if wishes.is_gone else self._edit(text, wishes, name)
            if records is not None:
                said[name] = records
            after = None if wishes.is_gone else text.data
            instead[source] = after
            files.append(FileChange(path, before, after, wishes.names))
        found, problems = with_instead(self.files.values(), instead)
        reading = understood(found, problems, self.library, self.folder, self.memory)
        for source, wished in self._new.items():
            if wished and not _is_said(self.memory.said(source.name), wished):
                raise AssertionError("a new file was written otherwise than meant")
        for name, wished in said.items():
            if not _is_said(self.memory.said(name), wished):
                raise ProblemsFound([by_hand(self.files[name], 1)])
        return Prepared(reading, tuple(found), (*files, *self._others), self.folder)

    def new_hints(self, prepared: "Prepared") -> Sequence[Problem]:
        """What would be hinted at with the changes, and is not as yet, wherever it stands."""
        known = {(hint.code, hint.message) for hint in self.reading.hints}
        return [hint for hint in prepared.reading.hints if (hint.code, hint.message) not in known]

    def _edit(self, text: Source, wishes: _Wishes, name: str) -> Sequence[Any] | None:
        """Does to a text what is to be done to a file; gives what its records are to say, where that is to be seen."""
        contents = self._contents[name]
        if contents.source.kind == MESSAGES.name:
            edit_message(text, contents.source, wishes.changes)
            text.edit(_unnaming(text.text, wishes.unnamed, []))
            return None
        said = edit_records(text, contents, wishes.changes)
        if wishes.unnamed:
            parts = [(part.start, part.end) for _, part in outline(text.text).walk() if isinstance(part, TextPart)]
            text.edit(_unnaming(text.text, wishes.unnamed, parts))
        return said


@dataclass(frozen=True)
class Prepared:
    """Changes that can be written as they are."""

    reading: Reading
    """The workbook with them."""
    files: tuple[SourceFile, ...]
    """Its files with them."""
    changes: tuple[FileChange, ...]
    folder: Path

    def write(self) -> None:
        """Writes them. Raises `ChangedMeanwhile`."""
        write(self.changes, self.folder)


def _is_said(read: Sequence[Any], wished: Sequence[Any]) -> bool:
    """Whether the records of a file say what they are to say. Those that were not read again are the same objects."""
    return len(read) == len(wished) and all(
        one is other or says_the_same(plain(one), plain(other) if isinstance(other, WrittenMapping) else other)
        for one, other in zip(read, wished, strict=True)
    )


def _unnaming(text: str, names: re.Pattern[str] | None, but: Iterable[tuple[int, int]]) -> list[Edit]:
    """The edits that take names out of a text, but for some parts of it."""
    spans = list(but)
    return [
        Edit(found.start(), found.end(), _at_line_start(text, found) or somebody(found))
        for found in (names.finditer(text) if names else ())
        if not any(start <= found.start() < end for start, end in spans)
    ]


def _at_line_start(text: str, found: re.Match[str]) -> str:
    """The word with a capital, where a line begins with it."""
    before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    return "" if before.strip(" #>*-") else SOMEBODY.capitalize()
