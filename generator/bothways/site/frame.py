"""The frame: all of a site that does not come from the workbook. Whoever's the workbook is, it is the same.

It is made by MkDocs and Material (see `framing`); nothing here knows them, so that a page is put into it at no cost.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import escape

from bothways.pages.page import Page
from bothways.site.chapter_html import with_links

SITE = "bothways-site-goes-here"
"""Stands in every page for the name of the site."""
TITLE = "bothways-title-goes-here"
"""Stands in a shell for the title of a page."""
ADDRESS = "bothways-address-goes-here"
"""Stands in a shell for the name of a page's file, without `.html`: a site with an address in the web names it."""
BODY = '<h1 id="top">bothways-body-goes-here</h1>'
"""Stands in a shell for the body of a page. With the `<h1>` that every body of ours has: the theme leads to it."""

_STAND_INS = re.compile("|".join(map(re.escape, (SITE, TITLE, BODY))) + rf"|{ADDRESS}(?:-\d+)?")


class Part(NamedTuple):
    """One file of the frame, or one shell."""

    data: bytes | memoryview
    digest: str
    """Another one as soon as the data are others."""
    tools: tuple[str, ...] = ()
    """In a chapter: the ids that it names, some of which may be tools."""

    @property
    def text(self) -> str:
        """The part as text."""
        return str(self.data, "utf-8")


@dataclass(frozen=True)
class Frame:
    """What MkDocs and Material make."""

    name: str
    """The name of the site in `mkdocs.yml`: for an edition that has none of its own."""
    search: str
    """How the theme's search is to read words, as JSON. Empty where there is no search."""
    entries: Mapping[str, str]
    """The search entries of each chapter by its address, as JSON, with commas between them."""
    files: Mapping[str, Part]
    """The theme's files and ours, by address."""
    chapters: Mapping[str, Part]
    """The guide's pages and the page for a wrong address, by address: whole but for what depends on the edition."""
    shells: Mapping[str, Part]
    """The theme's page around pages of the workbook: by the address of one, or by `place_name`."""

    def chapter(self, address: str, site: str, tools: Mapping[str, str]) -> str:
        """A chapter in the site of this name, with links to the tools that it names, whose addresses are given."""
        return with_links(self.chapters[address].text, address, tools).replace(SITE, str(escape(site)))

    def shell_name(self, page: Page) -> str:
        """The name of the shell for a page: its own where it has one, else that of its place."""
        own = page.address in self.shells
        return page.address if own else place_name(page.section, posixpath.dirname(page.address))

    def around(self, page: Page, site: str) -> bytes:
        """The whole page, in the site of this name."""
        name = self.shell_name(page)
        if name not in self._cut:
            self._cut[name] = Shell(self.shells[name].text)
        return self._cut[name].around(page, site)

    @cached_property
    def _cut(self) -> dict[str, "Shell"]:
        """Those shells that were needed so far."""
        return {}


class Shell:
    """The theme's page, cut where a page of ours puts something."""

    def __init__(self, text: str) -> None:
        self._between = tuple(part.encode() for part in _STAND_INS.split(text))
        self._stand_ins = tuple(_STAND_INS.findall(text))

    def around(self, page: Page, site: str) -> bytes:
        """The whole page, in the site of this name."""
        name = posixpath.basename(page.address).removesuffix(".html")
        put = {SITE: escape(site), TITLE: escape(page.title), BODY: page.html}
        parts = [self._between[0]]
        for stand_in, after in zip(self._stand_ins, self._between[1:], strict=True):
            parts += put.get(stand_in, quote(name)).encode(), after
        return b"".join(parts)


def place_name(tab: str, folder: str) -> str:
    """The name of the shell that the pages of one folder share, under one tab."""
    return f"{tab}: {folder}"
