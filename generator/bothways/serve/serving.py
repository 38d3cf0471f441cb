"""The site of a home, served: what is read, what is followed, who answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bothways import site
from bothways.problems import ProblemsFound
from bothways.serve.answers import Answer
from bothways.serve.clicks import Clicks
from bothways.serve.editor import Editor
from bothways.serve.importing import Importing
from bothways.serve.log_lines import LogLines
from bothways.serve.pen import Pen
from bothways.serve.reader import Reader
from bothways.serve.removing import Removing
from bothways.serve.replying import Replying
from bothways.serve.sender import Sender
from bothways.serve.server import Server
from bothways.serve.sharing import Sharing
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
) -> None:
    """Shows the site of a home until the person ends it with Ctrl+C.

    `ready` gets the address, once. `tell` gets the problems of a reading that failed, and nothing after one that
    worked; the last good site stays meanwhile. `may_edit`: whether the workbook may be written from the browser.
    """
    workshop = Workshop(home.folder)
    reader = Reader(home.workbook, home.shown_as, home.day)
    read = home.guide or reader.edition
    shown = Shown(lambda: workshop.site(read), home.day, tell, tell_fault)
    sender = Sender(shown, home.folder)
    others = writers(home, reader, shown, sender) if may_edit and not home.guide else ()
    # The folder of own pages may be made while we look on.
    own_pages = read_settings(home.folder).content or home.folder / OWN_PAGES
    watched = (home.folder / FILE, own_pages, guide_folder(), THEME, home.workbook)
    server.run(shown, sender, watched, others, ready)


def writers(home: Home, reader: Reader, shown: Shown, sender: Sender) -> Sequence[Answer]:
    """Those who answer where the workbook may be written from the browser."""
    sitting = Sitting()
    pen = Pen(reader, shown, sitting)
    return (
        Editor(reader, shown, sender, sitting, pen),
        Clicks(reader, shown, sender, sitting, pen),
        LogLines(reader, sender),
        Removing(home.folder, home.site, reader, shown, sender, sitting, pen),
        Sharing(home.folder, reader, sender, sitting, home.sharing),
        Replying(home.folder, reader, sender, sitting, pen),
        Importing(reader, sender, sitting, pen),
    )
