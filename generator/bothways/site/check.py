"""Looks over a site: every link leads somewhere, and no page asks another host for anything."""

import posixpath
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

TAG = re.compile(r"<([a-zA-Z][\w-]*)(\s[^<>]*)>")
ATTRIBUTE = re.compile(r"""\s(href|src|srcset|data|action|poster|id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
STYLE_IMPORT = re.compile(r"""(?:url\(\s*['"]?|@import\s+['"])((?:https?:)?//[^'")\s]+)""")

LOADS = {"src", "srcset", "data", "poster"}
"""Attributes whose address the browser asks for by itself, on any element. `href` does so on `<link>` only."""

CANONICAL = ' rel="canonical"'
"""On a `<link>` that no browser follows: where the page is at home in the web."""

ELSEWHERE = ("http:", "https:", "//")


class Flaw(NamedTuple):
    """Something in the finished site that must not be."""

    page: str
    """The file in the site: `people/dana-okafor.html`."""
    link: str
    """The address as it is written there."""
    kind: str
    """`broken-link`, `broken-anchor` or `other-host`."""


@dataclass(frozen=True)
class Seen:
    """What matters of a page, or of a part of one."""

    ids: frozenset[str]
    """What in it can be led to."""
    links: tuple[str, ...]
    loads: tuple[str, ...]
    """What the browser asks for by itself."""

    @cached_property
    def within(self) -> tuple[str, ...]:
        """The links that lead within the page itself."""
        return tuple(link for link in self.links if link.startswith("#"))


def seen_in(html: str) -> Seen:
    """What matters of this HTML, by pattern.

    That is enough, as our pages and the theme's escape `<` and `>` in text and attributes, and saves the build seconds.
    """
    ids: set[str] = set()
    links: dict[str, None] = {}
    loads: dict[str, None] = {}
    for tag in TAG.finditer(html):
        for name, double, single in ATTRIBUTE.findall(tag[2]):
            value = unescape(double or single)
            if name in ("id", "name"):
                ids.add(value)
            elif CANONICAL in tag[2] or not _loads_by_itself(tag[1].lower(), name):
                links[value] = None
            elif name == "srcset":
                loads |= dict.fromkeys(part.split()[0] for part in value.split(",") if part.strip())
            else:
                loads[value] = None
    return Seen(frozenset(ids), tuple(links), tuple(loads))


def flaws(
    pages: Mapping[str, Sequence[Seen]], files: Container[str], of: Iterable[str] | None = None
) -> tuple[Flaw, ...]:
    """Every flaw of the pages, or `of` some of them, by page.

    Each page is the parts it is made of: its body, and the shell around it.
    `files`: every address of the site. What several pages of one folder share is looked at once.
    """
    known: set[tuple[str, int]] = set()
    found: list[Flaw] = []
    for address in sorted(pages if of is None else of):
        folder = posixpath.dirname(address)
        for part in pages[address]:
            first = (folder, id(part)) not in known
            known.add((folder, id(part)))
            found += _flaws_of(address, part, pages, files, whole=first)
    return tuple(dict.fromkeys(found))


def style_flaws(address: str, style: str) -> tuple[Flaw, ...]:
    """What a style asks other hosts for: fonts, most often."""
    return tuple(Flaw(address, link, "other-host") for link in STYLE_IMPORT.findall(style))


def _flaws_of(
    address: str, part: Seen, pages: Mapping[str, Sequence[Seen]], files: Container[str], *, whole: bool
) -> Iterator[Flaw]:
    """The flaws of a part of a page; of a part that was looked at before, those that depend on the page it is in."""
    if whole:
        for link in part.loads:
            if link.startswith(ELSEWHERE):
                yield Flaw(address, link, "other-host")
    folder = posixpath.dirname(address)
    for link in (*part.links, *part.loads) if whole else part.within:
        target = _target(folder, link)
        if target is None:
            continue
        path, anchor = target
        path = path or address
        if path not in files:
            yield Flaw(address, link, "broken-link")
        elif anchor and path in pages and not any(anchor in part.ids for part in pages[path]):
            yield Flaw(address, link, "broken-anchor")


@cache
def _target(folder: str, link: str) -> tuple[str, str] | None:
    """The file in the site and the anchor that a link in a folder means; nothing for a link to elsewhere."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return "", unquote(parts.fragment)
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    return path, unquote(parts.fragment)


@cache
def _loads_by_itself(tag: str, attribute: str) -> bool:
    return attribute in LOADS or (tag == "link" and attribute == "href")
