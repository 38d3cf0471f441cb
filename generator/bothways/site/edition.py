"""The edition: everything that the site room needs to know to make one site.

Made from a workbook and the guide's data by `compose`, or by a test with three literal pages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from bothways.pages.navigation import Tab
from bothways.pages.page import Page
from bothways.site.outline import Outline, outline_of


class Attachment(NamedTuple):
    """A picture or document that a record names."""

    address: str
    """Where it is published: `files/plan.pdf`."""
    source: Path | bytes
    """Where it lies on this machine; or the file itself, where it was made for this edition."""


@dataclass(frozen=True)
class Edition:
    """Ready pages, and the tabs that lead to them. The guide's chapters are not in it: the site room reads them."""

    title: str
    """The name of the site, shown at the top of every page. Empty: `site_name` of `mkdocs.yml` stands."""
    pages: tuple[Page, ...]
    """The workbook's pages. In a guide-only site: what the guide's data files give, or nothing."""
    tabs: tuple[Tab, ...]
    """The tabs in their order. The guide needs none: it gets one at the end, or first when it is the whole site."""
    guide_root: str
    """Where the guide's front page lives: `guide/` beside a workbook, empty when the guide is the whole site."""

    attachments: tuple[Attachment, ...] = ()
    """What the records' `files` name; nothing else of `files/` is published."""

    @cached_property
    def outline(self) -> Outline:
        """Its tabs, and where it has pages."""
        return outline_of(self.tabs, self.guide_root, self.pages)


ReadEdition = Callable[[], Edition]
"""Reads the person's files anew and gives the edition, or raises `ProblemsFound`."""
