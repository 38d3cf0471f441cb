"""Lists in a real browser: narrowed by words and by buttons, put in another order, sorted by a column."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.conftest import build_site, serve
from workbooks import folder

PHONE = {"width": 360, "height": 780}
SEEN = "several => several.filter(each => each.checkVisibility()).map(each => each.textContent)"
"""The texts of what is not hidden, whether it is in sight or further down."""
SIGNS = """people => people.map(person =>
    Array.from(person.querySelectorAll("[data-way=in] time, [data-way=both] time"), time => time.dateTime))"""
"""The days of the last sign of each of them; nothing for those never heard of."""
MANY = 400


@pytest.fixture(scope="module")
def context(browser: Browser):
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext):
    made = context.new_page()
    yield made
    made.close()


@pytest.fixture
def plain(browser: Browser):
    """A page in a browser without script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def crowd_address(tmp_path_factory: pytest.TempPathFactory):
    """The site of four hundred people, with one whose name is Arabic."""
    people = "".join(
        f"- {{name: {'Ada' if n % 2 else 'Zoë'} {n}, interests: [{'sourdough' if n % 50 == 0 else 'tea'}]}}\n"
        for n in range(MANY)
    )
    log = "".join(f"- {{date: 2026-11-{n % 28 + 1:02}, who: Ada {n}, did: wrote}}\n" for n in range(1, MANY, 4))
    home = tmp_path_factory.mktemp("crowd")
    workbook = folder({"people.yaml": people + "- name: ليلى فاروق\n", "log.yaml": log}, home)
    server, address = serve(build_site(workbook, home / "site"))
    yield address
    server.shutdown()
    server.server_close()


def shown(page: Page, within: str) -> list[str]:
    """The names that can be seen."""
    return list(page.locator(f"{within} li > div > .bw-name, {within} h3 > .bw-name").evaluate_all(SEEN))


def headings(page: Page, within: str) -> list[str]:
    """The headings that can be seen."""
    return list(page.locator(f"{within} h2, {within} .bw-heading").evaluate_all(SEEN))


def test_words_narrow_the_list_of_people(page: Page, example_address: str):
    """By name without its accents, by organisation, by an interest that is not shown; and how many are left is said."""
    page.goto(f"{example_address}/people/index.html")
    everybody = shown(page, "#people")
    for words, expected in (("nilsen AMARA", ["Amara Nilsen"]), ("sourdough", ["Dana Okafor"]), ("marrowgate", None)):
        page.fill("#find", words)
        left = shown(page, "#people")
        assert page.locator(".bw-filter [role=status]").inner_text() == f"{len(left)} of {len(everybody)}"
        assert left == expected or (expected is None and 1 < len(left) < len(everybody))
    page.fill("#find", "")
    assert shown(page, "#people") == everybody


def test_buttons_narrow_the_list_without_script(plain: Page, example_address: str):
    """A state, by a button that is a radio; what needs the script is not shown."""
    plain.goto(f"{example_address}/people/index.html")
    everybody = shown(plain, "#people")
    plain.locator("label[for=show-losing-touch]").click()
    losing = shown(plain, "#people")
    assert 0 < len(losing) < len(everybody)
    assert plain.locator("label[for=show-losing-touch]").inner_text().endswith(str(len(losing)))
    assert not plain.locator("#find").is_visible()
    assert not plain.locator("#order").is_visible()


def test_the_keyboard_reaches_the_buttons(page: Page, example_address: str):
    """Arrow keys go through them, as through any radio buttons."""
    page.goto(f"{example_address}/people/index.html")
    everybody = len(shown(page, "#people"))
    page.locator("#show-all").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#show-yours").is_checked()
    assert len(shown(page, "#people")) < everybody


def test_words_and_buttons_work_together(page: Page, example_address: str):
    """What is left fits both; the number counts both."""
    page.goto(f"{example_address}/people/index.html")
    page.locator("label[for=show-talking]").click()
    page.fill("#find", "hospital")
    left = shown(page, "#people")
    assert {state.strip() for state in page.locator("#people .bw-state").evaluate_all(SEEN)} == {"talking"}
    assert page.locator(".bw-filter [role=status]").inner_text().startswith(f"{len(left)} of ")


def test_people_can_be_put_in_order(page: Page, example_address: str):
    """By name, by who was silent longest, and back; nobody is lost on the way."""
    page.goto(f"{example_address}/people/index.html")
    before = shown(page, "#people")
    page.select_option("#order", label="name")
    assert shown(page, "#people") == sorted(before)
    page.select_option("#order", label="who has been silent longest")
    order = shown(page, "#people")
    assert sorted(order) == sorted(before)
    signs = page.locator("#people li").evaluate_all(SIGNS)
    heard = [days for days in signs if days]
    assert [max(days) for days in heard] == sorted(max(days) for days in heard)
    assert 0 < len(heard) < len(signs)
    assert signs == heard + [[]] * (len(signs) - len(heard))
    page.select_option("#order", value="")
    assert shown(page, "#people") == before


