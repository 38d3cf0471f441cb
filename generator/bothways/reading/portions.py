"""What a file holds: its records as written, portion by portion.

A portion is one record of a list, or a whole file. One that was read before is not read again, wherever it is now.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bothways.problems import Place, Problem, serious
from bothways.reading.cut import cut
from bothways.reading.files import SourceFile
from bothways.reading.gather import Found, found
from bothways.reading.kinds import AMERICAN, BY_NAME, MESSAGES
from bothways.reading.messages import read_message
from bothways.reading.pieces import read_pieces, read_yaml
from bothways.reading.slips import odd_beginning
from bothways.reading.written import Written, WrittenList, WrittenMapping
from bothways.reading.yaml_text import Read


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


def portion(source: SourceFile) -> Portion:
    """All that is in a file."""
    if not source.is_readable:
        return Portion("", 0, (), is_whole=False)
    read = read_message(source) if source.kind == MESSAGES.name else read_yaml(source.text, source.name)
    return _portion(source, source.text, 0, read)


def portions(source: SourceFile, known: Mapping[str, Portion]) -> Iterator[Portion]:
    """The portions of a file. `known`: those that can be kept from an earlier reading, by their text."""
    is_list = BY_NAME[source.kind].is_list and source.is_readable
    pieces = cut(source.text) if is_list else None
    if pieces is None or pieces.of == "fields":
        yield known[source.text] if source.text in known else portion(source)
        return
    for piece, read in read_pieces(pieces, source.name, known=known):
        yield _portion(source, piece.text, piece.line, read) if read else known[piece.text].at(piece.line)


def _portion(source: SourceFile, text: str, line: int, read: Read) -> Portion:
    records = _records(source, read)
    if isinstance(records, Problem):
        return Portion(text, line, (), (*read.problems, records), is_whole=False)
    return Portion(text, line, tuple(records), tuple(read.problems), read.is_whole)


def _records(source: SourceFile, read: Read) -> list[Found] | Problem:
    kind, written = BY_NAME[source.kind], read.written
    file = source.name.rsplit("/", 1)[-1]
    if written is None:
        return []
    if isinstance(written, WrittenList):
        if kind.is_list:
            return [found(kind, record, getattr(record, "place", written.place)) for record in written]
        hint = "Take out the dashes, and begin each field at the start of its line."
        return Problem(written.place, "fields-wanted", f"{file} holds fields, not a list.", hint, kind.name)
    if kind.is_list and (odd := _odd_beginning(source, written)):
        return odd
    if kind.is_list and _is_title_above(written, kind.name):
        message = f"{file} is the list itself, and needs no line above it that names it."
        return Problem(written.place, "list-wanted", message, "Take out that line, and begin with a dash.", kind.name)
    if kind.is_list and not source.in_folder:
        hint = f"Begin each {kind.noun} with a dash and a space, and indent its other fields by two spaces."
        return Problem(written.place, "list-wanted", f"{file} holds a list.", hint, kind.name)
    return [found(kind, written, written.place, is_whole=read.is_whole)]


def _odd_beginning(source: SourceFile, written: Written) -> Problem | None:
    """The slip that made fields of what was meant as the first record of a list."""
    if not isinstance(written, WrittenMapping) or source.in_folder or not written.keys_at:
        return None
    place = next(iter(written.keys_at.values()))
    slip = odd_beginning(source.text.split("\n", place.line)[place.line - 1])
    return Problem(Place(source.name, place.line, slip[0] + 1), *slip[1]) if slip else None


def _is_title_above(written: Written, kind: str) -> bool:
    """Whether the person wrote the kind's own name as the one field that holds everything."""
    if not isinstance(written, WrittenMapping) or len(written.keys_at) != 1:
        return False
    (key,) = written.keys_at
    return AMERICAN.get(key, key) == kind and isinstance(written.get(key), WrittenList | WrittenMapping)
