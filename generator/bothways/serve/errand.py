"""An errand: several pages, each of which sends its form to the next, as for a copy that is made, read and taken."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from werkzeug.exceptions import MethodNotAllowed
from werkzeug.wrappers import Request, Response

from bothways.problems import ProblemsFound
from bothways.serve.asked import READING, OldPage, file_of, form_of, refuse_unless_from_here
from bothways.serve.environment import html
from bothways.serve.sender import Sender
from bothways.serve.sitting import Sitting


@dataclass(frozen=True)
class Sent:
    """What a form of the errand brought."""

    form: Mapping[str, str]
    """What was typed."""
    ticked: tuple[str, ...]
    """Which of several boxes."""
    file: bytes = b""


@dataclass(frozen=True)
class Step:
    """One step on the way."""

    take: Callable[[Sent], Response]
    largest_file: int = 0
    """Bytes of the file that its form brings along, where it brings one."""


class Errand(ABC):
    """Answers what is asked under the addresses of an errand, one step at a time."""

    begins_at: ClassVar[str]
    """The address of its first page."""
    started_anew: ClassVar[str]
    """What to do where the server was started anew meanwhile."""

    def __init__(self, sender: Sender, sitting: Sitting) -> None:
        self._sender, self._sitting = sender, sitting
        self._one_at_a_time = threading.Lock()

    @abstractmethod
    def steps(self) -> Mapping[str, Step]:
        """What is sent where, by the address of each step: of one part, as links in the frame are the front page's."""

    @abstractmethod
    def begin(self, *words: str, status: int = 200) -> Response:
        """The first page. `words`: what to say above it."""

    def __call__(self, request: Request) -> Response | None:
        """The answer; None for an address that is not of the errand."""
        step = self.steps().get(request.path)
        is_first = request.path == self.begins_at
        if step is None and not is_first:
            return None
        known = [*(READING if is_first else ()), *(("POST",) if step else ())]
        if request.method not in known:
            raise MethodNotAllowed(known)
        try:
            return self.begin() if step is None or request.method in READING else self._take(step, request)
        except ProblemsFound as found:
            return self._sender.to_look_at(found)

    def _take(self, step: Step, request: Request) -> Response:
        refuse_unless_from_here(request, step.largest_file)
        try:
            form = form_of(request, self._sitting.token)
        except OldPage:
            return self.begin(self.started_anew, status=403)
        with self._one_at_a_time:
            return step.take(Sent(form, tuple(form.getlist("tick")), file_of(request)))

    def _page(self, template: str, title: str, status: int = 200, **values: object) -> Response:
        """A page of the errand, from its template."""
        return self._sender.own(title, html(template, token=self._sitting.token, **values), status)
