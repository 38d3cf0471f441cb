"""Where each text, list and record stands in a file, from its first character to its last.

The reading knows where things begin; who changes a file must also know where they end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bothways.reading.events import events
from bothways.reading.kinds import AMERICAN
from bothways.reading.pieces import read_yaml
from bothways.reading.written import WrittenList, WrittenMapping
from bothways.reading.yaml_text import NOTHING

Path = tuple[str | int, ...]
"""From the top of a file down: names of fields, and numbers of items from 0."""


@dataclass
class Part:
    """One value in the text. Places are counted in characters, from 0."""

    start: int
    end: int = 0
    """After its last character. Blank lines and remarks after it are not its own."""
    is_flow: bool = False
    """In brackets or braces."""


@dataclass
class TextPart(Part):
    """A text, or nothing at all."""

    said: str = ""
    is_nothing: bool = False
    """Whether nothing is said: `~`, `null` or empty."""


@dataclass
class ListPart(Part):
    """A list, without the items that say nothing."""

    items: list[Part] = field(default_factory=list)


@dataclass
class Field:
    """A field's name, and its value."""

    start: int
    end: int
    """Of the name."""
    value: Part


@dataclass
class FieldsPart(Part):
    """Fields by their name, in our spelling, with those that say nothing."""

    fields: dict[str, Field] = field(default_factory=dict)


@dataclass(frozen=True)
class Outline:
    """A file's text, and what stands where in it."""

    text: str
    root: Part | None
    """None: nothing is said in the file."""
    is_ended: bool = False
    """Whether a line `...` says that the file ends."""

    def at(self, line: int, column: int) -> Path | None:
        """The path of the value that begins at a place, counted from 1 as in messages."""
        starts, paths = self._starts
        return paths.get(starts[line - 1] + column - 1) if 1 <= line <= len(starts) else None

    @cached_property
    def _starts(self) -> tuple[list[int], dict[int, Path]]:
        """Where each line begins, and what begins where."""
        lines = [0, *(index + 1 for index, letter in enumerate(self.text) if letter == "\n")]
        paths: dict[int, Path] = {}
        for path, part in self.walk():
            paths.setdefault(part.start, path)
        return lines, paths

    def walk(self) -> Iterator[tuple[Path, Part]]:
        """Every value with its path, in the order of the text."""
        waiting: list[tuple[Path, Part]] = [((), self.root)] if self.root else []
        while waiting:
            path, part = waiting.pop()
            yield path, part
            below = list(_below(part))
            waiting += [((*path, step), value) for step, value in reversed(below)]

    def part(self, path: Path) -> Part | None:
        """The value at a path."""
        part = self.root
        for step in path:
            part = dict(_below(part)).get(step) if part else None
        return part


def outline(text: str) -> Outline:
    """What stands where in a text that can be read."""
    found = list(events(text))
    is_ended = any(isinstance(event, DocumentEndEvent) and event.explicit for event in found)
    nodes = iter(event for event in found if isinstance(event, NodeEvent | MappingEndEvent | SequenceEndEvent))
    first = next(nodes, None)
    root = _grown(first, nodes, text) if first is not None else None
    if isinstance(root, TextPart) and root.is_nothing:
        root = None
    return Outline(text, root, is_ended)


def plain(written: Any) -> Any:
    """What was written, without its places: texts, lists and mappings."""
    if isinstance(written, WrittenMapping):
        return {key: plain(value) for key, value in written.items()}
    if isinstance(written, WrittenList):
        return [plain(item) for item in written]
    return None if written is None else str(written)


def read_plain(text: str) -> Any:
    """What a file says, without its places."""
    return plain(read_yaml(text, "").written)


def _below(part: Part) -> Iterator[tuple[str | int, Part]]:
    if isinstance(part, ListPart):
        yield from enumerate(part.items)
    elif isinstance(part, FieldsPart):
        yield from ((key, field.value) for key, field in part.fields.items())


def _grown(event: Any, events: Iterator[Any], text: str) -> Part:
    """The part that begins with an event. Reading has bounded the depth already."""
    start = event.start_mark.index
    ends: Any = None
    match event:
        case SequenceStartEvent():
            several = ListPart(start, is_flow=bool(event.flow_style))
            end = start
            while not isinstance(ends := next(events), SequenceEndEvent):
                item = _grown(ends, events, text)
                end = item.end
                if not (isinstance(item, TextPart) and item.is_nothing):
                    several.items.append(item)
            several.end = _end(ends) if several.is_flow else end
            return several
        case MappingStartEvent():
            fields = FieldsPart(start, is_flow=bool(event.flow_style))
            end = start
            while not isinstance(ends := next(events), MappingEndEvent):
                key = ends.value if isinstance(ends, ScalarEvent) else ""
                name = _grown(ends, events, text)
                value = _grown(next(events), events, text)
                end = max(value.end, _after_colon(text, name.end))
                if isinstance(value, TextPart) and value.is_nothing and value.start == value.end:
                    value.start = value.end = end
                fields.fields[AMERICAN.get(key, key)] = Field(name.start, name.end, value)
            fields.end = _end(ends) if fields.is_flow else end
            return fields
    return _text(event, text)


def _end(event: Any) -> int:
    """Where what an event says ends."""
    return int(event.end_mark.index)


def _after_colon(text: str, end: int) -> int:
    """The place after the colon that follows a name: PyYAML may put an empty value further on."""
    colon = end
    while colon < len(text) and text[colon] in " \t":
        colon += 1
    return colon + 1 if text[colon : colon + 1] == ":" else end


def _text(event: Any, text: str) -> TextPart:
    start, end = event.start_mark.index, event.end_mark.index
    said = event.value
    is_nothing = not said.strip() or (not event.style and said.casefold() in NOTHING)
    if event.style not in ("'", '"'):
        is_kept = event.style in ("|", ">") and "+" in text[start:end].split("\n", 1)[0].split("#", 1)[0]
        end = start + len(text[start:end].rstrip(" \t\n"))
        while is_kept and (blank := _blank_line(text, end)):
            end = blank
    return TextPart(start, end, is_nothing=is_nothing, said=said)


def _blank_line(text: str, end: int) -> int:
    """The end of the blank line after the one that ends here; 0 where there is none."""
    following = text.find("\n", end + 1)
    is_blank = text[end : end + 1] == "\n" and following >= 0 and not text[end:following].strip()
    return following if is_blank else 0
