"""Slips on one line: a colon, a space or a field's name that is missing, and what to write instead."""

import re

from bothways.model.refusal import shown
from bothways.reading.kinds import FIELD_NAMES

Words = tuple[str, str, str]
"""A code, a message and a hint."""

_DASHES = re.compile(r"[ ]*(?:-[ ]+)*")


def slip_of_line(line: str) -> tuple[int, Words] | None:
    """What is wrong with a line that should be a field, and in which column."""
    start = _DASHES.match(line)
    column, said = (start.end(), line[start.end() :]) if start else (0, line)
    if slip := slip_at_colon(said):
        return column + len(slip[0]), slip[1]
    if said.startswith(("&", "!")):
        message = f"{shown(said.split()[0])} is a mark of programmers, and has no meaning here."
        return column, ("mark", message, "Take it out.")
    if said and not re.search(r":(\s|$)", said):
        hint = f"Begin it with a field's name, such as name: {shown(said)}"
        return column, ("colon-missing", "This line is a text without a field's name.", hint)
    return None


def slip_at_colon(said: str) -> tuple[str, Words] | None:
    """What is written up to the slip, and the slip, where a field's name lacks its colon, or the space after it."""
    match = re.match(r"(?P<key>\w+)(?P<colon>:?)(?P<value>.*)", said)
    if match is None or match["key"] not in FIELD_NAMES:
        return None
    key, value = match["key"], match["value"]
    hint = f"Write {key}: {shown(value)}" if value.strip() else f"Write {key}: and, after a space, what it is."
    if match["colon"] and value and not value[0].isspace():
        return f"{key}:", ("space-missing", f"A space is missing after {key}:", hint)
    if not match["colon"] and (not value or value[0].isspace()) and not re.search(r":(\s|$)", value):
        return key, ("colon-missing", f"A colon is missing after {key}.", hint)
    return None


def out_of_line(line: str, found: str) -> Words:
    """A line that does not belong to what is above it."""
    if line.startswith(":"):
        hint = "Write the name, or put quotes round the whole text."
        return "not-a-key", "A field's name is missing before the colon.", hint
    if re.match(r"-\w", line):
        return "space-missing", "A space is missing after the dash.", "Write a dash and a space."
    if found == "-":
        hint = "Take out the dash and its space, or indent it below the field that it belongs to."
        return "indentation", "A dash begins a list here, but the lines above it are fields.", hint
    if found == "?":
        hint = "Begin a new record with a dash and a space, or indent a further field as the others."
        return "indentation", "This line stands outside the list above it.", hint
    hint = "Indent the fields of one record alike, and begin each record of a list with a dash and a space."
    return "indentation", "This line is not indented as the lines above it.", hint
