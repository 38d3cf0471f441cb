"""Pieces: the words of a draft, and the gaps that are left to fill.

Takes a template and the values; gives pieces. Values are data: braces, brackets or markup in them stay as typed. A
placeholder's value stands under its name; that of a gap in square brackets, where it is known, under words in brackets.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bothways.guide.placeholders import NOUNS, POSSIBLE, name_inside
from bothways.model.described import described


class Piece(NamedTuple):
    """A run of words, or a gap. Plain text: whoever shows it escapes it, and keeps its line breaks."""

    text: str
    """The words; for a gap, what belongs there: `their first name`."""
    is_gap: bool = False
    """Whether it is still to be filled."""
    is_strong: bool = False
    """Whether the template sets it off with two asterisks, as phone scripts do."""


Paragraph = tuple[Piece, ...]

_TOKEN = re.compile(r"\{\{([^{}]{0,200})\}\}|\[([^\[\]]{1,300})\](?!\()")
"""A placeholder, or text in square brackets that is not a link."""
_STRONG = re.compile(r"\*\*(?=[^\s*])(.+?)(?<=\S)\*\*", re.DOTALL)
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])")
_LINE_END = re.compile(r"[ \t]*\\?\r?\n")

_STANDS_FOR = {
    "me.first_name": "your first name",
    "person.first_name": "their first name",
    "person.organisation": "where they work",
    "conversation.date": "the day of your talk",
    "conversation.time": "the time of your talk",
    "conversation.place": "the place of your talk",
}
"""Gaps that the model's own description of the field does not name well."""


def paragraphs(template: str, values: Mapping[str, str]) -> tuple[Paragraph, ...]:
    """The paragraphs of a message, filled in. Blank lines part them; other line breaks stay."""
    blocks = re.split(r"\n[ \t]*\n", _LINE_END.sub("\n", template.strip()))
    return tuple(tuple(_styled(block.strip(), values)) for block in blocks if block.strip())


def line(template: str, values: Mapping[str, str]) -> Paragraph:
    """One line, such as a subject, filled in."""
    return tuple(_filled(template, values))


def as_text(pieces: Iterable[Piece], gap: str = "[{}]") -> str:
    """The words of some pieces, each gap as `gap` says."""
    return "".join(gap.format(piece.text) if piece.is_gap else piece.text for piece in pieces)


def _styled(block: str, values: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces of a paragraph. Only the template's own asterisks are emphasis, so they are read before filling in."""
    for number, run in enumerate(_STRONG.split(block)):
        yield from _filled(_EMPHASIS.sub(r"\1", run), values, is_strong=number % 2 == 1)


def _filled(template: str, values: Mapping[str, str], *, is_strong: bool = False) -> Iterator[Piece]:
    end = 0
    for match in _TOKEN.finditer(template):
        if before := template[end : match.start()]:
            yield Piece(before, is_strong=is_strong)
        end = match.end()
        if match[1] is not None:
            name = name_inside(match[1])
            words = values.get(name, "")
            yield Piece(words or _stands_for(name), is_gap=not words, is_strong=is_strong)
        else:
            label = " ".join(as_text(_filled(match[2], values), gap="{}").split())
            known = values.get(f"[{label}]", "")
            is_gap = not known and any(letter.isalnum() for letter in label)
            yield Piece(known or (label if is_gap else match[0]), is_gap=is_gap, is_strong=is_strong)
    if rest := template[end:]:
        yield Piece(rest, is_strong=is_strong)


def _stands_for(name: str) -> str:
    """What belongs into a gap: the model's description of the field, up to its first comma."""
    if name in _STANDS_FOR or name not in POSSIBLE:
        return _STANDS_FOR.get(name, name or "something")
    noun, _, field = name.partition(".")
    if noun == "organisation":
        return f"the organisation's {field.replace('_', ' ')}"
    first = re.split(r"[:;,.]", described(NOUNS[noun]).get(field, field))[0]
    return first[0].lower() + first[1:]
