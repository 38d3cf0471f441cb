"""`bothways forget`: a person is removed everywhere. What becomes of the files is in `tests/writing/cases`."""

import shutil

from workbooks import EXAMPLE


def test_without_yes_nothing_is_changed(run, home, files_below):
    """It says what would go, and how to do it."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    before = files_below(folder)
    ran = run("forget", "dana", cwd=folder)
    assert (ran.code, files_below(folder)) == (0, before)
    assert "Do it with --yes." in ran.err


def test_json_says_the_same_before_and_after(run, home):
    """What goes, with its place as it is before."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    before, after = (run("forget", "dana", *yes, "--json", cwd=folder).json for yes in ([], ["--yes"]))
    assert before | {"changed": True} == after
    assert after["removed"] == [{"file": "workbook/people.yaml", "line": 1, "what": "their record"}]


def test_old_builds_are_mentioned(run, home):
    """They may still show the person."""
    folder = home({"people.yaml": "- name: Dana Okafor\n"})
    (folder / "site").mkdir()
    (folder / "site" / ".gitignore").write_text("*\n")
    assert "Old builds" not in run("forget", "dana", cwd=folder).err
    (folder / "site" / "index.html").write_text("Dana Okafor")
    assert "Old builds may still show them: site." in run("forget", "dana", cwd=folder).err


def test_a_coachs_reply_that_names_them_is_to_be_looked_at(run, home):
    """Replies are not the person's own words, so they are not changed."""
    folder = home({"people.yaml": "- name: Dana Okafor\n", "coach/reply.md": "Ask Dana.\n"})
    ran = run("forget", "dana", "--yes", "--json", cwd=folder)
    assert ran.json["look_at"] == [{"file": "workbook/coach/reply.md", "line": 1, "what": "Ask Dana."}]


def test_the_example_forgets(run, home):
    """Everywhere, and `check` finds nothing wrong afterwards."""
    folder = home()
    shutil.copytree(EXAMPLE, folder / "workbook", dirs_exist_ok=True)
    assert run("forget", "dana okafor", "--yes", cwd=folder).code == 0
    assert not [path for path in folder.rglob("*.*") if path.is_file() and "Dana Okafor" in path.read_text()]
    assert run("check", cwd=folder).code == 0
