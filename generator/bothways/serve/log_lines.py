"""A page of all lines of the log, and where each can be edited."""

from collections.abc import Mapping
from typing import Any

from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.wrappers import Request, Response

from bothways.derive.log_names import day_and_person, lines_by_name
from bothways.model.log import LogLine
from bothways.model.workbook import Workbook
from bothways.serve.asked import READING
from bothways.serve.environment import html
from bothways.serve.reader import Reader
from bothways.serve.sender import Sender
from bothways.writing.desk import Desk
from bothways.writing.field import said_at

LINES = "lines"
"""The address of the page that shows all of them."""
TITLE = "The log, line by line"


def line_of(workbook: Workbook, own_id: str) -> LogLine:
    """The line that is called so. Raises `NotFound`."""
    found = lines_by_name(workbook).get(own_id)
    if found is None:
        raise NotFound
    return found


def line_shown(desk: Desk, own_id: str, shown: Mapping[str, Any]) -> LogLine:
    """The line that is called so; where another of its day and person says what was shown, that one.

    Why: the second line of a day is called so only as long as the first is there. Raises `NotFound`.
    """
    lines = lines_by_name(desk.workbook)
    line = lines.get(own_id)
    if line is None or (shown and said_at(desk, line.written) != shown):
        near = (other for other in lines.values() if own_id.startswith(day_and_person(other)))
        line = next((other for other in near if said_at(desk, other.written) == shown), line)
    if line is None:
        raise NotFound
    return line


def edit_address(name: str) -> str:
    """Where the line of this name can be edited."""
    return f"/edit?of=log/{name}"


class LogLines:
    """Answers with the page of all lines, the newest first."""

    def __init__(self, reader: Reader, sender: Sender) -> None:
        self._reader, self._sender = reader, sender

    def __call__(self, request: Request) -> Response | None:
        """The answer; None for another address."""
        if request.path != f"/{LINES}":
            return None
        if request.method not in READING:
            raise MethodNotAllowed(READING)
        facts = self._reader.facts
        lines = list(lines_by_name(facts.workbook).items()) if facts else []
        shown = [(edit_address(name), line) for name, line in sorted(lines, key=lambda each: each[1].date)[::-1]]
        return self._sender.own(TITLE, html("lines.html", title=TITLE, lines=shown))
