"""Brackets and braces that PyYAML could not read: one too many, too few, or something missing inside."""

import re

from bothways.model.refusal import shown
from bothways.reading.slips import field_before
from bothways.reading.stumble import Explained, Stumble

COLON = "A colon and a space inside a text would begin a field, and none can begin here."

CLOSES = {"[": "]", "{": "}"}


_BOX = re.compile(r"[ ]*- \[(?P<tick>[ xX\u2713\u2714]?)\][ ](?P<text>.+)")
"""A box to tick, as Markdown has it, with its text."""


def box(stumble: Stumble) -> Explained | None:
    """A box to tick where a step is wanted."""
    line = stumble.lines[stumble.line] if stumble.line < len(stumble.lines) else ""
    match = _BOX.fullmatch(line.rstrip())
    if match is None:
        return None
    hint = f"Write - {shown(match['text'])}"
    if match["tick"].strip():
        hint = f"Write - do: {shown(match['text'])} and, on a line of its own below do, done: yes"
    return (stumble.line, line.index("[")), ("bracket", "A step has no box to tick here.", hint)


def bracket(stumble: Stumble) -> Explained:
    """A bracket that is not closed, or closed by another; or what is missing or too much inside of it."""
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


def _comma(stumble: Stumble, began: int) -> Explained | None:
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


def open_end(stumble: Stumble) -> Explained:
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
    return bracket(Stumble("stream end", stumble.lines, stumble.line, stumble.column, began))
