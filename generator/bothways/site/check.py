"""Looks over a finished site: every link leads somewhere, and no page asks another host for anything."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

TAG = re.compile(r"<([a-zA-Z][\w-]*)(\s[^<>]*)>")
ATTRIBUTE = re.compile(r"""\s(href|src|srcset|data|action|poster|id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
STYLE_IMPORT = re.compile(r"""(?:url\(\s*['"]?|@import\s+['"])((?:https?:)?//[^'")\s]+)""")

LOADS = {"src", "srcset", "data", "poster"}
"""Attributes whose address the browser asks for by itself, on any element. `href` does so on `<link>` only."""

ELSEWHERE = ("http:", "https:", "//")


@dataclass(frozen=True)
class Flaw:
    """Something in the finished site that must not be."""

    page: str
    """The file in the site: `people/dana-okafor.html`."""
    link: str
    """The address as it is written there."""
    kind: str
    """`broken-link`, `broken-anchor` or `other-host`."""


@dataclass(frozen=True)
class _Read:
    """What matters of one page."""

    ids: frozenset[str]
    links: tuple[str, ...]
    loads: tuple[str, ...]


def flaws(site: Path) -> tuple[Flaw, ...]:
    """Every flaw of the site, by page. The page for a wrong address is left out: it is shown at any depth."""
    pages = {_uri(path, site): _read(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    pages.pop("404.html", None)
    files = {_uri(path, site) for path in site.rglob("*") if path.is_file()}
    found = [flaw for uri, page in sorted(pages.items()) for flaw in _flaws_of(uri, page, pages, files)]
    for path in sorted(site.rglob("*.css")):
        text = path.read_text(encoding="utf-8")
        found += [Flaw(_uri(path, site), link, "other-host") for link in STYLE_IMPORT.findall(text)]
    return tuple(found)


def _uri(path: Path, site: Path) -> str:
    return path.relative_to(site).as_posix()


def _flaws_of(uri: str, page: _Read, pages: dict[str, _Read], files: set[str]) -> Iterator[Flaw]:
    for link in page.loads:
        if link.startswith(ELSEWHERE):
            yield Flaw(uri, link, "other-host")
    for link in dict.fromkeys((*page.links, *page.loads)):
        target = _target(posixpath.dirname(uri), link)
        if target is None:
            continue
        path, anchor = target
        path = path or uri
        if path not in files:
            yield Flaw(uri, link, "broken-link")
        elif anchor and path in pages and anchor not in pages[path].ids:
            yield Flaw(uri, link, "broken-anchor")


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


def _read(html: str) -> _Read:
    """What matters of a page, by pattern.

    That is enough, as our pages and the theme's escape `<` and `>` in text and attributes, and saves the build seconds.
    """
    ids: set[str] = set()
    links: list[str] = []
    loads: list[str] = []
    for tag in TAG.finditer(html):
        for name, double, single in ATTRIBUTE.findall(tag[2]):
            value = unescape(double or single)
            if name in ("id", "name"):
                ids.add(value)
            elif _loads_by_itself(tag[1].lower(), name):
                loads += [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]
            else:
                links.append(value)
    return _Read(frozenset(ids), tuple(links), tuple(loads))
