"""Names in the workbook that have no record yet: two newcomers of such a name would make its meaning unclear."""

from collections.abc import Iterator

from bothways.model.names import folded
from bothways.model.refs import Ref
from bothways.model.workbook import Workbook


def names_without_record(workbook: Workbook) -> frozenset[str]:
    """The names, as they are compared."""
    return frozenset(folded(who.name) for who in _mentions(workbook) if who.id is None)


def _mentions(workbook: Workbook) -> Iterator[Ref]:
    for event in workbook.events:
        yield from event.met
    for talk in workbook.conversations:
        yield from (promise.to for promise in talk.introductions)
    for line in workbook.log:
        yield line.who
        yield from (line.to,) if line.to else ()
    yield from (person.introduced_by for person in workbook.people if person.introduced_by)
