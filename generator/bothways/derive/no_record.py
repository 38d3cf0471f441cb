"""People who are named somewhere and have no record: an offer to add them, with the fields to start from."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from bothways.model.guesses import Guesses, several_in
from bothways.model.names import MOST_OFFERED, folded
from bothways.model.refs import Ref
from bothways.model.workbook import Workbook
from bothways.problems import Place, Problem
from bothways.reading.yaml_words import in_line


class _Mention(NamedTuple):
    """Somebody without a record, where they are named."""

    who: Ref
    place: Place
    field: str
    came: str = ""
    """The field that says how I come to them, as YAML."""


def no_records(workbook: Workbook) -> Iterator[Problem]:
    """One hint for everybody who is named and has no record, at the first place in the order of the files."""
    guesses = Guesses(person.name for person in workbook.people)
    known = {folded(person.name) for person in workbook.people}
    first: dict[str, _Mention] = {}
    for mention in _mentions(workbook):
        if mention.who.id is None:
            first.setdefault(folded(mention.who.name), mention)
    for mention in first.values():
        record = ", ".join(part for part in (f"name: {in_line(mention.who.name)}", mention.came, "tie: new") if part)
        yield Problem(
            mention.place,
            "no-record",
            f"{mention.who} has no record of their own.",
            f"{_or_else(mention.who.name, guesses, known)}, write into people.yaml: - {{{record}}}",
            mention.field,
            severity="hint",
        )


def _or_else(name: str, guesses: Guesses, known: Container[str]) -> str:
    """What to look at before somebody is added."""
    parts = several_in(name)
    if len(parts) > 1 and any(folded(part) in known for part in parts):
        return "If they are several, name each by itself. If not"
    meant = guesses.meant(name)
    return f"Did you mean {' or '.join(meant)}? If not" if 0 < len(meant) <= MOST_OFFERED else "To add them"


def _mentions(workbook: Workbook) -> Iterator[_Mention]:
    for event in workbook.events:
        came = f"met_at: {in_line(event.name)}, met_on: {event.date}"
        for who in event.met:
            yield _Mention(who, event.field_written("met"), f"events[{event.name}].met", came)
    for talk in workbook.conversations:
        for number, promise in enumerate(talk.introductions, 1):
            came = f"introduced_by: {in_line(talk.with_[0].name)}"
            field = f"conversations[{talk.id}].introductions[{number}].to"
            yield _Mention(promise.to, promise.field_written("to"), field, came)
    for number, line in enumerate(workbook.log, 1):
        yield _Mention(line.who, line.field_written("who"), f"log[{number}].who")
        if line.to:
            yield _Mention(line.to, line.field_written("to"), f"log[{number}].to")
    for person in workbook.people:
        if person.introduced_by:
            field = f"people[{person.name}].introduced_by"
            yield _Mention(person.introduced_by, person.field_written("introduced_by"), field)
