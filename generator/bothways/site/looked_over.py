"""A site looked over before anybody sees it, and what is wrong with it in the person's words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bothways.problems import Place, Problem, ProblemsFound
from bothways.site.check import Flaw, Seen, flaws, seen_in, style_flaws
from bothways.site.guide import Guide, read_guide
from bothways.site.home import read_settings
from bothways.site.remarks import broken_anchor, broken_link, other_host
from bothways.site.whole import NOT_FOUND, Site

IN_WORDS = {"broken-link": broken_link, "broken-anchor": broken_anchor, "other-host": other_host}


def check(site: Site, folder: Path, of: Iterable[str] | None = None) -> None:
    """Raises `ProblemsFound` where a link leads nowhere, or a page would ask another host for something.

    `folder`: the one with `mkdocs.yml`. `of`: the addresses of the pages that are asked about; left out, all.
    """
    found = flaws_of(site, of)
    if found:
        guide = read_guide(folder, read_settings(folder).content)
        raise ProblemsFound([_problem(flaw, guide) for flaw in found])


def flaws_of(site: Site, of: Iterable[str] | None = None) -> tuple[Flaw, ...]:
    """Every flaw of a site, by page; or `of` some pages alone. Nothing is rendered but them, and where they lead."""
    pages = _Pages(site)
    found = flaws(pages, site.addresses(), of)
    if of is not None:
        return found
    return (*found, *(flaw for address in _others(site, ".css") for flaw in style_flaws(address, _text(site, address))))


class _Pages(Mapping[str, Sequence[Seen]]):
    """What matters of each page of a site, found out when it is looked up."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._found: dict[str, Sequence[Seen] | None] = dict.fromkeys(site.pages)
        self._found |= {address: None for address in _others(site, ".html") if address != NOT_FOUND}

    def __getitem__(self, address: str) -> Sequence[Seen]:
        found = self._found[address]
        if found is None:
            found = self._found[address] = self._look_at(address)
        return found

    def _look_at(self, address: str) -> Sequence[Seen]:
        if address in self._site.pages:
            return [gist.seen for gist in self._site.gists(address)]
        return [seen_in(_text(self._site, address))]

    def __contains__(self, address: object) -> bool:
        return address in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


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
