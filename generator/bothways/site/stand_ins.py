"""What MkDocs is given in the place of the workbook's pages: one stand-in for all pages that the theme frames alike."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bothways import pages
from bothways.pages.page import Page
from bothways.site.frame import ADDRESS, BODY, TITLE, place_name
from bothways.site.guide import Guide, in_the_site
from bothways.site.outline import Outline

_LINK = re.compile(r"\]\(\s*<?([^)#>\s]+)\.md\b")


def stand_ins(outline: Outline, guide: Guide) -> Mapping[Page, str | None]:
    """The stand-ins, each with the name of the shell that is made from it.

    There is one for each page that the navigation lists, and one for each place where there are others. Those that a
    chapter links to are there only so that MkDocs finds them, and become no shell.
    """
    front = outline.guide_root + "index.html"
    body = BODY + symbols()
    made: dict[Page, str | None] = {}
    for number, (tab, folder) in enumerate(outline.places):
        address = posixpath.join(folder, f"{ADDRESS}-{number}.html")
        made[Page(address, TITLE, tab, body)] = place_name(tab, folder)
    for listed in outline.tabs:
        if listed.address != front:
            # Other pages show its title too, in the navigation: so it has its own, which is its tab's.
            made[Page(listed.address, listed.title, listed.title, body)] = listed.address
    others = set(linked(guide, outline)) - {page.address for page in made}
    return made | {Page(address, TITLE, "", body): None for address in sorted(others)}


def symbols() -> str:
    """The drawings of all signs that pages use, which stand in the shell: they are the same below every body."""
    file = Path(pages.__file__).parent / "templates" / "parts" / "symbols.html"
    return file.read_text(encoding="utf-8").rstrip("\n")


def linked(guide: Guide, outline: Outline) -> Iterator[str]:
    """The addresses of the workbook's pages that a chapter links to, whether there are such pages or not."""
    folders = {folder for _, folder in outline.places}
    for chapter in guide.chapters:
        here = posixpath.dirname(in_the_site(chapter.uri))
        for link in _LINK.findall(chapter.markdown):
            address = posixpath.normpath(posixpath.join(here, f"{link}.html"))
            if posixpath.dirname(address) in folders:
                yield address
