"""The replies in coach/ are read, and what is none is a problem at its place."""

from pathlib import Path

import pytest

from bothways.problems import ProblemsFound
from bothways.reading.coach import read_replies
from workbooks import folder

GOOD = """
    date: 2026-12-03
    comments:
      - page: people/dana-okafor
        said: Ring her.
    """


def test_replies_are_read_by_file(tmp_path: Path) -> None:
    """The order of their names is the order of their days."""
    book = folder({"coach/2026-12-04-b.yaml": GOOD, "coach/2026-12-03-a.yaml": GOOD.replace("Ring", "Thank")}, tmp_path)
    assert [reply.comments[0].said for reply in read_replies(book, "workbook")] == ["Thank her.", "Ring her."]


def test_no_folder_is_no_reply(tmp_path: Path) -> None:
    """Most workbooks have none."""
    assert read_replies(tmp_path, "workbook") == ()


@pytest.mark.parametrize(
    "text",
    [
        "- a list",
        "date: 2026-12-03",
        "date: 2026-12-03\ncomments: []",
        "date: never\ncomments: [{said: hello}]",
        "date: 2026-12-03\ncomments: [{page: a}]",
        "date: 2026-12-03\ncomments: [{said: hello, run: this}]",
    ],
)
def test_what_is_no_reply_is_a_problem(tmp_path: Path, text: str) -> None:
    """With its file, and what to do."""
    book = folder({"coach/note.yaml": text}, tmp_path)
    with pytest.raises(ProblemsFound) as found:
        read_replies(book, "workbook")
    (problem,) = found.value.problems
    assert (problem.code, problem.place.file) == ("coach-reply", "workbook/coach/note.yaml")
    assert "bothways reply" in problem.hint
