"""Everybody in a workbook: those with a record, and those who are only named."""

from collections.abc import Iterator

from bothways.model.names import folded
from bothways.model.people import Person
from bothways.model.refs import Ref
from bothways.model.workbook import Workbook
from bothways.writing.whom import Somebody


def everybody(workbook: Workbook) -> list[Somebody]:
    """Those with a record first; each of the others once, as first written."""
    people = [somebody_of(person) for person in workbook.people]
    others = {folded(who.name): Somebody(who.name) for who in reversed([*_named(workbook)]) if who.id is None}
    return [*people, *others.values()]


def somebody_of(person: Person) -> Somebody:
    """A person with a record, as somebody who is written about."""
    return Somebody(person.name, person.id, person.also_known_as)


def with_record(workbook: Workbook) -> list[Somebody]:
    """Those with a record."""
    return [who for who in everybody(workbook) if who.id]


def _named(workbook: Workbook) -> Iterator[Ref]:
    for person in workbook.people:
        if person.introduced_by:
            yield person.introduced_by
    for line in workbook.log:
        yield line.who
        if line.to:
            yield line.to
    for talk in workbook.conversations:
        for promise in talk.introductions:
            yield promise.to
    for event in workbook.events:
        yield from event.met
