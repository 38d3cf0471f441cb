"""The text of a file with the changes that were wished, and the check that it says these and nothing else."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from bothways.problems import Place, Problem, ProblemsFound, serious
from bothways.reading.contents import Contents
from bothways.reading.files import SourceFile
from bothways.reading.outline import Outline, outline, plain, read_plain
from bothways.reading.pieces import read_yaml
from bothways.writing.change import Change, changed, says_the_same
from bothways.writing.smallest import ByHand, edits_for
from bothways.writing.source import Edit, Source, Within
from bothways.writing.stretches import Stretches


class Text(Protocol):
    """A text of YAML that can be edited: a file's, or that of a message's head."""

    @property
    def text(self) -> str:
        """It, with simple line ends."""

    def edit(self, edits: Iterable[Edit]) -> None:
        """Makes edits that do not overlap."""


def edit_records(text: Source, contents: Contents, changes: Sequence[Change]) -> Sequence[Any] | None:
    """Makes the changes in a file, reading no more of its records than those they touch.

    Gives what all its records are to say; None for a file that is read in one. Raises `ProblemsFound`.
    """
    stretches = Stretches(contents)
    said: list[Any] = [found.written for found in contents.found]
    for stretch, several in stretches.touched_by(changes):
        here = [stretch.here(change) for change in several]
        wished = edit(Within(text, stretch.start, stretch.end), contents.source, here, stretch.first_line)
        said[stretch.first : stretch.first + stretch.count] = wished or []
    return said if stretches.is_parted else None


def edit(text: Text, source: SourceFile, changes: Sequence[Change], first_line: int = 1) -> Any:
    """Makes the changes in a text, by the smallest edits, and gives what it says then.

    `first_line`: the line of the file on which it begins. Raises `ProblemsFound`.
    """
    wished = read_plain(text.text)
    pending = _from_the_end(changes, outline(text.text))
    for change in pending:
        wished = changed(wished, change)
    while pending:
        pending = _edit_what_can_be(text, pending, source, first_line)
    read = read_yaml(text.text, source.name, first_line)
    if serious(read.problems):
        raise ProblemsFound(read.problems)
    if not says_the_same(plain(read.written), wished):
        raise ProblemsFound([by_hand(source, first_line)])
    return wished


def by_hand(source: SourceFile, line: int) -> Problem:
    """That a file is left as it is."""
    message = "This is written in a way that bothways had better not touch."
    return Problem(Place(source.name, line), "by-hand", message, "Make this change by hand; nothing was written.")


def _from_the_end(changes: Iterable[Change], outlined: Outline) -> list[Change]:
    """The last first, so that the paths of the others stay true."""

    def place(change: Change) -> tuple[int, int]:
        part = outlined.part(change.path)
        above = outlined.part(change.path[:-1])
        return (part.start, len(change.path)) if part else (above.end if above else 0, 0)

    return sorted(changes, key=place, reverse=True)


def _edit_what_can_be(text: Text, pending: list[Change], source: SourceFile, first_line: int) -> list[Change]:
    """Makes the edits that do not touch each other, from the end, and gives the changes that are left."""
    outlined = outline(text.text)
    edits: list[Edit] = []
    free = len(text.text) + 1
    for number, change in enumerate(pending):
        try:
            several = edits_for(change, outlined, spaced=source.kind != "log")
        except ByHand as refused:
            line = outlined.text.count("\n", 0, refused.position) + first_line
            raise ProblemsFound([by_hand(source, line)]) from refused
        last = max(edit.end + (edit.start == edit.end) for edit in several)
        if edits and last > free:
            left = pending[number:]
            break
        edits += several
        free = min(edit.start for edit in several)
    else:
        left = []
    text.edit(edits)
    return left
