"""A workbook's line in the coach's overview: from the shared copy's facts, so only what its profile allows."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from bothways.derive.facts import Facts
from bothways.derive.talks import held
from bothways.pages.packet import stuck


@dataclass(frozen=True)
class Line:
    """What the coach sees at a glance."""

    name: str
    """The workbook's folder."""
    who: str
    """The person's own name, where it is shown."""
    session: date | None
    """The day of the next session."""
    stuck: str
    """Where it sticks, in the person's words of the packet; empty where the numbers show nothing."""
    last: date | None
    """The last day on which something was done, of what is shown."""


def line_of(name: str, facts: Facts) -> Line:
    """The line of a workbook that was cut down."""
    book = facts.workbook
    days = [line.date for line in book.log if line.date <= facts.day] + [talk.date for talk in held(book, facts.day)]
    return Line(
        name=name,
        who=book.me.name if book.me else "",
        session=facts.packet.next_session,
        stuck=stuck(facts.progress, book.rhythm),
        last=max(days, default=None),
    )


def as_plain(line: Line) -> dict[str, Any]:
    """For JSON."""
    days = {"session": line.session, "last": line.last}
    return asdict(line) | {field: day and day.isoformat() for field, day in days.items()}


def from_plain(said: dict[str, Any]) -> Line:
    """Back from JSON."""
    return Line(**said | {field: said[field] and date.fromisoformat(said[field]) for field in ("session", "last")})
