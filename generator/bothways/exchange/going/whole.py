"""The whole workbook as JSON, private notes included, with the schema that says what is in it."""

import json
from datetime import date, time
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from bothways.model.base import Noun, Record
from bothways.model.checklists import Checklist
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.goals import Goal
from bothways.model.log import LogLine
from bothways.model.me import Me
from bothways.model.messages import Message
from bothways.model.organisations import Organisation
from bothways.model.people import Person
from bothways.model.questions import QuestionList
from bothways.model.refs import Ref
from bothways.model.span import Span
from bothways.model.workbook import Workbook

VERSION = 1
"""Of this JSON. A field may be added without a new number; none goes, and none changes its meaning."""

LISTS: dict[str, type[Record]] = {
    "goals": Goal,
    "organisations": Organisation,
    "people": Person,
    "log": LogLine,
    "conversations": Conversation,
    "questions": QuestionList,
    "events": Event,
    "checklists": Checklist,
    "messages": Message,
}

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ABOUT = (
    "A bothways workbook. Days are year-month-day; a reference to a record is its id, and the name as typed where "
    "there is no record."
)


def whole(workbook: Workbook, day: date) -> bytes:
    """The file: `version`, `day`, the records of the person's own by kind, and last the `schema` of all that."""
    said: dict[str, Any] = {"version": VERSION, "day": day.isoformat()}
    said["me"] = _plain(workbook.me) if workbook.me else None
    said |= {kind: [_plain(record) for record in own(workbook, kind)] for kind in LISTS}
    said["schema"] = schema()
    return (json.dumps(said, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def own(workbook: Workbook, kind: str) -> tuple[Record, ...]:
    """The records of a kind, without what ships with the guide."""
    records: tuple[Record, ...] = getattr(workbook, kind)
    ids = workbook.own.get(kind)
    return records if ids is None else tuple(record for record in records if str(record.id) in ids)


def schema() -> dict[str, Any]:
    """What the JSON holds, as JSON Schema."""
    nouns: list[tuple[type[BaseModel], Any]] = [(Me, "serialization")]
    nouns += [(noun, "serialization") for noun in LISTS.values()]
    refs, definitions = models_json_schema(nouns, by_alias=True)
    lists = {kind: {"type": "array", "items": refs[noun, "serialization"]} for kind, noun in LISTS.items()}
    return {
        "$schema": _DIALECT,
        "title": "bothways",
        "description": _ABOUT,
        "type": "object",
        "properties": {
            "version": {"const": VERSION},
            "day": {"type": "string", "format": "date", "description": "The day it was made for."},
            "me": {"anyOf": [refs[Me, "serialization"], {"type": "null"}]},
            **lists,
            "schema": {"type": "object", "description": "This schema."},
        },
        "required": ["version", "day", "me", *LISTS],
        **definitions,
    }


def _plain(value: Any) -> Any:
    """The value as JSON knows it, in the words of the workbook's files."""
    match value:
        case Noun():
            fields = type(value).model_fields
            return {fields[name].alias or name: _plain(item) for name, item in value}
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case Ref():
            return value.id or value.name
        case Span():
            return str(value)
        case time():
            return f"{value:%H:%M}"
        case date():
            return value.isoformat()
    return value
