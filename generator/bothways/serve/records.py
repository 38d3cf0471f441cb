"""The record that an address of the editor means, such as `people/dana-okafor`; its page, and what it is called."""

from collections.abc import Mapping, Sequence
from typing import Any

from werkzeug.exceptions import NotFound

from bothways.derive.log_names import day_and_person, lines_by_name
from bothways.model.base import Record
from bothways.model.conversations import Conversation
from bothways.model.log import LogLine
from bothways.model.refs import and_names
from bothways.model.workbook import Workbook
from bothways.reading.kinds import BY_NAME
from bothways.writing.desk import Desk
from bothways.writing.field import said_at

LINES = "lines"
"""The address of the page that shows every line of the log."""


def record_of(workbook: Workbook, of: str) -> tuple[str, Record]:
    """The kind and the record that is meant by `people/dana-okafor`, `log/2026-11-03-dana-okafor` or `me`.

    Raises `NotFound`.
    """
    kind, _, own_id = of.partition("/")
    if kind not in BY_NAME:
        raise NotFound
    if kind == "me" and workbook.me:
        return kind, workbook.me
    if kind == "log":
        found: Record | None = lines_by_name(workbook).get(own_id)
    else:
        records: Sequence[Record] = () if kind == "me" else getattr(workbook, kind)
        found = next((record for record in records if record.id == own_id), None)
    if found is None or ships_with_the_guide(workbook, kind, own_id):
        raise NotFound
    return kind, found


def record_shown(desk: Desk, of: str, shown: Mapping[str, Any]) -> tuple[str, Record]:
    """The same, for a page that showed what the record said: a line of the log is known by that alone."""
    kind, _, own_id = of.partition("/")
    return (kind, _line_shown(desk, own_id, shown)) if kind == "log" else record_of(desk.workbook, of)


def ships_with_the_guide(workbook: Workbook, kind: str, own_id: str) -> bool:
    """Whether a record is none of the person's own: it can be replaced by one of theirs, but not edited."""
    own = workbook.own.get(kind)
    return own is not None and own_id not in own


def page_of(kind: str, record: Record) -> str:
    """The address of a record's page."""
    if kind == "me":
        return "index.html"
    if isinstance(record, LogLine):
        return f"people/{record.who.id}.html" if record.who.id else LINES
    return f"{kind}/{record.id}.html"


def name_of(kind: str, record: Record) -> str:
    """What a record is called in a sentence."""
    if isinstance(record, Conversation):
        return f"the talk with {and_names(record.with_)}"
    if isinstance(record, LogLine):
        return f"the line about {record.who.name}"
    return str(getattr(record, BY_NAME[kind].title, None) or getattr(record, "name", ""))


def edit_address(name: str) -> str:
    """Where the line of the log of this name can be edited."""
    return f"/edit?of=log/{name}"


def _line_shown(desk: Desk, own_id: str, shown: Mapping[str, Any]) -> LogLine:
    """The line that is called so; where another of its day and person says what was shown, that one.

    Why: the second line of a day is called so only as long as the first is there.
    """
    lines = lines_by_name(desk.workbook)
    line = lines.get(own_id)
    if line is None or (shown and said_at(desk, line.written) != shown):
        near = (other for other in lines.values() if own_id.startswith(day_and_person(other)))
        line = next((other for other in near if said_at(desk, other.written) == shown), line)
    if line is None:
        raise NotFound
    return line
