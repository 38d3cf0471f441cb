"""PyYAML's complaints in plain words, with what to do."""

import re

import yaml

from bothways.problems import Place, Problem

_COMPLAINTS: tuple[tuple[str, str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "colon-in-text",
        "A colon followed by a space begins a field, and none can begin here.",
        "If the text holds the colon, put quotes round the whole text; else look at the indentation.",
    ),
    (
        r"found character '\\t'",
        "tab",
        "There is a tab here.",
        "Indent with spaces: two for each level.",
    ),
    (
        "could not find expected ':'",
        "colon-missing",
        "A field's name is followed by a colon and a space, and none is here.",
        "Write it as name: value, with a space after the colon.",
    ),
    (
        "too deep",
        "too-deep",
        "This is nested more deeply than a workbook ever is.",
        "Look for a bracket or an indentation that was not meant.",
    ),
    (
        "unexpected end of stream",
        "quote-missing",
        "A quotation mark that opened is never closed.",
        "Close it, or take it out.",
    ),
    (
        "found unknown escape character",
        "backslash",
        "A backslash inside double quotes has a meaning of its own.",
        "Use single quotes round the text.",
    ),
    (
        "expected ',' or",
        "bracket",
        "A comma or a closing bracket is missing before this.",
        "Close the bracket. A text that holds a comma, a bracket or ?, needs quotes round it.",
    ),
    (
        "but found '?<stream end>|expected the node content",
        "bracket",
        "A bracket that opened is never closed.",
        "Close it, or put quotes round the text.",
    ),
    (
        "expected <block end>",
        "indentation",
        "This line is not indented as the lines above it.",
        "Indent the fields of one record alike, and begin each record of a list with a dash and a space.",
    ),
    (
        "special characters are not allowed",
        "not-text",
        "There is a character here that no text shows.",
        "Delete it and type the text again.",
    ),
    (
        "expected chomping or indentation|expected a comment or a line break|expected a comment",
        "block-text",
        "After | or >, the text begins on the next line.",
        "Move the text to the next line, indented by two spaces; or put quotes round it.",
    ),
)


def syntax_problem(error: yaml.YAMLError, text: str, file: str, first_line: int) -> Problem:
    """What PyYAML could not read, at its place in the file."""
    line, column = _where(error, text)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    place = Place(file, line + first_line, column + 1)
    for pattern, code, message, hint in _COMPLAINTS:
        if re.search(pattern, said):
            return Problem(place, code, message, hint)
    return Problem(place, "syntax", "This cannot be read.", "Look at the quotes, colons and indentation of this line.")


def _where(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None and "unexpected end of stream" in str(getattr(error, "problem", "")):
        mark = error.context_mark  # type: ignore[attr-defined]  # where the quotation began
    if mark is not None:
        return mark.line, mark.column
    position = getattr(error, "position", None)
    if isinstance(position, int):
        before = text[:position]
        return before.count("\n"), position - (before.rfind("\n") + 1)
    return 0, 0
