"""The making of a frame: MkDocs and Material, run once, with stand-ins for the workbook's pages.

Where later only the words of a chapter change, that chapter alone is rendered again.
"""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from bothways.problems import ProblemsFound
from bothways.site.chapter import Chapter
from bothways.site.chapters_kept import KeptChapters, Rendered
from bothways.site.configuration import plugin_of
from bothways.site.frame import Frame
from bothways.site.frame_found import by_chapter, chapter_part
from bothways.site.guide import Guide, in_the_site
from bothways.site.outline import Outline
from bothways.site.plugin import Made
from bothways.site.ready import ChapterPage
from bothways.site.remarks import listening, problems_from
from bothways.site.settings import SEARCH
from bothways.site.stand_ins import linked


class Framing:
    """One run of MkDocs, and what can be made of it afterwards."""

    def __init__(self, config: MkDocsConfig, outline: Outline, guide: Guide, kept: KeptChapters | None = None) -> None:
        """Makes the frame for editions of this outline. Raises `ProblemsFound` for what is wrong in a chapter.

        `kept`: chapters that were rendered before; none where `config` may bring what changes them.
        """
        self._config, self._outline, self._outside = config, outline, _outside(guide, outline)
        self._heard: dict[str, list[str]] = {}
        """What MkDocs remarked of each chapter that was rendered again."""
        self._rendered = {chapter.uri: chapter.markdown for chapter in guide.chapters}
        plugin = plugin_of(config)
        plugin.wanted, plugin.kept = (outline, guide), kept
        with listening() as heard, tempfile.TemporaryDirectory(prefix="bothways-") as place:
            config.site_dir = place
            try:
                mkdocs_build(config)
            except Abort as abort:
                raise ProblemsFound(problems_from(heard, guide.chapter_at)) from abort
        _raise(heard, guide)
        assert plugin.frame is not None
        assert plugin.made is not None
        self.frame: Frame = plugin.frame
        """The last one without a problem."""
        self._newest = self.frame
        self._made: Made = plugin.made
        if kept:
            kept.keep(self._fresh(guide))

    def follow(self, guide: Guide) -> bool:
        """Makes the frame anew for a guide in which only the words of chapters are others.

        Gives no where more has changed: what other pages show of a chapter, such as its title. Raises `ProblemsFound`.
        """
        if _outside(guide, self._outline) != self._outside:
            return False
        for chapter in guide.chapters:
            if chapter.markdown != self._rendered[chapter.uri] and not self._render(chapter):
                return False
        _raise([*chain.from_iterable(self._heard.values()), *self._heard_of_anchors()], guide)
        self.frame = self._newest
        return True

    def _render(self, chapter: Chapter) -> bool:
        """Renders one chapter again, unless it has another title."""
        page = self._page_of(chapter)
        title, page.chapter = page.title, chapter
        with listening() as self._heard[chapter.uri]:
            page.read_source(self._config)
            page.render(self._config, self._made.files)
        if page.title != title:
            return False
        self._newest = self._with(page, self._newest)
        self._rendered[chapter.uri] = chapter.markdown
        return True

    def _fresh(self, guide: Guide) -> Iterator[tuple[Chapter, Rendered]]:
        """The chapters that were not found rendered."""
        for chapter in guide.chapters:
            page = self._page_of(chapter)
            if page.found is None:
                entries = json.loads(f"[{self.frame.entries.get(page.file.dest_uri, '')}]")
                yield chapter, page.rendered(entries)

    def _page_of(self, chapter: Chapter) -> ChapterPage:
        file = self._made.files.get_file_from_path(in_the_site(chapter.uri))
        assert file is not None
        assert isinstance(file.page, ChapterPage)
        return file.page

    def _with(self, page: ChapterPage, frame: Frame) -> Frame:
        """The frame with this page as it is now."""
        config, nav = self._config, self._made.nav
        search: Any = config.plugins[SEARCH]
        found = search.search_index.entries
        before = len(found)
        page.active = True
        context = get_context(nav, self._made.files.documentation_pages(), config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        html = self._made.env.get_template("main.html").render(context)
        page.active = False
        address = page.file.dest_uri
        return replace(
            frame,
            chapters={**frame.chapters, address: chapter_part(html.encode())},
            entries={**frame.entries, **by_chapter(found[before:])},
        )

    def _heard_of_anchors(self) -> list[str]:
        """Looks at every link to a heading, as one of any chapter may lead to one that has changed."""
        level = self._config.validation.links.anchors
        with listening() as heard:
            for file in self._made.files.documentation_pages():
                assert file.page is not None
                file.page.validate_anchor_links(files=self._made.files, log_level=level)
        return heard


def _outside(guide: Guide, outline: Outline) -> object:
    """All of a guide but the words of its chapters; of those, what MkDocs is given stand-ins for."""
    tabs = {tab.address for tab in outline.tabs}
    return (
        [(chapter.uri, chapter.meta) for chapter in guide.chapters],
        guide.pictures,
        set(linked(guide, outline)) - tabs,
    )


def _raise(heard: list[str], guide: Guide) -> None:
    if problems := problems_from(heard, guide.chapter_at):
        raise ProblemsFound(problems)
