"""The outline of an edition: what its frame depends on. The same for every workbook, and nothing that anybody wrote."""

import json
import posixpath
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bothways.digest import digest
from bothways.pages.navigation import CONVERSATIONS, SECTIONS, TABS, TOOLS, Section, Tab

if TYPE_CHECKING:
    from bothways.pages.page import Page
    from bothways.site.guide_files import GuideFile

GUIDE_ROOT = "guide/"
FRAME = "frame-"
"""Begins the name under which a frame is kept."""


class Outline(NamedTuple):
    """The tabs of an edition, and where it has pages."""

    tabs: tuple[Tab, ...]
    guide_root: str
    """Where the guide's front page lives: `guide/` beside a workbook, empty when the guide is the whole site."""
    places: tuple[tuple[str, str], ...]
    """Where there are pages: tab and folder, in order."""

    @property
    def is_private(self) -> bool:
        """Whether there is a workbook in it, so that no search engine may list it."""
        return self.guide_root != ""


def as_text(outline: Outline) -> str:
    """The outline in a text: for another process, and to tell one from another."""
    return json.dumps(outline)


def from_text(text: str) -> Outline:
    """The outline that was put into a text."""
    tabs, guide_root, places = json.loads(text)
    return Outline(tuple(Tab(*tab) for tab in tabs), guide_root, tuple((tab, folder) for tab, folder in places))


def frame_name(outline: Outline) -> str:
    """The name under which its frame is kept: one for each kind of edition."""
    return f"{FRAME}{digest(as_text(outline))[:8]}"


def frame_made_of(outline: Outline, files: "Sequence[GuideFile]", mkdocs_yml: str) -> str:
    """All that its frame is made of. A picture is not in it, but MkDocs wants to know that there is one."""
    guide = (part for file in files for part in (file.uri, file.path.read_bytes() if file.is_chapter else b""))
    return digest(as_text(outline), mkdocs_yml, *guide)


def outline_of(tabs: tuple[Tab, ...], guide_root: str, pages: "Iterable[Page]") -> Outline:
    """The outline of an edition. One with tabs that we know has all their places, whether there are pages as yet."""
    found = {(page.section, page.address.rpartition("/")[0]) for page in pages if not page.is_bare}
    for known in (WHOLE, GUIDE_ALONE):
        found.update(known.places if known.tabs == tabs else ())
    return Outline(tabs, guide_root, tuple(sorted(found)))


def _places(sections: Iterable[Section], *others: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Where these sections have pages: a record's page lies beside the list of its kind; and in other places."""
    listed = ((section.tab.title, near.address) for section in sections for near in (section.tab, *section.pages))
    return tuple(sorted({(tab, posixpath.dirname(address)) for tab, address in listed} | set(others)))


WHOLE = Outline(TABS, GUIDE_ROOT, _places(SECTIONS, (CONVERSATIONS.tab.title, "conversations/debrief")))
"""That of every workbook, known before it is read."""
GUIDE_ALONE = Outline((TOOLS.tab,), "", _places((TOOLS,)))
"""That of the public guide."""
