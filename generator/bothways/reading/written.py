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


def locate(written: Any, path: Sequence[str | int]) -> Place:
    """The place of the value at `path` below `written`, or of the key where the value has no place of its own.

    Where the path goes deeper than what was written (one text for a list of one), the last place known is given.
    """
    place: Place = written.place
    for step in path:
        if isinstance(written, WrittenMapping) and step in written.keys_at:
            place, written = written.keys_at[str(step)], written.get(str(step))
        elif isinstance(written, WrittenList) and isinstance(step, int) and step < len(written):
            written = written[step]
        else:
            break
        place = getattr(written, "place", place)
    return place


def locate_key(written: Any, path: Sequence[str | int]) -> Place:
    """The place of the key at the end of `path`."""
    parent = written
    for step in path[:-1]:
        if isinstance(parent, WrittenMapping):
            parent = parent.get(str(step), parent)
        elif isinstance(parent, WrittenList) and isinstance(step, int):
            parent = parent[step]
    if isinstance(parent, WrittenMapping):
        return parent.keys_at.get(str(path[-1]), parent.place)
    return locate(written, path)
