"""What can be begun: a contact, a talk, a person or another record, oneself, a pause."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from werkzeug.exceptions import NotFound

from bothways.model.names import folded, slug
from bothways.model.people import Person
from bothways.model.workbook import Workbook
from bothways.reading.kinds import BY_NAME, MESSAGES
from bothways.reading.yaml_words import Value, field_lines
from bothways.serve.fields import Field, chosen, fields_of_kind
from bothways.serve.records import page_of
from bothways.serve.sheets import FIRST, Sheet, Wishes, values_of
from bothways.writing.change import Put
from bothways.writing.desk import Desk
from bothways.writing.everybody import somebody_of, with_record
from bothways.writing.field import said_at, set_fields
from bothways.writing.homes import add_log_line, add_record, new_file, new_message, numbers
from bothways.writing.log import FIELDS as LOG_FIELDS
from bothways.writing.log import log_line
from bothways.writing.talk import known_fields
from bothways.writing.whom import reference_to


@dataclass(frozen=True)
class Added:
    """Something that can be added."""

    kind: str
    title: str
    """Of its form."""
    lede: str
    """A word on the way."""


ADDED = {
    "person": Added("people", "Add a person", "One name is enough. The rest can come when you know it."),
    "organisation": Added(
        "organisations", "Add an organisation", "A place you would be curious to see from the inside."
    ),
    "goal": Added("goals", "Add a goal", "Something you would like to find out or reach. It may change."),
    "event": Added("events", "Add an event", "Somewhere you will meet people, or met them."),
    "message": Added(
        "messages", "Write a message of your own", "Words to have at hand. Nothing is ever sent from here."
    ),
}
"""What can be added, by the word for one of it."""

ASKED = {
    "people": (
        *("name", "role", "organisation", "tie", "met_at", "met_on", "introduced_by"),
        *("interests", "helps_with", "i_can_help_with", "email", "phone", "pronouns", "location", "notes"),
    ),
    "organisations": (
        *("name", "why", "sector", "location", "website", "goals", "motivation", "posting", "status", "notes"),
    ),
    "goals": ("goal", "why", "measure", "by", "situation", "organisations", "steps", "beliefs", "notes"),
    "events": ("name", "date", "kind", "place", "cost", "intention", "prepare", "met", "notes"),
    "conversations": (
        *("with", "date", "time", "minutes", "place", "link", "kind", "goal", "questions", "extra_questions", "notes"),
    ),
    "messages": ("title", "for", "via", "subject", "body", "notes"),
    "me": (
        *("name", "headline", "situation", "one_sentence", "introduction", "looking_for", "not_looking_for"),
        *("strengths", "can_offer", "location", "email", "phone", "links", "coach", "rhythm"),
    ),
}
"""The question list of each kind, in the order in which a person would tell it."""

PAUSE = (
    Field("from", "The first day", "", "day", is_required=True),
    Field("to", "The last day", "", "day", is_required=True),
    Field("why", "Why", "A word for yourself, such as Holidays.", "line"),
)


def add(desk: Desk, word: str, said: Mapping[str, Any]) -> Sheet:
    """A person, an organisation, a goal, an event or a message, by that word. `said` is what is known of it already."""
    if word not in ADDED:
        raise NotFound
    added = ADDED[word]
    kind, noun = added.kind, BY_NAME[added.kind]

    def wish(at: Desk, wishes: Wishes) -> str:
        record = values_of(wishes)
        name = str(record.get(noun.title, ""))
        if kind == MESSAGES.name:
            return f"Your message is written into {new_message(at, record, _stem(at, record))}."
        file = add_record(at, kind, record, slug(name, noun.noun))
        return f"{name} is added to {file}."

    fields = chosen(fields_of_kind(kind), ASKED[kind])
    back = f"{kind}/index.html"
    return Sheet(
        added.title, added.lede, fields, said, wish, back, _newest(desk, kind), kind, False, FIRST[kind], "Add"
    )


def log(desk: Desk, who: str, day: date) -> Sheet:
    """A contact that happened."""
    fields = chosen(fields_of_kind("log"), ("who", "did", "via", "about", "date", "to", "until"))
    person = _named(desk.workbook, who)

    def wish(at: Desk, wishes: Wishes) -> str:
        line = {key: str(value) for key, value in values_of(wishes).items()}
        # The kinder order of a form is not that of a line.
        file = add_log_line(at, log_line(line) | {key: value for key, value in line.items() if key not in LOG_FIELDS})
        return f"Written into {file}: {line.get('who', '')}, {line.get('did', '')}."

    back = page_of("people", person) if person else "index.html"
    return Sheet(
        title=f"A contact with {person.name}" if person else "A contact that happened",
        lede="Only what really happened counts; a draft does not.",
        fields=fields,
        said={"who": _reference(desk, person) if person else who, "date": day.isoformat()},
        wish=wish,
        back=back,
        done_at=lambda _: back,
        kind="log",
        is_there=False,
        first=("who", "did", "via", "about", "date"),
        submit="Write it down",
    )


def talk(desk: Desk, who: str, day: date) -> Sheet:
    """A talk, to come or held."""
    workbook, person = desk.workbook, _named(desk.workbook, who)
    soon = day + timedelta(days=7)
    said: Mapping[str, Any] = {"date": soon.isoformat()}
    if person:
        said = known_fields(workbook, somebody_of(person), soon)

    def wish(at: Desk, wishes: Wishes) -> str:
        record = values_of(wishes)
        people = record.get("with", "")
        names = [people] if isinstance(people, str) else [str(name) for name in people]
        if len(names) == 1:
            record["with"] = names[0]
        stem = "-".join([str(record.get("date", "")), *(slug(name, "person") for name in names)]).strip("-")
        file = add_record(at, "conversations", record, stem, own_file=True)
        return f"The talk is written down in {file}."

    return Sheet(
        title=f"A talk with {person.name}" if person else "A talk",
        lede="A day to come makes it a planned talk, with a sheet to print; a day that is over, one that was held.",
        fields=chosen(fields_of_kind("conversations"), ASKED["conversations"]),
        said=said,
        wish=wish,
        back=page_of("people", person) if person else "conversations/index.html",
        done_at=_newest(desk, "conversations"),
        kind="conversations",
        is_there=False,
        first=FIRST["conversations"],
    )


def me() -> Sheet:
    """Oneself, where nothing is written yet."""

    def wish(at: Desk, wishes: Wishes) -> str:
        record = values_of(wishes)
        files = [source.name for source in at.files.values() if source.kind == "me"]
        if files:
            at.change(files[0], Put((), record))
        else:
            lines = [line for key, value in record.items() for line in field_lines(key, value, 0)]
            new_file(at, "me", "", "me", lines)
        return "What you said about yourself is written down."

    return Sheet(
        title="About you",
        lede="Your name is enough to begin with. The rest makes the messages and the sheets sound like you.",
        fields=chosen(fields_of_kind("me"), ASKED["me"]),
        said={},
        wish=wish,
        back="index.html",
        done_at=lambda _: "index.html",
        kind="me",
        is_there=False,
        first=FIRST["me"],
    )


def pause(desk: Desk) -> Sheet:
    """Days on which nothing falls due."""
    workbook = desk.workbook
    if workbook.me is None:
        raise NotFound("Say who you are first: a pause is written into me.yaml.")
    me_ = workbook.me

    def wish(at: Desk, wishes: Wishes) -> str:
        said = said_at(at, me_.written).get("rhythm")
        rhythm = {"like": said} if isinstance(said, str) else dict(said or {})
        before = rhythm.get("pause") or []
        several = before if isinstance(before, list) else [before]
        set_fields(at, me_.written, {"rhythm": {**rhythm, "pause": [*several, values_of(wishes)]}})
        return "Nothing falls due on these days."

    return Sheet(
        title="A pause",
        lede="Both days belong to it. What would fall due moves to the first day after; appointments stay.",
        fields=PAUSE,
        said={},
        wish=wish,
        back="index.html",
        done_at=lambda _: "index.html",
        kind="me",
        is_there=False,
    )


def _stem(desk: Desk, message: Mapping[str, Value]) -> str:
    """The name of a new message's file: from its title, else its occasion. No message that is there is replaced."""
    called = slug(str(message.get("title") or message.get("for") or MESSAGES.noun), MESSAGES.noun)
    there = {one.id for one in desk.workbook.messages}
    return next(stem for number in numbers() if (stem := f"{called}{number}") not in there)


def _newest(desk: Desk, kind: str) -> Any:
    """The address of the record that is there now and was not before."""
    before = {record.id for record in getattr(desk.workbook, kind)}

    def done_at(workbook: Workbook) -> str:
        new = [record for record in getattr(workbook, kind) if record.id not in before]
        return page_of(kind, new[0]) if new else f"{kind}/index.html"

    return done_at


def _named(workbook: Workbook, who: str) -> Person | None:
    """The person of an id, or of a whole name that is nobody else's."""
    if who in workbook.person:
        return workbook.person[who]
    found = [person for person in workbook.people if folded(person.name) == folded(who)]
    return found[0] if len(found) == 1 else None


def _reference(desk: Desk, person: Person) -> str:
    return reference_to(somebody_of(person), with_record(desk.workbook))
