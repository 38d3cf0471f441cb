"""Values as a careful person writes them in YAML: quotes only where they are needed, short lists in brackets."""

import re
from collections.abc import Mapping, Sequence

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""A text, a list or fields."""


class InLine(dict[str, Value]):
    """Fields that are written in braces, on one line."""


LONGEST_IN_BRACKETS = 72
"""Characters of a list that still reads well on one line."""

STEP = "  "
"""What one level is indented by."""

_NOTHING = ("", "~", "null")
_ODD = r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""Characters that an editor does not show as themselves: they are written as escapes. Compiled when it is needed."""
_BEGINS = re.compile(r"[-?](?![0-9A-Za-z])|[:,\[\]{}#&*!|>'\"%@`=“„«»\u2018]|\.\.\.|<<")
"""Beginnings that mean something in YAML, or look as if they did."""
_SURELY_PLAIN = re.compile(r"[a-z0-9](?:[\w .;!()/&+@=%$’-]*[\w.!)])?", re.IGNORECASE)
"""By far the most texts; the rest is looked at closely."""
_INSIDE = re.compile(r":(\s|$)|\s#")
_INSIDE_BRACKETS = re.compile(r"[,\[\]{}?]|:$")

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def is_odd(text: str) -> bool:
    """Whether there is a character in it that an editor does not show as itself."""
    is_plain = text.isascii() and text.isprintable()
    return not is_plain and re.search(_ODD, text) is not None


def text_in_line(text: str, *, in_brackets: bool = False) -> str:
    """A text on one line, quoted where it must be."""
    if _is_plain(text, in_brackets=in_brackets):
        return text
    if is_odd(text) or "'" in text or not ('"' in text or "\\" in text):
        return f'"{re.sub(_ESCAPED, _escaped, text)}"'
    return f"'{text}'"


_MEANS_ELSEWHERE = re.compile(r"(?:true|false|yes|no|on|off|y|n)|[\d_.,:eExX+-]+", re.IGNORECASE)
"""Words and numbers that other programs take for something else than a text."""


def text_for_others(text: str) -> str:
    """A text on one line that no other program takes for a number, a day or a yes."""
    return f'"{text}"' if _MEANS_ELSEWHERE.fullmatch(text) else text_in_line(text)


_ESCAPED = rf'["\\]|{_ODD}'


def _escaped(match: re.Match[str]) -> str:
    letter = match[0]
    code = ord(letter)
    return _ESCAPES.get(letter) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _is_plain(text: str, *, in_brackets: bool) -> bool:
    if text.isascii() and _SURELY_PLAIN.fullmatch(text) and text.casefold() not in _NOTHING:
        return True
    if text != text.strip() or text.casefold() in _NOTHING or is_odd(text):
        return False
    if _BEGINS.match(text) or _INSIDE.search(text):
        return False
    return not (in_brackets and _INSIDE_BRACKETS.search(text))


def in_line(value: Value) -> str:
    """Any value on one line, as it stands in brackets or braces."""
    if isinstance(value, str):
        return text_in_line(value, in_brackets=True)
    if isinstance(value, Mapping):
        return (
            "{"
            + ", ".join(f"{text_in_line(key, in_brackets=True)}: {in_line(said)}" for key, said in value.items())
            + "}"
        )
    return "[" + ", ".join(map(in_line, value)) + "]"


def field_lines(key: str, value: Value, column: int) -> list[str]:
    """A field on lines of its own, its name beginning in a column, counted from 0."""
    pad = " " * column
    name = f"{pad}{key if key.isidentifier() else text_in_line(key)}:"
    if isinstance(value, str):
        first, *more = _text_lines(value, column)
        return [f"{name} {first}", *more]
    if isinstance(value, Mapping):
        below = [line for inner, said in value.items() for line in field_lines(inner, said, column + len(STEP))]
        return [name, *below]
    if _fits_in_brackets(value):
        return [f"{name} {in_line(value)}"]
    return [name, *(line for item in value for line in item_lines(item, column + len(STEP)))]


def item_lines(value: Value, column: int, gap: int = 2) -> list[str]:
    """An item of a list on lines of its own, its dash in a column; `gap`: from the dash to what follows."""
    dash = " " * column + "-".ljust(gap)
    if isinstance(value, str):
        first, *more = _text_lines(value, column)
        return [f"{dash}{first}", *more]
    if not isinstance(value, Mapping) or not value or isinstance(value, InLine):
        return [f"{dash}{in_line(value)}"]
    lines = [line for key, said in value.items() for line in field_lines(key, said, column + gap)]
    return [dash + lines[0][column + gap :], *lines[1:]]


def _fits_in_brackets(items: Sequence[Value]) -> bool:
    texts = [item for item in items if isinstance(item, str)]
    are_short = len(texts) == len(items) and not any("\n" in text for text in texts)
    return are_short and (not items or len(in_line(items)) <= LONGEST_IN_BRACKETS)


def _text_lines(text: str, column: int) -> list[str]:
    """A text from after its field's name: on that line, or on lines of its own below a `|`."""
    if "\n" not in text:
        return [text_in_line(text)]
    body = text.removesuffix("\n")
    lines = body.split("\n")
    is_block = (
        len(lines) > 1
        and not is_odd(body.replace("\n", ""))
        and lines[0][:1].strip() != ""
        and lines[-1].strip() != ""
        and not any(line and not line.strip() for line in lines)
    )
    if not is_block:
        return [text_in_line(text)]
    pad = " " * column + STEP
    return ["|" if text.endswith("\n") else "|-", *(pad + line if line else "" for line in lines)]
