"""The site of a home, served: what is read, what is followed, who answers."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from werkzeug.wrappers import Request, Response

from bothways import site
from bothways.model.names import Names
from bothways.problems import ProblemsFound
from bothways.serve.answers import Answer
from bothways.serve.clicks import Clicks
from bothways.serve.editor import Editor
from bothways.serve.log_lines import LogLines
from bothways.serve.lull import Lull
from bothways.serve.pen import Pen
from bothways.serve.reader import Reader
from bothways.serve.sender import Sender
from bothways.serve.server import Server
from bothways.serve.shown import Shown
from bothways.serve.sitting import Sitting
from bothways.site.edition import ReadEdition
from bothways.site.guide_files import guide_folder
from bothways.site.home import FILE, OWN_PAGES, read_settings
from bothways.site.workshop import Workshop

THEME = Path(site.__file__).parent / "theme"
"""Watched for those who work on bothways itself."""


@dataclass(frozen=True)
class Home:
    """Whose site is served."""

    folder: Path
    """The one with `mkdocs.yml`."""
    workbook: Path
    shown_as: str
    """What messages call the workbook."""
    day: Callable[[], date]
    """The day it is."""
    guide: ReadEdition | None
    """For a site that shows the guide alone."""
    sharing: Mapping[str, Any]
    """Profiles of shared copies in `mkdocs.yml`, as they are written."""
    site: Path
    """Where its builds go."""


def serve(
    server: Server,
    home: Home,
    *,
    may_edit: bool,
    ready: Callable[[str], None],
    tell: Callable[[ProblemsFound | None], None],
    tell_fault: Callable[[Exception], None],
    names_are: Callable[[Names], None],
) -> None:
    """Shows the site of a home until the person ends it with Ctrl+C.

    `ready` gets the address, once. `tell` gets the problems of a reading that failed, and nothing after one that
    worked; the last good site stays meanwhile. `may_edit`: whether the workbook may be written from the browser.
    `names_are` gets who and what there is, a moment after each reading.
    """
    reader = Reader(home.workbook, home.shown_as, home.day)
    lull = Lull(tell_fault)
    workshop = Workshop(home.folder, keep=lambda job: lull.put_off("what is kept", job))
    read = home.guide or reader.edition

    def told(problems: ProblemsFound | None) -> None:
        tell(problems)
        if not home.guide:
            lull.put_off("names", lambda: names_are(reader.names))

    shown = Shown(lambda: workshop.site(read), home.day, told, tell_fault)
    sender = Sender(shown, home.folder)
    others = writers(home, reader, shown, sender) if may_edit and not home.guide else ()
    # The folder of own pages may be made while we look on.
    own_pages = read_settings(home.folder).content or home.folder / OWN_PAGES
    watched = (home.folder / FILE, own_pages, guide_folder(), THEME, home.workbook)
    with lull:
        server.run(shown, sender, watched, others, ready)


def writers(home: Home, reader: Reader, shown: Shown, sender: Sender) -> Sequence[Answer]:
    """Those who answer where the workbook may be written from the browser."""
    sitting = Sitting()
    pen = Pen(reader, shown, sitting)
    return (
        Editor(reader, shown, sender, sitting, pen),
        Clicks(reader, shown, sender, sitting, pen),
        LogLines(reader, sender),
        _Seldom(lambda: _seldom_asked(home, reader, shown, sender, sitting, pen)),
    )


class _Seldom:
    """Those who are seldom asked, loaded when an address first is that may be theirs: of one part, and no file's."""

    def __init__(self, load: Callable[[], Sequence[Answer]]) -> None:
        self._load = load
        self._loaded: Sequence[Answer] | None = None
        self._loading = threading.Lock()

    def __call__(self, request: Request) -> Response | None:
        """The answer of whoever's address it is."""
        if request.path == "/" or request.path.count("/") > 1 or "." in request.path:
            return None
        with self._loading:
            if self._loaded is None:
                self._loaded = self._load()
        return next((found for answer in self._loaded if (found := answer(request))), None)


def _seldom_asked(home: Home, *those: Any) -> Sequence[Answer]:
    from bothways.serve.seldom import seldom_asked  # noqa: PLC0415  # it brings what no page needs

    return seldom_asked(home, *those)
