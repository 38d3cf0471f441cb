"""One item of the agenda as a page shows it: its sentence, its message, and what to write once it is done."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bothways.derive.agenda import APPOINTMENT_DAYS
from bothways.derive.agenda_item import APPOINTMENTS, Item
from bothways.derive.facts import Facts
from bothways.guide.drafts import Draft
from bothways.model.checklists import Checklist
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.goals import Goal
from bothways.model.names import slug
from bothways.model.refs import Ref
from bothways.model.words import number
from bothways.pages.commands import command
from bothways.pages.letters import letter_for_item
from bothways.reading.yaml_words import in_line, text_in_line

GUIDE = {
    "thank": "informational-interview.html#thank",
    "second-try": "asking.html#second-try",
    "other-person": "asking.html#other-person",
    "promised-introduction": "giving.html#promised-introduction",
    "report-back": "giving.html#close-the-loop",
    "event-follow-up": "events.html#follow-up",
    "keep-in-touch": "keeping-up.html#rhythm",
    "step": "begin.html#goal",
    "prepare": "informational-interview.html#before",
    "debrief": "informational-interview.html#debrief",
    "coach-session": "coach.html#session",
}
"""The paragraph that explains each kind."""

RULES = {
    "thank": "thank within {span}",
    "second-try": "try again after {span}",
    "other-person": "ask somebody else there after {span}",
    "promised-introduction": "ask after an introduction {span} after it was promised",
    "report-back": "report back after {span}",
    "event-follow-up": "write within {span} of an event",
    "keep-in-touch": "keep in touch every {every}",
    "step": "a step waits for you from its day on",
    "prepare": "get ready in the {days} days before",
    "debrief": "note what you heard the day after",
    "coach-session": "get ready in the {days} days before",
}
"""What each kind goes by, in words."""

COMES_FROM_THEM = ("promised-introduction",)

_LINE = {
    "thank": ("When it is sent", "thanked"),
    "second-try": ("When it is sent", "nudged"),
    "other-person": ("When it is sent", "wrote"),
    "promised-introduction": ("When you have asked", "wrote"),
    "report-back": ("When they know", "reported-back"),
    "event-follow-up": ("When it is sent", "wrote"),
    "keep-in-touch": ("When you have", "wrote"),
}
"""What the log says once it is done, under which heading."""
_FIRST_WORDS = 6
"""Words of a step by which `bothways done` finds it."""


class Words(NamedTuple):
    """A part of the sentence; a name is written as names are."""

    text: str
    is_name: bool


class Recorded(NamedTuple):
    """What to write once it is done: by command, or by hand into a file."""

    heading: str
    command: str
    """Empty, where it is written by hand."""
    yaml: str
    file: str


class Shown(NamedTuple):
    """One item."""

    due: date
    is_appointment: bool
    """Whether it is over after its day, and not waiting."""
    sign: str
    sentence: tuple[Words, ...]
    why: str
    rule: str
    """The rule in words: `report back after 2 weeks`."""
    place: str
    """File and line of the record that made it."""
    people: tuple[Ref, ...]
    """Those whom it concerns and who have a page."""
    keys: tuple[str, ...]
    """All whom it concerns, as words without spaces: after a lapse, one item a person stays open."""
    draft: Draft | None
    records: tuple[Recorded, ...]
    guide: str
    page: str
    """The address of the record's own page; empty where it has none."""
    page_words: str
    packet: str
    """The address of what is brought to a session with the coach; it is the owner's own."""


def shown(item: Item, facts: Facts) -> Shown:
    """An item with everything that is opened on demand."""
    return Shown(
        due=item.due,
        is_appointment=item.kind in APPOINTMENTS,
        sign="i-day" if item.kind in APPOINTMENTS else "i-in" if item.kind in COMES_FROM_THEM else "i-out",
        sentence=sentence(item),
        why=item.why,
        rule=_rule(item),
        place=f"{item.place.file}:{item.place.line}",
        people=tuple(who for who in item.people if who.id),
        keys=tuple(slug(who.id or who.name, "person") for who in item.people),
        draft=letter_for_item(item, facts),
        records=tuple(_records(item, facts)),
        guide=GUIDE[item.kind],
        page=address(item),
        page_words="Open the sheet" if item.kind == "prepare" and item.people else "Open the page",
        packet="packet.html" if item.kind == "coach-session" else "",
    )


def sentence(item: Item) -> tuple[Words, ...]:
    """What to do, with the names in it apart from the rest."""
    promised = item.subject.introductions if isinstance(item.subject, Conversation) else ()
    names = sorted({who.name for who in (*item.people, *(one.to for one in promised))}, key=len, reverse=True)
    if not names:
        return (Words(item.what, is_name=False),)
    parts = re.split(rf"(?<!\w)({'|'.join(map(re.escape, names))})(?!\w)", item.what)
    return tuple(Words(text, is_name=at % 2 == 1) for at, text in enumerate(parts) if text)


def address(item: Item) -> str:
    """Where the record that made it has its page; else the person it concerns."""
    match record := item.record or item.subject:
        case Conversation():
            return f"conversations/{record.id}.html"
        case Event():
            return f"events/{record.id}.html"
        case Goal():
            return f"goals/{record.id}.html"
        case Checklist():
            return f"checklists/{record.id}.html"
    return f"people/{item.people[0].id}.html" if item.people and item.people[0].id else ""


def _rule(item: Item) -> str:
    every = item.span.every if item.span else ""
    return RULES[item.kind].format(span=item.span, every=every, days=number(APPOINTMENT_DAYS))


def _records(item: Item, facts: Facts) -> Iterator[Recorded]:
    today = facts.day
    if item.kind in _LINE:
        heading, did = _LINE[item.kind]
        who = [who.id if who.id in facts.namesakes else who.name for who in item.people]
        yield Recorded(
            heading,
            "\n".join(command("log", name, did) for name in who if name),
            "\n".join(f"- {{date: {today}, who: {in_line(name)}, did: {did}}}" for name in who if name),
            "log.yaml",
        )
    if item.kind == "promised-introduction" and isinstance(item.subject, Conversation):
        names = (one.to.name for one in item.subject.introductions)
        to = next((name for name in names if item.what.endswith(f"introduction to {name}")), "")
        yield Recorded("When it is made", "", f"- to: {text_in_line(to)}\n  made: {today}", "introductions of the talk")
    if item.kind == "step":
        first = " ".join(item.what.split()[:_FIRST_WORDS])
        yield Recorded("When it is done", command("done", first), f"done: {today}", "the step itself")
    if item.kind == "debrief":
        lines = "learned:\n  -\nsurprise:\nstill_interested: same"
        yield Recorded("Three lines are enough", "", lines, "the conversation")
