"""`bothways log`: one line into the log. What becomes of the files is in `tests/writing/cases`."""

import shutil

import pytest

from workbooks import EXAMPLE

PEOPLE = {"people.yaml": "- name: Dana Okafor\n"}
DAY = ("--today", "2026-12-01")


@pytest.fixture
def asked(monkeypatch):
    """A person at a terminal, who may be asked."""
    monkeypatch.setattr("bothways.cli.log.can_ask", lambda _: True)


def test_it_says_where_and_what(run, home):
    """The file, the line and what is written there."""
    ran = run("log", "dana", "wrote", *DAY, cwd=home(PEOPLE))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "workbook/log.yaml:1: {date: 2026-12-01, who: Dana Okafor, did: wrote}\n"


def test_quiet_says_nothing(run, home):
    """The line is written all the same."""
    folder = home(PEOPLE)
    ran = run("log", "dana", "wrote", "--quiet", cwd=folder)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (folder / "workbook" / "log.yaml").is_file()


def test_the_example_takes_a_line(run, home):
    """At the end of its log, and `check` finds nothing wrong with it."""
    folder = home()
    shutil.copytree(EXAMPLE, folder / "workbook", dirs_exist_ok=True)
    before = (folder / "workbook" / "log.yaml").read_bytes()
    ran = run("log", "bea", "met", "--via", "in-person", *DAY, "--json", cwd=folder)
    line = b"- {date: 2026-12-01, who: Bea Ostrander, did: met, via: in-person}\n"
    assert (folder / "workbook" / "log.yaml").read_bytes() == before + line
    assert ran.json == {"file": "workbook/log.yaml", "line": before.count(b"\n") + 1, "changed": True}
    assert run("check", cwd=folder).code == 0


def test_without_a_terminal_what_is_missing_is_an_error(run, home):
    """Exit code 2, and an example."""
    ran = run("log", cwd=home(PEOPLE))
    assert ran.code == 2
    assert ran.err.startswith("Say who and what you did, such as: bothways log dana wrote.")


def test_on_a_terminal_what_is_missing_is_asked_for(run, home, asked, monkeypatch):
    """Who, and what you did."""
    answers = iter(["dana", "heard"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    ran = run("log", *DAY, cwd=home(PEOPLE))
    assert ran.out == "workbook/log.yaml:1: {date: 2026-12-01, who: Dana Okafor, did: heard}\n"


@pytest.mark.parametrize(("answer", "code"), [(True, 0), (False, 1)])
@pytest.mark.usefixtures("asked")
def test_on_a_terminal_somebody_unknown_is_asked_about(run, home, monkeypatch, answer, code):
    """The line is written only if one says so."""
    monkeypatch.setattr("click.confirm", lambda *_, **__: answer)
    folder = home(PEOPLE)
    ran = run("log", "zoe", "heard", *DAY, cwd=folder)
    assert ran.code == code
    assert (folder / "workbook" / "log.yaml").exists() == answer


def test_a_day_to_come_is_remarked_on(run, home):
    """It counts from then on."""
    ran = run("log", "dana", "met", "--date", "2026-12-24", *DAY, cwd=home(PEOPLE))
    assert ran.err == "That day is still to come: the line counts from then on.\n"


@pytest.mark.parametrize(
    "settings",
    [
        "site_name: x\nplugins:\n  - bothways:\n      workbook: mine\n",
        'site_name: x\nplugins:\n  - bothways: {"workbook": mine}\n',
        "site_name: x\nplugins:\n  - bothways:\n      workbook: mine # not workbook\n      today: 2026-12-01\n",
    ],
)
def test_the_workbook_is_the_one_that_mkdocs_yml_names(run, home, settings):
    """However it is written there."""
    folder = home(PEOPLE)
    (folder / "workbook").rename(folder / "mine")
    (folder / "mkdocs.yml").write_text(settings)
    ran = run("log", "dana", "wrote", *DAY, cwd=folder)
    assert ran.out.startswith("mine/log.yaml:1: ")


def test_a_named_workbook_is_taken(run, home, tmp_path):
    """From anywhere."""
    folder = home(PEOPLE)
    ran = run("log", "dana", "wrote", *DAY, "--workbook", str(folder / "workbook"), cwd=tmp_path)
    assert ran.out.startswith("workbook/log.yaml:1: ")


def test_no_workbook_is_said(run, tmp_path):
    """Exit code 2, and what to do."""
    ran = run("log", "dana", "wrote", cwd=tmp_path)
    assert ran.code == 2
    assert "There is no workbook here" in ran.err
