"""Files become records: what is written, then names, then nouns; every problem on the way, at its place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from bothways.model.names import Names, folded
from bothways.model.refusal import shown
from bothways.problems import Problem, serious
from bothways.reading.files import SourceFile
from bothways.reading.gather import Found, with_ids
from bothways.reading.kinds import BY_NAME
from bothways.reading.memory import Memory, NoMemory
from bothways.reading.paths import with_paths
from bothways.reading.portions import MOST_RECORDS, too_many
from bothways.reading.wording import not_fields, problems_of
from bothways.reading.written import WrittenMapping, text_at


def read_records(
    files: Iterable[SourceFile], names: Names, problems: list[Problem], memory: Memory | None = None
) -> Mapping[str, tuple[Any, ...]]:
    """The records by kind. `names` gains theirs; `problems` gains what is wrong with them."""
    memory = memory or NoMemory()
    sources = list(files)
    found = with_ids(_records(sources, names, problems, memory), names)
    problems[:] = with_paths(problems, found, sources)
    return _validated(found, names, problems, memory)


def _records(files: Iterable[SourceFile], names: Names, problems: list[Problem], memory: Memory) -> list[Found]:
    found: list[Found] = []
    for source, portions in memory.portions(files):
        said = [problem for portion in portions for problem in portion.problems]
        records = [record for portion in portions for record in portion.found]
        if len(found) + len(records) > MOST_RECORDS:
            said.append(too_many(source))
            records = []
        if serious(said) or not all(portion.is_whole for portion in portions):
            names.mark_incomplete(BY_NAME[source.kind].noun)
        problems += said
        found += records
    return [*_one_of_me(found, problems)]


def _one_of_me(found: Iterable[Found], problems: list[Problem]) -> Iterable[Found]:
    first: Found | None = None
    for record in found:
        if record.kind is BY_NAME["me"]:
            if first is not None:
                message = f"There are two files about you: the first is {first.place.file}."
                hint = "Put both into one, and take this one away."
                problems.append(Problem(record.place, "same-id", message, hint, "me"))
                continue
            first = record
        yield record


def _validated(
    found: Iterable[Found], names: Names, problems: list[Problem], memory: Memory
) -> Mapping[str, tuple[Any, ...]]:
    records: dict[str, list[Any]] = defaultdict(list)
    seen: dict[tuple[str, str], Found] = {}
    numbers: dict[str, int] = defaultdict(int)
    memory.begin(names)
    for record in found:
        numbers[record.kind.name] += 1
        if problem := not_fields(record, numbers[record.kind.name]):
            problems.append(problem)
            continue
        problems += _same_id(record, seen)
        noun = memory.recall(record, names)
        if noun is None:
            names.asked.clear()
            try:
                noun = record.kind.record.model_validate(_with_id(record), context=names).below(record.moved)
            except ValidationError as error:
                said = problems_of(error, record, numbers[record.kind.name])
                problems += [problem.below(record.moved) for problem in said]
                continue
            memory.keep(record, noun, names)
        records[record.kind.name].append(noun)
    return {kind: tuple(several) for kind, several in records.items()}


def _with_id(record: Found) -> WrittenMapping:
    """The fields, with the id that was made for them."""
    written: WrittenMapping = record.written
    if record.id is None or "id" in written:
        return written
    fields = WrittenMapping(written, id=text_at(record.id, record.read_at))
    fields.place, fields.keys_at = written.place, written.keys_at
    return fields


def _same_id(record: Found, seen: dict[tuple[str, str], Found]) -> list[Problem]:
    key = (record.kind.name, record.id or "")
    if record.id is None:
        return []
    first = seen.setdefault(key, record)
    if first is record:
        return []
    place = record.written.keys_at.get("id", record.read_at).below(record.moved)
    called = record.name if record.name == record.id else f"{shown(record.name)} ({shown(record.id)})"
    where = f"{first.place.file}:{first.place.line}"
    message = f"There are two of {called}: the first is at {where}."
    if folded(first.name) != folded(record.name):
        message = f"{shown(record.name)} and {shown(first.name)} at {where} have the same id, {shown(record.id)}."
    hint = "Put both into one record, or give one of them an id: of its own."
    return [Problem(place, "same-id", message, hint, f"{record.kind.name}[{record.name}]")]
