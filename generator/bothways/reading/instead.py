"""The files of a workbook as they would be with some of them changed: what a change leads to, before it is made."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bothways.problems import Problem
from bothways.reading.files import SourceFile
from bothways.reading.room import RefusedError, Room


def with_instead(
    files: Iterable[SourceFile], instead: Mapping[SourceFile, bytes | None]
) -> tuple[list[SourceFile], list[Problem]]:
    """The files with these bytes in place of what some hold (None: without it), new ones last; and what is refused."""
    changed = {source.name: (source, data) for source, data in instead.items()}
    kept = list(files)
    room = Room()
    for source in kept:
        if source.name not in changed:
            room.hold(source.text)
    found: list[SourceFile] = []
    problems: list[Problem] = []
    names = {source.name for source in kept}
    for source in (*kept, *(new for new, _ in changed.values() if new.name not in names)):
        if source.name not in changed:
            found.append(source)
        elif (data := changed[source.name][1]) is not None:
            try:
                found.append(replace(source, text=room.text(data).text))
            except RefusedError as refused:
                problems.append(refused.problem(source.name))
    return found, problems
