"""A piece of YAML becomes what was written: only texts, lists and fields, each with its place.

Text stays text: no value is guessed to be a number, a date or a yes. The tree is built from events, with a bound on
its depth, so no file can exhaust the stack. A file is read as a whole by `pieces`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bothways.model.refusal import shown
from bothways.problems import Place, Problem
from bothways.reading.events import BEGINNINGS, NO_CHARACTER, Unsure, careful_events, quick_events
from bothways.reading.kinds import AMERICAN, BRITISH, TITLES
from bothways.reading.slips import QUOTES, looks_like_a_list
from bothways.reading.syntax import SECOND_DOCUMENT, syntax_problem
from bothways.reading.written import Written, WrittenList, WrittenMapping, WrittenText

DEEPEST = 20
"""Levels of nesting; the format itself needs seven."""

NOTHING = frozenset({"", "~", "null"})
"""Unquoted and in any case, these mean "not said"."""

_STUMBLES = frozenset(BEGINNINGS)
_LOOKED_AT = _STUMBLES | frozenset("-•‣◦▪·–—") | frozenset(QUOTES)
"""First characters that may not mean what was meant."""

_ITEM_BELOW = re.compile(r"\n[ ]*-[ ]+\S")
"""An item of a list, on a line that goes on with a text."""

_HALVES = re.compile(r"[\ud800-\udfff]")

_NO_TEXT = yaml.reader.Reader.NON_PRINTABLE
"""Characters that YAML allows in no file; an escape such as `\\0` could still make them."""

RETYPE = "Delete it, or type the text again."

_REMARK = re.compile(r"[ \t]+(#[^\s#][^\n]*)")
"""A `#` straight before a word: perhaps not meant as a remark."""


class Read(NamedTuple):
    """What was written, and the problems and hints about how."""

    written: Written
    problems: list[Problem]
    is_whole: bool = True
    """False where some of it could not be read, and is missing."""
    is_open: bool = False
    """Whether it could not be read because it ends inside of something."""


def read_quickly(text: str, file: str, first_line: int = 1) -> Read | None:
    """What is written in `text`. None where the quick scanner will not do.

    `first_line` is the line of the file at which the text begins.
    """
    try:
        return _grown(_Tree(text, file, first_line), quick_events(text))
    except (Unsure, yaml.YAMLError):
        return None


def read_piece(text: str, file: str, first_line: int = 1) -> Read:
    """What is written in `text`. Nothing, where it cannot be read."""
    if read := read_quickly(text, file, first_line):
        return read
    if odd := NO_CHARACTER.search(text):
        return Read(None, [_no_character(text, odd, file, first_line)], is_whole=False)
    tree = _Tree(text, file, first_line)
    try:
        return _grown(tree, careful_events(text))
    except yaml.YAMLError as error:
        broken = syntax_problem(error, text, file, first_line)
        said = [problem for problem in tree.problems if problem.place.line != broken.place.line]
        return Read(None, [*said, broken], is_whole=False, is_open=_is_at_end(error, text))


def written_twice(key: str, place: Place, first: Place) -> Problem:
    """A field that was written before."""
    other = f" ({BRITISH[key]} is {key})" if key in BRITISH else ""
    message = f"{shown(key)} is written twice here, first on line {first.line}{other}."
    new = " If another record begins here, begin it with a dash and a space." if key in TITLES else ""
    return Problem(place, "written-twice", message, f"Keep one of them.{new}")


def _grown(tree: "_Tree", events: Iterable[Any]) -> Read:
    tree.grow(events)
    return Read(tree.root, tree.problems)


def _no_character(text: str, odd: re.Match[str], file: str, first_line: int) -> Problem:
    line = text.count("\n", 0, odd.start())
    place = Place(file, first_line + line, odd.start() - text.rfind("\n", 0, odd.start()))
    return Problem(place, "not-text", "There is a character here that no text shows.", RETYPE)


def _is_at_end(error: yaml.YAMLError, text: str) -> bool:
    """Whether more text could have made it readable."""
    mark = getattr(error, "problem_mark", None)
    return mark is not None and mark.index >= len(text.rstrip())


@dataclass
class _Level:
    """A list or fields that are not closed yet."""

    value: WrittenList | WrittenMapping
    is_fields: bool
    key: str | None = None
    """The field whose value comes next; empty where that value is dropped."""


class _Tree:
    """The tree under construction, grown from events without recursion."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.text, self.file, self.first_line = text, file, first_line
        self.root: Written = None
        self.problems: list[Problem] = []
        self._has_remarks = "#" in text
        self._open: list[_Level] = []
        self._documents = 0

    def grow(self, events: Iterable[Any]) -> None:
        """Takes in everything."""
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent:
                mapping = WrittenMapping()
                mapping.keys_at = {}
                self._start(mapping, event)
            elif kind is SequenceStartEvent:
                self._start(WrittenList(), event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._open.pop()
            elif kind is DocumentStartEvent:
                self._document(event)

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + self.first_line, mark.column + 1)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents == 2:
            hint = "Take out this line: a file is one list, or one record."
            self._problem(event, "second-document", SECOND_DOCUMENT, hint)

    def _start(self, value: WrittenList | WrittenMapping, event: Any) -> None:
        value.place = self._place(event)
        if self._awaits_key():
            message = "A field's name cannot be a list or have fields."
            self._problem(event, "not-a-key", message, "If this is a text, put quotes round the whole of it.")
            self._open[-1].key = ""
        else:
            self._put(value)
        if len(self._open) >= DEEPEST:
            raise yaml.MarkedYAMLError(None, None, "too deep", event.start_mark)
        self._open.append(_Level(value, isinstance(value, WrittenMapping)))

    def _scalar(self, event: ScalarEvent) -> None:
        said = event.value if event.value.isascii() else _joined(event.value)
        if not said.isprintable() and (found := _NO_TEXT.search(said)):
            message = f"There is a character here that no text shows (number {ord(found.group()):X} in Unicode)."
            self._problem(event, "not-text", message, RETYPE)
            said = _NO_TEXT.sub("", said) or "\ufffd"  # something, so that it is not missed as well
        if self._awaits_key():
            self._key(said, event)
            return
        if not event.style and (self._has_remarks or said[:1] in _LOOKED_AT or " - " in said):
            self._look_at_plain(said, event)
        is_nothing = not said or said.isspace() or (not event.style and said.casefold() in NOTHING)
        value = None
        if not is_nothing:
            value = WrittenText(said)
            value.place = self._place(event)
        self._put(value)

    def _awaits_key(self) -> bool:
        return bool(self._open) and self._open[-1].is_fields and self._open[-1].key is None

    def _key(self, said: str, event: Any) -> None:
        mapping: Any = self._open[-1].value
        key = AMERICAN.get(said, said)
        if not key.strip():
            message = "A field's name is missing before the colon."
            self._problem(event, "not-a-key", message, "Write the name, or put quotes round the whole text.")
            key = ""
        elif key in mapping.keys_at:
            self.problems.append(written_twice(key, self._place(event), mapping.keys_at[key]))
            key = ""
        else:
            mapping.keys_at[key] = self._place(event)
        self._open[-1].key = key

    def _put(self, value: Written) -> None:
        if not self._open:
            if self._documents == 1:
                self.root = value
            return
        parent = self._open[-1]
        if isinstance(parent.value, WrittenList):
            if value is not None:
                parent.value.append(value)
            return
        key, parent.key = parent.key, None
        if key and value is not None:
            parent.value[key] = value

    def _look_at_plain(self, said: str, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        begins_line = not self.text[self.text.rfind("\n", 0, start) + 1 : start].strip(" ")
        if begins_line and looks_like_a_list(self.text[start:end]):
            hint = "If it is a list, begin each of its lines with a hyphen and a space."
            self._problem(event, "list-meant", f"{shown(said)} is read as one text.", hint, is_hint=True)
        elif _ITEM_BELOW.search(self.text, start, end):
            hint = "If the dash below begins another item, let it stand in the column of the dash above."
            self._problem(event, "list-meant", f"{shown(said)} is read as one text.", hint, is_hint=True)
        elif said[:1] in _STUMBLES:
            message = f"{shown(said)} is read as typed, but other programs would stumble over it."
            self._problem(event, "quote-it", message, "Put quotes round the text.", is_hint=True)
        elif said[:1] in QUOTES and not QUOTES[said[0]] & set(said[1:]):
            message = f"The quotation mark {said[0]} is a part of the text here, and does not hold it together."
            hint = 'Write " in its place, and at the end.'
            self._problem(event, "smart-quotes", message, hint, is_hint=True)
        if self._has_remarks and (remark := _REMARK.match(self.text, end)):
            cut = shown(remark[1])
            message = f"The text ends before {cut}, because a # after a space begins a remark."
            hint = "If it belongs to the text, put quotes round the whole text."
            self._problem(event, "text-cut", message, hint, is_hint=True)

    def _problem(self, event: Any, code: str, message: str, hint: str, *, is_hint: bool = False) -> None:
        severity: Any = "hint" if is_hint else "problem"
        self.problems.append(Problem(self._place(event), code, message, hint, severity=severity))


def _joined(text: str) -> str:
    r"""The text with `\ud83d\ude00`, as JSON writes a character, made into that character."""
    if not _HALVES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
