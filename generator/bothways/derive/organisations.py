"""Organisations: how it stands with each, whom I know there, and the way to somebody who decides.

Takes a Workbook and a day; gives what nobody types: advocacy, rank, distance, whether I am active there.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from bothways.derive.contacts import History
from bothways.derive.talks import by_person, is_held, is_planned
from bothways.derive.ties import Promise
from bothways.model.conversations import Conversation
from bothways.model.goals import Goal
from bothways.model.organisations import Organisation
from bothways.model.people import Person
from bothways.model.refs import Ref, key_of
from bothways.model.rhythm import Rhythm
from bothways.model.workbook import Workbook

Group = Literal["active", "in turn", "researching", "resting", "closed"]

GROUPS: tuple[Group, ...] = ("active", "in turn", "researching", "resting", "closed")
"""In the order in which a person would look at them."""

TIES_I_KNOW = ("close", "warm", "dormant")
"""Ties that nobody has with a stranger. `loose` says nothing, since it is what is left out."""

Way = tuple[Ref, ...]
"""People, each of whom knows the next."""


class Standing(NamedTuple):
    """How it stands with one organisation."""

    organisation: Organisation
    rank: int
    """Its place among all organisations by the rhythm's order, from 1."""
    group: Group
    """`active`: under way, and among the first so many that the rhythm takes; `in turn`: under way beyond that."""
    people: tuple[Person, ...]
    """Everybody written down there."""
    way: Way
    """From somebody I know to somebody who decides there, both included; empty where there is no way yet."""
    goals: tuple[Goal, ...]
    """Goals it has to do with, said from either side."""
    talks: tuple[Conversation, ...]
    """Held and planned talks with people there, newest first."""
    promises: tuple[Promise, ...]
    """Introductions to somebody there that were promised and not made yet."""
    outcome_ways: tuple[Way, ...]
    """Who led to whom, up to the outcome."""

    @property
    def advocacy(self) -> int:
        """How many people I know there."""
        return len(self.people)

    @property
    def distance(self) -> int | None:
        """Introductions to somebody who decides; 0: I know somebody who does; None: there is no way yet."""
        return len(self.way) - 1 if self.way else None

    @property
    def is_active(self) -> bool:
        """Whether it is one of those I am active with now."""
        return self.group == "active"

    @property
    def needs_a_second_name(self) -> bool:
        """Whether everything hangs on one person."""
        return len(self.people) == 1 and self.group not in ("resting", "closed")


def organisations(workbook: Workbook, day: date, known: Mapping[str, History]) -> tuple[Standing, ...]:
    """The standing of every organisation, in the rhythm's order: the highest first, then by name."""
    there: dict[str, list[Person]] = defaultdict(list)
    for person in workbook.people:
        if person.organisation and person.organisation.id:
            there[person.organisation.id].append(person)
    ranked = sorted(workbook.organisations, key=lambda one: _rank(one, len(there[str(one.id)]), workbook.rhythm))
    groups = _groups(ranked, workbook.rhythm, day)
    ways = _ways(workbook, day, known)
    talks = by_person(talk for talk in workbook.conversations if is_held(talk, day) or is_planned(talk, day))
    promised = _promised(workbook, day)
    goals = _goals(workbook)

    def standing(number: int, organisation: Organisation) -> Standing:
        id_ = str(organisation.id)
        people = tuple(there[id_])
        with_them = {str(talk.id): talk for person in people for talk in talks[str(person.id)]}
        return Standing(
            organisation=organisation,
            rank=number,
            group=groups[id_],
            people=people,
            way=_shortest(
                ways[str(person.id)] for person in people if person.decision_maker and str(person.id) in ways
            ),
            goals=goals[id_],
            talks=tuple(sorted(with_them.values(), key=lambda talk: talk.date, reverse=True)),
            promises=tuple(promised[id_]),
            outcome_ways=_outcome_ways(organisation, workbook),
        )

    return tuple(standing(number, one) for number, one in enumerate(ranked, 1))


def _rank(organisation: Organisation, advocacy: int, rhythm: Rhythm) -> tuple[object, ...]:
    """What is not said counts as nought: not known yet."""
    values = {"motivation": organisation.motivation or 0, "posting": organisation.posting or 0, "advocacy": advocacy}
    return (*(-values[key] for key in rhythm.organisation_order), organisation.name.casefold(), str(organisation.id))


