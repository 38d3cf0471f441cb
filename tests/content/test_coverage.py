"""The table in `coverage.md`: all that the guide must cover is covered, where the table says so."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest

from bothways.model.base import Noun
from bothways.reading.kinds import BY_NAME
from bothways.reading.library import read_library
from content.chapters import CHAPTERS, prose
from content.problem_codes import codes
from workbooks import GUIDE, REPOSITORY

TABLE = Path(__file__).parent / "coverage.md"
TEMPLATES = REPOSITORY / "generator" / "bothways" / "pages" / "templates"
LIBRARY = read_library(GUIDE)
CODES = codes()
ITEMS = 123
"""As many claims, recommendations and stories as the two articles hold."""


@dataclass(frozen=True)
class Row:
    """One thing to cover."""

    name: str
    must: tuple[str, ...]
    guide: str
    words: str
    workbook: tuple[str, ...]


def rows(text: str) -> list[Row]:
    """The rows of both tables; those of the second must be in the guide."""
    found = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split(" | ")] if line.startswith("| ") else []
        if len(cells) in (5, 6) and cells[0].isdigit():
            must, _, guide, words, *rest = cells[1:]
            serves = tuple(part.strip() for part in rest[0].rstrip("| ").split(",")) if rest and rest[0] else ()
            found.append(Row(cells[0], tuple(must.split(",")), guide, words.rstrip("| "), serves))
        elif len(cells) == 3 and "what" not in cells:
            found.append(Row(cells[0], ("G",), cells[1], cells[2], ()))
    return found


ROWS = rows(TABLE.read_text(encoding="utf-8"))


def text_of(row: Row) -> str | None:
    """The part of the guide that a row names, without its marks."""
    name, _, anchor = row.guide.partition("#")
    section = CHAPTERS[name].section(anchor) if name in CHAPTERS else None
    return None if section is None else plain(section)


def plain(text: str) -> str:
    """Text without marks, code letters kept, in small letters."""
    return prose(re.sub(r"<[^>]+>", " ", text.replace("`", ""))).casefold()


def is_there(what: str) -> bool:
    """Whether a field, list, checklist, message, page or hint exists."""
    kind, _, name = what.partition(" ")
    match kind:
        case "field":
            noun, *path = name.split(".")
            return noun in BY_NAME and has_field(BY_NAME[noun].record, path)
        case "page":
            return (TEMPLATES / name).is_file()
        case "hint":
            return name in CODES
        case "list" | "checklist" | "message":
            records = {"list": LIBRARY.questions, "checklist": LIBRARY.checklists, "message": LIBRARY.messages}[kind]
            return name in {record.id for record in records}
    return False


def has_field(noun: type[Noun], path: list[str]) -> bool:
    """Whether a path of field names leads somewhere in the model."""
    field = next((info for name, info in noun.model_fields.items() if (info.alias or name) == path[0]), None)
    if field is None or not path[1:]:
        return field is not None
    inner = inner_noun(field.annotation)
    return inner is not None and has_field(inner, path[1:])


def inner_noun(annotation: object) -> type[Noun] | None:
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return annotation
    return next((noun for part in get_args(annotation) if (noun := inner_noun(part))), None)


def wrong_with(row: Row) -> list[str]:
    """What does not hold about a row."""
    text = text_of(row)
    found = []
    if text is None:
        found.append(f"{row.guide} is not there")
    elif not row.words or plain(row.words) not in text:
        found.append(f"{row.guide} does not say: {row.words}")
    if "P" in row.must and not row.workbook:
        found.append("nothing in the workbook serves it")
    name, _, anchor = row.guide.partition("#")
    if "E" in row.must and text is not None and ".bw-proof" not in (CHAPTERS[name].section(anchor) or ""):
        found.append("no evidence is named there")
    return found + [f"no {what}" for what in row.workbook if not is_there(what)]


def test_every_item_has_its_row():
    """All 123, each once; and what the articles leave open."""
    assert [row.name for row in ROWS if row.name.isdigit()] == [str(number) for number in range(1, ITEMS + 1)]
    assert sum(not row.name.isdigit() for row in ROWS) >= 10


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_holds(row):
    """Its words stand in that part of the guide, and what the workbook is said to have is there."""
    assert wrong_with(row) == []


def test_the_control_a_row_that_rots_is_noticed():
    """An anchor that is gone, words that were changed, a field that is no longer there, evidence that is not named."""
    gone = Row("1", ("G",), "asking.md#nowhere", "x", ())
    changed = Row("1", ("G",), "asking.md#phone", "words that nobody wrote", ())
    unserved = Row("1", ("P",), "asking.md#phone", "Write your four lines down", ())
    renamed = Row("1", ("P",), "asking.md#phone", "Write your four lines down", ("field people.rank", "page none.html"))
    bare = Row("1", ("E",), "begin.md#hour", "What you do", ())
    assert all(map(wrong_with, (gone, changed, unserved, renamed, bare)))
    assert len(wrong_with(renamed)) == 2
