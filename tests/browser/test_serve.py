"""The local server in a real browser: a page follows the files, and a person fills in a workbook without an editor."""

import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bothways.share.locked import unlock
from browser.test_every_page import DESK, PHONE, look, watch

STORY = Path(__file__).parent / "story"
"""The files of the workbook at the end of the story."""
DAY = date(2026, 12, 1)
SOON = 20_000
"""Milliseconds until a test gives up."""

hear_ctrl_c = None if sys.platform == "win32" else lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)


class Served:
    """A folder made by `bothways new`, served."""

    def __init__(self, folder: Path):
        self.folder, self.workbook = folder, folder / "workbook"
        subprocess.run([sys.executable, "-m", "bothways", "new", str(folder), "--quiet"], check=True)
        self.server = subprocess.Popen(
            [sys.executable, "-m", "bothways", "serve", "--port", "0", "--today", DAY.isoformat()],
            cwd=folder, stdout=subprocess.PIPE, text=True, preexec_fn=hear_ctrl_c,  # noqa: PLW1509
        )  # fmt: skip
        self.address = re.search(r"http://\S+?/(?= )", self.server.stdout.readline())[0]

    def end(self):
        self.server.terminate() if sys.platform == "win32" else self.server.send_signal(signal.SIGINT)
        self.server.communicate(timeout=60)

    def write(self, name: str, text: str) -> None:
        path = self.workbook / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def served(tmp_path):
    made = Served(tmp_path / "network")
    yield made
    made.end()


@pytest.fixture
def context(browser: Browser):
    made = browser.new_context(viewport=DESK, reduced_motion="reduce")
    made.set_default_timeout(SOON)
    yield made
    made.close()


NOTES = "".join(f"    Line {number} of a long note.\n\n" for number in range(120))


def dana(role: str) -> str:
    return f"- name: Dana Okafor\n  role: {role}\n  notes: |\n{NOTES}"


@pytest.mark.xdist_group("serve")
def test_an_open_page_follows_at_its_place_with_its_parts_open(served: Served, context: BrowserContext):
    """It is not loaded anew for what it does not show; and problems come and go over it."""
    served.write("people.yaml", dana("Cook"))
    page = context.new_page()
    heard = watch(page, served.address)
    page.goto(f"{served.address}people/dana-okafor.html")
    expect(page.locator("article")).to_contain_text("Cook")
    page.locator("#bw-write-more").evaluate("part => { part.open = true }")
    page.evaluate("scrollTo(0, 900); window.isTheSame = true")

    served.write("people.yaml", dana("Baker"))
    expect(page.locator("article")).to_contain_text("Baker", timeout=SOON)
    assert page.evaluate("window.isTheSame") is None
    expect(page.locator("html")).to_have_js_property("scrollTop", 900)
    assert page.locator("#bw-write-more").evaluate("part => part.open")

    page.evaluate("window.isTheSame = true")
    served.write("goals.yaml", "- gaol: Understand hospital food\n")
    problems = page.get_by_role("region", name="Problems in the workbook")
    expect(problems).to_contain_text("gaol is not a field of a goal.", timeout=SOON)
    expect(problems.locator("h2")).to_have_text("One line to look at in goals.yaml")
    expect(page.locator("article")).to_contain_text("Baker")
    assert problems.bounding_box()["height"] < 0.9 * DESK["height"]
    problems.locator("summary").click()
    assert problems.bounding_box()["height"] < 0.2 * DESK["height"]
    served.write("goals.yaml", "- goal: Understand hospital food\n")
    expect(problems).to_have_count(0, timeout=SOON)
    assert page.evaluate("window.isTheSame"), "the page shows no goal, and was not loaded anew"
    assert unexpected(heard) == []


