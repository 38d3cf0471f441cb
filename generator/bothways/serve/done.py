"""What can be done with one click: a step, a thank-you, word of what came of advice, a contact of today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bothways.derive.agenda_item import Item
from bothways.derive.steps import steps_of
from bothways.digest import digest
from bothways.model.base import Record
from bothways.model.conversations import Conversation
from bothways.model.workbook import Workbook
from bothways.writing.tick import Open, open_step, open_things

CONTACTS = (("wrote", "I wrote"), ("called", "I called"), ("heard", "They answered"))
"""What a click can put into the log."""

_MARKED = {
    "thank": ("thanked", "I have said thank you"),
    "report-back": ("told_them", "I have told them"),
    "step": ("done", "Done"),
}
_CONTACTED = ("second-try", "other-person", "event-follow-up", "keep-in-touch")


@dataclass(frozen=True)
class Buttons:
    """What a page offers beside one thing."""

    key: str = ""
    """Of what a click marks as done."""
    words: str = ""
    who: str = ""
    """Whom a click puts into the log."""
    link: str = ""
    link_words: str = ""
    later: str = ""
    """Where it can be put off."""


def open_by_key(workbook: Workbook, day: date) -> Mapping[str, Open]:
    """Everything that can be marked as done, by a word that stays the same while the file around it changes."""
    found: dict[str, Open] = {}
    for thing in open_things(workbook, day):
        found.setdefault(_key(thing), thing)
    return found


def keys_of_steps(record: Record) -> list[str]:
    """For each step that the page of a record shows, the key of what is still to do; empty for what is done."""
    return ["" if step.is_done else _key(open_step(record, step)) for step in steps_of(record)]


def buttons(item: Item, things: Iterable[Open]) -> Buttons:
    """What Today offers beside an item."""
    person = next((who for who in item.people if who.id), None)
    later = f"/rest?of=people/{person.id}" if person and item.kind != "step" else ""
    if item.kind in _MARKED:
        field, words = _MARKED[item.kind]
        here = (item.place.file, item.place.line)
        for thing in things:
            if thing.field == field and (thing.place.file, thing.place.line) == here:
                return Buttons(key=_key(thing), words=words, later=later)
    if item.kind in _CONTACTED and item.people:
        return Buttons(who=item.people[0].id or item.people[0].name, later=later)
    if isinstance(item.subject, Conversation):
        of = f"conversations/{item.subject.id}"
        if item.kind == "promised-introduction":
            return Buttons(link=f"/edit?of={of}&only=introductions", link_words="It was made", later=later)
        if item.kind == "debrief":
            return Buttons(link=f"/debrief?of={of}", link_words="Write it down now")
    return Buttons(later=later if item.kind not in ("prepare", "coach-session") else "")


def _key(thing: Open) -> str:
    return digest(thing.place.file, thing.field, thing.what)
