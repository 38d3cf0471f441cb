"""What ships with the guide: question lists, checklists and messages, in the workbook's own formats."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

from bothways.model.base import Record
from bothways.model.checklists import Checklist
from bothways.model.messages import Message
from bothways.model.names import Names
from bothways.model.questions import QuestionList
from bothways.model.step import Step
from bothways.problems import ProblemsFound, serious
from bothways.reading.files import find_library
from bothways.reading.records import read_records

KINDS_THAT_SHIP = ("questions", "checklists", "messages")

Kept = TypeVar("Kept", bound=Record)


class Library(NamedTuple):
    """What ships with the guide."""

    questions: tuple[QuestionList, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    messages: tuple[Message, ...] = ()


def with_built_in(own: Iterable[Kept], built_in: Iterable[Kept]) -> tuple[Kept, ...]:
    """The person's own, then the built-in ones that none of theirs replaces."""
    own = tuple(own)
    replaced = {record.id for record in own}
    return (*own, *(record for record in built_in if record.id not in replaced))


def taken_over(checklist: Checklist, library: Library) -> Checklist:
    """A checklist with `start` as it is meant: the built-in items, done ones kept by their text, then own ones."""
    start = next((built_in for built_in in library.checklists if built_in.id == checklist.start), None)
    if start is None:
        return checklist
    own = list(checklist.items)
    items = [_taken(own, item) for item in start.items]
    title = checklist.checklist or start.checklist
    when = checklist.when or start.when
    everything: tuple[Step, ...] = (*items, *own)
    return checklist.model_copy(update={"checklist": title, "when": when, "items": everything})


def _taken(own: list[Step], item: Step) -> Step:
    """The person's own item of the same text, taken out of theirs; else the built-in one."""
    found = next((mine for mine in own if mine.do == item.do), None)
    if found is None:
        return item
    own.remove(found)
    return found


def read_library(guide: Path) -> Library:
    """The question lists, checklists and messages of a guide's folder. Raises ProblemsFound where they are wrong."""
    files, problems = find_library(guide, KINDS_THAT_SHIP, guide.name)
    records = read_records(files, Names(), problems)
    if serious(problems):
        raise ProblemsFound(problems)
    return Library(**records)
