"""What is meant for paper prints on clean pages, A4 and Letter: checklists, question lists and the plan for 30 days."""

import io
import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from workbooks import GUIDE

PAPERS = ("A4", "Letter")
MARGIN = {"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}

NOT_ON_PAPER = (
    "Skip to content",
    "Initializing search",
    "Type to start searching",
    "Material for MkDocs",
    "Back to top",
    "Make it yours",
    "Take it to a talk",
    "Copy",
    "Today People Goals",
)
"""Words of the theme's header, tabs, search and footer, and of what only a screen can use."""

FOLDERS = ("checklists", "questions")
LEAST = 60
"""Letters: a sheet with fewer is a waste of paper."""


@pytest.fixture(scope="module")
def page(browser: Browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def printed(page: Page, paper: str) -> list[str]:
    """The text of each sheet that comes out, in one line each."""
    pdf = page.pdf(format=paper, margin=MARGIN)
    sheets = (sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages)
    return [" ".join(unicodedata.normalize("NFKC", sheet).split()) for sheet in sheets]


def wrong_with(sheets: list[str], most: int) -> list[str]:
    """What is not as paper should be."""
    text = " ".join(sheets)
    found = [f"prints {words}" for words in NOT_ON_PAPER if re.search(rf"(?<!\w){words}(?!\w)", text)]
    if len(sheets) > most:
        found.append(f"{len(sheets)} sheets")
    if any(len(sheet) < LEAST for sheet in sheets):
        found.append("a sheet with next to nothing on it")
    return found


def most_sheets(name: str) -> int:
    """How many sheets a page may take."""
    if name.startswith("checklists/"):
        return 1
    return 2 if (GUIDE / name).with_suffix(".yaml").is_file() else 4


def lists(site: Path, folder: str) -> list[str]:
    """The addresses of a folder's pages, but for its first page."""
    return sorted(path.relative_to(site).as_posix() for path in (site / folder).glob("*.html") if path.stem != "index")


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_list_prints_on_few_clean_sheets(folder, page, example_site, example_address):
    """A checklist on one, a question list on two; a list of one's own, with all its answers, on four. The title is there."""
    names = lists(example_site, folder)
    assert len(names) >= 15
    wrong = {}
    for name in names:
        page.goto(f"{example_address}/{name}", wait_until="load")
        title = " ".join(page.locator("h1").inner_text().split())
        for paper in PAPERS:
            sheets = printed(page, paper)
            found = wrong_with(sheets, most_sheets(name))
            if title not in sheets[0]:
                found.append("no title")
            if found:
                wrong[f"{name} on {paper}"] = found
    assert wrong == {}


def test_the_plan_for_30_days_prints_on_clean_sheets(page, example_address):
    """All thirty days are on it, on four sheets at most."""
    page.goto(f"{example_address}/guide/plan-30-days.html", wait_until="load")
    for paper in PAPERS:
        sheets = printed(page, paper)
        assert wrong_with(sheets, 4) == []
        text = " ".join(sheets)
        for words in ("Write your name, your situation", "Choose a rhythm for the next month", "Nobody answers"):
            assert words in text
        assert "checklists.yaml" not in text


def test_a_checklist_prints_every_item_with_a_box(page, example_address):
    """Nothing is cut, and there is something to tick."""
    page.goto(f"{example_address}/checklists/before-an-event.html", wait_until="load")
    (sheet,) = printed(page, "A4")
    boxes = page.locator(".bw-ticks li")
    assert boxes.count() == 9
    for item in boxes.all_inner_texts():
        assert " ".join(item.split()) in sheet
    assert page.locator(".bw-ticks input[type=checkbox]").count() == 9


SHOW_ALL = """@media print {
  .md-header, .md-tabs, .md-sidebar, .md-footer, .md-skip, .bw-screen, .bw-button { display: block !important; }
  li { min-height: 12cm; }
}"""


def test_the_control_a_page_without_print_styles_is_noticed(page, example_address):
    """Were they missing, the header, what is for the screen, and too many sheets would be found."""
    page.goto(f"{example_address}/checklists/before-an-event.html", wait_until="load")
    page.add_style_tag(content=SHOW_ALL)
    found = wrong_with(printed(page, "A4"), 1)
    assert "prints Make it yours" in found
    assert "prints Initializing search" in found
    assert any("sheets" in what for what in found)
