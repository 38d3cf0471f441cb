"""Slips on one line: a colon, a space, a dash or a field's name that is missing or odd, and what to write instead."""

import re
from collections.abc import Mapping

from bothways.model.refusal import shown
from bothways.reading.kinds import FIELD_NAMES

Words = tuple[str, str, str]
"""A code, a message and a hint."""

_DASHES = re.compile(r"[ ]*(?:-[ ]+)*")
_LEADING = re.compile(
    r"(?P<start>[ ]*(?:-[ ]+)*)"
    r"(?P<sign>//|/\*|<!--|;|-(?=\w)|[•‣◦▪·*–—\u2212\u2010-\u2015\uff0d]|-?[^\S \t\n]+)(?P<rest>.*)"
)
"""What begins a line in the place of spaces, a hyphen or a remark."""
_FIELD = re.compile(r"\s*(?P<key>\w+)\s*:")
_AFTER_NAME = re.compile(
    r"(?P<key>\w+)(?P<sign>:|\s*(?:=|[\uff1a\ua789\u2236]|[-–—]+>?(?=\s)))?(?P<value>.*)", re.DOTALL
)

_MARKS = re.compile(r"```|~~~|(?:<{7}|={7}|>{7})(?:\s|$)")
_FENCE = (
    "mark",
    "This line is a mark of Markdown, and has no meaning here.",
    "Take it out, and the other one like it.",
)
_VERSIONS = (
    "two-versions",
    "Two versions of this file meet here, between <<<<<<<, ======= and >>>>>>>.",
    "Keep the lines that you want, and take out the others, and the three lines of signs.",
)
_MARKED: Mapping[str, Words] = {"`": _FENCE, "~": _FENCE, "<": _VERSIONS, "=": _VERSIONS, ">": _VERSIONS}

_ITEMS = re.compile(r"(?:[•‣◦▪·*][ ]*|-(?=[^\W\d])|[–—][ ]+)\S[^\n]*(?:\n[ ]*(?:[•‣◦▪·*–—][ ]*|-)\S[^\n]*)*")
"""Lines that look like a list, and are one text."""

QUOTES = {"“": {"”", "“"}, "„": {"“", "”"}, "«": {"»"}, "»": {"«"}, "\u2018": {"\u2019"}}
"""Quotation marks that are letters to YAML, each with those that close it."""


def looks_like_a_list(lines: str) -> bool:
    """Whether all lines of a text begin as the items of a list do elsewhere. One alone with a dash is a quotation's."""
    return bool(_ITEMS.fullmatch(lines.strip())) and ("\n" in lines or not lines.lstrip().startswith(("–", "—")))


def slip_of_line(line: str) -> tuple[int, Words] | None:
    """What is wrong with a line that should be a field, and in which column."""
    if slip := odd_beginning(line):
        return slip
    start = _DASHES.match(line)
    column, said = (start.end(), line[start.end() :]) if start else (0, line)
    if at_colon := slip_at_colon(said):
        return column + len(at_colon[0]), at_colon[1]
    if said.startswith(("&", "!")):
        message = f"{shown(said.split()[0])} is a mark of programmers, and has no meaning here."
        return column, ("mark", message, "Take it out.")
    if said and not re.search(r":(\s|$)", said):
        hint = f"Begin it with a field's name, such as name: {shown(said)}"
        if "-" not in line[:column]:
            hint = (
                "If it goes on with the text above, indent it more; if it is a remark, begin it with #. "
                f"Else begin it with a field's name, such as notes: {shown(said)}"
            )
        return column, ("colon-missing", "This line is a text without a field's name.", hint)
    return None


def odd_beginning(line: str) -> tuple[int, Words] | None:
    """What is wrong with the signs at the beginning of a line with a field, and in which column."""
    if mark := _MARKS.match(line):
        return 0, _MARKED[mark[0][0]]
    match = _LEADING.match(line)
    if match is None:
        return None
    column, sign = match.start("sign"), match["sign"]
    if sign in ("//", "/*", "<!--", ";"):
        return column, ("remark-sign", "A remark begins with # and a space.", f"Write # in the place of {sign}.")
    field = _FIELD.match(match["rest"])
    if field is None or field["key"] not in FIELD_NAMES:
        return None
    if sign.strip("-").isspace():
        message = "The space here is not the one of the space bar."
        return column, ("odd-space", message, "Delete it, and type a space again.")
    hint = f"Write - {shown(match['rest'].strip())}"
    if sign == "-":
        return column, ("space-missing", "A space is missing after the dash.", hint)
    message = f"Here stands {sign} where a hyphen and a space begin a record of a list."
    return column, ("odd-dash", message, hint)


def slip_at_colon(said: str) -> tuple[str, Words] | None:
    """What is written up to the slip, and the slip, where a field's name lacks its colon, or the space after it."""
    match = _AFTER_NAME.match(said)
    if match is None or (match["key"].lower() if match["sign"] else match["key"]) not in FIELD_NAMES:
        return None
    name, sign, value = match["key"], (match["sign"] or "").strip(), _own(match["value"])
    key = name.lower()
    hint = f"Write {key}: {shown(value)}" if value.strip() else f"Write {key}: and, after a space, what it is."
    if sign == ":":
        if not value or value[0] in " \t\n":
            return None
        if value[0].isspace():
            message = f"The space after {key}: is not the one of the space bar."
            return f"{name}:", ("odd-space", message, f"{hint}, with a space typed anew.")
        return f"{name}:", ("space-missing", f"A space is missing after {key}:", hint)
    if sign or ((not value or value[0].isspace()) and not re.search(r":(\s|$)", value)):
        instead = f", where {sign} stands" if sign else ""
        return name, ("colon-missing", f"A colon is missing after {key}{instead}.", hint)
    return None


def _own(value: str) -> str:
    """What belongs to the field, where others follow it: a text folds the lines below into one."""
    for following in re.finditer(r"\s(?P<key>\w+)(?=\s*[:=\uff1a–—])", value):
        if following["key"] in FIELD_NAMES:
            return value[: following.start()]
    return value


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


def field_before(text: str) -> re.Match[str] | None:
    """The name of a field at the end of a text, with something before it: where a field begins without a new line."""
    match = re.search(r"(?<=[\s;,\]}\"'])(?P<key>\w+)\s*$", text)
    return match if match and match["key"] in FIELD_NAMES and text[: match.start()].strip(" -{[,") else None
