"""The form for what a talk left: what is typed becomes lines that the workbook reads, and nothing is lost on the way."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from bothways.model.conversations import Conversation
from bothways.reading.library import read_library
from bothways.reading.workbook import read_workbook
from workbooks import EXAMPLE, GUIDE, REPOSITORY

SCRIPTS = REPOSITORY / "generator/bothways/site/scripts"
TALK = "2026-12-03-tomasz-vale"
HOSTILE = (
    "plain words",
    "a colon: and # a hash",
    "- a dash",
    "null",
    "yes",
    "12:30",
    "*bold* &co",
    "both \"quotes\" and 'these'",
    "back\\slash",
    "{{ person }} [1] {a: b}",
    "<script>alert(1)</script>",
    "ما الذي فاجأك؟ نعم: كل شيء",
    "ends with a colon:",
    "emoji 👩‍🍳 and \u2028 a separator",
    "% @ ` | > !",
)


@pytest.fixture
def context(browser: Browser):
    made = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, example_address: str) -> Page:
    found = context.new_page()
    found.goto(f"{example_address}/conversations/debrief/{TALK}.html", wait_until="load")
    found.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    return found


def lines(page: Page) -> str:
    """What is there to be copied."""
    return page.locator("#debrief").inner_text() if page.locator("#debrief").is_visible() else ""


def read(said: str, where: Path) -> Conversation:
    """The talk of the example with these lines at the end of its file."""
    workbook = where / "workbook"
    shutil.copytree(EXAMPLE, workbook, dirs_exist_ok=True)
    file = workbook / f"conversations/{TALK}.yaml"
    file.write_text(file.read_text(encoding="utf-8") + said + "\n", encoding="utf-8", newline="\n")
    talks = read_workbook(workbook, read_library(GUIDE)).workbook.conversations
    return next(talk for talk in talks if talk.id == TALK)


def test_what_is_typed_is_read_by_the_workbook(page: Page, tmp_path: Path):
    """Every kind of field, each as the format wants it; what is left empty is not said."""
    page.get_by_label("How did you come ashore").fill("By ship.\n\nThen by bus: the number 9.")
    page.get_by_label("What I learned").fill("Lids first\n\n  Then lifts  ")
    page.get_by_label("Advice he gave").fill("Ask the night shift")
    page.get_by_label("To whom").nth(1).fill("Helen Brandt")
    page.get_by_label("Where").nth(1).fill("Marrowgate Hospital")
    page.get_by_label("What surprised me").fill("Rice: nobody measures it")
    page.get_by_label("more", exact=True).check()
    page.get_by_role("group", name="Hospitals care about taste").get_by_label("speaks against it").check()
    page.get_by_role("group", name="Hospitals care about taste").get_by_label("Why").fill("Nobody asked")
    page.get_by_label("Thanked on").fill("2026-12-03")
    page.get_by_label("What to do").first.fill("Send the plan")
    page.get_by_label("By", exact=True).first.fill("2026-12-05")
    talk = read(lines(page), tmp_path)
    assert [(one.ask, one.answer) for one in talk.answers] == [
        ("How did you come ashore, from galleys to wards?", "By ship.\n\nThen by bus: the number 9.")
    ]
    assert talk.learned == ("Lids first", "Then lifts")
    assert [one.advice for one in talk.advice] == ["Ask the night shift"]
    assert [(one.to.name, str(one.organisation)) for one in talk.introductions] == [
        ("Helen Brandt", "Marrowgate Hospital")
    ]
    assert (talk.surprise, talk.still_interested, str(talk.thanked)) == (
        "Rice: nobody measures it",
        "more",
        "2026-12-03",
    )
    assert [(one.belief, one.for_, one.why) for one in talk.beliefs] == [
        ("Hospitals care about taste", False, "Nobody asked")
    ]
    assert [(one.do, str(one.by)) for one in talk.follow_ups] == [("Send the plan", "2026-12-05")]
    assert (talk.gave, talk.rule_out) == ((), None)


def test_words_of_any_kind_come_through_as_typed(page: Page, tmp_path: Path):
    """Signs that YAML would take for its own, markup, other scripts: each text is read as it was typed."""
    page.get_by_label("What I learned").fill("\n".join(HOSTILE))
    several = "\n".join(HOSTILE)
    page.get_by_label("What I can rule out").fill(several)
    answers = page.locator("[data-item=answer] textarea")
    typed = HOSTILE[: answers.count()]
    for place, text in enumerate(typed):
        answers.nth(place).fill(text)
    talk = read(lines(page), tmp_path)
    assert talk.learned == HOSTILE
    assert talk.rule_out == several
    assert [answer.answer for answer in talk.answers] == list(typed)


def test_what_was_typed_is_still_there_after_a_reload_and_goes_with_the_tab(page: Page, context: BrowserContext):
    """A slip of the thumb on a phone costs nothing; another tab sees nothing."""
    page.get_by_label("What surprised me").fill("Rice")
    page.get_by_label("less", exact=True).check()
    before = lines(page)
    page.reload(wait_until="load")
    assert page.get_by_label("What surprised me").input_value() == "Rice"
    assert page.get_by_label("less", exact=True).is_checked()
    assert lines(page) == before
    other = context.new_page()
    other.goto(page.url, wait_until="load")
    assert other.get_by_label("What surprised me").input_value() == ""


def test_the_lines_can_be_copied(page: Page):
    """As they stand, with nothing round them."""
    page.get_by_label("What I gave").fill("A menu")
    page.get_by_role("button", name="Copy the lines").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "gave:\n  - A menu\n"


def test_the_lines_of_a_talk_in_a_list_stand_under_it(context: BrowserContext, page: Page):
    """The space before them is copied too: it says to which talk they belong."""
    page.evaluate("document.querySelector('form[data-lines-for]').dataset.margin = '2'")
    page.add_script_tag(path=SCRIPTS / "debrief.js")
    page.get_by_label("What I gave").fill("A menu")
    page.get_by_role("button", name="Copy the lines").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "  gave:\n    - A menu\n"


def test_with_nothing_typed_there_are_lines_to_fill_in_by_hand(page: Page):
    """They come back when everything is taken out again."""
    before = lines(page)
    assert "answers:" in before
    assert "still_interested: # more, same or less" in before
    page.get_by_label("What surprised me").fill("Rice")
    assert lines(page) == "surprise: Rice"
    page.get_by_label("What surprised me").fill("")
    assert lines(page) == before


def test_without_script_the_lines_to_fill_in_are_all_there_is(browser: Browser, example_address: str):
    """A form that could do nothing is not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{example_address}/conversations/debrief/{TALK}.html", wait_until="load")
    assert not page.get_by_label("What surprised me").is_visible()
    assert "answers:" in page.locator("#debrief").inner_text()
    context.close()
