"""The editor with a keyboard alone: no mouse, and nothing focused but by a key or by the page itself."""

from playwright.sync_api import BrowserContext, expect

from browser.keyboard import Keyboard
from browser.served import DAY, Served

PEOPLE = """\
- name: Dana Okafor
  steps:
    - Send the article   # the one about rye
    - Call
- name: Bea Ostrander
"""
TODAY = "- {date: 2026-11-10, who: Dana Okafor, did: wrote}\n"


def test_a_contact_a_step_and_a_form_by_keyboard_alone(served: Served, context: BrowserContext):
    """From Today to somebody's page; a contact, a step, a form with a slip in it, and undo.

    Every stop has a ring and is in sight, the order is that of the page, and nothing holds the keyboard.
    """
    served.write("people.yaml", PEOPLE)
    served.write("log.yaml", TODAY)
    served.write("organisations.yaml", "- name: Northgate Hospital\n- name: Northgate School\n")
    context.clock.set_fixed_time(f"{DAY}T09:00:00")
    page = context.new_page()
    keys = Keyboard(page)

    log_a_contact(keys, served)
    tick_a_step(keys, served)
    fill_in_a_form(keys, served)
    undo(keys, served)
    go_round(keys)
    assert keys.wrong == [], "\n".join(dict.fromkeys(keys.wrong))
    assert keys.stops > 80


def log_a_contact(keys: Keyboard, served: Served) -> None:
    """From Today; names are offered while one types."""
    page = keys.page
    page.goto(served.address)
    expect(page.locator("article")).to_contain_text("Dana Okafor")
    skip_to_content(keys)
    keys.follow("Log a contact")
    keys.go("With whom", "input")
    assert offered(keys) == ["Bea Ostrander", "Dana Okafor"]
    page.keyboard.type("Dana Okafor")
    keys.go("What happened", "select")
    page.keyboard.type("called")
    keys.go("What about", "textarea")
    page.keyboard.type("the rye, by phone")
    keys.follow("Write it down", tag="button")
    the_page_says(keys, "Dana Okafor, called")
    assert 'did: called, about: "the rye, by phone"' in (served.workbook / "log.yaml").read_text()


def tick_a_step(keys: Keyboard, served: Served) -> None:
    """On somebody's page, by the space bar."""
    page = keys.page
    page.goto(f"{served.address}people/dana-okafor.html")
    expect(page.locator("article")).to_contain_text("the rye, by phone")
    keys.follow("Done", " ", "button")
    the_page_says(keys, "Send the article: done.")
    assert "done: 2026-12-01" in (served.workbook / "people.yaml").read_text()


def fill_in_a_form(keys: Keyboard, served: Served) -> None:
    """With a slip in it, that is found from what the page says first."""
    page = keys.page
    keys.back("Edit", "a")
    with page.expect_navigation(wait_until="load"):
        keys.press("Enter")
    keys.go("What they do", "input")
    page.keyboard.type("Head of food services")
    keys.go("Where they do it", "input")
    assert offered(keys) == ["Northgate Hospital", "Northgate School"]
    page.keyboard.type("Northgate Hospital")
    keys.go("More to say", "summary")
    keys.press("Enter")
    keys.go("How often to be in touch", "input")
    page.keyboard.type("now and then")
    keys.follow("Save", tag="button")
    assert keys.stop.words.startswith("Nothing is written yet: one thing to look at."), "the page reads it out first"
    assert page.locator(":focus").get_attribute("role") == "alert"
    keys.go("How often to be in touch", "a")
    keys.press("Enter")
    expect(page.locator(":focus")).to_have_value("now and then")
    described = page.locator(":focus").get_attribute("aria-describedby").split()
    assert "now and then" in " ".join(page.locator(f"#{id_}").inner_text() for id_ in described)
    keys.type("2 months")
    keys.follow("Save", tag="button")
    the_page_says(keys, "Dana Okafor: saved.")
    text = (served.workbook / "people.yaml").read_text()
    assert "organisation: Northgate Hospital" in text
    assert "keep_in_touch: 2 months" in text


def undo(keys: Keyboard, served: Served) -> None:
    """One key from what was done."""
    keys.follow("Undo", tag="button")
    the_page_says(keys, "Undone: Dana Okafor: saved.")
    assert "keep_in_touch" not in (served.workbook / "people.yaml").read_text()


def offered(keys: Keyboard) -> list[str]:
    """The names that the browser offers for the field. Its own list cannot be opened without a screen."""
    return keys.page.evaluate("Array.from(document.activeElement.list.options, (name) => name.value)")


def skip_to_content(keys: Keyboard) -> None:
    """The first stop of every page leads past the navigation."""
    assert keys.go("Skip to content").tag == "a"
    keys.press("Enter")


def the_page_says(keys: Keyboard, words: str) -> None:
    """What was done is where the keyboard is, so that it is read out and undone with one more key."""
    expect(keys.page.locator(":focus")).to_contain_text(words)
    assert keys.page.locator(":focus").get_attribute("role") == "status"


def go_round(keys: Keyboard) -> None:
    """Through the whole page until it begins again: nothing holds the keyboard."""
    keys.go("Skip to content")


SPOILT = {
    "no ring around": "document.querySelectorAll('.bw-form *')"
    ".forEach((part) => part.style.setProperty('outline', 'none', 'important'))",
    "comes after": "document.querySelector('.bw-form button').setAttribute('tabindex', '1')",
    "is out of sight": "document.querySelector('header').style.height = '100vh'",
    "cannot be reached": "document.querySelector('#f-did').addEventListener('keydown',"
    " (pressed) => { if (pressed.key === 'Tab') pressed.preventDefault() })",
}


def test_a_form_that_is_spoilt_is_noticed(served: Served, context: BrowserContext):
    """The control: a ring taken away, an order of its own, a bar over everything, a field that holds the keyboard."""
    page = context.new_page()
    for wrong, spoilt in SPOILT.items():
        page.goto(f"{served.address}log")
        page.evaluate(spoilt)
        keys = Keyboard(page)
        try:
            keys.go("Leave it as it was")
        except AssertionError as held:
            keys.wrong.append(str(held))
        assert wrong in "\n".join(keys.wrong), wrong
