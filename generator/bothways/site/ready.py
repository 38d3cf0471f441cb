"""MkDocs files and pages that carry what we have already made: a workbook's page, a chapter of the guide."""

from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from bothways.pages.page import Page
from bothways.site.chapter import Chapter
from bothways.site.chapter_html import finished
from bothways.site.chapters_kept import KeptChapters, Rendered
from bothways.site.frame import BODY, TITLE
from bothways.site.guide import in_the_site
from bothways.site.guide_files import GuideFile


class ReadyPage(MkDocsPage):
    """A workbook's page: its body goes into the theme as it is, without a Markdown pass."""

    def __init__(self, ready: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(ready.title, file, config)
        self.ready = ready

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Nothing to read. There is no contents list beside a workbook's page, and no guide.

        The window is called like the page, also where the navigation lists it under a shorter name.
        """
        self.markdown = ""
        window = TITLE if self.ready.html.startswith(BODY) else self.ready.title
        self.meta = {"hide": ["navigation", "toc"], "window": window}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Hands over the body, and what the rest of MkDocs asks of a page."""
        self.content = self.ready.html
        self.toc = contents(self.ready)
        self.present_anchor_ids = _Any()
        self.links_to_anchors = {}


class ChapterPage(MkDocsPage):
    """A chapter of the guide, read by us and rendered by MkDocs, if it was not rendered before."""

    found: Rendered | None = None
    """As it was kept."""

    def __init__(self, chapter: Chapter, file: File, config: MkDocsConfig, kept: KeptChapters | None) -> None:
        super().__init__(None, file, config)
        self.chapter, self._kept = chapter, kept

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Hands over what was read before the build began."""
        self.markdown = self.chapter.markdown
        self.meta = dict(self.chapter.meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """As MkDocs does, then with what Markdown cannot say."""
        self.found = self._kept.get(self.chapter) if self._kept else None
        if self.found:
            self._take(self.found, files)
        else:
            super().render(config, files)
            self.content = finished(self.content or "")

    def rendered(self, entries: list[dict[str, Any]]) -> Rendered:
        """The chapter, to be kept. `entries`: what the search finds of it."""
        leads_to = {file.src_uri: anchors for file, anchors in (self.links_to_anchors or {}).items()}
        contents, anchors = _headings(self.toc), sorted(self.present_anchor_ids or ())
        return Rendered(self._title_from_render, self.content or "", contents, anchors, leads_to, entries)

    def _take(self, found: Rendered, files: Files) -> None:
        self._title_from_render, self.content, self.toc = found.title, found.content, get_toc(found.contents)
        self.present_anchor_ids = set(found.anchors)
        leads_to = ((files.get_file_from_path(uri), anchors) for uri, anchors in found.leads_to.items())
        self.links_to_anchors = {file: anchors for file, anchors in leads_to if file}


def page_file(page: Page, config: MkDocsConfig) -> File:
    """The file of a workbook's page. MkDocs makes pages only of what ends in `.md`."""
    uri = page.address.removesuffix(".html") + ".md"
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = page.address
    ReadyPage(page, file, config)
    return file


def chapter_file(chapter: Chapter, address: str, config: MkDocsConfig, kept: KeptChapters | None) -> File:
    """The file of a chapter. Links are looked up by where it lies in the guide, and written for its address."""
    file = File.generated(config, in_the_site(chapter.uri), content="", inclusion=InclusionLevel.INCLUDED)
    file.dest_uri = address
    ChapterPage(chapter, file, config, kept)
    return file


def picture_file(picture: GuideFile, config: MkDocsConfig) -> File:
    """The file of a picture, copied as it is."""
    uri = in_the_site(picture.uri)
    return File.generated(config, uri, abs_src_path=str(picture.path), inclusion=InclusionLevel.INCLUDED)


def contents(page: Page) -> TableOfContents:
    """The page's `<h1>` alone, to which the skip link leads: no contents list is shown beside a workbook's page."""
    return TableOfContents([AnchorLink(page.title, "top", 1)])


def _headings(several: Iterable[AnchorLink]) -> list[dict[str, Any]]:
    return [
        {"name": one.title, "id": one.id, "level": one.level, "children": _headings(one.children)} for one in several
    ]


class _Any(set[str]):
    """Holds every anchor: what is on a workbook's page is not known yet. The check of the whole site looks again."""

    def __contains__(self, anchor: object) -> bool:
        return True