def _groups(ranked: Iterable[Organisation], rhythm: Rhythm, day: date) -> Mapping[str, Group]:
    found: dict[str, Group] = {}
    room = rhythm.active_organisations
    for organisation in ranked:
        rests = organisation.rest_until is not None and organisation.rest_until > day
        group: Group
        match organisation.status:
            case "closed":
                group = "closed"
            case "resting":
                group = "resting"
            case _ if rests:
                group = "resting"
            case "researching":
                group = "researching"
            case _:
                group = "active" if room > 0 else "in turn"
                room -= 1
        found[str(organisation.id)] = group
    return found


def _ways(workbook: Workbook, day: date, known: Mapping[str, History]) -> Mapping[str, Way]:
    """The shortest way to everybody who can be reached, by `key_of`, from whoever I know best placed."""
    near = _acquaintances(workbook, day)
    ways: dict[str, Way] = {
        str(person.id): (person.who,) for person in workbook.people if is_known(person, known[str(person.id)])
    }
    to_visit = deque(ways)
    while to_visit:
        key = to_visit.popleft()
        for who in near[key]:
            if key_of(who) not in ways:
                ways[key_of(who)] = (*ways[key], who)
                to_visit.append(key_of(who))
    return ways


def is_known(person: Person, history: History) -> bool:
    """Whether I know somebody: we were in touch, we met, or the tie says so. Writing to them is not enough."""
    return bool(history.last("in", "both") or person.tie in TIES_I_KNOW or person.met_on or person.met_at)


def _acquaintances(workbook: Workbook, day: date) -> Mapping[str, tuple[Ref, ...]]:
    """Who could introduce whom: `knows`, who led me to whom, and introductions promised or made. It goes both ways."""
    near: dict[str, dict[str, Ref]] = defaultdict(dict)

    def both(one: Ref, other: Ref) -> None:
        near[key_of(one)][key_of(other)] = other
        near[key_of(other)][key_of(one)] = one

    for person in workbook.people:
        who = person.who
        for other in (*person.knows, *((person.introduced_by,) if person.introduced_by else ())):
            both(who, other)
    for talk in workbook.conversations:
        if is_held(talk, day):
            for introduction in talk.introductions:
                for promiser in talk.with_:
                    both(promiser, introduction.to)
    return defaultdict(tuple, {key: tuple(others.values()) for key, others in near.items()})


def _shortest(ways: Iterable[Way]) -> Way:
    return min(filter(None, ways), key=len, default=())


def _goals(workbook: Workbook) -> Mapping[str, tuple[Goal, ...]]:
    """The goals of each organisation, in the person's own order, said from either side."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for organisation in workbook.organisations:
        for ref in organisation.goals:
            found[str(organisation.id)][str(ref.id)] = None
    for goal in workbook.goals:
        for ref in goal.organisations:
            found[str(ref.id)][str(goal.id)] = None
    order = {str(goal.id): number for number, goal in enumerate(workbook.goals)}

    def in_order(ids: Iterable[str]) -> tuple[Goal, ...]:
        return tuple(workbook.goal[id_] for id_ in sorted(ids, key=order.__getitem__))

    return defaultdict(tuple, {id_: in_order(goal for goal in goals if goal in order) for id_, goals in found.items()})


def _promised(workbook: Workbook, day: date) -> Mapping[str, list[Promise]]:
    """Introductions to somebody at each organisation that were promised and not made, by the organisation's id."""
    found: dict[str, list[Promise]] = defaultdict(list)
    for talk in workbook.conversations:
        for introduction in talk.introductions if is_held(talk, day) else ():
            if introduction.made is None:
                person = workbook.person.get(introduction.to.id or "")
                places = (introduction.organisation, person.organisation if person else None)
                for id_ in {place.id for place in places if place and place.id}:
                    found[str(id_)].append(Promise(introduction, talk))
    return found


def _outcome_ways(organisation: Organisation, workbook: Workbook) -> tuple[Way, ...]:
    through = organisation.outcome.through if organisation.outcome else ()
    ways = [led_by(who, workbook) for who in through]
    return tuple(way for way in ways if not any(_is_start_of(way, other) for other in ways))


def led_by(who: Ref, workbook: Workbook) -> Way:
    """Who led to somebody, from the first of them on; the person alone, where nobody did."""
    way: list[Ref] = []
    seen: set[str] = set()
    while key_of(who) not in seen:
        seen.add(key_of(who))
        way.insert(0, who)
        person = workbook.person.get(who.id or "")
        if person and person.introduced_by:
            who = person.introduced_by
    return tuple(way)


def _is_start_of(way: Sequence[Ref], other: Sequence[Ref]) -> bool:
    return len(way) < len(other) and tuple(other[: len(way)]) == tuple(way)
