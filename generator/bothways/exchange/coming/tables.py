"""Tables in text (CSV): rows by column, each with its line. Takes a Source; gives a Table."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bothways.exchange.coming.source import MOST_BYTES, Source, refused
from bothways.problems import Place, Problem

DELIMITERS = ",;\t|"

LEFT_OUT = "row-left-out"
_SEP = re.compile(r"sep=([,;\t|])\s*$", re.IGNORECASE)
_LINE = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Row:
    """One row, by column."""

    place: Place
    cells: dict[str, str]

    def get(self, *columns: str) -> str:
        """The first of these columns that says something; in small letters."""
        for column in columns:
            if cell := self.cells.get(column, "").strip():
                return cell
        return ""

    def matching(self, pattern: re.Pattern[str]) -> list[str]:
        """The cells of all columns whose name fits, in the file's order."""
        return [cell for column, cell in self.cells.items() if cell.strip() and pattern.fullmatch(column)]


@dataclass(frozen=True)
class Table:
    """The rows below a row of names."""

    columns: tuple[str, ...]
    """As the file spells them."""
    rows: tuple[Row, ...]
    left_out: tuple[Problem, ...]
    """Rows that cannot be read."""


@dataclass(frozen=True)
class Header:
    """The row that names the columns."""

    line: int
    columns: tuple[str, ...]
    delimiter: str

    @property
    def keys(self) -> frozenset[str]:
        """The names in small letters, without spaces around."""
        return frozenset(map(key, self.columns))


def key(column: str) -> str:
    """The name of a column without the differences that do not count."""
    return " ".join(column.split()).casefold()


def find_header(text: str, fits: Callable[[Header], bool], word: str = "") -> Header | None:
    """The first row that fits, wherever it stands: some programs write a few lines before their table.

    `word` is in small letters, and surely in that row: so the others are soon passed over.
    """
    delimiters = DELIMITERS
    for number, line in enumerate(_LINE.split(text), 1):
        if number == 1 and (declared := _SEP.match(line)):
            delimiters = declared[1]
            continue
        if word not in line.lower():
            continue
        delimiter = max(delimiters, key=line.count)
        header = Header(number, _cells(line, delimiter), delimiter)
        if any(header.columns) and fits(header):
            return header
    return None


def top(text: str, lines: int) -> str:
    """So many lines from its beginning."""
    return "\n".join(_LINE.split(text, maxsplit=lines)[:lines])


def read_table(source: Source, header: Header) -> Table:
    """The rows below the header. Rows that are empty are passed over; those that cannot be read are listed."""
    body = _from_line(source.text, header.line)
    rows: list[Row] = []
    left_out: list[Problem] = []
    keys = [key(column) for column in header.columns]
    for line, cells in _rows(body, header, source.name):
        place = Place(source.name, line)
        if isinstance(cells, str):
            left_out.append(Problem(place, LEFT_OUT, cells, "Look at the quotation marks in it."))
        elif any(cell.strip() for cell in cells[len(keys) :]):
            message = f"This row has {len(cells)} cells, and there are {len(keys)} columns."
            left_out.append(Problem(place, LEFT_OUT, message, "Put quotation marks round a cell that holds a comma."))
        elif any(cell.strip() for cell in cells):
            # Of two columns with one name the first counts.
            rows.append(Row(place, dict(zip(reversed(keys), reversed(_filled(cells, len(keys))), strict=True))))
    return Table(header.columns, tuple(rows), tuple(left_out))


def _filled(cells: Sequence[str], wanted: int) -> list[str]:
    return [*cells, *([""] * (wanted - len(cells)))][:wanted]


def _cells(line: str, delimiter: str) -> tuple[str, ...]:
    try:
        return tuple(cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), []))
    except csv.Error:
        return ()


def _from_line(text: str, line: int) -> str:
    """The text below a line."""
    at = 0
    for _ in range(line):
        end = _LINE.search(text, at)
        if end is None:
            return ""
        at = end.end()
    return text[at:]


def _rows(body: str, header: Header, name: str) -> Iterator[tuple[int, list[str] | str]]:
    """Each row with its line, or the sentence that says why it cannot be read."""
    limit = csv.field_size_limit(MOST_BYTES)
    lines = re.findall(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+", body)
    reader = csv.reader(lines, delimiter=header.delimiter, strict=True)
    try:
        while True:
            first = header.line + reader.line_num + 1
            try:
                yield first, next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                if "end of data" in str(error):
                    message = "A quotation mark is opened in this row and never closed."
                    raise refused(
                        name, first, message, 'Close it, or take it out. Inside a cell it is written "".'
                    ) from error
                yield first, "This row cannot be taken apart into cells."
    finally:
        csv.field_size_limit(limit)
