"""Google Contacts' CSV, old and new headers. Takes its rows; gives entries."""

import re
from collections.abc import Iterator

from bothways.exchange.coming.entry import SEPARATOR, Entry, joined, several
from bothways.exchange.coming.tables import Header, Row, Table

TELLING = re.compile(
    r"e-mail \d+ - (value|type|label)|phone \d+ - (value|type|label)|group membership|file as|name prefix"
)

_EMAIL = re.compile(r"e-mail \d+ - value")
_PHONE = re.compile(r"phone \d+ - value")
_WEBSITE = re.compile(r"website \d+ - value")
_CITY = re.compile(r"address \d+ - city")


def is_google(header: Header) -> bool:
    """Whether the columns are Google's."""
    names = header.keys >= {"given name", "family name"} or header.keys >= {"first name", "last name"}
    return names and any(map(TELLING.fullmatch, header.keys))


def entries(table: Table) -> Iterator[Entry]:
    """An entry for each contact."""
    for row in table.rows:
        yield Entry(
            place=row.place,
            name=_name(row),
            role=_first(row.get("organization title", "organization 1 - title")),
            organisation=_first(row.get("organization name", "organization 1 - name")),
            location=_first(next(iter(row.matching(_CITY)), "")),
            also_known_as=several([row.get("nickname")]),
            emails=several(row.matching(_EMAIL)),
            phones=several(row.matching(_PHONE)),
            links=several(row.matching(_WEBSITE)),
            tags=tuple(label for label in several([row.get("labels", "group membership")]) if not _is_own(label)),
            notes=row.get("notes"),
        )


def _name(row: Row) -> str:
    pieces = joined(
        row.get("name prefix"),
        row.get("first name", "given name"),
        row.get("middle name", "additional name"),
        row.get("last name", "family name"),
        row.get("name suffix"),
    )
    return pieces or row.get("name", "file as")


def _first(cell: str) -> str:
    return cell.split(SEPARATOR, maxsplit=1)[0].strip()


def _is_own(label: str) -> bool:
    """Whether Google made the label, such as `* myContacts`, and not the person."""
    return label.startswith("*")
