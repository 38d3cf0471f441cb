"""Every case in `cases/` changes exactly what its file shows. A new case is a new file; see `case_file.py`."""

from pathlib import Path

import pytest

from writing.case_file import read_case, rewrite, run

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.txt"))


def test_there_are_cases() -> None:
    """The corpus is there, each case with a sentence about what the person wants."""
    assert len(CASES) >= 40
    assert [path.stem for path in CASES if not read_case(path).story.startswith("# ")] == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_wish_changes_exactly_this(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_testdata: bool
) -> None:
    """The bytes of all files, what is said, and the exit code."""
    given = run(read_case(path), tmp_path / "home", monkeypatch)
    if update_testdata:
        rewrite(path, given)
        return
    assert given == read_case(path).expected


def test_a_changed_byte_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: one blank more, and it does."""
    case = read_case(HERE / "cases" / "log-plain.txt")
    given = run(case, tmp_path / "home", monkeypatch)
    assert given != case.expected.replace("who: Dana", "who:  Dana", 1)
