"""What the search finds of a workbook's page, taken from the HTML that we made ourselves."""

import json
import re
from collections.abc import Iterator
from typing import Any

from anyascii import anyascii
from markupsafe import escape

from bothways.pages.page import Page

_NOT_SEARCHED = re.compile(
    r"<(svg|pre|button|nav|form)\b.*?</\1>|<!--found elsewhere-->.*?<!--/found elsewhere-->", re.DOTALL
)
"""Pictures, YAML to copy, buttons and filters: nobody looks for these words. And what templates mark: a list of two
thousand people holds every word there is, and each of them is found on a page of their own."""
_HEADING = re.compile(r'<h[1-6][^>]*\sid="([^"]+)"[^>]*>(.*?)</h[1-6]>', re.DOTALL)
_INSIDE_A_LINE = re.compile(r"</?(?:a|b|code|em|mark|q|strong|time)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")

PEOPLE = "people/"
A_PERSON = 2
"""How much more a person counts than a talk with them, where both fit as well."""

Entry = dict[str, str | int]


def entries(page: Page) -> Iterator[Entry]:
    """What the search finds of a page: the page itself, then each part under a heading. Texts stay escaped."""
    parts = _HEADING.split(_NOT_SEARCHED.sub(" ", page.html))
    before, parts = parts[0], parts[1:]
    title = _plain(parts[1]) if parts else page.title
    text = _plain(before + (parts[2] if parts else ""))
    entry: Entry = {"location": page.address, "title": title, "text": f"{text} {_without_accents(page.title)}".strip()}
    yield entry | {"boost": A_PERSON} if page.address.startswith(PEOPLE) else entry
    for anchor, heading, text in zip(parts[3::3], parts[4::3], parts[5::3], strict=True):
        yield {"location": f"{page.address}#{anchor}", "title": _plain(heading), "text": _plain(text)}


def entries_of(page: Page) -> str:
    """The same as JSON, with commas between them."""
    return ",".join(map(as_json, entries(page)))


def as_json(value: Any) -> str:
    """A value of the search index, in the fewest characters, none of which a script could misread."""
    return json.dumps(value, separators=(",", ":"))


def _without_accents(title: str) -> str:
    """`Zoe`, of Zoë: what somebody types who has no such key. Empty where there is nothing to add."""
    plain = anyascii(title)
    return "" if plain == title else str(escape(plain))


def _plain(html: str) -> str:
    return " ".join(_TAG.sub(" ", _INSIDE_A_LINE.sub("", html)).split())
