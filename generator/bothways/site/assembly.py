"""Edition and guide, as MkDocs wants them: its files, its navigation, the tab of every page."""

import re
from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from bothways.pages.navigation import Tab
from bothways.pages.page import Page
from bothways.site.chapters_kept import KeptChapters
from bothways.site.guide import Guide, Nav, in_the_site
from bothways.site.guide_nav import FRONT_PAGE
from bothways.site.joined import joined_files
from bothways.site.outline import Outline
from bothways.site.ready import ChapterPage, ReadyPage, chapter_file, page_file, picture_file

GUIDE = "Guide"

SOURCE_MAP = re.compile(r"\n(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*\Z")
OUTSIDE_SCRIPT = re.compile(r'"https://unpkg\.com/[^"]*"')


def files(
    found: Files,
    pages: Sequence[Page],
    outline: Outline,
    guide: Guide,
    config: MkDocsConfig,
    *,
    kept: KeptChapters | None,
) -> Files:
    """The theme's files and ours.

    What MkDocs found in `docs_dir` itself is left out: it follows links out of the folder and takes
    editor backups for pages. `kept`: where a chapter may be found rendered.
    """
    theme = [_quiet(file) for file in found if _is_theme_file(file, config)]
    chapters = [chapter_file(chapter, _address(chapter.uri, outline), config, kept) for chapter in guide.chapters]
    pictures = [picture_file(picture, config) for picture in guide.pictures]
    return Files([*theme, *joined_files(config), *pictures, *chapters, *(page_file(page, config) for page in pages)])


def navigation(outline: Outline, guide: Guide) -> Nav:
    """The tabs. People and conversations are not in it: the theme writes all of it into every page.

    The guide stands where a tab leads to its front page; else first when it is the whole site, and last beside a
    workbook.
    """
    front = outline.guide_root + "index.html"
    tabs = list(outline.tabs)
    if guide.chapters and front not in {tab.address for tab in tabs}:
        tabs.insert(len(tabs) if outline.is_private else 0, Tab(GUIDE, front))
    return [{tab.title: guide.nav() if tab.address == front else [_source(tab.address)]} for tab in tabs]


def tie_to_tabs(nav: Navigation, files: Files) -> None:
    """Puts each workbook page under its tab, so that the tab is shown as active on it.

    "Previous" and "next" are kept to the guide, which is read from front to back.
    """
    tabs = {item.title: item for item in nav.items if isinstance(item, Section)}
    for file in files.documentation_pages():
        page = file.page
        if isinstance(page, ReadyPage):
            page.parent = tabs.get(page.ready.section)
            page.previous_page = page.next_page = None
        elif page is not None:
            page.previous_page = _if_chapter(page.previous_page)
            page.next_page = _if_chapter(page.next_page)


def _if_chapter(page: MkDocsPage | None) -> MkDocsPage | None:
    return page if isinstance(page, ChapterPage) else None


def _source(address: str) -> str:
    """What MkDocs calls the page: `people/index.html` -> `people/index.md`."""
    return address.removesuffix(".html") + ".md"


def _address(uri: str, outline: Outline) -> str:
    """Where a chapter is published. Only the front page depends on whether there is a workbook."""
    if uri == FRONT_PAGE:
        return outline.guide_root + "index.html"
    return in_the_site(uri).removesuffix(".md") + ".html"


def _is_theme_file(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir != config.docs_dir and not file.src_uri.endswith(".map")


def _quiet(file: File) -> File:
    """The same file, mentioning no source map, and loading no script of another host.

    Material's script would fetch one to draw a diagram; an empty script stands in its place.
    """
    if file.src_uri.endswith((".js", ".css")):
        text = SOURCE_MAP.sub("\n", file.content_string)
        file.content_string = OUTSIDE_SCRIPT.sub('"data:text/javascript,"', text)
    return file
