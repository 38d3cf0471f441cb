"""A site looked over before anybody sees it, and what is wrong with it in the person's words."""

from collections.abc import Iterator
from pathlib import Path

from bothways.problems import Place, Problem, ProblemsFound
from bothways.site.check import Flaw, flaws, seen_in, style_flaws
from bothways.site.guide import Guide, read_guide
from bothways.site.home import read_settings
from bothways.site.remarks import broken_anchor, broken_link, other_host
from bothways.site.whole import NOT_FOUND, Site

IN_WORDS = {"broken-link": broken_link, "broken-anchor": broken_anchor, "other-host": other_host}


def check(site: Site, folder: Path) -> None:
    """Raises `ProblemsFound` where a link leads nowhere, or a page would ask another host for something.

    `folder`: the one with `mkdocs.yml`.
    """
    found = flaws_of(site)
    if found:
        guide = read_guide(folder, read_settings(folder).content)
        raise ProblemsFound([_problem(flaw, guide) for flaw in found])


def flaws_of(site: Site) -> tuple[Flaw, ...]:
    """Every flaw of a site, by page."""
    pages = {address: tuple(gist.seen for gist in site.gists(address)) for address in site.pages}
    pages |= {address: (seen_in(_text(site, address)),) for address in _others(site, ".html") if address != NOT_FOUND}
    styles = [flaw for address in _others(site, ".css") for flaw in style_flaws(address, _text(site, address))]
    return (*flaws(pages, site.addresses()), *styles)


def _others(site: Site, end: str) -> Iterator[str]:
    """Files that are no pages of ours, by the end of their names."""
    return (address for address in site.addresses() if address.endswith(end) and address not in site.pages)


def _text(site: Site, address: str) -> str:
    return (site.read(address) or b"").decode("utf-8", "replace")


def _problem(flaw: Flaw, guide: Guide) -> Problem:
    """The flaw in words, with its line where the page is a chapter."""
    chapter = guide.chapter_at(flaw.page.removesuffix(".html") + ".md")
    place = chapter.place_of(flaw.link) if chapter else Place(flaw.page)
    return IN_WORDS[flaw.kind](flaw.link, place)
