"""The whole story in a real browser: from an empty folder to a coach's answer, and never an editor.

Filled in on one day, with a talk planned for the third; gone on with on the fourth.
"""

import io
import re
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from bothways.share.locked import unlock as unlocked
from browser.looking import DESK, PHONE, watch
from browser.opening import follow, unlock
from browser.reading import InChromium
from browser.served import DAY, Served, looked_at, save, unexpected

STORY = Path(__file__).parent / "story"
"""The files of the workbook at the end of the story."""
AFTER_THE_TALK = date(2026, 12, 4)
TALK = "conversations/2026-12-03-dana-okafor"


def test_a_workbook_from_nothing_without_an_editor(
    served: Served, context: BrowserContext, browser: Browser, tmp_path: Path, update_testdata: bool
):
    """Me, a goal, an organisation, a person; a contact, a talk, its sheet, what came of it; a coach who answers.

    The files at the end read as a careful person's, and nothing was said in the browser's console.
    """
    context.clock.set_fixed_time(f"{DAY}T09:00:00")
    page = context.new_page()
    heard, found = watch(page, served.address), []
    fill_in_me(page, served.address, found)
    fill_in_what_i_want(page, served.address)
    fill_in_somebody(page, served.address, found)
    log_a_contact(page, found)
    she_answers(page, served.address)
    plan_a_talk(page, served.address, found)
    print_its_sheet(page)

    served.end()
    assert [words for words in unexpected(heard) if "422" not in words] == [], "but for the form without a name"
    served.begin(AFTER_THE_TALK)
    context.clock.set_fixed_time(f"{AFTER_THE_TALK}T09:00:00")
    page = context.new_page()
    heard = watch(page, served.address)
    write_what_came_of_it(page, served.address, found)
    say_thank_you(page, served.address)
    words, copy = share_with_a_coach(page, served, found)
    answer = the_coach_answers(InChromium(browser), copy, words, tmp_path)
    take_in_the_reply(page, served.address, answer, words, found)
    correct_a_line_of_the_log(page, served.address, found)
    take_somebody_in_from_an_address_book(page, served.address, found)
    compare(served, update_testdata)
    assert found == [], "\n".join(found)
    assert unexpected(heard) == []


def fill_in_me(page: Page, address: str, found: list[str]) -> None:
    page.goto(address)
    page.locator(".bw-empty").get_by_role("link", name="About you").click()
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
    expect(page.locator("article")).to_contain_text("This is needed.")
    page.get_by_label("Their name").fill("Dana Okafor")
    page.get_by_label("Where they do it").fill("Northgate Hospital")
    page.get_by_label("What they care about").fill("sourdough\nschool gardens")
    found += looked_at(page)
    save(page, "Add")
    expect(page.get_by_role("status").first).to_contain_text("Dana Okafor is added")


def log_a_contact(page: Page, found: list[str]) -> None:
    page.get_by_role("link", name="Log a contact").click()
    page.get_by_label("What happened").select_option("wrote")
    page.get_by_label("By what way").select_option("email")
    page.get_by_label("What about").fill("asked for 20 minutes, in the week of the 30th")
    page.get_by_label("The day it happened").fill("2026-11-20")
    save(page, "Write it down")
    expect(page.locator("article")).to_contain_text("asked for 20 minutes")
    found += looked_at(page)


def she_answers(page: Page, address: str) -> None:
    """One click on Today, and nothing more is due."""
    page.goto(address)
    expect(page.locator("article")).to_contain_text("Write to Dana Okafor once more")
    page.get_by_role("button", name="They answered").click()
    expect(page.get_by_role("status").first).to_contain_text("Dana Okafor, heard")
    expect(page.locator("article")).not_to_contain_text("Write to Dana Okafor once more")
    page.goto(f"{address}people/dana-okafor.html")


def plan_a_talk(page: Page, address: str, found: list[str]) -> None:
    """From the list that fits the situation, and one more."""
    page.get_by_role("link", name="Plan or note a talk").click()
    page.get_by_label("The day", exact=False).first.fill("2026-12-03")
    page.get_by_label("When it begins").fill("10:30")
    page.get_by_label("Where", exact=True).fill("The hospital canteen")
    page.get_by_label("The question lists the sheet is made from, number 2").fill("A call of ten minutes")
    found += looked_at(page)
    save(page)
    expect(page.get_by_role("status").first).to_contain_text("The talk is written down")
    page.goto(address)
    expect(page.locator("article")).to_contain_text("Get ready for the talk with Dana Okafor at 10:30")
    page.goto(f"{address}{TALK}.html")


def print_its_sheet(page: Page) -> None:
    """One leaf, front and back, with questions of both lists and room to write."""
    page.get_by_role("link", name="The sheet to print").click()
    page.wait_for_url("**/conversations/sheet/*")  # and until it is all there, as the printer is quicker
    for paper in ("A4", "Letter"):
        sides = [side.extract_text() for side in PdfReader(io.BytesIO(page.pdf(format=paper))).pages]
        assert len(sides) == 2
        assert "Dana Okafor" in sides[0]
        assert "?" in sides[0]


