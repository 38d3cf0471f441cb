"""How a command ends: exit codes, and a sentence in every case."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import bothways.cli.today

LONG = {
    "people.yaml": "".join(
        f"- name: Person {n} Żółć\n  steps: [{{do: Say hello, by: 2026-11-01}}]\n" for n in range(2000)
    )
}


def failing(error: BaseException):
    """Stands where the agenda is made, and fails."""

    def agenda(*_):
        raise error

    return agenda


def test_a_fault_of_ours_is_one_line(run, home, monkeypatch):
    """A fault of ours is code 3 and one line, which names our code and nobody of the person's."""
    monkeypatch.setattr(bothways.cli.today, "agenda", failing(KeyError("Dana Okafor")))
    ran = run("today", cwd=home())
    assert (ran.code, ran.out) == (3, "")
    assert len(ran.err.splitlines()) == 1
    assert "KeyError" in ran.err
    assert "--debug" in ran.err
    assert "Dana" not in ran.err


def test_debug_shows_the_traceback(run, home, monkeypatch):
    """Only with `--debug` is there a traceback."""
    monkeypatch.setattr(bothways.cli.today, "agenda", failing(KeyError("Dana Okafor")))
    ran = run("today", "--debug", cwd=home())
    assert ran.code == 3
    assert "Traceback" in ran.err
    assert "Dana Okafor" in ran.err


def test_a_fault_with_json_is_one_object(run, home, monkeypatch):
    """With `--json` there is one object on standard output even then."""
    monkeypatch.setattr(bothways.cli.today, "agenda", failing(RecursionError()))
    assert "RecursionError" in run("today", "--json", cwd=home()).json["stopped"]


def test_ctrl_c_is_quiet(run, home, monkeypatch):
    """Ctrl+C ends it without a word."""
    monkeypatch.setattr(bothways.cli.today, "agenda", failing(KeyboardInterrupt()))
    ran = run("today", cwd=home())
    assert ran.code == 130
    assert (ran.out + ran.err).strip() == ""


def test_a_full_disk_is_no_fault_of_ours(run, home, monkeypatch):
    """A disk that is full, or a folder that may not be written to, is named in one line."""
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "site/index.html")
    monkeypatch.setattr(bothways.cli.today, "agenda", failing(full))
    ran = run("today", cwd=home())
    assert ran.code == 2
    assert ran.err.startswith("site/index.html cannot be used: ")


def test_problems_are_code_1_and_success_is_0(run, home):
    """Code 1 is for the person's files alone."""
    assert run("today", cwd=home({"people.yaml": "- name: Dana Okafor"}, "good")).code == 0
    assert run("today", cwd=home({"people.yaml": "- nam: Dana Okafor"}, "bad")).code == 1


def process(*words: str, cwd: Path, **env: str) -> subprocess.Popen[bytes]:
    """A real run, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "bothways", *words],
        cwd=cwd,
        env=os.environ | env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_reader_who_leaves_early_is_no_failure(home):
    """`bothways today | head -1` ends without a word, though there is more to say than a pipe holds."""
    ran = process("today", "--today", "2026-12-01", cwd=home(LONG))
    assert ran.stdout
    assert ran.stderr
    assert b"2000 things" in ran.stdout.readline()
    ran.stdout.close()
    assert ran.stderr.read() == b""
    assert ran.wait() == 0
    ran.stderr.close()


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252"])
def test_a_terminal_that_lacks_a_letter_shows_a_question_mark(home, encoding):
    """A letter that a code page lacks is shown as `?`; JSON is whole on any of them."""
    people = "- {name: Żółć 名, steps: [{do: Say hello, by: 2026-11-01}]}"
    folder = home({"people.yaml": people})
    words = ("today", "--today", "2026-12-01")
    plain, wrong = process(*words, cwd=folder, PYTHONIOENCODING=encoding).communicate()
    assert wrong == b""
    assert b"Say hello" in plain
    data, wrong = process(*words, "--json", cwd=folder, PYTHONIOENCODING=encoding).communicate()
    assert wrong == b""
    assert b"\\u540d" in data
