"""What was written: texts, lists and mappings as in the file, each with its place."""

from collections.abc import Sequence
from typing import Any

from bothways.problems import Place


class WrittenText(str):
    """A text with the place where it begins."""

    __slots__ = ("place",)
    place: Place


class WrittenList(list[Any]):
    """A list with the place where it begins."""

    __slots__ = ("place",)
    place: Place


class WrittenMapping(dict[str, Any]):
    """Fields, with the place of the whole and of every key."""

    __slots__ = ("keys_at", "place")
    place: Place
    keys_at: dict[str, Place]


Written = WrittenText | WrittenList | WrittenMapping | None


def text_at(text: str, place: Place) -> WrittenText:
    """The text, written at a place."""
    written = WrittenText(text)
    written.place = place
    return written


def as_written(written: Any, path: Sequence[str | int]) -> list[str | int]:
    """The path without the steps that the person did not write: one text or record where a list will do too."""
    steps: list[str | int] = []
    for step in path:
        if isinstance(step, int) and not isinstance(written, WrittenList):
            continue
        if isinstance(written, str):
            break
        steps.append(step)
        written = _below(written, step)
    return steps


def locate(written: Any, path: Sequence[str | int]) -> Place:
    """The place of the value at `path` below `written`, or of the key where the value has no place of its own.

    Where the path goes deeper than what was written, the last place known is given.
    """
    place: Place = written.place
    for step in as_written(written, path):
        if isinstance(written, WrittenMapping):
            place = written.keys_at.get(str(step), place)
        written = _below(written, step)
        place = getattr(written, "place", place)
    return place


def locate_key(written: Any, path: Sequence[str | int]) -> Place:
    """The place of the key at the end of `path`."""
    *above, key = as_written(written, path)
    parent = value_at(written, above)
    if isinstance(parent, WrittenMapping):
        return parent.keys_at.get(str(key), parent.place)
    return locate(written, path)


def value_at(written: Any, path: Sequence[str | int]) -> Any:
    """What was written at `path`; None where nothing was."""
    for step in as_written(written, path):
        written = _below(written, step)
    return written


def _below(written: Any, step: str | int) -> Any:
    if isinstance(written, WrittenMapping):
        return written.get(str(step))
    if isinstance(written, WrittenList) and isinstance(step, int) and step < len(written):
        return written[step]
    return None
