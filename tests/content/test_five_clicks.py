"""From the front page to words that can be sent, in five clicks at most; along links that the built site really has."""

import re
from collections import deque
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from bothways.site.build import build
from bothways.site.compose import compose
from workbooks import EXAMPLE, REPOSITORY, TODAY, folder

MOST_CLICKS = 5
FIRST_ASKS = ("ask-known", "ask-linked", "ask-unlinked", "first-ask")
"""The ids of letters that are a first message: in the guide, and on the pages of messages."""


class Links(HTMLParser):
    """The links that stand in a page's own part (not in the theme's navigation), and what its buttons copy."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.copies: list[str] = []
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        self._inside += tag == "article"
        if self._inside and tag == "a" and (to := has.get("href")):
            self.links.append(to)
        if self._inside and tag == "button" and (what := has.get("data-copy")):
            self.copies.append(what)

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag == "article"


def read(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text(encoding="utf-8"))
    return links


def clicks_to_a_message(site: Path, start: str) -> int | None:
    """How many clicks lead from a page to the button that copies a first message, that one included."""
    seen, waiting = {start}, deque([(start, 0)])
    while waiting:
        name, clicks = waiting.popleft()
        page = read(site / name)
        if is_first_ask(name, page.copies):
            return clicks + 1
        for link in page.links:
            to = normpath(join(dirname(name), link.partition("#")[0])) if not re.match(r"\w+:", link) else ""
            if to not in seen and (site / to).is_file() and to.endswith(".html"):
                seen.add(to)
                waiting.append((to, clicks + 1))
    return None


def is_first_ask(name: str, copies: list[str]) -> bool:
    """Whether a page has a button for a first message."""
    return bool(set(FIRST_ASKS) & set(copies)) or (name.startswith("messages/first-ask") and bool(copies))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's site."""
    return build(REPOSITORY, tmp_path_factory.mktemp("clicks") / "site", lambda: compose(EXAMPLE, TODAY, False)).out


@pytest.mark.parametrize("start", ["index.html", "guide/index.html"])
def test_a_first_message_is_at_most_five_clicks_away(site, start):
    """From Today, and from the guide's first page. The last click copies the words; then they are in the letter."""
    clicks = clicks_to_a_message(site, start)
    assert clicks is not None
    assert clicks <= MOST_CLICKS - 1, "one click is left for opening the e-mail"


def test_a_person_with_an_empty_workbook_gets_there_too(tmp_path):
    """The first day, when there is nothing on any page yet."""
    empty = folder({}, tmp_path)
    out = build(REPOSITORY, tmp_path / "site", lambda: compose(empty, TODAY, False)).out
    clicks = clicks_to_a_message(out, "index.html")
    assert clicks is not None
    assert clicks <= MOST_CLICKS - 1


def test_the_guide_alone_gets_there_too(tmp_path):
    """The public guide, which has no workbook."""
    out = build(REPOSITORY, tmp_path / "site", lambda: compose(EXAMPLE, TODAY, True)).out
    clicks = clicks_to_a_message(out, "index.html")
    assert clicks is not None
    assert clicks <= MOST_CLICKS - 1


def test_the_control_a_site_without_messages_leads_to_none(tmp_path):
    """The walk finds nothing where there is nothing."""
    (tmp_path / "index.html").write_text('<article><a href="other.html">On</a></article>', encoding="utf-8")
    (tmp_path / "other.html").write_text('<article><button data-copy="file">Copy</button></article>', encoding="utf-8")
    assert clicks_to_a_message(tmp_path, "index.html") is None
