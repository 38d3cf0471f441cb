"""Files become records: what is written, then names, then nouns; every problem on the way, at its place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from bothways.model.names import Names, folded
from bothways.model.refusal import shown
from bothways.problems import Place, Problem, serious
from bothways.reading.files import SourceFile
from bothways.reading.gather import Found, with_ids
from bothways.reading.kinds import AMERICAN, BY_NAME, MESSAGES
from bothways.reading.messages import read_message
from bothways.reading.wording import not_fields, problems_of
from bothways.reading.written import Written, WrittenList, WrittenMapping
from bothways.reading.yaml_text import read_yaml

MOST_RECORDS = 50_000
"""In all files together: 8,000 people, and some contacts with each."""


def read_records(files: Iterable[SourceFile], names: Names, problems: list[Problem]) -> Mapping[str, tuple[Any, ...]]:
    """The records by kind. `names` gains theirs; `problems` gains what is wrong with them."""
    found = _records(files, names, problems)
    return _validated(with_ids(found, names), names, problems)


def _records(files: Iterable[SourceFile], names: Names, problems: list[Problem]) -> list[Found]:
    found: list[Found] = []
    for source in files:
        written, said = _written(source)
        problems += said
        if serious(said) or not source.is_readable:
            names.mark_incomplete(BY_NAME[source.kind].noun)
        split = _split(source, written)
        if not isinstance(split, Problem) and len(found) + len(split) > MOST_RECORDS:
            split = _too_many(source)
        if isinstance(split, Problem):
            problems.append(split)
            names.mark_incomplete(BY_NAME[source.kind].noun)
        else:
            found += split
    return [*_one_of_me(found, problems)]


def _written(source: SourceFile) -> tuple[Written, list[Problem]]:
    if source.kind == MESSAGES.name:
        return read_message(source) if source.is_readable else (None, [])
    return read_yaml(source.text, source.name)


def _too_many(source: SourceFile) -> Problem:
    message = f"With this file the workbook has more than {MOST_RECORDS:,} records."
    return Problem(Place(source.name), "too-much", message, "Move what you no longer need out of the workbook.")


def _split(source: SourceFile, written: Written) -> list[Found] | Problem:
    kind = BY_NAME[source.kind]
    file = source.name.rsplit("/", 1)[-1]
    if written is None:
        return []
    if isinstance(written, WrittenList):
        if kind.is_list:
            return [Found(kind, record, getattr(record, "place", written.place)) for record in written]
        hint = "Take out the dashes, and begin each field at the start of its line."
        return Problem(written.place, "fields-wanted", f"{file} holds fields, not a list.", hint, kind.name)
    if kind.is_list and _is_title_above(written, kind.name):
        message = f"{file} is the list itself, and needs no line above it that names it."
        return Problem(written.place, "list-wanted", message, "Take out that line, and begin with a dash.", kind.name)
    if kind.is_list and not source.in_folder:
        hint = f"Begin each {kind.noun} with a dash and a space, and indent its other fields by two spaces."
        return Problem(written.place, "list-wanted", f"{file} holds a list.", hint, kind.name)
    return [Found(kind, written, written.place)]


def _is_title_above(written: Written, kind: str) -> bool:
    """Whether the person wrote the kind's own name as the one field that holds everything."""
    if not isinstance(written, WrittenMapping) or len(written.keys_at) != 1:
        return False
    (key,) = written.keys_at
    return AMERICAN.get(key, key) == kind and isinstance(written.get(key), WrittenList | WrittenMapping)


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


def _validated(found: Iterable[Found], names: Names, problems: list[Problem]) -> Mapping[str, tuple[Any, ...]]:
    records: dict[str, list[Any]] = defaultdict(list)
    seen: dict[tuple[str, str], Found] = {}
    numbers: dict[str, int] = defaultdict(int)
    for record in found:
        numbers[record.kind.name] += 1
        if problem := not_fields(record, numbers[record.kind.name]):
            problems.append(problem)
            continue
        problems += _same_id(record, seen)
        try:
            noun = record.kind.record.model_validate(record.written, context=names)
        except ValidationError as error:
            problems += problems_of(error, record, numbers[record.kind.name])
        else:
            records[record.kind.name].append(noun)
    return {kind: tuple(several) for kind, several in records.items()}


def _same_id(record: Found, seen: dict[tuple[str, str], Found]) -> list[Problem]:
    key = (record.kind.name, record.id or "")
    if record.id is None:
        return []
    first = seen.setdefault(key, record)
    if first is record:
        return []
    place = record.written.keys_at.get("id", record.place)
    called = record.name if record.name == record.id else f"{shown(record.name)} ({shown(record.id)})"
    where = f"{first.place.file}:{first.place.line}"
    message = f"There are two of {called}: the first is at {where}."
    if folded(first.name) != folded(record.name):
        message = f"{shown(record.name)} and {shown(first.name)} at {where} have the same id, {shown(record.id)}."
    hint = "Put both into one record, or give one of them an id: of its own."
    return [Problem(place, "same-id", message, hint, f"{record.kind.name}[{record.name}]")]
