"""`bothways export`: the workbook for other programs. What is in each: `tests/exchange`."""

import sys

import pytest

from workbooks import EXAMPLE

DAY = ("--today", "2026-12-01")
PEOPLE = {"people.yaml": "- {name: Dana Okafor, private: yes, private_notes: plum}\n"}
BEGINS = {"ics": "BEGIN:VCALENDAR", "csv": "\ufeffid,name", "json": "{", "vcard": "BEGIN:VCARD"}


@pytest.mark.parametrize("kind", BEGINS)
def test_without_out_it_goes_to_standard_output(run, home, kind):
    """The file itself, and not a word more."""
    ran = run("export", kind, *DAY, cwd=home(PEOPLE))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(BEGINS[kind])
    assert ("plum" in ran.out) == (kind == "json")


@pytest.mark.parametrize("kind", [*BEGINS, "markdown"])
@pytest.mark.parametrize("which", ["the example", "an empty workbook"])
def test_every_kind_works_and_gives_the_same_twice(run, home, tmp_path, files_below, *, kind, which):
    """On the example and on an empty workbook; nothing is left beside what was asked for."""
    words = ["--workbook", str(EXAMPLE)] if which == "the example" else []
    folder = home({})
    for name in ("one", "two"):
        ran = run("export", kind, "--out", str(tmp_path / name / "out"), *words, *DAY, cwd=folder)
        assert (ran.code, ran.err) == (0, "")
    assert files_below(tmp_path / "one") == files_below(tmp_path / "two")
    assert (tmp_path / "one" / "out").exists()


def test_an_old_export_is_replaced_and_a_folder_of_notes_is_not(run, home, tmp_path):
    """A file is ours to write anew; a folder may hold what the person wrote."""
    folder, out = home(PEOPLE), tmp_path / "out"
    out.write_text("old")
    assert run("export", "vcard", "--out", str(out), cwd=folder).code == 0
    assert "Dana" in out.read_text()
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "Dana Okafor.md").write_text("mine")
    ran = run("export", "markdown", "--out", str(notes), cwd=folder)
    assert ran.code == 2
    assert "is not empty" in ran.err
    assert (notes / "Dana Okafor.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("markdown",), "Say with --out DIR"),
        (("vcard", "--what", "log"), "--what is for csv"),
        (("csv", "--ahead", "3"), "--ahead is for ics"),
        (("csv", "--json"), "one JSON object"),
        (("csv", "--out", "workbook/people.csv"), "is in the workbook"),
        (("csv", "--out", "."), "is a folder"),
        (("markdown", "--out", "mkdocs.yml"), "is a file"),
        (("pdf",), "is not one of"),
    ],
)
def test_wrong_use_is_said_in_a_sentence(run, home, files_below, words, said):
    """Exit 2, and nothing is written."""
    folder = home(PEOPLE)
    before = files_below(folder)
    ran = run("export", *words, cwd=folder)
    assert ran.code == 2
    assert said in ran.err
    assert files_below(folder) == before


def test_with_json_it_says_what_it_wrote(run, home):
    """One object on standard output."""
    folder = home(PEOPLE)
    assert run("export", "csv", "--out", "out.csv", "--json", cwd=folder).json == {"kind": "csv", "out": "out.csv"}
    assert run("export", "markdown", "--out", "n", "--json", cwd=folder).json["files"] == 1
    assert run("export", "json", "--json", cwd=folder).json["version"] == 1


def test_help_says_what_is_in_it(run):
    """Private notes and private records, before anything leaves."""
    words = " ".join(run("export", "--help").out.split())
    assert "private_notes are in json alone" in words
    assert "records with private: yes too" in words


def test_a_missing_library_is_said_with_what_to_do(run, home, monkeypatch):
    """Calendars and cards need one each; tables, notes and JSON do not."""
    folder = home(PEOPLE)
    monkeypatch.setitem(sys.modules, "icalendar", None)
    ran = run("export", "ics", cwd=folder)
    assert ran.code == 2
    assert ran.err == 'Calendars need one more library. To get it: pip install "bothways[exchange]"\n'
    assert run("export", "json", cwd=folder).code == 0


def test_a_workbook_with_problems_is_not_exported(run, home, tmp_path):
    """They are said as check says them."""
    ran = run("export", "csv", "--out", str(tmp_path / "x"), cwd=home({"people.yaml": "- nam: Dana"}))
    assert ran.code == 1
    assert "Did you mean name?" in ran.err
    assert not (tmp_path / "x").exists()
