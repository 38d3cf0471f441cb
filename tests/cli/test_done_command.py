"""`bothways done`: one thing is done. What becomes of the files is in `tests/writing/cases`."""

import shutil

import pytest

from workbooks import EXAMPLE

DAY = ("--today", "2026-12-01")
TALK = {
    "people.yaml": "- name: Dana Okafor\n",
    "conversations.yaml": "- {with: Dana Okafor, date: 2026-11-28, learned: A}\n",
}


def test_what_today_says_can_be_marked_in_the_same_words(run, home):
    """And is off the list then."""
    folder = home(TALK)
    (item,) = run("today", *DAY, "--json", cwd=folder).json["items"]
    assert run("done", item["what"], *DAY, cwd=folder).code == 0
    assert run("today", *DAY, "--json", cwd=folder).json["items"] == []


def test_a_step_is_off_the_list_of_the_example(run, home):
    """By a few of its words."""
    folder = home()
    shutil.copytree(EXAMPLE, folder / "workbook", dirs_exist_ok=True)
    ran = run("done", "article school", *DAY, "--json", cwd=folder)
    assert ran.json["changed"] is True
    assert "article" not in run("today", *DAY, cwd=folder).out
    assert run("check", cwd=folder).code == 0


def test_thanks_that_the_log_says_are_not_to_do(run, home):
    """A thanked line since the talk closes it."""
    folder = home(TALK | {"log.yaml": "- {date: 2026-11-29, who: Dana Okafor, did: thanked}\n"})
    assert run("done", "thank dana", *DAY, cwd=folder).code == 1


@pytest.mark.parametrize("text", ["", " ", "zzz", "alk"])
def test_what_fits_nothing_changes_nothing(run, home, files_below, text):
    """Exit code 1."""
    folder = home(TALK)
    before = files_below(folder)
    assert run("done", text, *DAY, cwd=folder).code == 1
    assert files_below(folder) == before
