"""What can be filled in about a record that is there: all of it, some of it, what came of a talk, a pause."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from werkzeug.exceptions import NotFound

from bothways.derive.talks import is_planned
from bothways.model.base import Record
from bothways.model.conversations import Conversation
from bothways.model.people import Person
from bothways.model.refs import and_names
from bothways.model.words import capital
from bothways.model.workbook import Workbook
from bothways.reading.yaml_words import Value
from bothways.serve.fields import Field, chosen, fields_of_kind
from bothways.serve.records import name_of, page_of, record_of, record_shown
from bothways.writing.desk import Desk
from bothways.writing.field import Wish, said_at, set_fields, without_nothing

Wishes = Mapping[str, Wish]

DEBRIEF = (
    "answers",
    "learned",
    "advice",
    "introductions",
    "gave",
    "surprise",
    "beliefs",
    "still_interested",
    "rule_out",
    "follow_ups",
    "thanked",
    "status",
    "notes",
)
"""What is asked after a talk, in the order in which one remembers."""


@dataclass(frozen=True)
class Sheet:
    """A form to be filled in, and what becomes of it."""

    title: str
    lede: str
    fields: tuple[Field, ...]
    said: Mapping[str, Any]
    """What stands in it at first."""
    wish: Callable[[Desk, Wishes], str]
    """Puts the wishes on a desk, and gives the sentence that says what was done."""
    back: str
    """The address that one came from."""
    done_at: Callable[[Workbook], str]
    """The address to go to afterwards."""
    kind: str
    """The kind of the record: where its problems are found."""
    is_there: bool = True
    """Whether the record is in the file already, so that somebody else may be changing it too."""
    first: tuple[str, ...] = ()
    """Fields that are shown at once; the others where something stands in them, else folded. None: all."""
    submit: str = "Save"
    end: tuple[str, str] | None = None
    """The address and the words that lead to the removal of the record."""
    is_known_by_all: bool = False
    """Whether the record has no other name than all that it says, as a line of the log."""


FIRST = {
    "people": ("name", "role", "organisation", "tie", "interests", "i_can_help_with", "notes"),
    "organisations": ("name", "why", "status", "motivation", "notes"),
    "goals": ("goal", "why", "measure", "by", "steps"),
    "events": ("name", "date", "place", "intention", "met"),
    "conversations": ("with", "date", "time", "place", "goal", "questions"),
    "me": ("name", "situation", "one_sentence", "introduction", "looking_for", "strengths", "can_offer"),
    "checklists": ("checklist", "items"),
    "questions": ("list", "sections"),
    "log": ("who", "did", "via", "about", "date"),
    "messages": ("title", "for", "via", "subject", "body"),
}


def edit(desk: Desk, of: str, only: Sequence[str] = (), shown: Mapping[str, Any] | None = None) -> Sheet:
    """Everything about a record, or only some fields of it. `shown`: what it said when somebody began to type."""
    kind, record = record_shown(desk, of, shown or {})
    name = name_of(kind, record)
    fields = fields_of_kind(kind)
    if kind == "log":  # in the kinder order in which one is asked, then the rest
        fields = (*chosen(fields, FIRST["log"]), *(field for field in fields if field.name not in FIRST["log"]))
    if only:
        fields = chosen(fields, only)
        if not fields:
            raise NotFound
    address = page_of(kind, record)

    def done_at(workbook: Workbook) -> str:
        try:
            return page_of(*record_of(workbook, of))
        except NotFound:  # by its new name it is found at another address
            if kind == "log":
                return address
            return f"{kind}/index.html" if kind != "me" else "index.html"

    return Sheet(
        title=f"Edit {name}" if kind != "me" else "About you",
        lede=f"What you change here is written into {record.written.file}, and nothing else is touched.",
        fields=fields,
        said=said_at(desk, record.written),
        wish=lambda at, wishes: _set(at, record, wishes, f"{capital(name)}: saved."),
        back=address,
        done_at=done_at,
        kind=kind,
        first=() if only else FIRST.get(kind, ()),
        end=None if only or kind == "me" else (f"/remove?of={of}", _end(record)),
        is_known_by_all=kind == "log",
    )


def _end(record: Record) -> str:
    return f"Forget {record.name}" if isinstance(record, Person) else "Remove this"


def debrief(desk: Desk, of: str, day: date) -> Sheet:
    """What came of a talk, question by question.

    A talk of this `day` counts as planned until the day is over: who says what came of it has held it.
    """
    _, record = record_of(desk.workbook, of)
    if not isinstance(record, Conversation):
        raise NotFound
    sheet = edit(desk, of, DEBRIEF)
    who = and_names(record.with_)

    def wish(at: Desk, wishes: Wishes) -> str:
        came = {key: _answered(value) if key == "answers" else value for key, value in wishes.items()}
        if record.date == day and is_planned(record, day):
            came.setdefault("status", "held")
        return _set(at, record, came, f"What came of the talk with {who} is written down.")

    return replace(
        sheet,
        title=f"After the talk with {who}",
        lede="Write a little while you remember it. One answer is enough; the rest can come later, or never.",
        said={**sheet.said, "answers": _answers(desk.workbook, record, sheet.said.get("answers"))},
        wish=wish,
        first=("answers", "learned", "advice", "introductions", "gave", "surprise"),
    )


def rest(desk: Desk, of: str) -> Sheet:
    """A day until which nothing about somebody falls due."""
    kind, record = record_of(desk.workbook, of)
    if kind not in ("people", "organisations"):
        raise NotFound
    sheet = edit(desk, of, ["rest_until"])
    name = name_of(kind, record)
    return replace(
        sheet,
        title=f"Let it rest with {name}",
        lede=f"Nothing about {name} falls due before the day you choose. Without a day, things go on as they were.",
        wish=lambda at, wishes: _set(at, record, wishes, f"{name}: saved."),
    )


def values_of(wishes: Wishes) -> dict[str, Value]:
    """What was said, as values."""
    return {key: value for key, wish in wishes.items() if (value := without_nothing(wish)) is not None}


def _set(desk: Desk, record: Record, wishes: Wishes, words: str) -> str:
    set_fields(desk, record.written, wishes)
    return words


def _answered(answers: Wish) -> list[Wish]:
    """The questions that have an answer: the others were only asked by the form."""
    several = answers if isinstance(answers, list) else []
    return [one if isinstance(one, Mapping) and without_nothing(one.get("answer")) else None for one in several]


def _answers(workbook: Workbook, talk: Conversation, said: Any) -> list[dict[str, str]]:
    """The answers that are written, then the questions that were not yet answered."""
    written = said if isinstance(said, list) else [said] if said else []
    asked = [answer if isinstance(answer, str) else answer.get("ask", "") for answer in written]
    found = (workbook.question_list.get(ref.id or "") for ref in talk.questions)
    lists = [several for several in found if several]
    questions = [one.ask for several in lists for section in several.sections for one in section.questions]
    left = [ask for ask in (*questions, *talk.extra_questions) if ask.strip() not in {one.strip() for one in asked}]
    return [*written, *({"ask": ask, "answer": ""} for ask in dict.fromkeys(left))]
