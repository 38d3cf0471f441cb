"""The paths of what is said about how something is written: `people[Dana Okafor].role`, found by its place."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bothways.problems import Place, Problem
from bothways.reading.files import SourceFile
from bothways.reading.gather import Found
from bothways.reading.sketch import Sketch
from bothways.reading.wording import field_path
from bothways.reading.written import WrittenList, WrittenMapping

TWICE = "written-twice"
"""Its place is in no record, because the field that counts is the first: it gets the path of the record around it."""


def with_paths(problems: Sequence[Problem], records: Iterable[Found], sources: Iterable[SourceFile]) -> list[Problem]:
    """The problems, with the path of what is written at their places; where nothing could be read, by its look."""
    files = {problem.place.file for problem in problems if not problem.field}
    if not files:
        return list(problems)
    paths: dict[Place, str] = {}
    beginnings: list[Place] = []
    lines = {problem.place[:2] for problem in problems if not problem.field}
    fields: dict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
    for record, number in _numbered(records):
        if record.place.file in files:
            beginnings.append(record.place)
            paths |= {place.below(record.moved): field_path(record, path, number) for place, path in _places(record)}
            for written_at, path in _fields(record):
                place = written_at.below(record.moved)
                if place[:2] in lines:
                    fields[place[:2]].append((place.column, field_path(record, path, number)))
    beginnings.sort()
    sketches = {source.name: Sketch(source) for source in sources if source.name in files and source.is_readable}

    def last_field(place: Place) -> str:
        """The last field that begins before a place on its line, such as one that says nothing."""
        return max(((column, path) for column, path in fields[place[:2]] if column < place.column), default=(0, ""))[1]

    def sketched(place: Place) -> str:
        return sketches[place.file].path(place.line) if place.file in sketches else ""

    def path_of(problem: Problem) -> str:
        if problem.code != TWICE:
            return paths.get(problem.place) or last_field(problem.place) or sketched(problem.place)
        before = bisect_right(beginnings, problem.place)
        return paths[beginnings[before - 1]] if before else ""

    return [problem if problem.field else replace(problem, field=path_of(problem)) for problem in problems]


def _numbered(records: Iterable[Found]) -> Iterator[tuple[Found, int]]:
    """Each record with its number among its kind, from 1."""
    numbers: dict[str, int] = defaultdict(int)
    for record in records:
        numbers[record.kind.name] += 1
        yield record, numbers[record.kind.name]


def _places(record: Found) -> Iterator[tuple[Place, tuple[str | int, ...]]]:
    """Where each text, list and record in it was read, with its path. The record itself comes last, and so counts."""
    yield from ((written.place, path) for written, path in _below(record))
    yield record.read_at, ()


def _fields(record: Found) -> Iterator[tuple[Place, tuple[str | int, ...]]]:
    """Where the name of each field was read, with its path; of those that say nothing too."""
    for written, path in ((record.written, ()), *_below(record)):
        if isinstance(written, WrittenMapping):
            yield from ((place, (*path, key)) for key, place in written.keys_at.items())


def _below(record: Found) -> Iterator[tuple[Any, tuple[str | int, ...]]]:
    """Each text, list and mapping in a record, with its path."""
    waiting: list[tuple[Any, tuple[str | int, ...]]] = [(record.written, ())]
    while waiting:
        written, path = waiting.pop()
        if written is not record.written:
            yield written, path
        if isinstance(written, WrittenMapping):
            waiting += [(value, (*path, key)) for key, value in written.items()]
        elif isinstance(written, WrittenList):
            waiting += [(value, (*path, number)) for number, value in enumerate(written)]
