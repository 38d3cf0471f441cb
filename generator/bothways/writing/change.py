"""What is to change in what a file says, as data: a value added, put or taken, or a name no longer said."""

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bothways.reading.yaml_words import Value

Path = tuple[str | int, ...]
"""From the top of a file down: names of fields, and numbers of items from 0."""

SOMEBODY = "somebody"


@dataclass(frozen=True)
class Add:
    """A value at the end of the list at a path."""

    path: Path
    value: Value
    remarks: tuple[str, ...] = ()
    """Lines below a record, which say nothing as yet."""


@dataclass(frozen=True)
class Put:
    """A value at a path, in the place of the one that is there, if any."""

    path: Path
    value: Value


@dataclass(frozen=True)
class Take:
    """The item or field at a path is taken out."""

    path: Path


@dataclass(frozen=True)
class Unname:
    """In the text at a path, somebody is no longer named."""

    path: Path
    names: re.Pattern[str]


Change = Add | Put | Take | Unname


def changed(said: Any, change: Change) -> Any:
    """What a file says after a change. What it says before stays as it is."""
    above = {"": copy.deepcopy(said)}
    parent: Any = above
    key: Any = ""
    for step in change.path:
        parent, key = parent[key], step
    match change:
        case Take():
            del parent[key]
        case Put():
            parent[key] = change.value
        case Unname():
            parent[key] = unnamed(parent[key], change.names)
        case Add():
            there = parent[key] if not isinstance(parent, dict) else parent.get(key)
            parent[key] = [*_several(there), change.value]
    return above[""]


def _several(there: Any) -> Sequence[Any]:
    if there is None:
        return []
    return there if isinstance(there, list) else [there]


def unnamed(text: str, names: re.Pattern[str]) -> str:
    """The text with `somebody` in the place of the names, with a capital where a sentence begins."""
    return names.sub(somebody, text)


def somebody(match: re.Match[str]) -> str:
    """The word for what was found, as it stands in its sentence."""
    before = match.string[: match.start()].rstrip(" \n\"'|>+-")
    return SOMEBODY.capitalize() if not before or before.endswith((".", "!", "?", "#")) else SOMEBODY


def says_the_same(one: Any, other: Any) -> bool:
    """Whether two files say the same: but for line breaks at the end of a text. What is empty says nothing."""
    return bool(_bare(one) == _bare(other))


def _bare(said: Any) -> Any:
    if isinstance(said, dict):
        return {key: _bare(value) for key, value in said.items()} or None
    if isinstance(said, list | tuple):
        return [_bare(item) for item in said] or None
    return said.rstrip("\n") if isinstance(said, str) else said
