"""Today in a browser whose clock is set: what it calls due stays true on the day it is read.

The example's page is made for Tuesday, 1 December 2026. A page that is read later moves its items to where they belong,
says kindly that it is old, and after a lapse leaves five open.
"""

import io
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader

from bothways.derive.agenda import agenda
from bothways.derive.agenda_item import APPOINTMENTS
from browser.conftest import build_site, serve
from browser.looking import look, watch
from workbooks import TODAY, example, folder

PARTS = ("start", "on-today", "waiting", "today", "soon")


@pytest.fixture
def context(browser: Browser):
    made = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield made
    made.close()


def opened(context: BrowserContext, address: str, day: date, name: str = "index.html") -> Page:
    """A page as it is read on a day."""
    page = context.new_page()
    page.clock.set_fixed_time(datetime.combine(day, time(9, 30)))
    page.goto(f"{address}/{name}", wait_until="load")
    return page


def items(page: Page, part: str) -> list[str]:
    """What a part of the list says, if it is shown."""
    return [
        " ".join(heading.split())
        for heading in page.locator(f'[data-part="{part}"]:not([hidden]) li[data-due] h3').all_inner_texts()
    ]


def shown(page: Page) -> list[str]:
    """Everything the list shows."""
    return [words for part in PARTS for words in items(page, part)]


def lede(page: Page) -> str:
    return page.locator(".bw-lede").inner_text()


def remark(page: Page) -> str:
    """What it says about its age."""
    return " ".join(page.locator(".bw-made:visible").all_inner_texts())


def test_on_its_own_day_it_says_nothing_about_its_age(context: BrowserContext, example_address: str):
    """And every item is where the build put it."""
    page = opened(context, example_address, TODAY)
    assert remark(page) == ""
    assert items(page, "today")[0] == "Ask Joss Merriweather about the introduction to Cyril Dawes"
    assert lede(page).startswith("Twelve things")
    assert "in 2 days" in page.locator('[data-part="soon"] li').first.inner_text()


@pytest.mark.parametrize("days", [1, 3, 7])
def test_read_within_a_week_it_shows_what_the_agenda_of_that_day_says(
    days: int, context: BrowserContext, example_address: str
):
    """Item for item, as if it had been made that day; what is due on the day is for today, what was due before waits."""
    then = TODAY + timedelta(days=days)
    page = opened(context, example_address, then)
    wanted = agenda(example(), then).items
    owed = [item for item in wanted if item.kind not in APPOINTMENTS]
    assert sorted(items(page, "waiting")) == sorted(item.what for item in owed if item.due < then)
    assert sorted(items(page, "today")) == sorted(item.what for item in owed if item.due == then)
    ahead = [item.what for item in wanted if item.kind in APPOINTMENTS]
    assert sorted(items(page, "on-today") + items(page, "soon")) == sorted(ahead)
    assert lede(page) == "The most pressing first. If you have time for one, do the first. The rest will keep."
    assert remark(page).startswith("This page was made on Tuesday 1 December, ")


def test_since_and_on_follow_the_day_and_nothing_says_how_late_it_is(context: BrowserContext, example_address: str):
    """`since Tuesday 1 December`, and no number of days."""
    page = opened(context, example_address, date(2026, 12, 4))
    waiting = page.locator('[data-part="waiting"] li', has_text="Joss Merriweather").first.inner_text()
    assert "since Tuesday 1 December" in waiting
    assert " ago" not in " ".join(page.locator("[data-agenda] summary").all_inner_texts())


def test_after_a_week_it_says_that_it_knows_nothing_newer(context: BrowserContext, example_address: str):
    """Kindly, and once."""
    page = opened(context, example_address, date(2026, 12, 9))
    assert remark(page) == (
        "This page was made on Tuesday 1 December, 8 days ago, and knows nothing of what came since. "
        "Nothing is lost: build it again, and begin with one thing."
    )


def test_after_a_lapse_five_are_open_and_one_a_person(context: BrowserContext, example_address: str):
    """The most recent; the rest is folded away and can be unfolded."""
    page = opened(context, example_address, date(2027, 1, 20))
    assert lede(page) == "Good to see you. A few easy ways to start again; the rest is folded away below."
    open_ = page.locator('[data-part="start"] li[data-due]')
    assert open_.count() == 5
    people = [name for who in open_.all() for name in (who.get_attribute("data-who") or "").split()]
    assert len(people) == len(set(people))
    dues = [who.get_attribute("data-due") or "" for who in open_.all()]
    assert dues == sorted(dues, reverse=True)
    folded = page.locator('[data-part="folded"] li[data-due]')
    assert folded.count() > 10
    assert not folded.first.is_visible()
    page.locator('[data-part="folded"] > summary').click()
    assert folded.first.is_visible()
    assert shown(page) == items(page, "start")


def test_what_is_copied_has_the_day_it_is_read(context: BrowserContext, example_address: str):
    """A line for the log with yesterday's date would be wrong."""
    page = opened(context, example_address, date(2026, 12, 3))
    first = page.locator('[data-part="waiting"] li').first
    assert "- {date: 2026-12-03, who: Piet Sandoval, did: reported-back}" in first.inner_text().replace("\n", " ")


def test_this_week_is_called_by_its_day_once_another_has_begun(context: BrowserContext, example_address: str):
    """The counts are those of the week in which the page was made."""
    assert opened(context, example_address, date(2026, 12, 6)).locator("#week").inner_text() == "This week"
    monday = opened(context, example_address, date(2026, 12, 7))
    assert monday.locator("#week").inner_text() == "The week of 30 November"


