"""YAML text becomes what was written: only texts, lists and fields, each with its place.

Text stays text: no value is guessed to be a number, a date or a yes, and what other programs read as an alias,
an anchor or a tag is read as typed. The tree is built from events, with a bound on its depth, so no file can
exhaust the stack.
"""

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bothways.problems import Place, Problem
from bothways.reading.kinds import AMERICAN
from bothways.reading.syntax import syntax_problem
from bothways.reading.written import Written, WrittenList, WrittenMapping, text_at

DEEPEST = 20
"""Levels of nesting; the format itself needs seven."""

NOTHING = ("", "~", "null")
"""Unquoted and in any case, these mean "not said"."""

_STUMBLES = tuple("*&!%@`")
"""First characters that have a meaning of their own in YAML."""

_AWKWARD = re.compile(r"(^|[\s\[{,:?-])[*&!%@`]|\t|^(---|\.\.\.)|\x85|\u2028|\u2029", re.MULTILINE)
"""Where the quick scanner and ours might differ; the careful one reads these."""


class _TextLoader(yaml.SafeLoader):
    """PyYAML's scanner, with aliases, anchors, tags and directives read as plain text."""

    def fetch_alias(self) -> None:
        self.fetch_plain()

    def fetch_anchor(self) -> None:
        self.fetch_plain()

    def fetch_tag(self) -> None:
        self.fetch_plain()

    def check_directive(self) -> bool:
        return False

    def check_plain(self) -> bool:
        return self.peek() in "%@`" or bool(super().check_plain())


_QuickLoader: Any = getattr(yaml, "CSafeLoader", _TextLoader)


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Written, list[Problem]]:
    """What is written in `text`, with problems and hints about how it is written.

    `first_line` is the line of the file at which the text begins. With a problem of the syntax nothing is given.
    """
    tree = _Tree(text, file, first_line)
    try:
        loader = _TextLoader if _AWKWARD.search(text) else _QuickLoader
        try:
            tree.grow(loader)
        except yaml.YAMLError:
            if loader is _TextLoader:
                raise
            tree = _Tree(text, file, first_line)
            tree.grow(_TextLoader)
    except yaml.YAMLError as error:
        return None, [syntax_problem(error, text, file, first_line)]
    return tree.root, tree.problems


class _Tree:
    """The tree under construction, grown from events without recursion."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.text, self.file, self.first_line = text, file, first_line
        self.root: Written = None
        self.problems: list[Problem] = []
        self._open: list[WrittenList | WrittenMapping] = []
        self._keys: list[str | None] = []
        self._has_root = False

    def grow(self, loader: Any) -> None:
        """Reads the whole text with the loader's scanner."""
        for event in yaml.parse(self.text, Loader=loader):
            match event:
                case ScalarEvent():
                    self._scalar(event)
                case MappingStartEvent():
                    mapping = WrittenMapping()
                    mapping.keys_at = {}
                    self._start(mapping, event)
                case SequenceStartEvent():
                    self._start(WrittenList(), event)
                case MappingEndEvent() | SequenceEndEvent():
                    self._open.pop()
                    self._keys.pop()
                case AliasEvent():
                    raise yaml.YAMLError

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + self.first_line, mark.column + 1)

    def _start(self, value: WrittenList | WrittenMapping, event: Any) -> None:
        value.place = self._place(event)
        if self._awaits_key():
            self._problem(
                event,
                "not-a-key",
                "A field's name cannot be a list or have fields.",
                "Put quotes round the whole text.",
            )
            self._keys[-1] = ""
        else:
            self._put(value, event)
        if len(self._open) >= DEEPEST:
            raise yaml.MarkedYAMLError(None, None, "too deep", event.start_mark)
        self._open.append(value)
        self._keys.append(None)

    def _scalar(self, event: ScalarEvent) -> None:
        said = event.value
        is_plain = not event.style
        if is_plain:
            self._look_at_plain(event)
        if self._awaits_key():
            self._key(said, event)
            return
        is_nothing = is_plain and said.casefold() in NOTHING
        self._put(None if is_nothing or not said else text_at(said, self._place(event)), event)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], WrittenMapping) and self._keys[-1] is None

    def _key(self, said: str, event: Any) -> None:
        mapping = self._open[-1]
        assert isinstance(mapping, WrittenMapping)
        key = AMERICAN.get(said, said)
        if key in mapping.keys_at:
            line = mapping.keys_at[key].line
            other = "" if said == key else f" ({said} is {key})"
            message = f"{key} is written twice here, first on line {line}{other}."
            self._problem(event, "written-twice", message, "Keep one of them.")
            key = ""
        else:
            mapping.keys_at[key] = self._place(event)
        self._keys[-1] = key

    def _put(self, value: Written, event: Any) -> None:
        if not self._open:
            if self._has_root:
                self._problem(event, "syntax", "A second document begins here.", "Take out the line of dashes.")
                return
            self.root, self._has_root = value, True
            return
        parent = self._open[-1]
        if isinstance(parent, WrittenList):
            if value is not None:
                parent.append(value)
            return
        key, self._keys[-1] = self._keys[-1], None
        if key and value is not None:
            parent[key] = value

    def _look_at_plain(self, event: ScalarEvent) -> None:
        if event.value.startswith(_STUMBLES):
            message = f"{event.value.splitlines()[0]} is read as typed, but other programs would stumble over it."
            self._problem(event, "quote-it", message, "Put quotes round the text.", hint_only=True)
        line_end = self.text.find("\n", event.end_mark.index)
        rest = self.text[event.end_mark.index : line_end if line_end >= 0 else None]
        if re.match(r"[ \t]+#[^\s#]", rest):
            cut = rest.strip()
            message = f"The text ends before {cut}: a # after a space begins a remark."
            self._problem(
                event, "text-cut", message, "If it belongs to the text, put quotes round it all.", hint_only=True
            )

    def _problem(self, event: Any, code: str, message: str, hint: str, *, hint_only: bool = False) -> None:
        severity: Any = "hint" if hint_only else "problem"
        self.problems.append(Problem(self._place(event), code, message, hint, severity=severity))
