"""Every page of a small workbook, compared with the page that was looked at and found good.

`pytest tests/pages/test_golden.py --update-testdata` writes them anew. Then read the difference like code.
"""

from pathlib import Path

import pytest

from bothways.derive.facts import Facts
from bothways.pages.book import workbook_pages
from bothways.reading.library import Library
from bothways.reading.workbook import read_workbook
from workbooks import TODAY

SMALL = Path(__file__).parent / "small"
GOLDEN = Path(__file__).parent / "golden"


def tidy(html: str) -> str:
    """The page without empty lines, so that a difference is one that counts."""
    return "\n".join(line for line in html.splitlines() if line.strip()) + "\n"


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    facts = Facts(read_workbook(SMALL, Library(), "workbook").workbook, TODAY)
    return {page.address: tidy(page.html) for page in workbook_pages(facts, Library())}


def test_the_small_workbook_has_these_pages(made: dict[str, str], request: pytest.FixtureRequest):
    """No page is missing, and none is there that nobody looked at."""
    if request.config.getoption("--update-testdata"):
        for old in GOLDEN.rglob("*.html"):
            old.unlink()
        for address, html in made.items():
            path = GOLDEN / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8", newline="\n")
    stored = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.html")}
    assert len(stored) > 20
    assert set(made) == stored


@pytest.mark.parametrize("address", sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.html")))
def test_the_page_is_as_it_was(address: str, made: dict[str, str]):
    """Line by line."""
    assert made[address].splitlines() == (GOLDEN / address).read_text(encoding="utf-8").splitlines()


def test_another_day_is_another_page(made: dict[str, str]):
    """The control: the same workbook a week later reads differently."""
    later = Facts(read_workbook(SMALL, Library(), "workbook").workbook, TODAY.replace(day=8))
    pages = {page.address: tidy(page.html) for page in workbook_pages(later, Library())}
    assert pages["index.html"] != made["index.html"]
