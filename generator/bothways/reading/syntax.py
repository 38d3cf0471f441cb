"""PyYAML's complaints in plain words: at the line where the person must do something, with what to do."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import yaml

from bothways.model.refusal import shown
from bothways.problems import Place, Problem
from bothways.reading.slips import QUOTES, Words, field_before, odd_beginning, out_of_line, slip_of_line

SECOND_DOCUMENT = "A second document begins here."

COLON = "A colon and a space inside a text would begin a field, and none can begin here."

CLOSES = {"[": "]", "{": "}"}

_FIELD = re.compile(r"(?P<start>[ ]*(?:-[ ]+)*)(?P<key>[\w-]+):[ ]+(?P<value>.*)")


@dataclass(frozen=True)
class _Stumble:
    """Where PyYAML stumbled: lines and columns from 0, as it counts."""

    said: str
    lines: list[str]
    line: int
    column: int
    began: tuple[int, int] | None = None
    """Where the part began that it was reading."""
    first_line: int = 1
    """The line of the file at which the text begins, counted from 1."""

    @property
    def shown_line(self) -> int:
        """The number of the line in the file."""
        return self.line + self.first_line

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.lines[self.line][: self.column] if self.line < len(self.lines) else ""

    def above(self) -> int | None:
        """The number of the nearest line above that says something."""
        numbers = range(min(self.line, len(self.lines)) - 1, -1, -1)
        return next((n for n in numbers if self.lines[n].strip() and not self.lines[n].lstrip().startswith("#")), None)

    def last_quotation(self) -> tuple[int, int]:
        """Where the quotation began that ended last before it."""
        began = (self.line, self.column)
        with suppress(yaml.YAMLError):
            for token in yaml.scan("\n".join(self.lines), Loader=yaml.SafeLoader):
                if (token.start_mark.line, token.start_mark.column) >= (self.line, self.column):
                    break
                if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                    began = (token.start_mark.line, token.start_mark.column)
        return began


Explained = tuple[tuple[int, int], Words]


def syntax_problem(error: yaml.YAMLError, text: str, file: str, first_line: int) -> Problem:
    """What PyYAML could not read, at its place in the file."""
    stumble = _stumble(error, text, first_line)
    (line, column), (code, message, hint) = _explained(stumble)
    return Problem(Place(file, line + first_line, column + 1), code, message, hint)


def _stumble(error: Any, text: str, first_line: int) -> _Stumble:
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    lines = re.split(r"\r\n?|\n", text)
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is not None:
        began = (context.line, context.column) if context else None
        return _Stumble(said, lines, mark.line, mark.column, began, first_line)
    before = text[: getattr(error, "position", None) or 0]
    return _Stumble(said, lines, before.count("\n"), len(before) - (before.rfind("\n") + 1), None, first_line)


def _explained(stumble: _Stumble) -> Explained:
    for number in dict.fromkeys((stumble.above(), stumble.line)):
        if number is not None and number < len(stumble.lines) and (slip := odd_beginning(stumble.lines[number])):
            return (number, slip[0]), slip[1]
    for pattern, explain in _EXPLAINERS:
        if re.search(pattern, stumble.said):
            return explain(stumble)
    hint = "Look at the quotes, colons and indentation of this line."
    return (stumble.line, stumble.column), ("syntax", "This cannot be read.", hint)


def _colon(stumble: _Stumble) -> Explained:
    """A field begins where none can: inside a text, or on a line that belongs to the text above it."""
    above = stumble.above()
    key = re.fullmatch(r"[ ]*(?:-[ ]+)*([\w-]+)", stumble.before)
    if key is None or above is None:
        return _colon_in_text(stumble)
    if broken := slip_of_line(stumble.lines[above]):
        column, words = broken
        return (above, column), words
    message = f"{shown(key[1])} is not indented as the field above it."
    hint = "Let the fields of one record begin in the same column."
    return (stumble.line, key.start(1)), ("indentation", message, hint)


def _colon_in_text(stumble: _Stumble) -> Explained:
    line = stumble.lines[stumble.line]
    field = _FIELD.match(line)
    message = COLON
    if not line[stumble.column + 1 :].strip():
        message = "A colon at the end of a text would make it the name of a field."
    if field is None or field.end("key") >= stumble.column:
        hint = "Put quotes round the whole text, or look at the indentation."
        return (stumble.line, stumble.column), ("colon-in-text", message, hint)
    value = field["value"].rstrip()
    if value[0] in QUOTES and value[-1] in QUOTES[value[0]]:
        value = value[1:-1]
    hint = "Put quotes round the whole text."
    if not re.search(r"[\"'\\#]", value) and shown(value) == value:
        hint = f'Put quotes round the whole text: {field["key"]}: "{value}"'
    if second := field_before(stumble.before):
        hint = f"If {second['key']} is a field of its own, write it on a line of its own. Else p{hint[1:]}"
    return (stumble.line, field.start("value")), ("colon-in-text", message, hint)


def _no_colon(stumble: _Stumble) -> Explained:
    """A line among fields that is no field: its place is where it begins."""
    line, column = stumble.began or (stumble.line, stumble.column)
    above = _Stumble("", stumble.lines, line, column).above()
    if above is not None and re.search(r":[ ]+[|>][-+]?[ ]*$", stumble.lines[above]):
        message = "The text that begins here is not indented enough."
        return (line, column), ("block-text", message, "Indent it by two spaces more than the line above.")
    if above is not None and re.search(r"\w:[ ]*$", stumble.lines[above]) and ":" not in stumble.lines[line]:
        message = "This line is not indented below the field above it."
        hint = "Indent it by two more spaces; and if it is one of several, begin it with a dash and a space."
        return (line, column), ("indentation", message, hint)
    if broken := slip_of_line(stumble.lines[line]):
        return (line, max(broken[0], column)), broken[1]
    hint = "Write it as name: value, with a space after the colon."
    return (line, column), ("colon-missing", "A field's name is followed by a colon and a space.", hint)


def _bracket(stumble: _Stumble) -> Explained:
    line, column = stumble.began or (stumble.line, stumble.column)
    bracket = stumble.lines[line][column : column + 1]
    if missing := _comma(stumble, line):
        return missing
    if stumble.line > line or "stream end" in stumble.said:
        until = "" if "stream end" in stumble.said else f": line {stumble.shown_line} does not fit into it"
        hint = f"Close it with {CLOSES.get(bracket, ']')}, or put quotes round the text that it belongs to."
        return (line, column), ("bracket", f"The bracket that opens here is not closed{until}.", hint)
    got = stumble.said.rsplit("but got ", 1)[-1].strip("'")
    place = (stumble.line, stumble.column)
    if got == ":":
        return place, ("colon-in-text", COLON, "Put quotes round the whole text before and after this colon.")
    if got == "?":
        message = "A question mark inside brackets has a meaning of its own."
        return place, ("bracket", message, "Put quotes round the whole text or link.")
    if got in CLOSES.values():
        message = f"{got} does not close the {bracket} that opens before it."
        return place, ("bracket", message, f"Write {CLOSES.get(bracket, ']')} in its place.")
    message = "A comma or a closing bracket is missing before this."
    return place, ("bracket", message, "Add it, or put quotes round the whole text.")


def _comma(stumble: _Stumble, began: int) -> Explained | None:
    """A comma that is missing: before the name of a field, or between items on lines of their own."""
    got = stumble.said.rsplit("but got ", 1)[-1].strip("'")
    if got == ":" and (name := field_before(stumble.before)):
        hint = f"Write a comma before {name['key']}, or put quotes round the whole text."
        return (stumble.line, name.start("key")), ("comma-missing", f"A comma is missing before {name['key']}.", hint)
    above = stumble.above()
    is_field = (
        re.match(r"\s*(?:- +)?\w+\s*:", stumble.lines[stumble.line]) if stumble.line < len(stumble.lines) else None
    )
    if got == "<scalar>" and above is not None and above >= began and stumble.line > began and not is_field:
        end = len(stumble.lines[above].rstrip())
        return (above, end), ("comma-missing", "A comma is missing at the end of this line.", "Write it there.")
    return None


def _open_end(stumble: _Stumble) -> Explained:
    """Nothing follows an opening bracket, or a text begins with a closing one."""
    found = stumble.said.rsplit("but found ", 1)[-1].strip("'")
    if found in ("]", "}", ","):
        message = f"A text cannot begin with {found}"
        return (stumble.line, stumble.column), ("bracket", message, "Put quotes round the whole text, or take it out.")
    above = stumble.above()
    if above is not None and stumble.lines[above].strip() == "-":
        hint = "Indent it by two spaces, and so the other fields of this record."
        return (stumble.line, stumble.column), ("indentation", "This line is not indented below its dash.", hint)
    text = "\n".join(stumble.lines[: stumble.line + 1])
    opened = max(text.rfind("["), text.rfind("{"), 0)
    began = (text.count("\n", 0, opened), opened - (text.rfind("\n", 0, opened) + 1))
    return _bracket(_Stumble("stream end", stumble.lines, stumble.line, stumble.column, began))


def _not_in_line(stumble: _Stumble) -> Explained:
    """PyYAML thought that the record had ended: by indentation, or by a closing quotation mark or bracket."""
    place = (stumble.line, stumble.column)
    found = stumble.said.rsplit("but found ", 1)[-1].strip("'")
    before = stumble.before.rstrip()
    above = stumble.above()
    if found == "<scalar>":
        began = stumble.last_quotation()
        if began[0] < stumble.line and before:
            message = f"The quotation mark that opens here is closed only on line {stumble.shown_line}."
            return began, ("quote-missing", message, "Close it where the text ends, or take it out.")
        if not before and above is not None:
            before = stumble.lines[above].rstrip()
    if found in ("]", "}"):
        return place, ("bracket", "There is one closing bracket too many.", "Take it out, or quote the whole text.")
    if before.endswith(('"', "'")):
        hint = (
            _other_quotes(stumble)
            or "Put one pair of quotes round the whole text; double ones if it holds an apostrophe."
        )
        return place, ("after-quote", "There is more text after a closing quotation mark.", hint)
    if before.endswith(("]", "}")):
        hint = "Take out what follows the bracket, or put quotes round the whole text."
        return place, ("bracket", "There is more after a closing bracket.", hint)
    if above is not None and stumble.lines[above].startswith("..."):
        return (above, 0), ("second-document", SECOND_DOCUMENT, "Take out this line.")
    return place, out_of_line(stumble.lines[stumble.line].strip(), found)


def _other_quotes(stumble: _Stumble) -> str:
    """The text with the other kind of quotes round it, where that is all it needs."""
    field = _FIELD.match(stumble.lines[stumble.line])
    value = field["value"].rstrip() if field else ""
    mark, inner = value[:1], value[1:-1]
    other = {'"': "'", "'": '"'}.get(mark, "")
    if not field or not other or not value.endswith(mark) or other in inner or "\\" in inner or shown(value) != value:
        return ""
    return f"Use the other quotes round the whole text: {field['key']}: {other}{inner}{other}"


def _tab(stumble: _Stumble) -> Explained:
    place, before = (stumble.line, stumble.column), stumble.before.rstrip(" \t")
    if not before:
        return place, (
            "tab",
            "There is a tab here, and only spaces can indent.",
            "Take it out, and indent with two spaces for each level.",
        )
    if re.search(r"(?:^\s*|\s)-$|:$", before):
        return place, ("tab", "There is a tab here, where a space belongs.", "Write a space in its place.")
    message = "A tab follows this text, and cannot be read here."
    return place, ("tab", message, "Take it out; or, if it belongs to the text, put quotes round the whole text.")


def _at_its_beginning(code: str, message: str, hint: str) -> Callable[[_Stumble], Explained]:
    return lambda stumble: (stumble.began or (stumble.line, stumble.column), (code, message, hint))


def _there(code: str, message: str, hint: str) -> Callable[[_Stumble], Explained]:
    return lambda stumble: ((stumble.line, stumble.column), (code, message, hint))


_QUOTE = "The quotation mark that opens here is never closed."
_DASH = "A dash and a space begin an item of a list, and none can begin here."
_BLOCK = "After | or >, the text begins on the next line."

_EXPLAINERS: tuple[tuple[str, Callable[[_Stumble], Explained]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    (r"found character '\\t'", _tab),
    (
        "cannot start any token",
        _there("block-text", "A text inside brackets cannot begin with | or >.", "Put quotes round the whole text."),
    ),
    (
        "sequence entries are not allowed",
        _there("dash-in-text", _DASH, "Put the item on a line of its own, or quotes round the whole text."),
    ),
    (
        "unexpected end of stream|document separator",
        _at_its_beginning("quote-missing", _QUOTE, "Close it, or take it out."),
    ),
    (
        "found unknown escape character|expected escape sequence",
        _there(
            "backslash",
            "A backslash inside double quotes has a meaning of its own.",
            "Use single quotes round the text.",
        ),
    ),
    (
        "mapping keys are not allowed",
        _there("question-mark", "A text cannot begin with ? and a space.", "Put quotes round the whole text."),
    ),
    ("expected ',' or", _bracket),
    ("expected the node content", _open_end),
    ("expected <block end>|expected '<document start>'", _not_in_line),
    (
        "special characters are not allowed",
        _there("not-text", "There is a character here that no text shows.", "Delete it, or type the text again."),
    ),
    (
        "expected chomping or indentation|expected a comment or a line break|expected indentation indicator",
        _at_its_beginning("block-text", _BLOCK, "Move the text there, indented by two spaces; or put quotes round it."),
    ),
    (
        "too deep",
        _there(
            "too-deep",
            "This is nested more deeply than a workbook ever is.",
            "Look for a bracket or an indentation that was not meant.",
        ),
    ),
)
