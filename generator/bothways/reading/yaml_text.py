"""YAML text becomes what was written: only texts, lists and fields, each with its place.

Text stays text: no value is guessed to be a number, a date or a yes, and what other programs read as an alias,
an anchor or a tag is read as typed. The tree is built from events, with a bound on its depth, so no file can
exhaust the stack.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.scanner import ScannerError

from bothways.model.refusal import shown
from bothways.problems import Place, Problem
from bothways.reading.kinds import AMERICAN, BRITISH
from bothways.reading.syntax import SECOND_DOCUMENT, syntax_problem
from bothways.reading.written import Written, WrittenList, WrittenMapping, text_at

DEEPEST = 20
"""Levels of nesting; the format itself needs seven."""

NOTHING = ("", "~", "null")
"""Unquoted and in any case, these mean "not said"."""

_STUMBLES = tuple("*&!%@`")
"""First characters that have a meaning of their own in YAML."""

_AWKWARD = re.compile(r"[\t\r\ufeff\ud800-\udfff]|^%|[|>][-+0-9]*#", re.MULTILINE)
"""Where the quick scanner and ours might differ unnoticed; the careful one reads these."""

_NO_TEXT = yaml.reader.Reader.NON_PRINTABLE
"""Characters that YAML allows in no file; an escape such as `\\0` could still make them."""

_SET_ASIDE = str.maketrans("\x85\u2028\u2029", "\ufdd0\ufdd1\ufdd2")
_PUT_BACK = str.maketrans("\ufdd0\ufdd1\ufdd2\ufdd3", "\x85\u2028\u2029?")
"""PyYAML begins a new line at three characters where no editor does: while it reads, characters that mean nothing in
any text stand in their place."""

_ASKED = re.compile(r"(?<=[^\s\[{,:?])\?+(?=[\s,\]})\"'”’]|$)", re.MULTILINE)
"""A question mark that ends a question. Between brackets PyYAML stumbles over it, and questions are what a workbook is
about, so it is set aside too. One inside a word, as in a link, stays a problem: the format says so, since other
programs stumble as well."""

_REMARK = re.compile(r"[ \t]+(#[^\s#][^\n]*)")
"""A `#` straight before a word: perhaps not meant as a remark."""


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

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:
        try:
            return super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError) as error:  # "\\UFFFFFFFF": no such character
            raise ScannerError(None, None, "found unknown escape character", self.get_mark()) from error


_QuickLoader: Any = getattr(yaml, "CSafeLoader", None)


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Written, list[Problem]]:
    """What is written in `text`, with problems and hints about how it is written.

    `first_line` is the line of the file at which the text begins. With a problem of the syntax nothing is given.
    """
    text = _ASKED.sub(lambda marks: "\ufdd3" * len(marks[0]), text.translate(_SET_ASIDE))
    if _QuickLoader and not _AWKWARD.search(text):
        with suppress(yaml.YAMLError):
            return _grown(_Tree(text, file, first_line, is_quick=True))
    tree = _Tree(text, file, first_line)
    try:
        return _grown(tree)
    except yaml.YAMLError as error:
        broken = syntax_problem(error, text.translate(_PUT_BACK), file, first_line)
        return None, [*(said for said in tree.problems if said.place.line != broken.place.line), broken]


def _grown(tree: "_Tree") -> tuple[Written, list[Problem]]:
    tree.grow()
    return tree.root, tree.problems


class _ForTheCarefulError(yaml.YAMLError):
    """The quick scanner gives a meaning here that ours does not."""


@dataclass
class _Level:
    """A list or fields that are not closed yet."""

    value: WrittenList | WrittenMapping
    is_flow: bool
    key: str | None = None
    """The field whose value comes next; empty where that value is dropped."""


class _Tree:
    """The tree under construction, grown from events without recursion."""

    def __init__(self, text: str, file: str, first_line: int, *, is_quick: bool = False) -> None:
        self.text, self.file, self.first_line, self.is_quick = text, file, first_line, is_quick
        self.root: Written = None
        self.problems: list[Problem] = []
        self._open: list[_Level] = []
        self._documents = 0

    def grow(self) -> None:
        """Reads the whole text."""
        for event in yaml.parse(self.text, Loader=_QuickLoader if self.is_quick else _TextLoader):
            match event:
                case ScalarEvent():
                    self._leave_to_the_careful(event)
                    self._scalar(event)
                case MappingStartEvent():
                    self._leave_to_the_careful(event)
                    mapping = WrittenMapping()
                    mapping.keys_at = {}
                    self._start(mapping, event)
                case SequenceStartEvent():
                    self._leave_to_the_careful(event)
                    self._start(WrittenList(), event)
                case MappingEndEvent() | SequenceEndEvent():
                    self._open.pop()
                case DocumentStartEvent():
                    self._document(event)
                case AliasEvent():
                    raise _ForTheCarefulError

    def _leave_to_the_careful(self, event: Any) -> None:
        if not self.is_quick:
            return
        in_flow = bool(self._open) and self._open[-1].is_flow
        is_plain_in_flow = in_flow and isinstance(event, ScalarEvent) and not event.style
        if event.anchor is not None or event.tag is not None:
            raise _ForTheCarefulError
        if is_plain_in_flow and ("?" in event.value or (not event.value and self._awaits_key())):
            raise _ForTheCarefulError

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
        self._open.append(_Level(value, bool(event.flow_style)))

    def _scalar(self, event: ScalarEvent) -> None:
        said = _joined(event.value).translate(_PUT_BACK)
        if not event.style:
            self._look_at_plain(said, event)
        if found := _NO_TEXT.search(said):
            message = f"There is a character here that no text shows (number {ord(found.group()):X} in Unicode)."
            self._problem(event, "not-text", message, "Delete it, or type the text again.")
            said = _NO_TEXT.sub("", said)
        if self._awaits_key():
            self._key(said, event)
            return
        is_nothing = not said.strip() or (not event.style and said.casefold() in NOTHING)
        self._put(None if is_nothing else text_at(said, self._place(event)))

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, WrittenMapping) and self._open[-1].key is None

    def _key(self, said: str, event: Any) -> None:
        mapping = self._open[-1].value
        assert isinstance(mapping, WrittenMapping)
        key = AMERICAN.get(said, said)
        if not key.strip():
            message = "A field's name is missing before the colon."
            self._problem(event, "not-a-key", message, "Write the name, or put quotes round the whole text.")
            key = ""
        elif key in mapping.keys_at:
            other = f" ({BRITISH[key]} is {key})" if key in BRITISH else ""
            message = f"{shown(key)} is written twice here, first on line {mapping.keys_at[key].line}{other}."
            self._problem(event, "written-twice", message, "Keep one of them.")
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
        if said.startswith(_STUMBLES):
            message = f"{shown(said)} is read as typed, but other programs would stumble over it."
            self._problem(event, "quote-it", message, "Put quotes round the text.", is_hint=True)
        if remark := _REMARK.match(self.text, event.end_mark.index):
            cut = shown(remark[1].translate(_PUT_BACK))
            message = f"The text ends before {cut}, because a # after a space begins a remark."
            hint = "If it belongs to the text, put quotes round the whole text."
            self._problem(event, "text-cut", message, hint, is_hint=True)

    def _problem(self, event: Any, code: str, message: str, hint: str, *, is_hint: bool = False) -> None:
        severity: Any = "hint" if is_hint else "problem"
        self.problems.append(Problem(self._place(event), code, message, hint, severity=severity))


def _joined(text: str) -> str:
    r"""The text with `\ud83d\ude00`, as JSON writes a character, made into that character."""
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
