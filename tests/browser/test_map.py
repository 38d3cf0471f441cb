"""The map of introductions in a real browser: by keyboard, larger and smaller, by two fingers, on paper, right to left."""

import io

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader

MAP = "introductions.html"
PHONE = {"width": 360, "height": 780}
PAPERS = {"A4": (595, 842), "Letter": (612, 792)}
MARGIN = {"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}


@pytest.fixture(scope="module")
def context(browser: Browser):
    made = browser.new_context(has_touch=True)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, example_address: str):
    made = context.new_page()
    made.goto(f"{example_address}/{MAP}")
    yield made
    made.close()


def width(page: Page) -> float:
    """How wide the drawing is."""
    return page.locator("#map > svg").first.bounding_box()["width"]


def names(page: Page) -> list[str]:
    """Everybody in the drawing who has a page, in order."""
    return list(page.locator("#map a[href^='people/'] text").evaluate_all(TEXTS))


TEXTS = "several => several.map(text => text.firstChild.data)"


def test_the_keyboard_goes_through_everybody_in_order(page: Page):
    """From the frame to the first beginning, then to those it led to; Enter opens the page."""
    page.locator("#map").focus()
    visited = []
    for _ in range(5):
        page.keyboard.press("Tab")
        visited.append(page.evaluate("document.activeElement.textContent.trim().split('promised')[0].trim()"))
    assert visited == names(page)[:5] == ["Bea Ostrander", "Dana Okafor", "Tomasz Vale", "Helen Brandt", "Leila Farouk"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/leila-farouk.html")


def test_the_list_says_the_same_as_the_drawing(page: Page):
    """Everybody in the drawing is in the list, in the same order."""
    listed = page.locator("#list + ul a.bw-name").all_inner_texts()
    assert len(listed) > 30
    assert listed == names(page)


def test_keys_make_it_larger_and_smaller(page: Page):
    """Plus, minus, and nought for the whole width; other keys go on to the page."""
    before = width(page)
    page.locator("#map").focus()
    page.keyboard.press("+")
    assert width(page) == pytest.approx(before * 1.25, rel=0.01)
    page.keyboard.press("-")
    page.keyboard.press("-")
    assert width(page) == pytest.approx(before / 1.25, rel=0.01)
    page.set_viewport_size(PHONE)
    page.keyboard.press("0")
    assert width(page) == pytest.approx(page.locator("#map").evaluate("frame => frame.clientWidth"), abs=1)


def test_buttons_make_it_larger_and_say_how_large(page: Page):
    """A screen reader hears the size; on a phone what was in the middle stays there."""
    page.set_viewport_size(PHONE)
    page.get_by_role("button", name="Larger").click()
    assert page.locator(".bw-zoom output").inner_text() == "125 %"
    page.locator("#map").evaluate("frame => { frame.scrollLeft = 100 }")
    middle = "frame => (frame.scrollLeft + frame.clientWidth / 2) / frame.querySelector('svg').clientWidth"
    before = page.locator("#map").evaluate(middle)
    page.get_by_role("button", name="Larger").click()
    assert page.locator("#map").evaluate(middle) == pytest.approx(before, abs=0.02)
    for _ in range(20):
        page.get_by_role("button", name="Larger").click()
    assert page.locator(".bw-zoom output").inner_text() == "300 %"
    page.get_by_role("button", name="Whole width").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_two_fingers_make_it_larger(page: Page):
    """Twice as far apart is twice as large; one finger only scrolls."""
    page.set_viewport_size(PHONE)
    before = width(page)
    frame = page.locator("#map").bounding_box()
    touch = page.context.new_cdp_session(page)
    y = frame["y"] + 20

    def fingers(kind: str, *xs: int) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x in xs]})

    fingers("touchStart", 100)
    fingers("touchMove", 160)
    fingers("touchEnd")
    assert width(page) == before
    fingers("touchStart", 140, 220)
    fingers("touchMove", 100, 260)
    fingers("touchEnd")
    assert width(page) == pytest.approx(before * 2, rel=0.05)


def test_the_wheel_scrolls_the_page_unless_ctrl_is_held(page: Page):
    """A trackpad's pinch arrives as a wheel with Ctrl."""
    before = width(page)
    page.locator("#map").hover()
    page.mouse.wheel(0, 40)
    assert width(page) == before
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function("before => document.querySelector('#map > svg').clientWidth > before", arg=before)


def test_without_script_it_scrolls_at_its_own_size(browser: Browser, example_address: str):
    """No buttons that do nothing; the frame can be reached and scrolled, every name is a link."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{example_address}/{MAP}")
    assert not page.locator(".bw-zoom").is_visible()
    assert page.locator("#map").get_attribute("tabindex") == "0"
    assert width(page) > PHONE["width"]
    assert page.locator("#map > svg a").count() > 30
    context.close()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("zoomed", [False, True])
def test_it_prints_whole(page: Page, paper: str, zoomed: bool):
    """However large it is on the screen: every name is on the first leaf, inside its edges."""
    everybody = names(page)
    if zoomed:
        for _ in range(4):
            page.get_by_role("button", name="Larger").click()
    pdf = PdfReader(io.BytesIO(page.pdf(format=paper, margin=MARGIN)))
    text = " ".join(pdf.pages[0].extract_text().replace("ﬁ", "fi").split())
    assert [name for name in everybody if name not in text] == []
    assert "Larger" not in text
    assert len(pdf.pages) <= 5


def test_right_to_left_it_is_mirrored_and_its_names_are_not(page: Page):
    """The beginnings stand on the right; letters are not turned round."""
    beginning, led_to = (page.locator("#map text", has_text=name).first for name in ("Bea Ostrander", "Dana Okafor"))
    assert beginning.bounding_box()["x"] < led_to.bounding_box()["x"]
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert beginning.bounding_box()["x"] > led_to.bounding_box()["x"]
    turned = "text => { const m = text.getScreenCTM(); return m.a < 0 }"
    assert not beginning.evaluate(turned)
    assert page.locator("#map > svg").first.evaluate("drawing => drawing.getScreenCTM().a < 0")


TOO_LARGE = """@media print {
  .bw-map > svg { width: 2000px !important; max-width: none !important; max-height: none !important; }
}"""


def test_the_control_a_drawing_too_large_for_the_paper_is_noticed(page: Page):
    """Were it not made to fit, names would be missing from the first leaf."""
    everybody = names(page)
    page.add_style_tag(content=TOO_LARGE)
    text = PdfReader(io.BytesIO(page.pdf(format="A4", margin=MARGIN))).pages[0].extract_text()
    assert [name for name in everybody if name not in text]
