"""On a whole workbook: every open thing can be marked, and anybody forgotten, without touching anything else."""

import difflib
import shutil
from pathlib import Path

import pytest

from bothways.reading.library import Library, read_library
from bothways.writing.desk import Desk
from bothways.writing.everybody import everybody
from bothways.writing.forget import forget
from bothways.writing.source import Source
from bothways.writing.tick import mark, open_things
from workbooks import EXAMPLE, GUIDE, TODAY


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(GUIDE)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "workbook")
    return tmp_path / "workbook"


def lines(data: bytes | None) -> list[str]:
    return Source(data or b"").text.split("\n")


def test_every_open_thing_can_be_marked(book: Path, library: Library) -> None:
    """Each in its file, with a line or two; and then it is open no more."""
    things = list(open_things(Desk(book, library, "workbook").workbook, TODAY))
    assert len(things) > 20
    for thing in things:
        desk = Desk(book, library, "workbook")
        mark(desk, thing, TODAY)
        prepared = desk.prepare()
        (change,) = prepared.changes
        changed = [line for line in difflib.ndiff(lines(change.before), lines(change.after)) if line[0] in "+-"]
        assert len(changed) <= 4, thing.what
        assert all("2026-12-01" in line or line[2:].strip() in line for line in changed)
        still_open = [(other.what, other.place) for other in open_things(prepared.reading.workbook, TODAY)]
        assert (thing.what, thing.place) not in still_open


@pytest.mark.parametrize("number", range(0, 45, 5))
def test_anybody_can_be_forgotten(book: Path, library: Library, number: int) -> None:
    """Nothing names them any more, and a line that did not is as it was."""
    desk = Desk(book, library, "workbook")
    who = everybody(desk.workbook)[number]
    forget(desk, who).prepared.write()
    after = {path: path.read_text() for path in book.rglob("*") if path.is_file()}
    assert after
    assert not [path for path, text in after.items() if who.name in text]
    assert who.name not in {other.name for other in everybody(Desk(book, library, "workbook").workbook)}


def test_the_example_names_those_people(library: Library) -> None:
    """Before anybody is forgotten they are there: the search above can find them."""
    people = everybody(Desk(EXAMPLE, library, "workbook").workbook)[0:45:5]
    text = "\n".join(path.read_text() for path in EXAMPLE.rglob("*.yaml"))
    assert all(who.name in text for who in people)
