"""Search: its index is fetched by whoever searches, and by nobody else."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

INDEX = "/search/search_index.js"


@pytest.fixture(params=["at an address", "as a file"])
def front(request: pytest.FixtureRequest, example_address: str, example_site: Path) -> str:
    """The address of Today."""
    return (
        f"{example_address}/index.html" if request.param == "at an address" else (example_site / "index.html").as_uri()
    )


def opened(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """A page that has come to rest, and what was asked for to show it, as it grows."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    return page, asked


def asks_for_the_index(asked: list[str]) -> bool:
    """Whether the index is among it, in one form or the other."""
    return any(INDEX in address for address in asked)


def test_who_only_reads_does_not_fetch_the_index(browser, front):
    """The page is open, and has asked for its own things alone."""
    page, asked = opened(browser, front)
    assert asked
    assert not asks_for_the_index(asked)
    page.close()


def test_who_searches_finds(browser, front):
    """Typing into the search fetches the index and shows what it found."""
    page, asked = opened(browser, front)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").type("Dana Okafor")
    page.locator(".md-search-result__item a", has_text="Dana Okafor").first.wait_for()
    assert asks_for_the_index(asked)
    page.close()


def test_the_keyboard_opens_the_search(browser, front):
    """The theme's key for it does the same as a click."""
    page, asked = opened(browser, front)
    page.keyboard.press("/")
    page.keyboard.type("Okafor", delay=30)
    page.locator(".md-search-result__item").first.wait_for()
    assert asks_for_the_index(asked)
    page.close()


def test_on_a_telephone_the_search_is_behind_its_sign(browser, front):
    """A touch of the magnifying glass opens it."""
    page, asked = opened(browser, front)
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator(".md-header [for=__search]").first.click()
    page.locator(".md-search__input").type("Okafor")
    page.locator(".md-search-result__item").first.wait_for()
    assert asks_for_the_index(asked)
    page.close()


def test_words_are_marked_on_a_page_that_was_found(browser, example_address):
    """Who comes from the results sees the words marked, so the index is fetched at once."""
    page, asked = opened(browser, f"{example_address}/people/dana-okafor.html?h=okafor")
    page.locator("article mark").first.wait_for()
    assert asks_for_the_index(asked)
    page.close()
