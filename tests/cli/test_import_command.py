"""`bothways import`: proposed, and written only with `--yes`. What becomes of which file: `tests/exchange/cases`."""

import sys
from pathlib import Path

import pytest

from bothways.cli import import_columns
from bothways.reading.room import MOST_PARTS
from workbooks import EXAMPLE

ROWS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nOrla,Brennock,,,Hill & Sons,Buyer,12 Mar 2024\n"
MEMBERS = "Nr,Whole Name,Firm\n1,Orla Brennock,Hill & Sons\n"
DAY = ("--today", "2026-12-01")


def put(folder: Path, text: str, name: str = "Connections.csv") -> Path:
    """An address book in the folder."""
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def test_without_yes_nothing_is_written(run, home, files_below):
    """It shows whom it would write, where to, and how."""
    folder = put(home({}), ROWS)
    before = files_below(folder)
    ran = run("import", "Connections.csv", *DAY, cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "LinkedIn's connections, 1 person: 1 new, 0 known, 0 in doubt.",
        "New:",
        "  Orla Brennock, Buyer, Hill & Sons",
        "Nothing is written yet. With --yes they go into workbook/people/imported-linkedin-2026-12-01.yaml.",
    ]
    assert files_below(folder) == before


def test_with_yes_there_is_one_new_file_and_no_other_has_changed(run, home, files_below):
    """Nothing is left beside it; a second import adds nothing; new rows on one day go into a second file."""
    folder = put(home({"people.yaml": "- name: Bea Lin # my aunt\n"}), ROWS)
    before = files_below(folder)
    run("import", "Connections.csv", "--yes", *DAY, cwd=folder)
    first = files_below(folder)
    new = "workbook/people/imported-linkedin-2026-12-01.yaml"
    assert first == before | {new: first[new]}
    run("import", "Connections.csv", "--yes", *DAY, cwd=folder)
    assert files_below(folder) == first
    put(folder, ROWS + "Teo,Vasquez,,,,,\n")
    run("import", "Connections.csv", "--yes", *DAY, cwd=folder)
    assert set(files_below(folder)) == {*first, "workbook/people/imported-linkedin-2026-12-01-2.yaml"}
    assert run("check", cwd=folder).code == 0


def test_old_acquaintances_do_not_all_fall_due_at_once(run, home):
    """Years of connections come in, and the list of today stays as short as it was."""
    folder = put(home({}), ROWS + "".join(f"Teo,V{n},,,,,{n + 1} Mar 2019\n" for n in range(20)))
    run("import", "Connections.csv", "--yes", *DAY, cwd=folder)
    assert run("today", "--json", *DAY, cwd=folder).json["items"] == []


def test_json_has_everybody(run, home):
    """One object: who is new, known, in doubt, left out."""
    folder = put(home({"people.yaml": "- name: Teo Vasquez\n"}), ROWS + "Teo,Vasquez,,,Firm,,\n<b>,X,,,,,\n")
    found = run("import", "Connections.csv", "--json", *DAY, cwd=folder).json
    assert (found["kind"], found["written"]) == ("linkedin", False)
    assert found["new"][0] | {"line": 2} == found["new"][0]
    assert found["doubts"][0]["line"] == 3
    assert found["left_out"][0]["code"] == "row-left-out"


def test_a_file_that_is_none_is_a_problem_with_a_place(run, home):
    """Exit 1, in the words of check, as text and as JSON."""
    folder = put(home({}), "<html>", "people.csv")
    ran = run("import", "people.csv", cwd=folder)
    assert ran.code == 1
    assert ran.err.startswith("people.csv:1:1: This is neither a table (CSV) nor a vCard.")
    assert run("import", "people.csv", "--json", cwd=folder).json["problems"][0]["code"] == "not-an-address-book"


def test_wrong_use_is_said_in_a_sentence(run, home, tmp_path):
    """A file that is not there, a folder, a mapping that makes no sense."""
    folder = put(home({}), MEMBERS, "members.csv")
    assert run("import", "nothing.csv", cwd=folder).code == 2
    assert run("import", "workbook", cwd=folder).code == 1
    for mapping, said in (
        ("name", "does not say a field and a column"),
        ("nme=Firm", "Did you mean name?"),
        ("colour=Firm", "is not a field to map"),
        ("name=Frim", "Did you mean Firm?"),
    ):
        ran = run("import", "members.csv", "--map", mapping, cwd=folder)
        assert ran.code == 2
        assert said in ran.err
    assert run("import", "members.csv", "--map", "name=Firm", "--from", "google", cwd=folder).code == 2


def test_the_columns_are_asked_for_where_somebody_is_there(run, home, monkeypatch):
    """Each field with a guess; an empty answer passes it over; a wrong one is asked again."""
    folder = put(home({}), MEMBERS, "members.csv")
    answers = iter(["Nonsense", "whole name", "", "Firm", "", "", ""])
    monkeypatch.setattr("bothways.cli.import_.is_person_there", lambda: True)
    monkeypatch.setattr(import_columns.click, "prompt", lambda *_, **__: next(answers))
    ran = run("import", "members.csv", *DAY, cwd=folder)
    assert "  Orla Brennock, Hill & Sons" in ran.out
    assert "There is no column Nonsense." in ran.err


def test_a_missing_library_is_said_with_what_to_do(run, home, monkeypatch):
    """VCards need one that not everybody has; tables do not."""
    folder = put(home({}), "BEGIN:VCARD\nVERSION:3.0\nFN:Orla\nEND:VCARD\n", "people.vcf")
    monkeypatch.setitem(sys.modules, "vobject", None)
    ran = run("import", "people.vcf", cwd=folder)
    assert (ran.code, ran.err) == (
        2,
        'vCards need one more library. To get it: pip install "bothways[exchange]"\n',
    )


def test_too_many_are_refused_before_anything_is_written(run, home, files_below):
    """What could not be read again is not written: the bound is for all files together."""
    folder = put(home({"people.yaml": "# a remark\n" * (MOST_PARTS - 3)}), ROWS)
    before = files_below(folder)
    ran = run("import", "Connections.csv", "--yes", *DAY, cwd=folder)
    assert ran.code == 1
    assert "larger than can be read" in ran.err
    assert files_below(folder) == before


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_it_works_beside_the_example_and_with_a_mark_and_windows_line_ends(run, home, ends):
    """The example's people are known by their names and organisations."""
    files = {path.name: path.read_text(encoding="utf-8") for path in EXAMPLE.glob("*.yaml")}
    folder = home({})
    for name, text in files.items():
        data = ("\ufeff" + text).replace("\n", ends)
        (folder / "workbook" / name).write_text(data, encoding="utf-8", newline="")
    put(folder, ROWS + "Dana,Okafor,,,Marrowgate Hospital,,\n")
    found = run("import", "Connections.csv", "--yes", "--json", *DAY, cwd=folder).json
    assert [match["name"] for match in found["known"]] == ["Dana Okafor"]
    assert run("check", cwd=folder).code == 0


def test_our_own_table_and_cards_bring_nothing_new(run, home):
    """The example, exported and taken in again: everybody is known, and nothing is said to be news."""
    folder = home({})
    words = ("--workbook", str(EXAMPLE), *DAY)
    for kind, name in (("csv", "own.csv"), ("vcard", "own.vcf")):
        run("export", kind, "--out", name, *words, cwd=folder)
        found = run("import", name, "--json", *words, cwd=folder).json
        assert (found["new"], found["doubts"], found["left_out"]) == ([], [], [])
        assert [match for match in found["known"] if match["news"]] == []
        assert len(found["known"]) > 40
