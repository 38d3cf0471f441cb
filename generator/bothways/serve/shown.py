"""What is shown: the last good site, and what has been wrong since. Made anew when a file changes."""

import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bothways.pages.page import Page
from bothways.problems import NOWHERE, Problem, ProblemsFound

CALM = 0.02
"""Seconds without another change after which files are taken to be whole."""
LONGEST = 0.3
"""Seconds after which something is shown all the same: somebody writes without end, or reading takes long."""

OUR_FAULT = "Something in bothways went wrong. That is our fault, and nothing of yours was changed."


class Shell(Protocol):
    """The theme's page, without what a page of ours puts into it."""

    @property
    def text(self) -> str:
        """It as text."""


class Frame(Protocol):
    """What the theme puts around every page."""

    @property
    def shells(self) -> Mapping[str, Shell]:
        """Its pages without a word of the person's."""

    def around(self, page: Page, site: str) -> bytes:
        """The whole page, in the site of this name."""


class Site(Protocol):
    """A site in memory, each page made when it is asked for."""

    @property
    def name(self) -> str:
        """What stands at the top of every page."""

    @property
    def frame(self) -> Frame:
        """What is around every page."""

    def addresses(self) -> Collection[str]:
        """Everything that can be read."""

    def read(self, address: str) -> bytes | None:
        """What stands at an address; None where nothing does."""

    def made_of(self, address: str) -> str:
        """Another text whenever what stands at an address is another. Nothing is made to find out."""


@dataclass(frozen=True)
class Found:
    """What stands at an address, at one time."""

    data: bytes
    made_of: str
    """Another text whenever it is another."""


@dataclass(frozen=True)
class Moment:
    """What is shown at one time."""

    number: int
    """Grows with every change."""
    site: Site | None
    """The last good one. None: there was none yet."""
    problems: ProblemsFound | None
    """What is wrong since then."""
    day: date


class Shown:
    """The site as it is shown, safe to ask from many threads."""

    def __init__(
        self,
        read_site: Callable[[], Site],
        day: Callable[[], date],
        tell: Callable[[ProblemsFound | None], None] = lambda _: None,
        tell_fault: Callable[[Exception], None] = lambda _: None,
    ) -> None:
        """`read_site` reads everything anew and may raise `ProblemsFound`; `tell` hears how that went.

        `tell_fault` hears of what is a fault of ours.
        """
        self._read_site, self._day = read_site, day
        self._tell, self.tell_fault = tell, tell_fault
        self._renewing = threading.Lock()
        self._rendering = threading.Lock()
        self._changed = threading.Condition()
        self._heard = self._read = 0
        """How many changes of files were heard of, and how many of them are in what is shown."""
        self._heard_at = 0.0
        self.is_over = False
        """Whether the server ends, and nobody should wait."""
        self._moment = Moment(0, None, None, day())

    @property
    def now(self) -> Moment:
        """What is shown, made anew where a new day has begun since."""
        if self._moment.number and self._moment.day != self._day():
            self.renew()
        return self._moment

    def renew(self) -> Moment:
        """Reads everything anew and shows it. With problems, the last good site stays."""
        with self._renewing:
            self._show(self._heard, self._fresh())
        return self._moment

    def hear(self) -> None:
        """Takes note that a file was changed, which will be followed: pages wait for it."""
        with self._changed:
            self._heard, self._heard_at = self._heard + 1, time.monotonic()
            self._changed.notify_all()

    def follow(self) -> None:
        """Reads what was changed, and shows it once the files are quiet.

        Why: a change may be half written. Its other half is waited for while the first is read, and then everything is
        read once more; what was not whole is never shown.
        """
        until = time.monotonic() + LONGEST
        with self._renewing:
            while True:
                heard, fresh = self._heard, self._fresh()
                if self._is_quiet(heard) or time.monotonic() > until:
                    break
            self._show(heard, fresh)

    def settle(self) -> None:
        """Returns when every change that was heard of is shown, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._read == self._heard or self.is_over, LONGEST)

    def read(self, address: str) -> Found | None:
        """What stands at an address. What cannot be made for problems that only show now is not there."""
        site = self.now.site
        if site is None:
            return None
        with self._rendering:
            try:
                data = site.read(address)
                return None if data is None else Found(data, site.made_of(address))
            except ProblemsFound as found:
                self._set(Moment(self._moment.number + 1, site, found, self._moment.day), self._read)
                return None

    def made_of(self, address: str) -> str:
        """Another text whenever what stands at an address is another; empty where nothing does."""
        site = self.now.site
        if site is None or address not in site.addresses():
            return ""
        with self._rendering:
            return site.made_of(address)

    def wait(self, number: int, seconds: float) -> Moment:
        """What is shown once it is no longer what it was at `number`, or when the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._moment.number != number or self.is_over, seconds)
        return self._moment

    def end(self) -> None:
        """Lets everybody go who waits."""
        with self._changed:
            self.is_over = True
            self._changed.notify_all()

    def _fresh(self) -> Moment:
        """What is to be shown by now."""
        day, site, problems = self._day(), self._moment.site, None
        try:
            site = self._read_site()
        except ProblemsFound as found:
            problems = found
        except Exception as fault:  # noqa: BLE001  # whatever comes, the last good site stays
            self.tell_fault(fault)
            problems = ProblemsFound([Problem(NOWHERE, "our-fault", OUR_FAULT)])
        return Moment(self._moment.number + 1, site, problems, day)

    def _is_quiet(self, heard: int) -> bool:
        """Whether nothing more was heard of by the time at which what was heard of is surely whole."""
        with self._changed:
            left = self._heard_at + CALM - time.monotonic()
            return not self._changed.wait_for(lambda: self._heard != heard, max(0, left))

    def _show(self, heard: int, moment: Moment) -> None:
        self._set(moment, heard)
        self._tell(moment.problems)

    def _set(self, moment: Moment, heard: int) -> None:
        with self._changed:
            self._moment, self._read = moment, heard
            self._changed.notify_all()
