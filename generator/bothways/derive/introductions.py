"""Introductions: who led to whom, what came of it, and who knows whom besides.

Takes a Workbook and a day; gives trees. Each is a flat list in which everybody stands before those they led to, so
that a chain of any length needs no recursion.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from bothways.derive.contacts import History
from bothways.derive.talks import held
from bothways.model.conversations import Conversation, Introduction
from bothways.model.organisations import Organisation
from bothways.model.people import Person
from bothways.model.refs import Ref, key_of
from bothways.model.workbook import Workbook

Chain = tuple[Ref, ...]
"""People, each of whom led to the next."""


class Member(NamedTuple):
    """Somebody in a tree."""

    who: Ref
    person: Person | None
    """Their record, if there is one."""
    led_by: int | None
    """The place in the tree of whoever led to them; None for the beginning."""
    depth: int
    """Introductions from the beginning."""
    is_promised: bool
    """Whether somebody promised to introduce me, has not yet, and nothing has happened between us."""
    bore_fruit: bool
    """Whether the way to an outcome goes through them."""
    outcomes: tuple[Organisation, ...]
    """What came of it, where they are the last on the way."""

    @property
    def key(self) -> str:
        """What tells them from others."""
        return key_of(self.who)


class Tree(NamedTuple):
    """A beginning, and everybody it led to."""

    members: tuple[Member, ...]
    """Everybody, before those they led to. The first is the beginning."""

    @property
    def beginning(self) -> Member:
        """Where it began."""
        return self.members[0]

    def chain(self, place: int) -> Chain:
        """The way from the beginning to the member at a place, both included."""
        way: list[Ref] = []
        at: int | None = place
        while at is not None:
            way.append(self.members[at].who)
            at = self.members[at].led_by
        return tuple(reversed(way))


class Harvest(NamedTuple):
    """What came of it at one organisation, and the ways that led there."""

    organisation: Organisation
    chains: tuple[Chain, ...]
    """From a beginning to whoever it came through; none, where nobody is named."""


@dataclass(frozen=True)
class Introductions:
    """Who led to whom."""

    trees: tuple[Tree, ...]
    """Beginnings that led to somebody or something, in the person's own order."""
    alone: tuple[Person, ...]
    """People met on one's own, who have led to nobody yet."""
    harvests: tuple[Harvest, ...]
    """Everything that came of it."""

    @cached_property
    def tree_of(self) -> Mapping[str, Tree]:
        """The tree somebody is in, by `key_of`."""
        return {member.key: tree for tree in self.trees for member in tree.members}


def introductions(workbook: Workbook, day: date, known: Mapping[str, History]) -> Introductions:
    """Who led to whom, as far as it is written and has happened by `day`."""
    refs, led_by = _led_by(workbook, day)
    led_to: dict[str, list[str]] = defaultdict(list)
    for key, by in led_by.items():
        led_to[by].append(key)
    promised = {key for key in _promised(workbook, day) if key not in known or not known[key].contacts}
    came_through = _came_through(workbook, led_by)
    bearing = {key for end in came_through for key in _upwards(end, led_by)}
    seen: set[str] = set()

    def grow(beginning: str) -> Iterator[Member]:
        places: dict[str, int] = {}
        waiting: list[tuple[str, str | None]] = [(beginning, None)]
        depths = {beginning: 0}
        while waiting:
            key, by = waiting.pop()
            if key in seen:
                continue
            seen.add(key)
            places[key] = len(places)
            depths[key] = depths[by] + 1 if by is not None else 0
            waiting += [(other, key) for other in reversed(led_to[key])]
            yield Member(
                who=refs[key],
                person=workbook.person.get(key),
                led_by=None if by is None else places[by],
                depth=depths[key],
                is_promised=key in promised,
                bore_fruit=key in bearing,
                outcomes=tuple(came_through.get(key, ())),
            )

    beginnings = [key for key in refs if key not in led_by]
    # The second round is for circles, which have no beginning: whoever is written first is taken for one.
    grown = [Tree(tuple(grow(key))) for key in (*beginnings, *refs) if key not in seen]
    trees = tuple(tree for tree in grown if len(tree.members) > 1 or tree.beginning.outcomes)
    drawn = set(map(id, trees))
    return Introductions(
        trees=trees,
        alone=tuple(tree.beginning.person for tree in grown if id(tree) not in drawn and tree.beginning.person),
        harvests=tuple(_harvests(workbook, trees)),
    )


