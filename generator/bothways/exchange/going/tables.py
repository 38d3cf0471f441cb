"""People, organisations, conversations and the log as a table (CSV), for a spreadsheet. Private notes stay here."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from typing import Any, Literal

from bothways.model.base import Noun, Record
from bothways.model.refs import Ref
from bothways.model.workbook import Workbook

What = Literal["people", "organisations", "conversations", "log"]
WHATS: tuple[What, ...] = ("people", "organisations", "conversations", "log")

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV Injection)."""

BETWEEN = "; "
"""Between the items of a list in one cell."""

COLUMNS: dict[What, tuple[str, ...]] = {
    "people": tuple(
        "id name also_known_as pronouns role organisation location decision_maker email phone links tie introduced_by "
        "met_at met_on interests helps_with i_can_help_with keep_in_touch rest_until knows steps tags notes "
        "private share".split()
    ),
    "organisations": tuple(
        "id name sector location website size why goals status motivation posting research outcome rest_until tags "
        "notes private share".split()
    ),
    "conversations": tuple(
        "id date time minutes with kind status place link goal questions extra_questions answers learned advice "
        "introductions gave thanked follow_ups surprise still_interested rule_out tags notes private share".split()
    ),
    "log": tuple("date who did via about to until tags notes private share".split()),
}

_FIRST_WORDS: dict[str, Callable[[Any], str]] = {
    "steps": lambda step: step.do,
    "follow_ups": lambda step: step.do,
    "advice": lambda advice: advice.advice,
    "introductions": lambda introduction: introduction.to.name,
    "answers": lambda answer: f"{answer.ask} {answer.answer or ''}".strip(),
    "research": lambda research: f"{research.question} {research.answer or ''}".strip(),
}
"""How an item of a list with fields of its own is told in a cell."""


def table(workbook: Workbook, what: What) -> bytes:
    """The table's file: UTF-8 with a mark at its beginning, by which Excel knows it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS[what])
    records: Sequence[Record] = getattr(workbook, what)
    writer.writerows([_cell(record, column) for column in COLUMNS[what]] for record in records)
    return out.getvalue().encode("utf-8-sig", "replace")


def guarded(cell: str) -> str:
    """The cell with a ' before what could be taken for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _cell(record: Noun, column: str) -> str:
    value = getattr(record, "with_" if column == "with" else column)
    return guarded(_words(value, column))


def _words(value: Any, column: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case time():
            return f"{value:%H:%M}"
        case date() | Ref() | str() | int():
            return str(value)
        case tuple():
            return BETWEEN.join(_each(value, column))
        case Noun():
            return ", ".join(_words(part, name) for name, part in value if part not in (None, ()))
    return str(value)


def _each(values: Iterable[Any], column: str) -> Iterable[str]:
    tell = _FIRST_WORDS.get(column)
    return (tell(value) if tell and isinstance(value, Noun) else _words(value, column) for value in values)
