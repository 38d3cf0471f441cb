"""`bothways sheet`: the sheet of a planned talk. What stands on it is in `tests/pages/test_sheet.py`."""

import io

import pytest
from pypdf import PdfReader

from bothways.cli import sheet as sheet_command
from bothways.derive.facts import Facts
from bothways.exchange.extra import NotInstalledError
from bothways.pages.conversations import pages
from bothways.reading.library import Library
from bothways.reading.workbook import read_workbook
from workbooks import TODAY

DAY = ("--today", "2026-12-01")
PEOPLE = "[{name: Dana Okafor}, {name: Dana Smith}, {name: Piet Sandoval}, {name: ليلى فاروق}]"
TALKS = """
    - {with: Dana Okafor, date: 2026-12-20, time: '09:00'}
    - {with: [Dana Okafor, ليلى فاروق], date: 2026-12-03, time: '10:30'}
    - {with: Piet Sandoval, date: 2026-11-03}
    """


@pytest.fixture
def folder(home):
    return home({"people.yaml": PEOPLE, "conversations.yaml": TALKS})


def test_it_is_the_page_that_the_site_has(run, folder):
    """To the byte, on standard output and in a file."""
    workbook = read_workbook(folder / "workbook", Library(), "workbook").workbook
    page = next(
        page.html for page in pages(Facts(workbook, TODAY)) if page.address.startswith("conversations/sheet/2026-12-03")
    )
    assert run("sheet", "okafor", *DAY, cwd=folder).out == page
    assert run("sheet", "okafor", "--out", "sheet.html", *DAY, cwd=folder).code == 0
    assert (folder / "sheet.html").read_bytes() == page.encode()


def test_anybody_in_the_talk_will_do_and_the_next_talk_counts(run, folder):
    """By any part of a name, in any script."""
    said = run("sheet", "فاروق", "--out", "s.html", "--json", *DAY, cwd=folder).json
    assert said == {
        "out": "s.html",
        "with": ["Dana Okafor", "ليلى فاروق"],
        "date": "2026-12-03",
        "file": "workbook/conversations.yaml",
        "line": 2,
    }
    later = run("sheet", "okafor", "--out", "s.html", "--json", "--today", "2026-12-04", cwd=folder).json
    assert later["date"] == "2026-12-20"


def test_two_of_the_name_are_both_listed(run, folder):
    """Nothing is guessed, and nothing is written."""
    ran = run("sheet", "dana", "--out", "s.html", *DAY, cwd=folder)
    assert ran.code == 1
    assert (
        ran.err
        == "dana fits two people.\n  Dana Okafor (dana-okafor)\n  Dana Smith (dana-smith)\nWrite more of the name, or the id in brackets.\n"
    )
    assert not (folder / "s.html").exists()


def test_with_nothing_planned_it_says_how_to_plan(run, folder):
    """A talk that was held needs no sheet."""
    ran = run("sheet", "piet", *DAY, cwd=folder)
    assert (ran.code, ran.out) == (1, "")
    assert (
        ran.err
        == 'No talk with Piet Sandoval is planned.\nTo plan one: bothways met "Piet Sandoval" --date 2026-12-08\n'
    )
    assert run("sheet", "nobody", *DAY, cwd=folder).err.startswith("There is nobody called nobody.\n")


def test_a_file_that_cannot_be_one_is_refused(run, folder):
    """Before anything is read."""
    for out, words in (
        ("s.docx", "end in .html or in .pdf"),
        (".", "is a folder"),
        ("workbook/s.html", "in the workbook"),
    ):
        ran = run("sheet", "okafor", "--out", out, *DAY, cwd=folder)
        assert ran.code == 2
        assert words in ran.err
    assert run("sheet", "okafor", "--json", *DAY, cwd=folder).code == 2


def test_a_pdf_is_one_leaf(run, folder):
    """Front and back."""
    assert run("sheet", "okafor", "--out", "s.pdf", *DAY, cwd=folder).code == 0
    made = PdfReader(io.BytesIO((folder / "s.pdf").read_bytes()))
    assert len(made.pages) == 2
    assert "Dana Okafor and" in made.pages[0].extract_text()
    assert "Afterwards" in made.pages[1].extract_text()


def test_without_the_library_for_pdf_it_says_how_to_get_it(run, folder, monkeypatch):
    """And that any browser prints the HTML."""

    def missing(name, what, extra):
        raise NotInstalledError(what, extra)

    monkeypatch.setattr("bothways.exchange.extra.library", missing)
    ran = run("sheet", "okafor", "--out", "s.pdf", *DAY, cwd=folder)
    assert ran.code == 2
    assert 'To get it: pip install "bothways[pdf]"' in ran.err
    assert "--out sheet.html" in ran.err
    assert not (folder / "s.pdf").exists()
    assert sheet_command.PDF == ".pdf"
