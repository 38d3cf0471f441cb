"""The files of a workbook as they would be with some of them changed: what a change leads to, before it is made."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bothways.problems import Place, Problem
from bothways.reading.files import MOST_PARTS, SourceFile, _decode, _parts, _RefusedError

_AS_IT_IS = b"as it is"
"""Stands for the bytes that a file has already; known by being this very object."""


def with_instead(
    files: Iterable[SourceFile], instead: Mapping[SourceFile, bytes | None]
) -> tuple[list[SourceFile], list[Problem]]:
    """The files with these bytes in place of what some hold (None: without it), new ones last; and what is refused."""
    changed = {source.name: (source, data) for source, data in instead.items()}
    found: list[SourceFile] = []
    problems: list[Problem] = []
    for source in files:
        _, data = changed.pop(source.name, (source, _AS_IT_IS))
        found += [source] if data is _AS_IT_IS else _with_text(source, data, problems)
    for source, data in changed.values():
        found += _with_text(source, data, problems)
    return found, problems


def _with_text(source: SourceFile, data: bytes | None, problems: list[Problem]) -> list[SourceFile]:
    if data is None:
        return []
    try:
        text = _decode(data)
        _parts(text, MOST_PARTS)
    except _RefusedError as refused:
        problems.append(Problem(Place(source.name, refused.line), refused.code, str(refused), refused.hint))
        return []
    return [replace(source, text=text)]
