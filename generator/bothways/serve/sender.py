"""How a page is sent: in its frame, with the bar to write from, and the problems of the moment over it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from werkzeug.wrappers import Response

from bothways.pages.page import Page
from bothways.problems import ProblemsFound, serious
from bothways.serve import headers
from bothways.serve.environment import html, version
from bothways.serve.overlay import laid_over, overlay
from bothways.serve.shown import Found, Moment, Shown, Site

FRONT_PAGE = "index.html"

NO_REFERRER = b'<meta name="referrer" content="no-referrer">'
SAME_ORIGIN = b'<meta name="referrer" content="same-origin">'
"""With the first, a browser would not say that a form is from here. No other site hears of either."""

Dressed = Callable[[bytes, str], bytes]
"""A page of the site with what one can do there, from the page and its address."""


@dataclass(frozen=True)
class Again:
    """A form that could not be taken in, to be sent once more as it is."""

    action: str
    entries: Sequence[tuple[str, str]]


class Sender:
    """Sends pages as they are at the moment."""

    def __init__(self, shown: Shown, folder: Path) -> None:
        """`folder`: the one with `mkdocs.yml`, which the names of files in problems are relative to."""
        self._shown, self._folder = shown, folder
        self._laid: tuple[Moment | None, str] = None, ""
        self.dress: Dressed = lambda page, _: page
        """Set by the editor."""

    def page(self, found: Found, address: str) -> Response:
        """A page of the site."""
        return self._sent(self.dress(found.data, address), address, found.made_of, 200)

    def own(self, title: str, body: str, status: int = 200) -> Response:
        """A page of ours, in the frame of the site; alone where there is no site yet."""
        site = self._shown.now.site
        if site is None:
            return self.alone(title, (), "", 503)
        page = site.frame.around(_front(title, body), site.name)
        return self._sent(page, "", "", status)

    def to_look_at(self, found: ProblemsFound, typed: Iterable[str] = (), again: Again | None = None) -> Response:
        """What has to be put right before anything is written, with what was `typed`, to copy and to save `again`."""
        body = html("wait.html", problems=serious(found.problems), typed=typed, again=again)
        return self.own("First, a few lines to look at", body, 422)

    def gone(self, typed: Iterable[str] = ()) -> Response:
        """That what was to be changed is there no longer, with what was `typed`, to copy."""
        return self.own("This is gone", html("gone.html", typed=typed), 404)

    def alone(self, title: str, words: tuple[str, ...], address: str, status: int) -> Response:
        """A page that stands in where there is none."""
        way_on = "/" if self._shown.now.site else ""
        page = html("alone.html", title=title, words=words, way_on=way_on, version=version())
        return self._sent(page.encode(), address, "", status)

    def problems(self, moment: Moment) -> str:
        """What is laid over every page. The same for all that are asked for at a moment."""
        if moment.problems is None:
            return ""
        if self._laid[0] is not moment:
            site = moment.site is not None
            self._laid = moment, overlay(moment.problems.problems, self._folder, is_over_a_site=site)
        return self._laid[1]

    def _sent(self, page: bytes, address: str, seen: str, status: int) -> Response:
        moment = self._shown.now
        page = page.replace(NO_REFERRER, SAME_ORIGIN)
        response = Response(laid_over(page, address, seen, self.problems(moment)), status, mimetype="text/html")
        headers.protect(response, _scripts(moment.site))
        return response


def _front(title: str, body: str) -> Page:
    return Page(FRONT_PAGE, title, "Today", body)


def _scripts(site: Site | None) -> frozenset[str]:
    """The theme's own scripts that stand in its pages."""
    return headers.inline_scripts(shell.text for shell in site.frame.shells.values()) if site else frozenset()