def write_what_came_of_it(page: Page, address: str, found: list[str]) -> None:
    page.goto(address)
    expect(page.locator("article")).to_contain_text("Thank Dana Okafor")
    expect(page.locator("article")).to_contain_text("Write it down now")
    page.goto(f"{address}{TALK}.html")
    page.get_by_role("link", name="After the talk").click()
    page.locator("textarea").first.fill("At five, when the ovens are warm.")
    page.get_by_label("What you learned").fill("They bake at night\nNobody measures waste")
    page.get_by_role("textbox", name="What they advised").first.fill("Talk to the night shift")
    found += looked_at(page)
    page.set_viewport_size(PHONE)
    save(page)
    expect(page.locator("article")).to_contain_text("Nobody measures waste")
    page.goto(address)
    expect(page.locator("article")).not_to_contain_text("Write it down now")
    page.set_viewport_size(DESK)


def say_thank_you(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="I have said thank you").first.click()
    expect(page.get_by_role("status").first).to_contain_text("done.")
    expect(page.locator("article")).not_to_contain_text("I have said thank you")


def share_with_a_coach(page: Page, served: Served, found: list[str]) -> tuple[str, Path]:
    """The words that open the copy, and the copy."""
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
    assert taken.value.suggested_filename == f"copy-for-coach-{AFTER_THE_TALK}.html"
    copy = served.folder / taken.value.suggested_filename
    taken.value.save_as(copy)
    files, _ = unlocked(copy.read_bytes(), words)
    assert b"Nobody measures waste" in b"".join(files.values())
    assert b"Okafor" not in files["people/person-1.html"] + files["index.html"], (
        "the guide has a Dana Okafor of its own"
    )
    expect(page.locator(".bw-passphrase")).to_have_text(words)
    return words, copy


def the_coach_answers(coach: InChromium, copy: Path, words: str, folder: Path) -> Path:
    """A comment on the page of somebody whose name they never see, and an answer; saved as a locked file."""
    try:
        unlock(coach, copy.as_uri(), words)
        coach.type("[data-answer=anything] textarea", "You asked better questions than I did at your age.")
        coach.see(
            "Array.from(document.querySelectorAll('article a'))"
            ".filter((link) => link.textContent.startsWith('Person 1'))[0].id = 'somebody'"
        )
        assert follow(coach, "#somebody").startswith("Person 1")
        coach.click(".bw-desk-notes button")
        coach.type("#bothways-said", "Whom on the night shift could they name?")
        coach.click(".bw-notes form button")
        coach.click(".bw-desk-notes button:last-of-type")
        return coach.saved(".bw-notes > div > button", folder)
    finally:
        coach.close()


def take_in_the_reply(page: Page, address: str, answer: Path, words: str, found: list[str]) -> None:
    page.goto(address)
    page.get_by_text("More", exact=True).click()
    page.get_by_role("link", name="Take in a reply").click()
    found += looked_at(page)
    page.get_by_label("The reply").set_input_files(answer)
    save(page, "Open it")
    expect(page.get_by_label("The words that open it")).to_be_focused()
    found += looked_at(page)
    page.get_by_label("The words that open it").fill(words)
    save(page, "Open it")
    expect(page.get_by_role("heading", name="Dana Okafor")).to_be_visible()
    found += looked_at(page)
    save(page, "File it")
    page.goto(f"{address}people/dana-okafor.html")
    expect(page.locator("article")).to_contain_text("Whom on the night shift could they name?")
    page.goto(f"{address}packet.html")
    expect(page.locator("article")).to_contain_text("better questions than I did")


def correct_a_line_of_the_log(page: Page, address: str, found: list[str]) -> None:
    """Found on the person's page."""
    page.goto(f"{address}people/dana-okafor.html")
    page.get_by_role("link", name="edit this line of the log").last.click()
    page.get_by_label("By what way").select_option("phone")
    found += looked_at(page)
    save(page)
    expect(page.get_by_role("status").first).to_contain_text("saved.")


def take_somebody_in_from_an_address_book(page: Page, address: str, found: list[str]) -> None:
    """One of two."""
    page.goto(f"{address}import")
    found += looked_at(page)
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{0}\r\nN:;{0};;;\r\nORG:Hill & Sons\r\nEND:VCARD\r\n"
    book = (card.format("Orla Brennock") + card.format("Teo Vasquez")).encode()
    page.get_by_label("The file").set_input_files({"name": "contacts.vcf", "mimeType": "text/vcard", "buffer": book})
    save(page, "Look at it")
    page.get_by_label("Orla Brennock").check()
    found += looked_at(page)
    save(page, "Take in whom I ticked")
    expect(page.get_by_role("status").first).to_contain_text("One person taken in")
    expect(page.locator("article")).to_contain_text("Orla Brennock")


def compare(served: Served, update_testdata: bool) -> None:
    """What was written, against the files kept here. The starter's remarks above them are left out."""
    written = {
        _called(path.relative_to(served.workbook)): said(path.read_text(encoding="utf-8"))
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


def _called(path: Path) -> str:
    """A reply's file has a mark of its content in its name, and so of the share's chance."""
    return re.sub(r"(coach/[\d-]{10})-[0-9a-f]{8}", r"\1", path.as_posix())


def said(text: str) -> str:
    """A file without the remarks of the starter, the day on which the coach saved, and the mark of the share."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    text = "\n".join(lines).strip() + "\n" if any(lines) else ""
    return re.sub(r"(?m)^(date|share): (\S+)(?=\n(?:share|comments):)", r"\1: ...", text)
