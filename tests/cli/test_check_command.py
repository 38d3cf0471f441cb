"""`bothways check`: every problem, with its place."""

import re

import pytest

BAD = {
    "people.yaml": """
        - name: Dana Okafor
          introducd_by: Bea Ostrander
          met_on: 2026-02-30
        - name: Piet Sandoval
          tie: warmish
        """,
    "log.yaml": "- {date: soon, who: Dana Okafor, did: wrote}",
}
HINT = {"people.yaml": "- name: Dana Okafor\n  notes: *starred* words\n"}


def test_all_problems_come_at_once_sorted_by_place(run, home):
    """One problem a line, by file and line, then how many lines there are to look at."""
    ran = run("check", cwd=home(BAD))
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (1, "")
    assert [line.split(": ")[0] for line in lines[:-1]] == [
        "workbook/log.yaml:1:10",
        "workbook/people.yaml:2:3",
        "workbook/people.yaml:3:11",
        "workbook/people.yaml:5:8",
    ]
    assert lines[1] == (
        "workbook/people.yaml:2:3: introducd_by is not a field of a person. Did you mean introduced_by?"
    )
    assert lines[-1] == "Four lines to look at in log.yaml and people.yaml. Nothing is lost."


def test_json_has_every_part_of_a_problem(run, home):
    """The object has file, line, column, severity, field, message, hint and code."""
    ran = run("check", "--json", cwd=home({"people.yaml": "- name: Dana Okafor\n  introducd_by: Bea"}))
    assert (ran.code, ran.err) == (1, "")
    assert ran.json == {
        "problems": [
            {
                "file": "workbook/people.yaml",
                "line": 2,
                "column": 3,
                "severity": "problem",
                "field": "people[Dana Okafor].introducd_by",
                "message": "introducd_by is not a field of a person.",
                "hint": "Did you mean introduced_by?",
                "code": "unknown-field",
            }
        ]
    }


def test_json_of_a_good_workbook_is_an_empty_list(run, home):
    """When all is well, the list is empty."""
    ran = run("check", "--json", cwd=home())
    assert (ran.code, ran.json) == (0, {"problems": []})


def test_a_hint_fails_only_with_strict(run, home):
    """A hint is shown with its code, and fails with `--strict` alone."""
    folder = home(HINT)
    ran = run("check", cwd=folder)
    assert ran.code == 0
    assert ran.out.splitlines()[0].endswith("(hint: quote-it)")
    assert ran.out.splitlines()[-1] == "One hint, to take or to leave."
    assert run("check", "--strict", cwd=folder).code == 1


def test_a_hint_can_be_turned_off(run, home):
    """A code under `hints_off` is not shown again."""
    folder = home(HINT | {"me.yaml": "name: Ruth Amadi\nhints_off: quote-it\n"})
    assert run("check", "--strict", cwd=folder).out == "All is well.\n"


def test_a_message_with_an_unknown_placeholder_is_a_hint_at_its_line(run, home):
    """Messages are looked at as well."""
    message = "---\ntitle: Hello\nfor: catch-up\n---\nDear {{ person.first_name }},\n{{ person.frist_name }}\n"
    ran = run("check", "--json", cwd=home({"messages/hello.md": message}))
    assert [(p["file"], p["line"], p["severity"]) for p in ran.json["problems"]] == [
        ("workbook/messages/hello.md", 6, "hint")
    ]


def test_own_chapters_are_looked_at_with_their_links(run, home):
    """A link in a chapter of one's own that leads nowhere is found without a build; a good one is no news."""
    folder = home()
    (folder / "content").mkdir()
    (folder / "content" / "mine.md").write_text("# Mine\n\nSee [why](why.md).\n")
    assert run("check", cwd=folder).code == 0
    (folder / "content" / "mine.md").write_text("# Mine\n\nSee [nowhere](nowhere.md).\n")
    ran = run("check", "--json", cwd=folder)
    assert ran.code == 1
    assert [(p["file"], p["line"], p["code"]) for p in ran.json["problems"]] == [("content/mine.md", 3, "broken-link")]


def test_files_that_are_no_text_are_named(run, home):
    """A file in another encoding, a link out of the workbook and an unknown file are problems, all at once."""
    folder = home({"peple.yaml": "- name: Dana Okafor"})
    (folder / "workbook" / "goals.yaml").write_bytes(b"- goal: caf\xe9\n")
    (folder / "workbook" / "log.yaml").symlink_to(folder / "elsewhere.yaml")
    codes = {p["file"]: p["code"] for p in run("check", "--json", cwd=folder).json["problems"]}
    assert codes == {
        "workbook/goals.yaml": "not-utf-8",
        "workbook/log.yaml": "outside-file",
        "workbook/peple.yaml": "unknown-file",
    }


def test_quiet_leaves_out_the_remarks(run, home):
    """With `--quiet`, a good workbook gives no word, and a bad one its problems only."""
    assert run("check", "--quiet", cwd=home(name="good")).out == ""
    ran = run("check", "--quiet", cwd=home(BAD, "bad"))
    assert len(ran.out.splitlines()) == 4


def test_on_a_terminal_a_caret_shows_the_place(run, home):
    """A terminal shows the line itself and a caret below the column, also after wide letters."""
    folder = home({"people.yaml": "- {name: 名前, tie: warmish}"})
    out = run("check", cwd=folder, TTY_COMPATIBLE="1", NO_COLOR="1", COLUMNS="200", TERM="xterm").out
    line, caret = plain(out).splitlines()[1:3]
    assert line == "    - {name: 名前, tie: warmish}"
    assert caret.index("^") == len(line[: line.index("warmish")]) + len("名前")
    assert "guide/reading-problems.html#unknown-choice" in out
    assert "^" not in run("check", cwd=folder).out


def test_a_long_line_is_shown_around_the_place(run, home):
    """Of a line that is longer than the terminal, the part with the caret is shown."""
    folder = home({"people.yaml": f"- {{name: Dana Okafor, notes: {'word ' * 100}, tie: warmish}}"})
    out = run("check", cwd=folder, TTY_COMPATIBLE="1", NO_COLOR="1", COLUMNS="60", TERM="xterm").out
    lines = [line for line in plain(out).splitlines() if line.startswith("    ")]
    assert "warmish" in lines[0]
    assert all(len(line) <= 60 for line in lines)
    assert lines[1].index("^") == lines[0].index("warmish")


@pytest.mark.parametrize("nasty", ["\x1b[31mred", "a\u2028b"])
def test_what_a_file_holds_cannot_command_the_terminal(run, home, nasty):
    """Control characters of a file are never passed on."""
    out = run("check", cwd=home({"people.yaml": f'- {{name: Dana Okafor, tie: "{nasty}"}}'}))
    assert nasty not in out.out + out.err
    assert out.code == 1


def test_a_page_pasted_into_a_field_is_cut(run, home):
    """A problem stays readable whatever was typed."""
    folder = home({"people.yaml": f"- {{name: Dana Okafor, {'long' * 400}: yes}}"})
    assert all(len(line) < 500 for line in run("check", cwd=folder).out.splitlines())


def plain(text: str) -> str:
    """The text without styles."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
