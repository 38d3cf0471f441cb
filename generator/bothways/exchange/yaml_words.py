"""Records as YAML: texts quoted only where another reader would take them for something else.

Only lists of texts and texts: that is all that other programs' files bring. Nothing here reads YAML.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

PLAIN = re.compile(r"[^\W_](?:[\w ,.;!?()/&+@=%$'’“”–—·-]|:(?=\S)|(?<=\S)#)*")
"""Begins with a letter or a digit, and holds nothing that begins a remark or a field."""

_MEANS_ELSEWHERE = frozenset("null true false yes no on off y n".split())
"""Words that YAML readers take for something else than a text. Ours does so with null alone."""

_TYPED = frozenset({"keep_in_touch", "met_on", "last_contact", "next_due"})
"""Fields whose `no` or day is meant as one."""

_AWKWARD = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_REMARK_AFTER_BLOCK = re.compile(r"([|>][-+0-9]*)#")


def records(several: Sequence[Mapping[str, Any]]) -> str:
    """A list of records, with an empty line between them."""
    return "\n".join(record(fields) for fields in several)


def record(fields: Mapping[str, Any]) -> str:
    """One record of a list."""
    lines = [line for field, value in fields.items() for line in field_lines(field, value)]
    return "".join(f"{'- ' if number == 0 else '  '}{line}".rstrip() + "\n" for number, line in enumerate(lines))


def field_lines(field: str, value: Any) -> Iterator[str]:
    """The lines of one field: a text, or a list of texts."""
    if isinstance(value, str):
        yield from _text_lines(field, value)
    elif len(value) == 1:
        yield f"{field}: {text(value[0])}"
    else:
        yield f"{field}:"
        yield from (f"  - {text(item)}" for item in value)


def text(said: str, *, is_typed: bool = False) -> str:
    """The text as it stands where that is safe, else in double quotes."""
    is_plain = PLAIN.fullmatch(said) and not said.endswith((" ", ":"))
    if is_plain and (is_typed or (said.casefold() not in _MEANS_ELSEWHERE and not _is_number(said))):
        return said
    quoted = _AWKWARD.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(said, ensure_ascii=False))
    return _REMARK_AFTER_BLOCK.sub(r"\1\\x23", quoted)


def _text_lines(field: str, value: str) -> Iterator[str]:
    if "\n" not in value or not _is_block(value):
        yield f"{field}: {text(value, is_typed=field in _TYPED)}"
        return
    yield f"{field}: |-"
    yield from (f"  {line}" if line else "" for line in value.split("\n"))


def _is_block(value: str) -> bool:
    """Whether the text can stand below its field as it is."""
    lines = value.split("\n")
    is_tidy = bool(lines[0]) and not lines[0].startswith(" ") and bool(lines[-1]) and not re.search(r"[\t\r]", value)
    return is_tidy and not _AWKWARD.search(value) and not _REMARK_AFTER_BLOCK.search(value)


def _is_number(said: str) -> bool:
    """Whether another reader would take it for a number, a time or a day, and drop its noughts."""
    return bool(re.fullmatch(r"[\d_.,:eExX+-]+", said))
