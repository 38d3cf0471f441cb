"""Every case in `cases/` says exactly what its file says. A new case is a new file; see `case_file.py` for its form."""

from pathlib import Path

import pytest

from bothways.reading.library import Library, read_library
from reading.case_file import check, read_case, rewrite

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.txt"))


@pytest.fixture(scope="module")
def library() -> Library:
    """A small guide, so that the cases do not change with the real one."""
    return read_library(HERE / "guide")


def test_there_are_many_cases() -> None:
    """The corpus is there, each case with a sentence about what the person did."""
    assert len(CASES) >= 120
    assert [path.stem for path in CASES if not read_case(path).story.startswith("# ")] == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_says_exactly_this(path: Path, tmp_path: Path, library: Library, update_testdata: bool) -> None:
    """Place, words, what to do, severity, code and field: all problems of all files."""
    case = read_case(path)
    said = check(case, tmp_path, library)
    if update_testdata:
        rewrite(path, said)
        return
    assert said == case.expected


def test_a_changed_word_is_noticed(tmp_path: Path, library: Library) -> None:
    """The comparison can fail: another expectation is not what is said."""
    case = read_case(HERE / "cases" / "field-near-miss.txt")
    assert check(case, tmp_path, library) != case.expected.replace("introduced_by", "introduced")
