"""LinkedIn's Connections.csv, old and new. Takes its rows; gives entries."""

from collections.abc import Iterator

from bothways.exchange.coming.entry import Entry, joined
from bothways.exchange.coming.tables import Header, Table

NAMES = frozenset({"first name", "last name"})
TELLING = frozenset({"connected on", "position"})
"""Columns that other programs' files do not have beside the names."""

TAG = "linkedin"


def is_header(header: Header) -> bool:
    """Whether this row names the columns: some lines of notes, of any number, stand before it."""
    return header.keys >= NAMES


def is_linkedin(header: Header) -> bool:
    """Whether the file is surely LinkedIn's: Google's newer files have the same names."""
    return header.keys >= NAMES and bool(header.keys & TELLING)


def entries(table: Table) -> Iterator[Entry]:
    """An entry for each connection."""
    for row in table.rows:
        yield Entry(
            place=row.place,
            name=joined(row.get("first name"), row.get("last name")),
            role=row.get("position"),
            organisation=row.get("company"),
            emails=(row.get("email address"),),
            links=(row.get("url"),),
            met_on=row.get("connected on"),
            tags=(TAG,),
        )
