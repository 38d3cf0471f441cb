"""The local server in a real browser: a page follows the files, and what is typed is never lost."""

from playwright.sync_api import BrowserContext, expect

from browser.conftest import SOON
from browser.looking import DESK, watch
from browser.served import Served, unexpected

NOTES = "".join(f"    Line {number} of a long note.\n\n" for number in range(120))


def dana(role: str) -> str:
    return f"- name: Dana Okafor\n  role: {role}\n  notes: |\n{NOTES}"


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


def test_a_form_that_met_a_broken_file_is_saved_once_the_file_is_mended(served: Served, context: BrowserContext):
    """The problems leave room for its buttons at the end of the page; and what was typed is there until the file has it."""
    served.write("people.yaml", dana("Cook"))
    page = context.new_page()
    page.goto(f"{served.address}edit?of=people/dana-okafor")
    page.get_by_label("What they do").fill("Baker")
    served.write("goals.yaml", "- gaol: Understand hospital food\n")
    problems = page.get_by_role("region", name="Problems in the workbook")
    expect(problems).to_be_visible(timeout=SOON)
    sizes = [
        place.evaluate("words => getComputedStyle(words).fontSize") for place in (problems, page.locator("article"))
    ]
    assert sizes[0] == sizes[1], "problems are read as easily as the page"
    page.get_by_role("button", name="Save").click()
    expect(page.locator("h1")).to_have_text("First, a few lines to look at")
    page.get_by_role("button", name="Save once more").click()
    expect(page.locator("h1")).to_have_text("First, a few lines to look at")
    served.write("goals.yaml", "- goal: Understand hospital food\n")
    expect(problems).to_have_count(0, timeout=SOON)
    page.get_by_role("button", name="Save once more").click()
    expect(page).to_have_url(f"{served.address}people/dana-okafor.html")
    expect(page.locator("article")).to_contain_text("Baker")
