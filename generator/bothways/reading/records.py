"""Files become records: what is written, then names, then nouns; every problem on the way, at its place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from bothways.model.names import Names
from bothways.problems import Place, Problem, serious
from bothways.reading.files import SourceFile
from bothways.reading.gather import Found, with_ids
from bothways.reading.kinds import BY_NAME, MESSAGES
from bothways.reading.messages import read_message
from bothways.reading.wording import not_fields, problems_of
from bothways.reading.written import Written, WrittenList
from bothways.reading.yaml_text import read_yaml


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
        found += _split(source, written, problems)
    return found


def _written(source: SourceFile) -> tuple[Written, list[Problem]]:
    if source.kind == MESSAGES.name:
        return read_message(source) if source.is_readable else (None, [])
    return read_yaml(source.text, source.name)


def _split(source: SourceFile, written: Written, problems: list[Problem]) -> list[Found]:
    kind = BY_NAME[source.kind]
    if written is None:
        return []
    if isinstance(written, WrittenList) and kind.is_list:
        return [Found(kind, record, getattr(record, "place", written.place)) for record in written]
    if kind.is_list and not source.in_folder:
        message = f"{source.stem}.yaml holds a list."
        hint = f"Begin each {kind.noun} with a dash and a space, and indent its other fields by two spaces."
        problems.append(Problem(written.place, "list-wanted", message, hint, kind.name))
        return []
    return [Found(kind, written, written.place)]


def _validated(found: Iterable[Found], names: Names, problems: list[Problem]) -> Mapping[str, tuple[Any, ...]]:
    records: dict[str, list[Any]] = defaultdict(list)
    seen: dict[tuple[str, str], Place] = {}
    numbers: dict[str, int] = defaultdict(int)
    for record in found:
        numbers[record.kind.name] += 1
        if problem := not_fields(record):
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


def _same_id(record: Found, seen: dict[tuple[str, str], Place]) -> list[Problem]:
    key = (record.kind.name, record.id or "")
    if record.id is None or record.kind.name == "log":
        return []
    first = seen.setdefault(key, record.place)
    if first is record.place:
        return []
    message = f"There are two of {record.name} ({record.id}): the first is at {first.file}:{first.line}."
    hint = "Put both into one record, or give one an id: of its own."
    return [Problem(record.place, "same-id", message, hint, f"{record.kind.name}[{record.name}]")]
