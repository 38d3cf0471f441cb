"""The options that every command has."""

import subprocess
import sys

import pytest

from bothways import __version__
from bothways.cli.program import COMMANDS

DANA = {"people.yaml": "- name: Dana Okafor", "log.yaml": "- {date: 2026-11-02, who: Dana Okafor, did: wrote}"}


@pytest.mark.parametrize(
    "words",
    [
        ["--json", "--today", "2026-12-01", "today"],
        ["today", "--json", "--today", "2026-12-01"],
        ["--today", "2026-12-01", "today", "--json"],
    ],
)
def test_options_may_stand_before_the_command_or_after_it(run, home, words):
    """`bothways --json today` and `bothways today --json` are the same."""
    assert run(*words, cwd=home(DANA)).json["today"] == "2026-12-01"


def test_what_is_said_last_holds(run, home):
    """An option after the command goes before the same one in front of it."""
    ran = run("--today", "2026-12-01", "today", "--today", "2026-12-5", "--json", cwd=home(DANA))
    assert ran.json["today"] == "2026-12-05"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_its_version_and_its_options(run, command):
    """`--version` and `--help` work before and after every command."""
    assert run(command, "--version").out == f"bothways {__version__}\n"
    for option in ("--workbook", "--today", "--json", "--quiet", "--debug"):
        assert option in run(command, "--help").out


@pytest.mark.parametrize("day", ["2026-13-01", "tomorrow", "20261201", "0001-01-01"])
def test_a_day_that_is_none_is_refused(run, home, day):
    """A day that is not in the calendar is wrong use, in one sentence."""
    ran = run("today", "--today", day, cwd=home(DANA))
    assert (ran.code, ran.out) == (2, "")
    assert f"{day} is not a date." in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_mistyped_command_is_guessed(run):
    """A command that is nearly right is suggested."""
    ran = run("biuld")
    assert ran.code == 2
    assert "There is no command biuld. Did you mean build?" in ran.err


def test_a_command_that_is_nothing_like_any_lists_all(run):
    """A command that is nothing we know gives all there are."""
    assert "There are new, build" in run("xyzzy").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add"], "KIND is missing: bothways add KIND NAME. KIND is person, organisation, goal or event."),
        (["add", "goal"], "NAME is missing: bothways add KIND NAME."),
        (["export"], "KIND is missing: bothways export KIND. KIND is ics, csv, json, vcard or markdown."),
        (["met"], "WHO is missing: bothways met WHO."),
    ],
)
def test_a_word_that_is_missing_is_named_with_its_place(run, home, words, said):
    """On one line, with the words that there are for it."""
    ran = run(*words)
    assert ran.code == 2
    assert ran.err == f"{said} bothways {words[0]} --help says more.\n"


def test_an_unknown_option_is_wrong_use(run):
    """A mistyped option is named, with the way to help."""
    ran = run("build", "--outt")
    assert ran.code == 2
    assert "--outt" in ran.err
    assert "bothways build --help says more." in ran.err


def test_wrong_use_with_json_is_one_object_too(run):
    """A program that asked for JSON gets JSON in any case."""
    ran = run("today", "--json", "--ahead", "soon")
    assert ran.code == 2
    assert "soon" in ran.json["stopped"]


def test_no_command_shows_the_help(run):
    """`bothways` alone shows what there is."""
    ran = run()
    assert ran.code == 2
    assert "serve" in ran.err


def test_help_is_quick():
    """`--help` loads neither MkDocs nor the model."""
    script = (
        "import sys\nfrom bothways.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'mkdocs', 'pydantic', 'yaml', 'rich'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_the_package_can_be_run():
    """`python -m bothways` is the same program."""
    ran = subprocess.run([sys.executable, "-m", "bothways", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == f"bothways {__version__}"