def test_what_is_ahead_goes_when_it_is_over(context: BrowserContext, example_address: str):
    """And the heading with the last of it."""
    page = opened(context, example_address, date(2026, 12, 9))
    days = page.locator("#ahead ~ dl dt:visible").all_inner_texts()
    assert days[0] == "Wed 9 Dec"
    assert not opened(context, example_address, date(2026, 12, 16)).locator("#ahead").is_visible()


def test_a_page_that_stays_open_over_night_is_true_in_the_morning(context: BrowserContext, example_address: str):
    """It looks at the clock again when it is looked at."""
    page = opened(context, example_address, TODAY)
    assert items(page, "today")
    page.clock.set_fixed_time(datetime.combine(TODAY + timedelta(days=1), time(7)))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert "Ask Joss Merriweather about the introduction to Cyril Dawes" in items(page, "waiting")
    assert "yesterday" in remark(page)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert remark(page).count("yesterday") == 1


def test_a_clock_that_is_behind_changes_nothing(context: BrowserContext, example_address: str):
    """A page made for tomorrow says what it says."""
    page = opened(context, example_address, TODAY - timedelta(days=3))
    assert remark(page) == ""
    assert lede(page).startswith("Twelve things")


def test_without_script_it_says_its_days_and_no_distance(browser: Browser, example_address: str):
    """Whole, with every date, and nothing that would go stale."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{example_address}/index.html")
    words = page.locator("article").inner_text()
    assert "Tuesday 1 December 2026" in words
    assert "Thursday 3 December" in words
    for distance in (" ago", "in 2 days", "tomorrow", "This page was made"):
        assert distance not in words
    assert page.locator("[data-part]:visible").count() == 3
    context.close()


def test_it_prints_as_a_list_to_tick(context: BrowserContext, example_address: str):
    """A box before each item; no message, no button, nothing hidden; two sheets at most."""
    page = opened(context, example_address, TODAY)
    wanted = shown(page)
    page.emulate_media(media="print")
    boxes = page.locator("[data-part]:not([hidden]) summary > svg").all()
    assert len(boxes) == len(wanted) == 12
    assert {box.evaluate("box => getComputedStyle(box).borderStyle") for box in boxes} == {"solid"}
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    printed = " ".join(" ".join(sheets).split())
    assert len(sheets) <= 2
    for words in wanted:
        assert words in printed
    for words in ("Dear ", "Copy", "bothways log", "Why now", "More, for whenever"):
        assert words not in printed


KEEPING_UP = {
    "me.yaml": """
        name: Signe Aldous
        situation: career-growth
        rhythm: gentle
        needs: [{need: Somebody to check a contract, people: [Hugo Anselm]}]
        """,
    "organisations.yaml": "- {name: Marrowgate Hospital, sector: Health}",
    "people.yaml": """
        - {name: Bram Eastlake, organisation: Marrowgate Hospital, tie: warm, i_can_help_with: An hour on night notes}
        - {name: Hugo Anselm, tie: warm}
        - {name: Old Friend, tie: dormant, met_on: 2019-03-01}
        """,
    "log.yaml": """
        - {date: 2026-08-20, who: Bram Eastlake, did: heard}
        - {date: 2026-11-25, who: Hugo Anselm, did: heard}
        """,
    "events.yaml": "- {name: Nurses' study day, date: 2026-12-14}",
}


@pytest.fixture(scope="module")
def keeping_up(tmp_path_factory: pytest.TempPathFactory):
    """The site of somebody who has work and keeps up, at a local address."""
    home = tmp_path_factory.mktemp("keeping-up")
    server, address = serve(build_site(folder(KEEPING_UP, home), home / "site"))
    yield address
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("name", ["index.html", "progress.html"])
def test_the_pages_of_somebody_who_keeps_up_are_whole(name: str, context: BrowserContext, keeping_up: str):
    """No axe violation, no sideways scroll, nothing on the console; light and dark, phone and desk."""
    page = context.new_page()
    heard = watch(page, keeping_up)
    page.goto(f"{keeping_up}/{name}", wait_until="load")
    assert look(page) + heard == []


def test_somebody_who_keeps_up_sees_their_month_and_no_week_of_asks(context: BrowserContext, keeping_up: str):
    """Nothing is due; five people at most are suggested."""
    page = opened(context, keeping_up, TODAY)
    assert lede(page) == "Nothing is due today. Is there somebody you would simply like to hear from?"
    assert page.locator("#half-hour").inner_text() == "The half hour of December"
    assert [name.inner_text() for name in page.locator("#hellos + ul .bw-name").all()] == ["Bram Eastlake"]
    assert page.locator("#week").count() == 0


def test_a_page_that_is_read_later_is_whole_too(context: BrowserContext, example_address: str):
    """No axe violation in what the script made of it."""
    page = opened(context, example_address, date(2027, 1, 20))
    assert look(page) == []


def test_the_control_a_script_that_is_missing_is_noticed(
    context: BrowserContext, example_address: str, example_site: Path
):
    """Without it, a page of 1 December says on the 4th what was true on the 1st."""
    assert "data-agenda" in (example_site / "assets" / "bothways.js").read_text(encoding="utf-8")
    page = context.new_page()
    page.route("**/bothways.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.clock.set_fixed_time(datetime.combine(date(2026, 12, 4), time(9, 30)))
    page.goto(f"{example_address}/index.html")
    assert items(page, "today") != [
        item.what for item in agenda(example(), date(2026, 12, 4)).items if item.due == date(2026, 12, 4)
    ]
    assert lede(page).startswith("Twelve things")
