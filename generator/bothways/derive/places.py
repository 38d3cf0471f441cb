"""Places: where people were met, and how far it led."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from bothways.derive.introductions import Introductions
from bothways.derive.talks import by_person, held
from bothways.model.organisations import Organisation
from bothways.model.refs import Ref, key_of
from bothways.model.workbook import Workbook


class Place(NamedTuple):
    """An event, or any other place where somebody was met."""

    where: Ref
    people: tuple[Ref, ...]
    """Whom I met there."""
    led_to: int
    """People those led to, near and far."""
    talks: int
    """Talks with people met there, since then. One with two of them is one."""
    outcomes: tuple[Organisation, ...]
    """What came of it, through them or those they led to."""


def places(workbook: Workbook, day: date, led: Introductions) -> tuple[Place, ...]:
    """Every place where somebody was met by `day`, those that led furthest first.

    Somebody who was introduced counts at an event where we met, but not at any other place: there it began with whoever
    led me to them.
    """
    met: dict[str, dict[str, Ref]] = defaultdict(dict)
    where: dict[str, Ref] = {}
    for event in workbook.events:
        if event.date <= day:
            key = str(event.id)
            where[key] = Ref(event.name, event.id)
            met[key] |= {key_of(who): who for who in event.met}
    for person in workbook.people:
        at = person.met_at
        if at is None or (at.id is None and person.introduced_by) or (at.id and key_of(at) not in where):
            continue
        where.setdefault(key_of(at), at)
        met[key_of(at)][str(person.id)] = person.who
    talks_with = by_person(held(workbook, day))

    def place(key: str) -> Place:
        event = workbook.event.get(where[key].id or "")
        since = event.date if event else date.min
        led_to, outcomes = _beyond(met[key], led)
        return Place(
            where=where[key],
            people=tuple(met[key].values()),
            led_to=led_to,
            talks=len({talk.id for who in met[key] for talk in talks_with[who] if talk.date >= since}),
            outcomes=outcomes,
        )

    found = [place(key) for key in where if met[key]]
    return tuple(sorted(found, key=lambda one: (-len(one.outcomes), -one.led_to, -one.talks, -len(one.people))))


def _beyond(people: dict[str, Ref], led: Introductions) -> tuple[int, tuple[Organisation, ...]]:
    """How many others these led to, and what came of it."""
    reached: dict[str, tuple[Organisation, ...]] = {}
    for tree in {id(tree): tree for key in people if (tree := led.tree_of.get(key))}.values():
        inside: set[int] = set()
        for at, member in enumerate(tree.members):
            if member.key in people or member.led_by in inside:
                inside.add(at)
                reached[member.key] = member.outcomes
    outcomes = {one.id: one for several in reached.values() for one in several}
    return len(reached.keys() - people.keys()), tuple(outcomes.values())
