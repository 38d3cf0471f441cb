"""Somebody who could become a record in `people.yaml`: an entry, looked over.

What cannot stand in a workbook is listed, never changed on the sly: a name or role with `<`, `>` or a character that no
text shows leaves the whole row out; a date, address or link that is none is left out alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bothways.exchange.coming.dates import read_day
from bothways.exchange.coming.entry import Entry
from bothways.exchange.coming.tables import LEFT_OUT
from bothways.model.fields import LINK_SCHEMES
from bothways.model.names import folded
from bothways.model.refusal import shown
from bothways.problems import Place, Problem

LONGEST_LINE = 500
"""Characters of a name, a role or an address: more is no name."""
LONGEST_NOTES = 8_000
"""Characters; the reading of a workbook takes lines of up to 20,000, and quotes and escapes can double them."""

VALUE_LEFT_OUT = "value-left-out"

_BREAKS = re.compile(r"[ \t]*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+[ \t]*|\t+")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?")


@dataclass(frozen=True)
class Contact:
    """Somebody who could become a record."""

    place: Place
    """Where the file says so."""
    fields: dict[str, Any]
    """What would be written: texts and lists of texts by field, in their order."""

    @property
    def name(self) -> str:
        """Their name."""
        return str(self.fields["name"])


class _LeftOutError(Exception):
    """The whole row cannot be taken."""


def contact_from(entry: Entry, *, month_first: bool = False) -> tuple[Contact | None, list[Problem]]:
    """The contact, where there is one, and what is left out of it."""
    values: list[Problem] = []
    try:
        fields = dict(_fields(entry, values, month_first=month_first))
    except _LeftOutError as error:
        return None, [Problem(entry.place, LEFT_OUT, str(error), "Correct it there, or add the person by hand.")]
    return Contact(entry.place, fields), values


def _fields(entry: Entry, left_out: list[Problem], *, month_first: bool) -> Iterator[tuple[str, Any]]:
    name = _line(entry.name, "name")
    if not folded(name):
        about = entry.organisation or next(iter(entry.emails), "")
        raise _LeftOutError(f"There is no name here{f', only {shown(about)}' if about.strip() else ''}.")
    yield "name", name
    for field in ("role", "organisation", "location"):
        if value := _line(getattr(entry, field), field):
            yield field, value
    others = _lines(entry.also_known_as, "also_known_as")
    if others := [other for other in others if folded(other) != folded(name)]:
        yield "also_known_as", others
    emails = [text for text in _lines(entry.emails, "email") if _is(_EMAIL, text, "an e-mail address", entry, left_out)]
    phones = _lines(entry.phones, "phone")
    links = [link for text in _lines(entry.links, "links") if (link := _link(text, entry, left_out))]
    yield from zip(("email",), emails, strict=False)
    yield from zip(("phone",), phones, strict=False)
    links += [f"mailto:{email}" for email in emails[1:]]
    links += [f"tel:{''.join(phone.split())}" for phone in phones[1:]]
    if links:
        yield "links", list(dict.fromkeys(links)) if len(links) > 1 else links
    yield from _met_on(entry, left_out, month_first=month_first)
    if tags := _lines(entry.tags, "tags"):
        yield "tags", tags
    if notes := _notes(entry.notes):
        yield "private_notes", notes


def _met_on(entry: Entry, left_out: list[Problem], *, month_first: bool) -> Iterator[tuple[str, str]]:
    """The day of the first contact, and no keeping in touch: years of connections would all fall due at once."""
    text = entry.met_on.strip()
    if not text:
        return
    if day := read_day(text, month_first=month_first):
        yield "met_on", day.isoformat()
        yield "keep_in_touch", "no"
        return
    message = f"{shown(text)} is not a day, or could be two; it is left out."
    left_out.append(_value(entry, message, "Write the day as year-month-day, such as 2026-11-20."))


def _line(text: str, field: str) -> str:
    """The text as a one-line field takes it."""
    if text.isprintable() and "<" not in text and ">" not in text and len(text) <= LONGEST_LINE:
        return text.strip(" ")  # by far the most, and soon done
    line = _BREAKS.sub(" ", text).strip(" \t\n\ufeff")
    if found := re.search(r"[<>]", line):
        raise _LeftOutError(f"The {field} {shown(line)} holds {found.group()}, which a one-line field cannot.")
    if found := _NO_TEXT.search(line):
        raise _LeftOutError(_no_text(field, found.group()))
    if len(line) > LONGEST_LINE:
        raise _LeftOutError(f"The {field} here has {len(line):,} characters, and {LONGEST_LINE} are the most.")
    return line


def _lines(texts: Iterable[str], field: str) -> list[str]:
    lines = [line for text in texts if text and (line := _line(text, field))]
    return list(dict.fromkeys(lines)) if len(lines) > 1 else lines


def _notes(text: str) -> str:
    if not text:
        return ""
    notes = "\n".join(line.rstrip() for line in re.split(r"\r\n|\n|\r", text)).strip()
    if found := _NO_TEXT.search(notes):
        raise _LeftOutError(_no_text("note", found.group()))
    if len(notes) > LONGEST_NOTES:
        raise _LeftOutError(f"The note here has {len(notes):,} characters, and {LONGEST_NOTES:,} are the most.")
    return notes


def _no_text(field: str, character: str) -> str:
    return f"The {field} holds a character that no text shows (number {ord(character):X} in Unicode)."


def _link(text: str, entry: Entry, left_out: list[Problem]) -> str:
    """The link, with https:// where it had no beginning."""
    if not text.lower().startswith(LINK_SCHEMES) and _HOST.fullmatch(text):
        text = f"https://{text}"
    if text.lower().startswith(LINK_SCHEMES) and not re.search(r"\s", text):
        return text
    left_out.append(_value(entry, f"{shown(text)} is not a link; it is left out."))
    return ""


def _is(pattern: re.Pattern[str], text: str, what: str, entry: Entry, left_out: list[Problem]) -> bool:
    if pattern.fullmatch(text):
        return True
    left_out.append(_value(entry, f"{shown(text)} is not {what}; it is left out."))
    return False


def _value(entry: Entry, message: str, hint: str = "") -> Problem:
    return Problem(entry.place, VALUE_LEFT_OUT, message, hint, severity="hint")