@pytest.mark.xdist_group("serve")
def test_what_is_being_typed_is_never_taken_away(served: Served, context: BrowserContext):
    """Not by a change elsewhere, not by a restart of the page."""
    served.write("people.yaml", dana("Cook"))
    page = context.new_page()
    page.goto(f"{served.address}edit?of=people/dana-okafor")
    page.get_by_label("What they do").fill("Half a sen")
    served.write("people.yaml", dana("Baker"))
    served.write("goals.yaml", "- goal: Bread\n")
    other = context.new_page()
    other.goto(f"{served.address}people/dana-okafor.html")
    expect(other.locator("article")).to_contain_text("Baker", timeout=SOON)
    expect(page.get_by_label("What they do")).to_have_value("Half a sen")
    page.reload()
    expect(page.get_by_label("What they do")).to_have_value("Half a sen")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("article")).to_contain_text("In the file it says now: Baker")
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_url(f"{served.address}people/dana-okafor.html")
    expect(page.locator("article")).to_contain_text("Half a sen")
    page.goto(f"{served.address}edit?of=people/dana-okafor")
    expect(page.get_by_label("What they do")).to_have_value("Half a sen")


def unexpected(heard: list[str]) -> list[str]:
    """What a page said or asked for that it should not. Whatever was still on its way when a page was left may stop."""
    return [words for words in heard if not words.startswith("not loaded: ")]


@pytest.mark.xdist_group("serve")
def test_a_workbook_from_nothing_without_an_editor(served: Served, context: BrowserContext, update_testdata: bool):
    """Me, a goal, an organisation, a person; a contact, a talk, what came of it: the files read as a careful person's."""
    page = context.new_page()
    heard, found = watch(page, served.address), []
    fill_in_me(page, served.address, found)
    fill_in_what_i_want(page, served.address)
    fill_in_somebody(page, served.address, found)
    log_a_contact_and_plan_a_talk(page)
    write_what_came_of_it(page, served.address, found)
    say_thank_you(page, served.address)
    share_with_a_coach(page, served, found)
    compare(served, update_testdata)
    assert found == []
    assert [words for words in unexpected(heard) if "422" not in words] == [], "but for the form without a name"


def save(page: Page, words: str = "Save") -> None:
    """Presses the one first button of a form."""
    page.get_by_role("button", name=words, exact=True).click()


def looked_at(page: Page) -> list[str]:
    """What axe finds, at both widths, light and dark."""
    page.wait_for_load_state()
    found = look(page)
    page.set_viewport_size(DESK)
    return found


def fill_in_me(page: Page, address: str, found: list[str]) -> None:
    page.goto(address)
    page.get_by_text("More", exact=True).click()
    page.get_by_role("link", name="About you").click()
    page.get_by_label("Your name, as you would sign").fill("Ruth Calder")
    page.get_by_label("career change", exact=True).check()
    page.get_by_label("Who you are and what you are curious about").fill(
        "I cooked for schools, and wonder how hospitals do it."
    )
    page.get_by_label("What you can do for other people").fill("Cost a menu\nA loaf of rye")
    found += looked_at(page)
    save(page)


def fill_in_what_i_want(page: Page, address: str) -> None:
    page.goto(f"{address}add?kind=goal")
    page.get_by_label("What you want, in one line").fill("Find out whether hospital food can be good")
    page.get_by_label("Why it matters to you").fill("My father was in hospital for a month: he ate what I brought.")
    page.get_by_role("textbox", name="What to do").fill("Ask Bea whom she knows")
    save(page, "Add")
    expect(page.locator("h1")).to_contain_text("Find out whether hospital food can be good")
    page.goto(f"{address}add?kind=organisation")
    page.get_by_label("Its name").fill("Northgate Hospital")
    page.get_by_label("How it fits with you").fill("They bake their own bread.")
    save(page, "Add")


def fill_in_somebody(page: Page, address: str, found: list[str]) -> None:
    page.goto(f"{address}people/index.html")
    page.get_by_role("link", name="Add a person").first.click()
    page.get_by_label("What they do", exact=True).fill("Head of food services")
    save(page, "Add")
    expect(page.locator("article")).to_contain_text("name is missing from this person.")
    page.get_by_label("Their name").fill("Dana Okafor")
    page.get_by_label("Where they do it").fill("Northgate Hospital")
    page.get_by_label("What they care about").fill("sourdough\nschool gardens")
    found += looked_at(page)
    save(page, "Add")
    expect(page.get_by_role("status").first).to_contain_text("Dana Okafor is added")


