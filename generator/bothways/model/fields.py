"""The kinds of value a field can hold, each with its reading, its message and its schema.

Values arrive as text, because text stays text: a field's type comes from here, never from YAML's guesses.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from bothways.model.days import DAY, EARLIEST, LATEST, day_and_month, day_written
from bothways.model.meant import clock_meant, days_meant, length_meant
from bothways.model.refusal import refusal, shown
from bothways.model.span import Span, read_span

YES = ("yes", "true")
NO = ("no", "false")
UNITS = ("day", "week", "month", "year")
LINK_SCHEMES = ("http://", "https://", "mailto:", "tel:")

LINE_BREAKS = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

_TEXT_SCHEMA = {"type": ["string", "number", "boolean"]}
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.[a-zA-Z]{2,}([/?#]\S*)?")
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_NAME_AND_ADDRESS = re.compile(r"(?P<name>[^<>]+)<(?P<address>[^\s@<>]+@[^\s@<>]+)>")
"""As mail programs write both together."""
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def _any_case(word: str) -> str:
    """The word as a pattern: JSON Schema knows no way to say "in any case"."""
    return "".join(f"[{letter.upper()}{letter}]" for letter in word)


def _in_any_case(*words: str) -> str:
    return f"^({'|'.join(map(_any_case, words))})$"


def _text(value: Any) -> str:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, list | tuple):
        raise refusal("text-wanted", "One text is wanted here, not a list.", "Write one text after the colon.")
    raise refusal("text-wanted", "A text is wanted here, not fields of its own.", quoted_hint(value))


def quoted_hint(fields: Any) -> str:
    """What to do where a colon made fields of what was meant as a text."""
    if isinstance(fields, dict) and len(fields) == 1:
        ((key, value),) = fields.items()
        text = f"{key}: {value}"
        if isinstance(value, str) and shown(text) == text and not re.search(r'["\\]', text):
            return f'Put quotes round the whole text: "{text}"'
    return "If the text holds a colon and a space, put quotes round the whole text."


def _one_line(value: str) -> str:
    if value.isprintable() and "<" not in value and ">" not in value:  # by far the most, and soon done
        return value.strip(" ")
    value = value.strip(" \t\n")
    if LINE_BREAKS.search(value):
        raise refusal("one-line", "This is a one-line field, and the text has a line break.", "Write it on one line.")
    if both := _NAME_AND_ADDRESS.fullmatch(value):
        name = shown(both["name"].replace('"', ""))
        hint = f"Write them apart: {name}, and {shown(both['address'])} under email:."
        raise refusal("one-line", "A one-line field cannot hold <.", hint)
    if found := re.search(r"[<>]", value):
        raise refusal(
            "one-line", f"A one-line field cannot hold {found.group()}.", "Take it out, or write it in words."
        )
    return value


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    text = _text(value)
    day = day_written(text)
    if day is None and DAY.fullmatch(text.strip()):
        hint = _day_hint(text) or "Look at the month and the day once more."
        raise refusal("not-a-date", f"{shown(text)} is not in the calendar.", hint)
    if day is None:
        hint = _day_hint(text) or "Write it as year-month-day, such as 2026-11-20."
        raise refusal("not-a-date", f"{shown(text)} is not a date.", hint)
    if not EARLIEST <= day.year <= LATEST:
        raise refusal("not-a-date", f"{text} is too far away.", f"Write a year from {EARLIEST} to {LATEST}.")
    return day


def _day_hint(text: str) -> str:
    """The day that was meant; where it could be several, all of them."""
    meant = [f"{day} for {day_and_month(day)}" for day in days_meant(text) if EARLIEST <= day.year <= LATEST]
    if not meant:
        return "" if text.strip().lower() not in ("today", "yesterday", "tomorrow") else "Write the day itself."
    return f"Write {' or '.join(meant)}." if len(meant) > 1 else f"Write {meant[0].split(' ')[0]}."


def _clock(value: Any) -> time:
    if isinstance(value, time):
        return value
    text = _text(value)
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        meant = clock_meant(text)
        hint = f"Write {meant:%H:%M}." if meant else "Write it as hours:minutes, such as 10:30."
        raise refusal("not-a-time", f"{shown(text)} is not a time of day.", hint)
    return time(int(match[1]), int(match[2]))


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = _text(value).strip().casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise refusal("not-yes-or-no", f"{shown(value)} is neither yes nor no.", "Write yes or no.")


def _span(value: Any) -> Span:
    return _span_such_as(value, "6 weeks")


def _span_such_as(value: Any, example: str) -> Span:
    if isinstance(value, Span):
        return value
    text = _text(value)
    span = read_span(text)
    if span is None:
        meant = length_meant(text)
        hint = f"Write a number and days, business days, weeks, months or years, such as {example}."
        hint = f"Write {meant}." if meant else hint
        raise refusal("not-a-length", f"{shown(text)} is not a length of time.", hint)
    return span


def _span_or_no(value: Any) -> Span | bool:
    if value is False or (isinstance(value, str) and value.strip().casefold() in NO):
        return False
    if isinstance(value, str) and value.strip().casefold() in ("never", "none"):
        raise refusal("not-a-length", f"{shown(value)} is not a length of time.", "Write no.")
    return _span_such_as(value, "6 weeks, or no for never")


def _day_or_yes(value: Any) -> date | bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().casefold() in (*YES, *NO):
        return _yes_no(value)
    if isinstance(value, str) and not DAY.fullmatch(value.strip()):
        hint = _day_hint(value) or "Write the day, such as 2026-11-20, or yes."
        raise refusal("not-a-date", f"{shown(value)} is neither a date nor yes.", hint)
    return _day(value)


def _link(value: str) -> str:
    if not value.lower().startswith(LINK_SCHEMES) or re.search(r"\s", value):
        hint = "Begin it with https://, http://, mailto: or tel:."
        if _HOST.fullmatch(value):
            hint = f"Write https://{shown(value)}"
        elif _ADDRESS.fullmatch(value):
            hint = f"Write mailto:{shown(value)}"
        raise refusal("not-a-link", f"{shown(value)} is not a link.", hint)
    return value


def _address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise refusal("not-an-address", f"{shown(value)} is not an e-mail address.", "Write it as name@example.org.")
    return value


def _several(value: Any) -> Any:
    if isinstance(value, dict) or (isinstance(value, str) and value):
        return (value,)
    return value


@dataclass(frozen=True)
class Whole:
    """A whole number from `low` to `high`, both included, written in digits."""

    low: int
    high: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}

    def _read(self, value: Any) -> int:
        text = str(value) if isinstance(value, int) else _text(value).strip()
        if not re.fullmatch(r"\d{1,6}", text, re.ASCII):
            digits = re.match(r"\d{1,6}(?=\s*(?:min|%))", text, re.ASCII)
            hint = f"Write {digits[0]}." if digits else "Write digits only, such as 20."
            raise refusal("not-a-number", f"{shown(text)} is not a whole number.", hint)
        if not self.low <= int(text) <= self.high:
            raise refusal(
                "out-of-range",
                f"{shown(text)} is outside {self.low} to {self.high}.",
                f"Write a number from {self.low} to {self.high}.",
            )
        return int(text)


Item = TypeVar("Item")

Minutes = Annotated[int, Whole(1, 1440)]
"""Minutes, up to a day."""
Percent = Annotated[int, Whole(0, 100)]
"""0 to 100."""
Count = Annotated[int, Whole(0, 100)]
"""How many in a week or a month."""
AtLeastOne = Annotated[int, Whole(1, 100)]
"""How many, and not none."""

Prose = Annotated[str, BeforeValidator(_text), WithJsonSchema(_TEXT_SCHEMA)]
"""Text of any length; where it is long it is read as Markdown."""

Line = Annotated[str, BeforeValidator(_text), AfterValidator(_one_line), WithJsonSchema(_TEXT_SCHEMA)]
"""Plain text on one line, without `<` and `>` (Material prints titles unescaped)."""

Link = Annotated[str, BeforeValidator(_text), AfterValidator(_one_line), AfterValidator(_link)]
"""An http, https, mailto or tel address."""

Address = Annotated[str, BeforeValidator(_text), AfterValidator(_one_line), AfterValidator(_address)]
"""An e-mail address."""

Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{1,2}-\d{1,2}$"})]
"""A date, year-month-day."""

Clock = Annotated[time, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}:\d{2}$"})]
"""A time of day, hours:minutes."""

_YES_NO_SCHEMA = {
    "anyOf": [{"enum": [True, False, "yes", "no"]}, {"type": "string", "pattern": _in_any_case(*YES, *NO)}]
}

YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema(_YES_NO_SCHEMA)]
"""`yes` or `no`, `true` or `false`, in any case."""

DayOrYes = Annotated[
    date | bool,
    BeforeValidator(_day_or_yes),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"^\d{4}-\d{1,2}-\d{1,2}$"}, _YES_NO_SCHEMA]}),
]
"""The day it was done, or `yes` where the day is not known."""

_SPAN_PATTERN = rf"^ *\d+ *({_any_case('business')} +)?({'|'.join(map(_any_case, UNITS))})[sS]? *$"

Length = Annotated[Span, BeforeValidator(_span), WithJsonSchema({"type": "string", "pattern": _SPAN_PATTERN})]
"""A length of time: `3 days`, `7 business days`, `6 weeks`, `2 months`, `1 year`."""

LengthOrNo = Annotated[
    Span | bool,
    BeforeValidator(_span_or_no),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": _SPAN_PATTERN},
                {"enum": [False, "no"]},
                {"type": "string", "pattern": _in_any_case(*NO)},
            ]
        }
    ),
]
"""A length of time, or `no` for never."""

Many = Annotated[tuple[Item, ...], BeforeValidator(_several)]
"""A list; where one is wanted, a single value will do."""
