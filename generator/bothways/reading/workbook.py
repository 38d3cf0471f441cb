"""A folder becomes a Workbook: files, then records, then what only the whole can tell."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bothways.model.names import Known, Names
from bothways.model.workbook import Workbook
from bothways.problems import Problem, ProblemsFound, in_order, serious
from bothways.reading.checks import problems_of_the_whole
from bothways.reading.files import SourceFile, find_files
from bothways.reading.hints_off import without_those_off
from bothways.reading.kinds import KINDS
from bothways.reading.library import Library, taken_over, with_built_in
from bothways.reading.memory import Memory
from bothways.reading.records import read_records


class Reading(NamedTuple):
    """A workbook that was read, and the hints about how it is written."""

    workbook: Workbook
    hints: tuple[Problem, ...] = ()


def read_workbook(folder: Path, library: Library, shown_as: str | None = None, memory: Memory | None = None) -> Reading:
    """The workbook in `folder`, with what ships in the `library`.

    `shown_as` is the folder's name in messages. `memory` makes the next reading with it quicker. Raises ProblemsFound
    with every problem and hint of every file.
    """
    files, problems = find_files(folder, shown_as or folder.name, memory.texts if memory else None)
    return understood(files, problems, library, folder, memory)


def understood(
    files: Sequence[SourceFile],
    problems: list[Problem],
    library: Library,
    folder: Path,
    memory: Memory | None = None,
    *,
    coming: Collection[str] = (),
) -> Reading:
    """The workbook that these files hold, whether they are on the disk as yet or not. `problems`: those found so far.

    `folder` is where the files lie that records name; `coming`: those that will lie there. Raises ProblemsFound.
    """
    names = Names()
    for question_list in library.questions:
        names.add("question list", Known(str(question_list.id), question_list.list))
    workbook = _assembled(read_records(files, names, problems, memory), library)
    problems += problems_of_the_whole(workbook, library, folder, memory.fine if memory else {}, coming)
    said = in_order(without_those_off(problems, workbook))
    if serious(said):
        raise ProblemsFound(said)
    return Reading(workbook, said)


def _assembled(records: Mapping[str, tuple[Any, ...]], library: Library) -> Workbook:
    own = {kind: frozenset(str(record.id) for record in records.get(kind, ())) for kind in ("questions", "messages")}
    me = records.get("me", ())
    lists: dict[str, Any] = {kind.name: records.get(kind.name, ()) for kind in KINDS if kind.is_list}
    lists["questions"] = with_built_in(lists["questions"], library.questions)
    lists["checklists"] = tuple(taken_over(checklist, library) for checklist in lists["checklists"])
    messages = with_built_in(records.get("messages", ()), library.messages)
    return Workbook(me=me[0] if me else None, messages=messages, own=own, **lists)
