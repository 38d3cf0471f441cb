"""`bothways add`: a new record. What becomes of the files is in `tests/writing/cases`."""

import shutil

import pytest

from workbooks import EXAMPLE


def test_what_is_missing_is_asked_for_on_a_terminal(run, home, monkeypatch):
    """An event needs its date."""
    monkeypatch.setattr("bothways.cli.add.can_ask", lambda _: True)
    asked: list[str] = []
    monkeypatch.setattr("click.prompt", lambda words, **_: asked.append(words) or "2026-12-12")
    folder = home()
    assert run("add", "event", "Fair", cwd=folder).code == 0
    assert asked == ["date (the day)"]
    assert (folder / "workbook" / "events.yaml").read_text() == "- name: Fair\n  date: 2026-12-12\n"


def test_the_example_takes_one_of_each(run, home):
    """And `check` finds nothing wrong with them."""
    folder = home()
    shutil.copytree(EXAMPLE, folder / "workbook", dirs_exist_ok=True)
    for words in (
        ["person", "Nina Hart"],
        ["organisation", "Fold"],
        ["goal", "Rest"],
        ["event", "Fair", "--set", "date=2026-12-12"],
    ):
        ran = run("add", *words, "--json", cwd=folder)
        assert ran.json["changed"] is True
    assert run("check", cwd=folder).code == 0


def test_json_says_where(run, home):
    """The file, the line and the id."""
    ran = run("add", "person", "Dana Okafor", "--json", cwd=home())
    assert ran.json == {"file": "workbook/people.yaml", "line": 1, "changed": True, "id": "dana-okafor"}


def test_json_says_what_is_wrong(run, home):
    """The problems, in their usual form."""
    ran = run("add", "person", "Dana Okafor", "--set", "tie=lose", "--json", cwd=home())
    assert ran.code == 2
    assert (ran.json["changed"], ran.json["problems"][0]["code"]) == (False, "unknown-choice")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["person", "Dana", "--set", "tie"], "--set tie has no field and value."),
        (["person", " "], "Say what the person is called."),
        (["persn", "Dana"], "Did you mean person?"),
        (["person", "Dana", "--set", "knows=Zoe"], "There is no person called Zoe."),
        (["person", "Da<na"], "A one-line field cannot hold <."),
    ],
)
def test_wrong_use_is_said(run, home, words, said):
    """Exit code 2, and nothing is written."""
    folder = home()
    ran = run("add", *words, cwd=folder)
    assert ran.code == 2
    assert said in ran.err
    assert not (folder / "workbook" / "people.yaml").exists()


def test_a_hint_about_the_new_record_is_passed_on(run, home):
    """An organisation that nearly matches one of theirs; hints about other records are not."""
    folder = home({"people.yaml": "- name: Bea Lin\n  role: '*x'\n- name: Amara\n  role: *y\n"})
    ran = run("add", "person", "Dana Okafor", cwd=folder)
    assert (ran.code, ran.err) == (0, "")


def test_a_record_may_be_given_an_id(run, home):
    """For when two people have the same name."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    assert run("add", "person", "Dana Okafor", cwd=folder).code == 1
    assert (
        run("add", "person", "Dana Okafor", "--set", "id=other-dana", "--json", cwd=folder).json["id"] == "other-dana"
    )