def test_what_was_typed_is_still_there_on_the_way_back(page: Page, example_address: str):
    """From a person's page back to the list that was being read, and after a reload; the address knows nothing."""
    page.goto(f"{example_address}/people/index.html")
    page.locator("label[for=show-yours]").click()
    page.select_option("#order", label="name")
    page.fill("#find", "sourdough")
    page.locator("#people a.bw-name", has_text="Dana Okafor").click()
    page.wait_for_url("**/dana-okafor.html")
    page.go_back()
    page.wait_for_load_state("load")
    assert shown(page, "#people") == ["Dana Okafor"]
    page.reload()
    assert (page.input_value("#find"), page.input_value("#order")) == ("sourdough", ".bw-name")
    assert page.locator("#show-yours").is_checked()
    assert shown(page, "#people") == ["Dana Okafor"]
    assert page.url == f"{example_address}/people/index.html"


def test_letters_lead_through_many_people(page: Page, crowd_address: str):
    """A letter jumps; words and order work across letters, and a letter with nobody left has no heading."""
    page.set_viewport_size(PHONE)
    page.goto(f"{crowd_address}/people/index.html")
    assert headings(page, "#people") == ["A", "Z", "ل"]
    page.get_by_role("link", name="Z", exact=True).click()
    assert page.locator("#people h2", has_text="Z").bounding_box()["y"] < PHONE["height"]
    page.fill("#find", "sourdough")
    assert headings(page, "#people") == ["Z"]
    assert len(shown(page, "#people")) == MANY // 50
    page.fill("#find", "ليلى")
    assert shown(page, "#people") == ["ليلى فاروق"]
    page.fill("#find", "")
    page.select_option("#order", index=2)
    assert headings(page, "#people") == []
    assert page.locator("#people li").count() == MANY + 1
    page.select_option("#order", value="")
    assert headings(page, "#people") == ["A", "Z", "ل"]


def test_letters_are_narrowed_without_script_too(plain: Page, crowd_address: str):
    """A letter under which nobody is waiting is not shown."""
    plain.goto(f"{crowd_address}/people/index.html")
    plain.locator("label[for=show-waiting]").click()
    assert headings(plain, "#people") == ["A"]


def test_the_page_of_what_came_of_it_shows_what_is_to_tell(page: Page, example_address: str):
    """By buttons and by words; a person's name finds all that is theirs."""
    page.goto(f"{example_address}/what-came-of-it.html")
    assert headings(page, "#loops") == ["To tell", "They know"]
    page.locator("label[for=show-told]").click()
    assert headings(page, "#loops") == ["They know"]
    page.locator("label[for=show-all]").click()
    page.fill("#find", "okafor")
    assert set(shown(page, "#loops")) == {"Dana Okafor", "Bea Ostrander"}  # Bea led to her
    page.fill("#find", "no such word at all")
    assert shown(page, "#loops") == []
    assert headings(page, "#loops") == []


def names_of(page: Page, table: str) -> list[str]:
    """The first cell of every row that can be seen."""
    return list(page.locator(f"{table} tbody tr:has(td) th > a").evaluate_all(SEEN))


def test_a_table_is_sorted_by_its_headings(page: Page, example_address: str):
    """The heading says which way; each group keeps its own; pressed again, it turns."""
    page.goto(f"{example_address}/organisations/index.html")
    before = names_of(page, ".bw-ranked")
    heading = page.get_by_role("button", name="Place")
    heading.focus()
    page.keyboard.press("Enter")
    column = page.get_by_role("columnheader", name="Place")
    assert column.get_attribute("aria-sort") == "ascending"
    first = page.locator("tbody[data-show=active] tr:has(td) th > a").all_inner_texts()
    assert first == sorted(first)
    assert sorted(names_of(page, ".bw-ranked")) == sorted(before)
    page.keyboard.press("Enter")
    assert column.get_attribute("aria-sort") == "descending"
    assert page.locator("tbody[data-show=active] tr:has(td) th > a").all_inner_texts() == first[::-1]
    page.get_by_role("button", name="Posting").click()
    assert column.get_attribute("aria-sort") is None
    posting = page.locator("tbody[data-show=active] tr td:nth-child(3)").all()
    values = [int(cell.get_attribute("data-value") or 0) for cell in posting]
    assert values == sorted(values, reverse=True)


def test_organisations_are_narrowed(page: Page, plain: Page, example_address: str):
    """By words with script, by buttons without; a group with nothing left has no heading."""
    page.goto(f"{example_address}/organisations/index.html")
    page.fill("#find", "hospice")
    assert len(names_of(page, ".bw-ranked")) == 1
    assert len(headings(page, "#places")) == 1
    plain.goto(f"{example_address}/organisations/index.html")
    plain.locator("label[for=show-resting]").click()
    assert headings(plain, "#places") == ["Resting"]


def test_a_table_becomes_lines_on_a_phone(page: Page, example_address: str):
    """Nothing scrolls sideways, and each value says what it is."""
    page.set_viewport_size(PHONE)
    for name in ("organisations/index.html", "introductions.html"):
        page.goto(f"{example_address}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator(".bw-ranked .bw-label").first.is_visible()
        page.locator(".bw-ranked thead button").first.click()
        assert page.locator(".bw-ranked [aria-sort=ascending]").count() == 1


def test_the_control_a_page_without_the_script_does_not_narrow(page: Page, example_address: str, example_site: Path):
    """Were find.js missing, everybody would still be there."""
    assert "data-find" in (example_site / "assets/bothways.js").read_text(encoding="utf-8")
    page.route("**/bothways.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{example_address}/people/index.html")
    before = shown(page, "#people")
    page.fill("#find", "sourdough")
    assert shown(page, "#people") == before
