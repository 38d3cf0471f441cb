"""The editor on a phone: whatever can be touched is large enough for a finger, and nothing goes over the edge."""

import shutil

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.looking import OPEN_ALL, PHONE
from browser.served import Served, looked_at
from workbooks import EXAMPLE

SMALLEST, FIRST = 24, 44
"""Pixels each way: of everything, as WCAG 2.2 asks (2.5.8); of the one first button of a form."""

TOUCHED = """() => Array.from(document.querySelectorAll(`
    article :is(button, summary, select, textarea, input:not([type=hidden])),
    article :is(.bw-button, .bw-quiet, .bw-write a, .bw-log a, .bw-end a)`))
  .map((part) => {
    /* A choice that is drawn by its label alone is touched there. */
    const is_drawn = getComputedStyle(part).opacity !== "0";
    const box = (is_drawn ? part : part.labels[0]).getBoundingClientRect();
    const words = (part.innerText || part.name || part.value || "").trim().slice(0, 40);
    return {words, width: Math.round(box.width), height: Math.round(box.height), is_first: part.matches(".bw-end .bw-button--first")};
  })
  .filter((one) => one.width && one.height)"""

PLACES = {
    "": 60,
    "people/dana-okafor.html": 15,
    "people/index.html": 20,
    "organisations/index.html": 10,
    "checklists/index.html": 3,
    "edit?of=me": 40,
    "edit?of=people/dana-okafor": 30,
    "edit?of=messages/what-came-of-it": 8,
    "edit?of=questions/kitchens-that-feed-people": 8,
    "add?kind=goal": 10,
    "log": 6,
    "talk?with=dana-okafor": 10,
    "debrief?of=conversations/2026-12-03-tomasz-vale": 20,
    "rest?of=people/dana-okafor": 2,
    "remove?of=people/dana-okafor": 2,
    "lines": 40,
    "share": 3,
    "import": 2,
    "reply": 2,
    "pause": 4,
}
"""Pages and forms, each with how much there is to be touched at least."""


def too_small(page: Page) -> tuple[int, list[str]]:
    """How much can be touched on a page, and what of it is too small."""
    page.evaluate(OPEN_ALL)
    touched = page.evaluate(TOUCHED)
    small = [
        f"{one['words']!r} on {page.url} has {one['width']} x {one['height']}"
        for one in touched
        if min(one["width"], one["height"]) < SMALLEST or (one["is_first"] and one["height"] < FIRST)
    ]
    return len(touched), small


def test_a_finger_finds_everything(served: Served, context: BrowserContext):
    """On every kind of page and form, with all folds open."""
    shutil.copytree(EXAMPLE, served.workbook, dirs_exist_ok=True)
    page = context.new_page()
    page.set_viewport_size(PHONE)
    page.goto(served.address)
    expect(page.locator("article")).to_contain_text("Dana Okafor")
    wrong: list[str] = []
    for place, least in PLACES.items():
        page.goto(f"{served.address}{place}")
        count, small = too_small(page)
        assert count >= least, place
        wrong += dict.fromkeys(small)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append(f"{page.url} goes over the edge")
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    "place", ["remove?of=people/dana-okafor", "edit?of=messages/what-came-of-it", "add?kind=message"]
)
def test_a_page_that_the_story_does_not_come_by_is_whole(served: Served, context: BrowserContext, place: str):
    """Axe finds nothing, at both widths, light and dark."""
    shutil.copytree(EXAMPLE, served.workbook, dirs_exist_ok=True)
    page = context.new_page()
    page.goto(f"{served.address}people/dana-okafor.html")
    page.goto(f"{served.address}{place}")
    assert looked_at(page) == []


def test_what_is_too_small_is_noticed(served: Served, context: BrowserContext):
    """The control: a field, a link of the bar and the first button, each made a little smaller."""
    page = context.new_page()
    page.set_viewport_size(PHONE)
    for part, height in ((".bw-form select", 23), (".bw-end a", 20), (".bw-button--first", 40)):
        page.goto(f"{served.address}log")
        assert too_small(page)[1] == []
        page.evaluate(
            "([part, height]) => { document.querySelector(part).style.cssText ="
            " `height: ${height}px !important; min-height: 0 !important; padding: 0; display: inline-block; overflow: hidden` }",
            [part, height],
        )
        assert len(too_small(page)[1]) == 1, part
