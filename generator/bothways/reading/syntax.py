"""PyYAML's complaints in plain words: at the line where the person must do something, with what to do."""

import re
from collections.abc import Callable

import yaml

from bothways.model.refusal import shown
from bothways.problems import Place, Problem
from bothways.reading.brackets import COLON, box, bracket, open_end
from bothways.reading.slips import QUOTES, field_before, odd_beginning, out_of_line, slip_of_line
from bothways.reading.stumble import Explained, Stumble, stumble_of

SECOND_DOCUMENT = "A second document begins here."

_FIELD = re.compile(r"(?P<start>[ ]*(?:-[ ]+)*)(?P<key>[\w-]+):[ ]+(?P<value>.*)")


def syntax_problem(error: yaml.YAMLError, text: str, file: str, first_line: int) -> Problem:
    """What PyYAML could not read, at its place in the file."""
    stumble = stumble_of(error, text, first_line)
    (line, column), (code, message, hint) = _explained(stumble)
    return Problem(Place(file, line + first_line, column + 1), code, message, hint)


def _explained(stumble: Stumble) -> Explained:
    for number in dict.fromkeys((stumble.above(), stumble.line)):
        if number is not None and number < len(stumble.lines) and (slip := odd_beginning(stumble.lines[number])):
            return (number, slip[0]), slip[1]
    for pattern, explain in _EXPLAINERS:
        if re.search(pattern, stumble.said):
            return explain(stumble)
    hint = "Look at the quotes, colons and indentation of this line."
    return (stumble.line, stumble.column), ("syntax", "This cannot be read.", hint)


def _colon(stumble: Stumble) -> Explained:
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


def _colon_in_text(stumble: Stumble) -> Explained:
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


def _no_colon(stumble: Stumble) -> Explained:
    """A line among fields that is no field: its place is where it begins."""
    line, column = stumble.began or (stumble.line, stumble.column)
    above = Stumble("", stumble.lines, line, column).above()
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


def _not_in_line(stumble: Stumble) -> Explained:
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
    if ticked := box(stumble):
        return ticked
    if before.endswith(("]", "}")):
        hint = "Take out what follows the bracket, or put quotes round the whole text."
        return place, ("bracket", "There is more after a closing bracket.", hint)
    if above is not None and stumble.lines[above].startswith("..."):
        return (above, 0), ("second-document", SECOND_DOCUMENT, "Take out this line.")
    return place, out_of_line(stumble.lines[stumble.line].strip(), found)


def _other_quotes(stumble: Stumble) -> str:
    """The text with the other kind of quotes round it, where that is all it needs."""
    field = _FIELD.match(stumble.lines[stumble.line])
    value = field["value"].rstrip() if field else ""
    mark, inner = value[:1], value[1:-1]
    other = {'"': "'", "'": '"'}.get(mark, "")
    if not field or not other or not value.endswith(mark) or other in inner or "\\" in inner or shown(value) != value:
        return ""
    return f"Use the other quotes round the whole text: {field['key']}: {other}{inner}{other}"


def _tab(stumble: Stumble) -> Explained:
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


def _at_its_beginning(code: str, message: str, hint: str) -> Callable[[Stumble], Explained]:
    return lambda stumble: (stumble.began or (stumble.line, stumble.column), (code, message, hint))


def _there(code: str, message: str, hint: str) -> Callable[[Stumble], Explained]:
    return lambda stumble: ((stumble.line, stumble.column), (code, message, hint))


_QUOTE = "The quotation mark that opens here is never closed."
_DASH = "A dash and a space begin an item of a list, and none can begin here."
_BLOCK = "After | or >, the text begins on the next line."

_EXPLAINERS: tuple[tuple[str, Callable[[Stumble], Explained]], ...] = (
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
    ("expected ',' or", bracket),
    ("expected the node content", open_end),
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
