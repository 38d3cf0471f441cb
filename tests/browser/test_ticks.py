"""Ticks: kept in the browser until the workbook has them, and lines to copy into it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bothways.reading.library import read_library
from workbooks import GUIDE, REPOSITORY, workbook

OWN = "checklists/the-night-before-a-kitchen-visit.html"
BUILT_IN = "checklists/phone-call.html"
EVENT = "events/growers-supper.html"
REFUSE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused'); } })"


@pytest.fixture
def context(browser: Browser):
    made = browser.new_context(permissions=["clipboard-read", "clipboard-write"], timezone_id="Europe/London")
    yield made
    made.close()


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.clock.set_fixed_time("2026-12-01T10:00:00")
    page.goto(address, wait_until="load")
    return page


def boxes(page: Page):
    return page.locator(".bw-ticks input:not([disabled])")


def test_a_tick_is_there_after_a_reload_and_in_another_tab_at_once(context: BrowserContext, example_address: str):
    """Two tabs never disagree, and neither forgets what the other kept."""
    one = opened(context, f"{example_address}/{OWN}")
    other = opened(context, f"{example_address}/{OWN}")
    boxes(one).nth(0).check()
    expect(boxes(other).nth(0)).to_be_checked()
    boxes(other).nth(2).check()
    one.reload(wait_until="load")
    assert [box.is_checked() for box in boxes(one).all()[:4]] == [True, False, True, False]
    boxes(one).nth(0).uncheck()
    expect(boxes(other).nth(0)).not_to_be_checked()


def test_what_is_ticked_becomes_lines_for_the_workbook(context: BrowserContext, example_address: str):
    """With the day of the tick; they take the place of the items, and read."""
    page = opened(context, f"{example_address}/{OWN}")
    assert not page.get_by_role("heading", name="What I ticked").is_visible()
    boxes(page).nth(0).check()
    page.get_by_role("button", name="Copy the lines").click()
    page.get_by_role("button", name="Copied").wait_for()
    said = page.evaluate("navigator.clipboard.readText()")
    (again,) = workbook({"checklists.yaml": f"- checklist: Night\n{said}"}).checklists
    assert [(step.do, str(step.done)) for step in again.items if step.is_done] == [
        ("Shoes, whites, hair, short nails", "2026-12-01"),
        ("Buy a thermos that does not leak", "2026-11-19"),
    ]
    assert len(again.items) == 6


def test_a_built_in_list_is_taken_over_with_what_is_ticked(context: BrowserContext, example_address: str):
    """The lines are whole: they can go into an empty file."""
    page = opened(context, f"{example_address}/{BUILT_IN}")
    boxes(page).nth(1).check()
    said = page.locator("#ticked-lines").inner_text()
    (taken,) = workbook({"checklists.yaml": said}, read_library(GUIDE)).checklists
    assert taken.start == "phone-call"
    assert [str(step.done) for step in taken.items if step.is_done] == ["2026-12-01"]


def test_what_to_do_before_an_event_can_be_ticked(context: BrowserContext, example_address: str):
    """The day by which it is to be done stays with it."""
    page = opened(context, f"{example_address}/{EVENT}")
    boxes(page).nth(0).check()
    said = page.locator("#ticked-lines").inner_text()
    (event,) = workbook({"events.yaml": f"- name: Growers' supper\n  date: 2026-12-08\n{said}"}).events
    assert [(str(step.by), str(step.done)) for step in event.prepare] == [
        ("2026-12-05", "2026-12-01"),
        ("2026-12-07", "False"),
        ("None", "False"),
    ]


def test_once_the_workbook_has_a_tick_the_browser_forgets_it(
    context: BrowserContext, example_address: str, example_site: Path
):
    """The box is ticked for good, and is no longer among what there is to copy."""
    page = opened(context, f"{example_address}/{OWN}")
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    html = (example_site / OWN).read_text(encoding="utf-8")
    built_again = re.sub(r'(<input type="checkbox" data-tick="\w+" [^>]*?)>', r"\1 checked disabled>", html, count=1)
    page.route(f"**/{OWN}", lambda route: route.fulfill(body=built_again, content_type="text/html"))
    page.reload(wait_until="load")
    first = page.locator(".bw-ticks input").first
    assert first.is_checked()
    assert first.is_disabled()
    kept = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.startsWith('bothways:ticks:')).map(([, said]) => Object.keys(JSON.parse(said)))"
    )
    assert kept == [[page.locator(".bw-ticks input").nth(1).get_attribute("data-tick")]]
    page.unroute(f"**/{OWN}")
    page.reload(wait_until="load")
    assert not page.locator(".bw-ticks input").first.is_checked()


def test_all_ticks_can_be_taken_out(context: BrowserContext, example_address: str):
    """A list for every month begins anew; what the workbook has stays."""
    page = opened(context, f"{example_address}/{OWN}")
    boxes(page).nth(0).check()
    boxes(page).nth(3).check()
    page.get_by_role("button", name="Take out the ticks").click()
    page.reload(wait_until="load")
    assert [box.is_checked() for box in page.locator(".bw-ticks input").all()] == [
        False,
        False,
        True,
        False,
        False,
        False,
    ]
    assert not page.get_by_role("button", name="Take out the ticks").is_visible()


def test_a_browser_that_keeps_nothing_says_so(context: BrowserContext, example_address: str):
    """The tick is there, and its lines too, until the page is left."""
    context.add_init_script(REFUSE)
    page = opened(context, f"{example_address}/{OWN}")
    remark = page.get_by_text("This browser keeps nothing just now")
    assert not remark.is_visible()
    boxes(page).nth(0).check()
    assert remark.is_visible()
    assert "done: 2026-12-01" in page.locator("#ticked-lines").inner_text()
    assert boxes(page).nth(0).is_checked()


def test_two_sites_of_one_host_do_not_share_their_ticks(
    context: BrowserContext, example_address: str, example_site: Path
):
    """A coach who has many of them side by side sees each one's own."""
    page = opened(context, f"{example_address}/{BUILT_IN}")
    boxes(page).nth(0).check()

    def from_the_first(route):
        path = route.request.url.partition("/second/")[2].partition("?")[0]
        route.fulfill(path=example_site / path)

    context.route("**/second/**", from_the_first)
    second = opened(context, f"{example_address}/second/{BUILT_IN}")
    assert boxes(second).count() == boxes(page).count()
    assert not boxes(second).nth(0).is_checked()


def test_a_list_of_five_hundred_ticks_at_once(context: BrowserContext, example_address: str):
    """Nothing is slow, and nothing is cut."""
    page = opened(context, f"{example_address}/{OWN}")
    page.evaluate(
        """() => { const list = document.querySelector(".bw-ticks"), one = list.children[0];
        for (let n = 0; n < 500; n++) { const copy = one.cloneNode(true); const box = copy.querySelector("input");
          box.dataset.tick = "copy" + n; box.dataset.lines = "    - do: Copy " + n; list.append(copy); } }"""
    )
    page.add_script_tag(path=REPOSITORY / "generator/bothways/site/scripts/ticks.js")
    last = boxes(page).last
    last.check()
    assert "- do: Copy 499\n      done: 2026-12-01" in page.locator("#ticked-lines").inner_text()


def test_without_script_a_list_can_be_read_and_printed(browser: Browser, example_address: str):
    """What only a script can do is not offered."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{example_address}/{OWN}", wait_until="load")
    assert page.locator(".bw-ticks input").count() == 6
    for words in ("Ticks are kept", "Take out the ticks", "What I ticked", "keeps nothing"):
        assert not page.get_by_text(words).is_visible()
    context.close()
