"""The outline of an edition: what its frame depends on. The same for every workbook, and nothing that anybody wrote."""

import json
import posixpath
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from bothways.pages.navigation import SECTIONS, TABS, TOOLS, Section, Tab

GUIDE_ROOT = "guide/"


@dataclass(frozen=True)
class Outline:
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
    return json.dumps(asdict(outline))


def from_text(text: str) -> Outline:
    """The outline that was put into a text."""
    told = json.loads(text)
    tabs = tuple(Tab(**tab) for tab in told["tabs"])
    return Outline(tabs, told["guide_root"], tuple((tab, folder) for tab, folder in told["places"]))


def _places(sections: Iterable[Section]) -> tuple[tuple[str, str], ...]:
    """Where these sections have pages: a record's page lies beside the list of its kind."""
    listed = ((section.tab.title, near.address) for section in sections for near in (section.tab, *section.pages))
    return tuple(sorted({(tab, posixpath.dirname(address)) for tab, address in listed}))


WHOLE = Outline(TABS, GUIDE_ROOT, _places(SECTIONS))
"""That of every workbook, known before it is read."""
GUIDE_ALONE = Outline((TOOLS.tab,), "", _places((TOOLS,)))
"""That of the public guide."""