def promises(workbook: Workbook, day: date) -> Iterator[tuple[Introduction, Conversation]]:
    """Every introduction that was offered in a held talk, with the talk."""
    return ((offer, talk) for talk in held(workbook, day) for offer in talk.introductions)


def is_made(offer: Introduction, day: date) -> bool:
    """Whether it was made by `day`."""
    return offer.made is not None and offer.made <= day


def _led_by(workbook: Workbook, day: date) -> tuple[dict[str, Ref], dict[str, str]]:
    """Everybody by key, in the order they are named; and who led to whom.

    A talk's introduction counts only for somebody of whom the record does not say otherwise.
    """
    refs = {str(person.id): person.who for person in workbook.people}
    led_by: dict[str, str] = {}
    for person in workbook.people:
        if person.introduced_by:
            refs.setdefault(key_of(person.introduced_by), person.introduced_by)
            led_by[str(person.id)] = key_of(person.introduced_by)
    for offer, talk in promises(workbook, day):
        key, by = key_of(offer.to), key_of(talk.with_[0])
        record = workbook.person.get(key)
        met_elsewhere = record is not None and (record.met_at or record.met_on)
        if key not in led_by and not met_elsewhere and key not in _upwards(by, led_by):
            refs.setdefault(key, offer.to)
            refs.setdefault(by, talk.with_[0])
            led_by[key] = by
    return refs, led_by


def _upwards(key: str, led_by: Mapping[str, str]) -> list[str]:
    """Somebody, whoever led to them, and so on to the beginning."""
    way: dict[str, None] = {}
    at: str | None = key
    while at is not None and at not in way:
        way[at] = None
        at = led_by.get(at)
    return list(way)


def _promised(workbook: Workbook, day: date) -> set[str]:
    """Whoever was promised to me by somebody, and introduced by nobody."""
    offers = list(promises(workbook, day))
    made = {key_of(offer.to) for offer, _ in offers if is_made(offer, day)}
    return {key_of(offer.to) for offer, _ in offers} - made


def _came_through(workbook: Workbook, led_by: Mapping[str, str]) -> Mapping[str, list[Organisation]]:
    """What came through whom: where several are named, those who led to none of the others."""
    found: dict[str, list[Organisation]] = defaultdict(list)
    for organisation in _with_an_outcome(workbook):
        keys = [key_of(who) for who in organisation.outcome.through] if organisation.outcome else []
        on_the_way = {above for key in keys for above in _upwards(key, led_by)[1:]}
        for key in dict.fromkeys(keys):
            if key not in on_the_way:
                found[key].append(organisation)
    return found


def has_outcomes(workbook: Workbook) -> bool:
    """Whether anything came of it anywhere."""
    return any(_with_an_outcome(workbook))


def _with_an_outcome(workbook: Workbook) -> Iterator[Organisation]:
    return (one for one in workbook.organisations if one.outcome and one.outcome.what != "none")


def _harvests(workbook: Workbook, trees: Iterable[Tree]) -> Iterator[Harvest]:
    chains: dict[str, list[Chain]] = defaultdict(list)
    for tree in trees:
        for place, member in enumerate(tree.members):
            for organisation in member.outcomes:
                chains[str(organisation.id)].append(tree.chain(place))
    return (Harvest(one, tuple(chains[str(one.id)])) for one in _with_an_outcome(workbook))


def acquaintances(workbook: Workbook, day: date) -> Iterator[tuple[Ref, Ref]]:
    """People who know each other, though neither led to the other."""
    _, led_by = _led_by(workbook, day)
    said: set[frozenset[str]] = set()
    for person in workbook.people:
        for other in person.knows:
            key, other_key = str(person.id), key_of(other)
            pair = frozenset((key, other_key))
            if len(pair) == 2 and pair not in said and led_by.get(key) != other_key and led_by.get(other_key) != key:
                said.add(pair)
                yield person.who, other