def log_a_contact_and_plan_a_talk(page: Page) -> None:
    page.get_by_role("link", name="Log a contact").click()
    page.get_by_label("What happened").select_option("wrote")
    page.get_by_label("By what way").select_option("email")
    page.get_by_label("What about").fill("asked for 20 minutes, in the week of the 23rd")
    page.get_by_label("The day it happened").fill("2026-11-20")
    save(page, "Write it down")
    expect(page.locator("article")).to_contain_text("asked for 20 minutes")
    page.get_by_role("link", name="Plan or note a talk").click()
    page.get_by_label("The day", exact=False).first.fill("2026-11-30")
    page.get_by_label("Where", exact=True).fill("The hospital canteen")
    save(page)
    expect(page.locator("h1")).to_contain_text("Dana Okafor")
    assert page.pdf()[:5] == b"%PDF-", "the talk's page prints"


def write_what_came_of_it(page: Page, address: str, found: list[str]) -> None:
    page.goto(address)
    expect(page.locator("article")).to_contain_text("Thank Dana Okafor")
    page.goto(f"{address}conversations/2026-11-30-dana-okafor.html")
    page.get_by_role("link", name="After the talk").click()
    page.locator("textarea").first.fill("At five, when the ovens are warm.")
    page.get_by_label("What you learned").fill("They bake at night\nNobody measures waste")
    page.get_by_role("textbox", name="What they advised").first.fill("Talk to the night shift")
    found += looked_at(page)
    page.set_viewport_size(PHONE)
    save(page)
    expect(page.locator("article")).to_contain_text("Nobody measures waste")


def say_thank_you(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="I have said thank you").first.click()
    expect(page.get_by_role("status").first).to_contain_text("done.")
    expect(page.locator("article")).not_to_contain_text("I have said thank you")


def share_with_a_coach(page: Page, served: Served, found: list[str]) -> None:
    page.goto(served.address)
    page.get_by_text("More", exact=True).click()
    page.get_by_role("link", name="Share a copy").click()
    expect(page.get_by_label("coach")).to_be_checked()
    found += looked_at(page)
    save(page, "Make the copy")
    expect(page.locator("article")).to_contain_text("People: 1 by a number.")
    found += looked_at(page)
    words = page.locator(".bw-passphrase").inner_text()
    with page.expect_download() as taken:
        save(page, "Download the file")
    files, _ = unlock(Path(taken.value.path()).read_bytes(), words)
    assert taken.value.suggested_filename == f"copy-for-coach-{DAY}.html"
    assert b"Nobody measures waste" in b"".join(files.values())
    assert b"Okafor" not in files["people/person-1.html"] + files["index.html"], (
        "the guide has a Dana Okafor of its own"
    )
    expect(page.locator(".bw-passphrase")).to_have_text(words)


def compare(served: Served, update_testdata: bool) -> None:
    """What was written, against the files kept here. The starter's remarks above them are left out."""
    written = {
        path.relative_to(served.workbook).as_posix(): said(path.read_text(encoding="utf-8"))
        for path in sorted(served.workbook.rglob("*.yaml"))
    }
    written = {name: text for name, text in written.items() if text}
    if update_testdata:
        for name, text in written.items():
            (STORY / name).parent.mkdir(parents=True, exist_ok=True)
            (STORY / name).write_text(text, encoding="utf-8")
    kept = {
        path.relative_to(STORY).as_posix(): path.read_text(encoding="utf-8") for path in sorted(STORY.rglob("*.yaml"))
    }
    assert kept
    assert written == kept


def said(text: str) -> str:
    """A file without the remarks of the starter."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return "\n".join(lines).strip() + "\n" if any(lines) else ""
