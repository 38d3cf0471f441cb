"""What a file holds: its records as written, portion by portion.

A portion is one record of a list, or a whole file. One that was read before is not read again, wherever it is now.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bothways.problems import Place, Problem, serious
from bothways.reading.cut import Cut, Piece, cut
from bothways.reading.files import SourceFile
from bothways.reading.gather import Found, found
from bothways.reading.kinds import BY_NAME, MESSAGES
from bothways.reading.messages import read_message
from bothways.reading.pieces import read_pieces, read_yaml
from bothways.reading.shape import misshapen
from bothways.reading.written import WrittenList
from bothways.reading.yaml_text import Read, read_quickly

MADE_BY_THE_SHAPE = ("written-twice", "quote-it")
"""What is said of names of fields that are no such names."""


@dataclass(frozen=True)
class Portion:
    """What was found in a part of a file."""

    text: str
    line: int
    """The one it begins on, counted from 0."""
    found: tuple[Found, ...]
    problems: tuple[Problem, ...] = ()
    is_whole: bool = True
    """False where a record, or a part of one, could not be read."""

    @property
    def can_be_kept(self) -> bool:
        """Whether it may be used again elsewhere in the file: a problem may name another line."""
        return self.is_whole and not serious(self.problems)

    def at(self, line: int) -> "Portion":
        """The same, on another line."""
        lines = line - self.line
        if not lines:
            return self
        found = tuple(replace(record, moved=record.moved + lines) for record in self.found)
        return Portion(self.text, line, found, tuple(problem.below(lines) for problem in self.problems))


MOST_RECORDS = 50_000
"""In all files together: 8,000 people, and some contacts with each."""


def too_many(source: SourceFile) -> Problem:
    """That the workbook has more records than that."""
    message = f"With this file the workbook has more than {MOST_RECORDS:,} records."
    return Problem(Place(source.name), "too-much", message, "Move what you no longer need out of the workbook.")


def portion(source: SourceFile) -> Portion:
    """All that is in a file."""
    if not source.is_readable:
        return Portion("", 0, (), is_whole=False)
    if source.text.count("\n") >= MOST_RECORDS and _holds_too_many(source):
        return Portion(source.text, 0, (), (too_many(source),), is_whole=False)
    read = read_message(source) if source.kind == MESSAGES.name else read_yaml(source.text, source.name)
    return _portion(source, source.text, 0, read)


def portions(source: SourceFile, known: Mapping[str, Portion]) -> Iterator[Portion]:
    """The portions of a file. `known`: those that can be kept from an earlier reading, by their text."""
    is_list = BY_NAME[source.kind].is_list and source.is_readable
    pieces = cut(source.text) if is_list else None
    if pieces is None or pieces.of == "fields" or len(pieces.pieces) > MOST_RECORDS:
        yield known[source.text] if source.text in known else portion(source)
        return
    reads = None if known else _read_at_once(source, pieces)
    for piece, read in reads or read_pieces(pieces, source.name, known=known):
        yield _portion(source, piece.text, piece.line, read) if read else known[piece.text].at(piece.line)


def _read_at_once(source: SourceFile, whole: Cut) -> Sequence[tuple[Piece, Read]] | None:
    """Each piece with what is written in it, where all can be read in one, which takes two thirds of the time."""
    read = read_quickly(source.text, source.name)
    if read is None or read.problems or not isinstance(read.written, WrittenList):
        return None
    lines = [item.place.line if hasattr(item, "place") else 0 for item in read.written]
    if lines != [piece.line + 1 for piece in whole.pieces]:
        return None
    return [(piece, Read(_alone(item), [])) for piece, item in zip(whole.pieces, read.written, strict=True)]


def _alone(item: Any) -> WrittenList:
    alone = WrittenList([item])
    alone.place = item.place
    return alone


def _holds_too_many(source: SourceFile) -> bool:
    """Whether it plainly has more records than a workbook may: then it need not be read."""
    pieces = cut(source.text)
    return pieces is not None and pieces.of == "list" and len(pieces.pieces) > MOST_RECORDS


def _portion(source: SourceFile, text: str, line: int, read: Read) -> Portion:
    if problems := misshapen(source, read.written):
        said = [problem for problem in read.problems if problem.code not in MADE_BY_THE_SHAPE]
        return Portion(text, line, (), (*said, *problems), is_whole=False)
    return Portion(text, line, tuple(_records(source, read)), tuple(read.problems), read.is_whole)


def _records(source: SourceFile, read: Read) -> Iterator[Found]:
    kind, written = BY_NAME[source.kind], read.written
    if isinstance(written, WrittenList):
        yield from (found(kind, record, getattr(record, "place", written.place)) for record in written)
    elif written is not None:
        yield found(kind, written, written.place, is_whole=read.is_whole)
