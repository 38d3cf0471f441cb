"""A file is read piece by piece: what was written, and every problem and hint about how, not the first alone.

What comes out is what reading it in one would give, where it can be read in one.
"""

from collections.abc import Container, Iterator, Sequence

from bothways.problems import Place
from bothways.reading.cut import Cut, Piece, cut
from bothways.reading.written import WrittenList, WrittenMapping
from bothways.reading.yaml_text import Read, read_piece, read_quickly, written_twice

MOST_BROKEN = 100
"""Pieces of one file that cannot be read: then it is not what it is meant to be, and more of them help nobody."""


def read_yaml(text: str, file: str, first_line: int = 1) -> Read:
    """What is written in `text`, without the pieces that cannot be read, and the problems and hints about how.

    `first_line` is the line of the file at which the text begins.
    """
    if read := read_quickly(text, file, first_line):
        return read
    whole = cut(text)
    if whole is None or len(whole.pieces) == 1:
        return read_piece(text, file, first_line)
    reads = [read for _, read in read_pieces(whole, file, first_line) if read]
    if not all(_fits(whole, read) for read in reads if read.is_whole):
        return read_piece(text, file, first_line)
    return _joined(whole, reads, file, first_line)


def read_pieces(
    whole: Cut, file: str, first_line: int = 1, known: Container[str] = ()
) -> Iterator[tuple[Piece, Read | None]]:
    """Each piece, with what is written in it. None: its text is `known`, so it need not be read."""
    number = broken = 0
    while number < len(whole.pieces) and broken < MOST_BROKEN:
        piece, read, after = whole.pieces[number], None, number + 1
        if piece.text not in known:
            piece, read, after = _read_next(whole, number, file, first_line)
            broken += not read.is_whole
        yield piece, read
        number = after


def _read_next(whole: Cut, start: int, file: str, first_line: int) -> tuple[Piece, Read, int]:
    """The piece of a number with those after it that belong to it, what is written in it, and the next one's number."""
    end = start + 1
    piece, read = _read(whole, start, end, file, first_line)
    while read.is_open and end < len(whole.pieces):
        end = min(start + 2 * (end - start), len(whole.pieces))
        piece, read = _read(whole, start, end, file, first_line)
    if not read.is_whole and end > start + 1:
        is_slip_here = read.problems[-1].place.line < whole.pieces[start + 1].line + first_line
        return (whole.pieces[start], read, start + 1) if is_slip_here else (piece, read, end)
    if read.is_whole and not _fits(whole, read) and len(whole.pieces) > 1:
        # No field: what is wrong with it shows beside the one above it, or below.
        _, beside = _read(whole, max(start - 1, 0), max(end, 2), file, first_line)
        read = read if beside.is_whole else beside
    return piece, read, end


def _read(whole: Cut, start: int, end: int, file: str, first_line: int) -> tuple[Piece, Read]:
    pieces = whole.pieces[start:end]
    piece = pieces[0] if len(pieces) == 1 else Piece("".join(piece.text for piece in pieces), pieces[0].line)
    return piece, read_piece(piece.text, file, piece.line + first_line)


def _fits(whole: Cut, read: Read) -> bool:
    """Whether a piece is items of the list, or fields of the record."""
    return isinstance(read.written, WrittenList if whole.of == "list" else WrittenMapping)


def _joined(whole: Cut, reads: Sequence[Read], file: str, first_line: int) -> Read:
    problems = [problem for read in reads for problem in read.problems]
    is_whole = all(read.is_whole for read in reads)
    place = Place(file, whole.line + first_line, whole.column + 1)
    if whole.of == "list":
        items = WrittenList(item for read in reads for item in read.written or ())
        items.place = place
        return Read(items, problems, is_whole)
    fields = WrittenMapping()
    fields.place, fields.keys_at = place, {}
    for read in reads:
        if not isinstance(read.written, WrittenMapping):
            continue
        for key, at in read.written.keys_at.items():
            if key in fields.keys_at:
                problems.append(written_twice(key, at, fields.keys_at[key]))
                continue
            fields.keys_at[key] = at
            if key in read.written:
                fields[key] = read.written[key]
    return Read(fields if fields.keys_at or is_whole else None, problems, is_whole)
