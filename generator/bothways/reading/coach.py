"""The coach's replies: `coach/*.yaml` becomes Replies. They are no records, and nothing refers to them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from bothways.model.replies import Reply
from bothways.problems import Place, Problem, ProblemsFound, in_order, serious
from bothways.reading.files import SourceFile, find_library
from bothways.reading.pieces import read_yaml
from bothways.reading.written import WrittenMapping

FOLDER = "coach"


def read_replies(workbook: Path, shown_as: str) -> tuple[Reply, ...]:
    """The replies in the folder of a workbook, by file. Raises `ProblemsFound`."""
    files, problems = find_library(workbook, (FOLDER,), shown_as)
    return replies_in(files, problems)


def replies_in(files: Iterable[SourceFile], problems: list[Problem] | None = None) -> tuple[Reply, ...]:
    """The replies that these files hold. `problems`: those found so far. Raises `ProblemsFound`."""
    found = list(problems or ())
    replies = tuple(reply for file in files if file.is_readable for reply in _replies(file, found))
    if serious(found):
        raise ProblemsFound(in_order(found))
    return replies


def _replies(file: SourceFile, problems: list[Problem]) -> Iterator[Reply]:
    read = read_yaml(file.text, file.name)
    problems += read.problems
    if serious(read.problems):
        return
    if not isinstance(read.written, WrittenMapping):
        problems.append(_no_reply(Place(file.name), "It holds no fields."))
        return
    try:
        yield Reply.model_validate(read.written)
    except ValidationError as error:
        for slip in error.errors():
            where = ".".join(str(part) for part in slip["loc"])
            problems.append(_no_reply(Place(file.name), f"{where}: {slip['msg']}"))


def _no_reply(place: Place, why: str) -> Problem:
    hint = "Take the reply in once more with bothways reply, or move this file out of coach/."
    return Problem(place, "coach-reply", f"This is no reply of a coach as bothways writes it. {why}", hint)
