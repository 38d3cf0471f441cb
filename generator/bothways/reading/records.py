"""Files become records: what is written, then names, then nouns; every problem on the way, at its place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from bothways.model.base import Record
from bothways.model.names import Names, folded
from bothways.model.refusal import shown
from bothways.problems import Problem
from bothways.reading.contents import Contents
from bothways.reading.files import SourceFile
from bothways.reading.gather import Found
from bothways.reading.kinds import BY_NAME
from bothways.reading.memory import Memory, NoMemory
from bothways.reading.paths import with_paths
from bothways.reading.portions import MOST_RECORDS, Portion, too_many
from bothways.reading.wording import not_fields, problems_of
from bothways.reading.written import WrittenMapping, text_at


def read_records(
    files: Iterable[SourceFile], names: Names, problems: list[Problem], memory: Memory | None = None
) -> Mapping[str, tuple[Any, ...]]:
    """The records by kind. `names` gains theirs; `problems` gains what is wrong with them."""
    memory = memory or NoMemory()
    sources = list(files)
    several = list(_one_of_me(_that_fit(memory.contents(sources), problems), problems))
    names.say(naming for contents in several for naming in contents.namings)
    memory.begin(names)
    found: list[Found] = []
    records: dict[str, list[Any]] = defaultdict(list)
    numbers: dict[str, int] = defaultdict(int)
    said: list[Problem] = []
    for contents in several:
        kind = contents.kind.name
        theirs, nouns = memory.recall_all(contents) or _checked(contents, numbers[kind], names, said, memory)
        found += theirs
        records[kind] += nouns
        numbers[kind] += len(theirs)
    problems[:] = [*with_paths(problems, found, sources), *_same_ids(found), *said]
    return {kind: tuple(them) for kind, them in records.items() if them}


def _that_fit(several: Iterable[Contents], problems: list[Problem]) -> Iterator[Contents]:
    """Files with no more records than a workbook may have; of one that has more, only that it has."""
    left = MOST_RECORDS
    for contents in several:
        problems += contents.problems
        if len(contents.found) <= left:
            left -= len(contents.found)
            yield contents
        else:
            problems.append(too_many(contents.source))
            yield Contents(contents.source, [Portion("", 0, (), is_whole=False)])


def _one_of_me(several: Iterable[Contents], problems: list[Problem]) -> Iterator[Contents]:
    first: Found | None = None
    for contents in several:
        if contents.kind is BY_NAME["me"] and contents.found:
            if first is not None:
                message = f"There are two files about you: the first is {first.place.file}."
                hint = "Put both into one, and take this one away."
                problems.append(Problem(contents.found[0].place, "same-id", message, hint, "me"))
                continue
            first = contents.found[0]
        yield contents


def _checked(
    contents: Contents, before: int, names: Names, problems: list[Problem], memory: Memory
) -> tuple[Sequence[Found], Sequence[Record]]:
    """The records of a file, and what could be made of them. `before`: how many of their kind stand above them."""
    found = contents.with_ids(names)
    nouns = list(_validated(found, before, names, problems, memory))
    if len(nouns) == len(found):
        memory.keep_all(contents, found, nouns)
    return found, nouns


def _validated(
    found: Iterable[Found], before: int, names: Names, problems: list[Problem], memory: Memory
) -> Iterator[Record]:
    """The records without those that cannot be used."""
    for number, record in enumerate(found, before + 1):
        if noun := memory.recall(record, names):
            yield noun
        elif problem := not_fields(record, number):
            problems.append(problem)
        else:
            names.asked.clear()
            try:
                noun = record.kind.record.model_validate(_with_id(record), context=names).below(record.moved)
            except ValidationError as error:
                problems += [problem.below(record.moved) for problem in problems_of(error, record, number)]
                continue
            memory.keep(record, noun, names)
            yield noun


def _with_id(record: Found) -> WrittenMapping:
    """The fields, with the id that was made for them."""
    written: WrittenMapping = record.written
    if record.id is None or "id" in written:
        return written
    fields = WrittenMapping(written, id=text_at(record.id, record.read_at))
    fields.place, fields.keys_at = written.place, written.keys_at
    return fields


def _same_ids(found: Iterable[Found]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Found] = {}
    for record in found:
        if record.id is not None and isinstance(record.written, WrittenMapping):
            first = seen.setdefault((record.kind.name, record.id), record)
            if first is not record:
                yield _same_id(record, first)


def _same_id(record: Found, first: Found) -> Problem:
    place = record.written.keys_at.get("id", record.read_at).below(record.moved)
    called = record.name if record.name == record.id else f"{shown(record.name)} ({shown(record.id)})"
    where = f"{first.place.file}:{first.place.line}"
    message = f"There are two of {called}: the first is at {where}."
    if folded(first.name) != folded(record.name):
        message = f"{shown(record.name)} and {shown(first.name)} at {where} have the same id, {shown(record.id)}."
    hint = "Put both into one record, or give one of them an id: of its own."
    return Problem(place, "same-id", message, hint, f"{record.kind.name}[{record.name}]")
