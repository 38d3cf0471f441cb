"""The lines of the log, each by a name of its own: its day and whom it is about, as a talk's."""

from collections import Counter
from collections.abc import Mapping

from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.wrappers import Request, Response

from bothways.derive.facts import Facts
from bothways.model.log import LogLine
from bothways.model.names import slug
from bothways.model.workbook import Workbook
from bothways.serve.environment import html
from bothways.serve.reader import Reader
from bothways.serve.sender import Sender

LINES = "lines"
"""The address of the page that shows all of them."""
TITLE = "The log, line by line"


def lines_by_id(workbook: Workbook) -> Mapping[str, LogLine]:
    """Every line, by `2026-11-03-dana-okafor`; a second one of a day has a 2 behind it."""
    seen: Counter[str] = Counter()
    found: dict[str, LogLine] = {}
    for line in workbook.log:
        plain = f"{line.date}-{line.who.id or slug(line.who.name, 'person')}"
        seen[plain] += 1
        found[plain if seen[plain] == 1 else f"{plain}-{seen[plain]}"] = line
    return found


def line_of(workbook: Workbook, own_id: str) -> LogLine:
    """The line that is called so. Raises `NotFound`."""
    found = lines_by_id(workbook).get(own_id)
    if found is None:
        raise NotFound
    return found


def edit_addresses(facts: Facts) -> Mapping[str, str]:
    """Where each line can be edited, by where it is written: `workbook/log.yaml:3`."""
    return {f"{line.written.file}:{line.written.line}": _edit(id_) for id_, line in lines_by_id(facts.workbook).items()}


class LogLines:
    """Answers with the page of all lines, the newest first."""

    def __init__(self, reader: Reader, sender: Sender) -> None:
        self._reader, self._sender = reader, sender

    def __call__(self, request: Request) -> Response | None:
        """The answer; None for another address."""
        if request.path != f"/{LINES}":
            return None
        if request.method not in ("GET", "HEAD"):
            raise MethodNotAllowed(["GET", "HEAD"])
        facts = self._reader.facts
        lines = list(lines_by_id(facts.workbook).items()) if facts else []
        shown = [(_edit(id_), line) for id_, line in sorted(lines, key=lambda each: each[1].date)[::-1]]
        return self._sender.own(TITLE, html("lines.html", title=TITLE, lines=shown))


def _edit(own_id: str) -> str:
    return f"/edit?of=log/{own_id}"
