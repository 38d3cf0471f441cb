"""A worker's own folder, in which somebody's workbook lies while its site is made."""

import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bothways.cohort.folder import own_folder

HOLDS_ONE = """
import time
from bothways.cohort.folder import own_folder
with own_folder() as folder:
    (folder / "people.yaml").write_text("- name: Dana Okafor")
    print(folder, flush=True)
    time.sleep(600)
"""


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Temporary folders of this test alone."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def other() -> "subprocess.Popen[str]":
    """Another worker, in the middle of its work."""
    with subprocess.Popen((sys.executable, "-c", HOLDS_ONE), stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_nobody_else_can_open_it_and_it_goes_with_the_work(elsewhere: Path) -> None:
    with own_folder() as folder:
        assert list(folder.iterdir()) == []
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    assert list(elsewhere.iterdir()) == []


def test_it_goes_when_the_work_fails(elsewhere: Path) -> None:
    with pytest.raises(ZeroDivisionError), own_folder():
        raise ZeroDivisionError
    assert list(elsewhere.iterdir()) == []


def test_what_a_killed_worker_left_is_taken_away_by_the_next(other: "subprocess.Popen[str]", elsewhere: Path) -> None:
    left = Path(other.stdout.readline().strip())
    other.kill()
    other.wait()
    assert (left / "people.yaml").exists()
    with own_folder():
        assert not left.exists()
    assert list(elsewhere.iterdir()) == []


def test_the_folder_of_a_worker_that_lives_is_left_alone(other: "subprocess.Popen[str]") -> None:
    left = Path(other.stdout.readline().strip())
    with own_folder():
        assert (left / "people.yaml").exists()


def test_a_folder_that_is_not_one_of_ours_is_left_alone(elsewhere: Path) -> None:
    """One without a lock, and a link that somebody laid there."""
    (elsewhere / "bothways-cohort-notes").mkdir()
    (elsewhere / "home").mkdir()
    (elsewhere / "home" / ".lock").touch()
    (elsewhere / "bothways-cohort-link").symlink_to(elsewhere / "home")
    with own_folder():
        pass
    assert {path.name for path in elsewhere.iterdir()} == {"bothways-cohort-notes", "home", "bothways-cohort-link"}
