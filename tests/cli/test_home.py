"""Which folder a command works in."""

import pytest

STEP = {"people.yaml": "- {name: Dana Okafor, steps: [{do: Say hello, by: 2026-11-30}]}"}
BAD = {"people.yaml": "- {name: Dana Okafor, rol: cook}"}


def test_the_nearest_mkdocs_yml_above_is_home(run, home):
    """A command works from any folder below the one with `mkdocs.yml`."""
    deep = home(BAD) / "workbook" / "files"
    deep.mkdir()
    ran = run("check", cwd=deep)
    assert ran.code == 1
    assert ran.out.startswith("workbook/people.yaml:1:")


def test_a_workbook_can_be_named(run, home, tmp_path):
    """`--workbook` names one anywhere; its files are named from its own home."""
    other = home(BAD, "other")
    home(name="here")
    ran = run("check", "--workbook", str(other / "workbook"), "--json", cwd=tmp_path / "here")
    assert [problem["file"] for problem in ran.json["problems"]] == ["workbook/people.yaml"]


def test_a_workbook_needs_no_mkdocs_yml(run, home):
    """Without `mkdocs.yml`, `workbook/` in the current folder is read."""
    folder = home(BAD)
    (folder / "mkdocs.yml").unlink()
    assert run("check", cwd=folder).out.startswith("workbook/people.yaml:1:")


def test_no_workbook_at_all_is_wrong_use(run, tmp_path):
    """In a folder with nothing of ours, it says how to begin."""
    ran = run("today", cwd=tmp_path)
    assert ran.code == 2
    assert "bothways new DIR" in ran.err


def test_an_empty_workbook_is_well(run, home):
    """Everything is optional: an empty workbook has nothing wrong and nothing due."""
    folder = home()
    assert run("check", cwd=folder).out == "All is well.\n"
    assert "Nothing is due today." in run("today", cwd=folder).out


def test_a_workbook_that_is_a_file_is_wrong_use(run, home):
    """A file named as the workbook is refused in a sentence."""
    folder = home()
    ran = run("check", "--workbook", str(folder / "mkdocs.yml"), cwd=folder)
    assert ran.code == 2
    assert "mkdocs.yml" in ran.err


def test_mkdocs_yml_may_name_another_workbook(run, home):
    """The folder that `mkdocs.yml` names is the one that every command reads."""
    folder = home(STEP)
    (folder / "workbook").rename(folder / "notes")
    (folder / "mkdocs.yml").write_text("site_name: x\nplugins:\n  - bothways:\n      workbook: notes\n")
    ran = run("today", "--json", "--today", "2026-12-01", cwd=folder)
    assert [item["file"] for item in ran.json["items"]] == ["notes/people.yaml"]


def test_a_mkdocs_yml_that_cannot_be_read_is_a_problem_with_its_line(run, home):
    """A slip in `mkdocs.yml` is shown as a slip in the workbook is."""
    folder = home(STEP)
    (folder / "mkdocs.yml").write_text("site_name: [x\n")
    ran = run("today", cwd=folder)
    assert ran.code == 1
    assert "mkdocs.yml:" in ran.err


@pytest.mark.parametrize("name", ["My new job", "Żółć and 名前", "quote's end", "-dash"])
def test_the_path_may_hold_anything(run, home, name):
    """A folder may have spaces, quotes and letters of any script in its name."""
    folder = home(STEP, name)
    ran = run("today", "--json", "--today", "2026-12-01", cwd=folder)
    assert [item["who"] for item in ran.json["items"]] == [["Dana Okafor"]]
