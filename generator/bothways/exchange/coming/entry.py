"""What another program's file says about somebody, before it is looked over."""

from collections.abc import Iterable
from dataclasses import dataclass

from bothways.problems import Place

SEPARATOR = ":::"
"""Google's, between several values in one cell."""


@dataclass(frozen=True)
class Entry:
    """One row or card, in our words. Every text is as it stands in the file."""

    place: Place
    name: str = ""
    role: str = ""
    organisation: str = ""
    location: str = ""
    also_known_as: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    met_on: str = ""
    tags: tuple[str, ...] = ()
    notes: str = ""


def joined(*parts: str) -> str:
    """The parts that are not empty, with a space between: a name from its pieces."""
    return " ".join(part for part in map(str.strip, parts) if part)


def several(cells: Iterable[str]) -> tuple[str, ...]:
    """Every value of the cells, each once."""
    values = (value.strip() for cell in cells for value in cell.split(SEPARATOR))
    return tuple(dict.fromkeys(value for value in values if value))
