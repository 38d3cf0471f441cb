"""What kind of file it is, and its entries. The one place where the kinds are listed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bothways.exchange.coming import any_table, cards, google, linkedin
from bothways.exchange.coming.card_lines import BEGIN
from bothways.exchange.coming.contact import Contact, contact_from
from bothways.exchange.coming.entry import Entry
from bothways.exchange.coming.source import Source, refused
from bothways.exchange.coming.tables import Header, Table, find_header, read_table, top
from bothways.problems import Problem

Kind = Literal["linkedin", "google", "vcard", "csv"]
KINDS: tuple[Kind, ...] = ("linkedin", "google", "vcard", "csv")

WHOSE: Mapping[Kind, str] = {
    "linkedin": "LinkedIn's connections",
    "google": "Google Contacts",
    "vcard": "vCards",
    "csv": "A table",
}
"""What each is called at the beginning of a sentence."""

NAME = "name"
"""Is in the header of every kind that we know by its header."""

_MARKUP = ("<", "{", "[", "%", "dn:")
"""What begins a web page, JSON, a PDF and an LDIF, and no table."""

_TOP = 20
"""Lines in which a table's names are looked for: LinkedIn writes three before them."""


@dataclass(frozen=True)
class AddressBook:
    """Everybody in a file, looked over."""

    kind: Kind
    contacts: tuple[Contact, ...]
    left_out: tuple[Problem, ...] = field(default=())
    """Rows, and as hints values, that cannot be taken."""


class ColumnsWanted(Exception):
    """A table of another program: which column holds what has to be said. Carries its columns and a guess."""

    def __init__(self, columns: tuple[str, ...], guess: Mapping[str, str]) -> None:
        super().__init__(", ".join(columns))
        self.columns, self.guess = columns, guess


def recognised(source: Source) -> Kind:
    """The kind that the file is by its look."""
    if BEGIN.search(source.text):
        return "vcard"
    if find_header(source.text, google.is_google, NAME):
        return "google"
    return "linkedin" if find_header(source.text, linkedin.is_linkedin, NAME) else "csv"


def read_address_book(source: Source, kind: Kind, mapping: Mapping[str, str]) -> AddressBook:
    """Everybody in the file. `mapping` says for a table of any kind which column holds a field.

    Raises ProblemsFound where the file is not of that kind, ColumnsWanted where a table's names are not found.
    """
    left_out: list[Problem] = []
    contacts = tuple(_contacts(_entries(source, kind, mapping, left_out), left_out, month_first=kind == "linkedin"))
    return AddressBook(kind, contacts, tuple(left_out))


def columns_of(source: Source) -> tuple[str, ...]:
    """The columns of a table of any kind. Raises ProblemsFound where it is none."""
    return _header(source, "csv").columns


def _contacts(entries: Iterator[Entry], left_out: list[Problem], *, month_first: bool) -> Iterator[Contact]:
    for entry in entries:
        contact, problems = contact_from(entry, month_first=month_first)
        left_out += problems
        if contact:
            yield contact


def _entries(source: Source, kind: Kind, mapping: Mapping[str, str], left_out: list[Problem]) -> Iterator[Entry]:
    if kind == "vcard":
        if not BEGIN.search(source.text):
            raise refused(source.name, 1, "There is no card in this file: none of its lines is BEGIN:VCARD.")
        return cards.entries(source, left_out)
    header = _header(source, kind)
    if kind == "csv" and not any_table.has_name(mapping):
        mapping = any_table.likely(header.columns) | dict(mapping)
        if not any_table.has_name(mapping):
            raise ColumnsWanted(header.columns, mapping)
    table = read_table(source, header)
    left_out += table.left_out
    if kind == "csv":
        return any_table.entries(table, mapping)
    entries: Callable[[Table], Iterator[Entry]] = google.entries if kind == "google" else linkedin.entries
    return entries(table)


def _header(source: Source, kind: Kind) -> Header:
    match kind:
        case "linkedin":
            header = find_header(source.text, linkedin.is_header, NAME)
            missing = "None of its rows holds First Name and Last Name, as LinkedIn's Connections.csv does."
        case "google":
            header = find_header(source.text, google.is_google, NAME)
            missing = "None of its rows names the columns that Google Contacts writes."
        case _:
            header = _any_header(top(source.text, _TOP))
            missing = "This is neither a table (CSV) nor a vCard."
            if header and not _is_table(header):
                header = None
    if header is None:
        raise refused(source.name, 1, missing)
    return header


def _any_header(text: str) -> Header | None:
    """The row that names the columns, by its words; else the first one that has several cells, else the first."""
    several: tuple[Callable[[Header], bool], ...] = (
        lambda header: len(header.columns) > 1 and any_table.has_name(any_table.likely(header.columns)),
        lambda header: sum(map(bool, header.columns)) > 1,
        lambda _: True,
    )
    found = (find_header(text, fits) for fits in several)
    return next(filter(None, found), None)


def _is_table(header: Header) -> bool:
    first = header.columns[0].lstrip()
    return not first.startswith(_MARKUP) and (
        len(header.columns) > 1 or any_table.has_name(any_table.likely(header.columns))
    )
