"""The page of all lines of the log, from which each can be edited."""

from werkzeug.exceptions import MethodNotAllowed
from werkzeug.wrappers import Request, Response

from bothways.derive.log_names import lines_by_name
from bothways.serve.asked import READING
from bothways.serve.environment import html
from bothways.serve.reader import Reader
from bothways.serve.records import LINES, edit_address
from bothways.serve.sender import Sender

TITLE = "The log, line by line"


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
