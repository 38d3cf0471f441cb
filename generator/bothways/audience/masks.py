"""Masks: what a reader sees in the place of everybody and everything that has a name.

Takes a workbook and a profile; gives, for every name, whether it is said, and what is said instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from anyascii import anyascii

from bothways.audience.numbers import Numbers, first_days
from bothways.audience.profiles import Profile
from bothways.model.base import Record
from bothways.model.names import folded
from bothways.model.people import Person
from bothways.model.refs import Ref, key_of
from bothways.model.words import capital
from bothways.model.workbook import Workbook
from bothways.reading.kinds import BY_NAME

Mode = Literal["full", "initials", "pseudonym", "gone"]

GONE = {"people": "somebody", "me": "somebody", "organisations": "an organisation", "events": "an event"}
"""What stands in a text for what is in no shared copy; for the other kinds, `a` and the noun."""


@dataclass(frozen=True)
class Mask:
    """One person or thing, as a reader sees it."""

    kind: str
    """Its file's name: `people`, `organisations`."""
    key: str
    """What tells it from others of its kind: its id; without a record, `name:` and the name."""
    names: tuple[str, ...]
    mode: Mode
    mention: str = ""
    """What stands for it in a text: its name, `Person 7`, `D. O.`, `somebody`."""
    title: str = ""
    """What it is called on its own: `Person 7, head of food services`."""
    id: str | None = None
    """The id that a reader sees; None where there is no record."""

    @property
    def is_hidden(self) -> bool:
        """Whether its name must not be seen."""
        return self.mode != "full"

    @property
    def hidden_names(self) -> tuple[str, ...]:
        """Its names that must not be seen: not `D. O.`, of which the initials say all there is."""
        return tuple(name for name in self.names if self.is_hidden and _letters(name) != _letters(self.mention))


def masks(workbook: Workbook, profile: Profile, numbers: Numbers) -> tuple[list[Mask], Numbers]:
    """A mask for every name, with what stands for it in a text; and the numbers, with those given anew."""
    found = [*_of_records(workbook, profile), *_without_records(workbook, profile)]
    found = [*_with_coach(found, workbook, profile)]
    hidden = [(mask.kind, mask.key) for mask in found if mask.mode == "pseudonym" and mask.kind != "me"]
    numbers = numbers.with_all(hidden, first_days(workbook))
    return [replace(mask, mention=_mention(mask, numbers)) for mask in found], numbers


def mode_of(record: Record, kind: str, profile: Profile) -> Mode:
    """How a record's name appears. What the record says comes before what the profile says."""
    if record.private or record.share == "never":
        return "gone"
    if record.share:
        return record.share
    if profile.hides(f"{kind}.{BY_NAME[kind].title}"):
        return "pseudonym"
    return profile.people if kind == "people" else "full"


def initials(name: str) -> str:
    """`D. O.`, of Dana Okafor. In Latin letters, as one letter of a Chinese name may be all of it."""
    words = (anyascii(word).strip("'\"-. ") for word in name.replace("-", " ").split())
    return " ".join(f"{word[0].upper()}." for word in words if word and word[0].isalpha()) or "N. N."


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, anyascii(name))).upper()


def built_in(workbook: Workbook, kind: str) -> Iterator[Any]:
    """The records of a kind that ship with the guide: nothing personal is in them."""
    own = workbook.own.get(kind)
    return (record for record in getattr(workbook, kind) if own is not None and record.id not in own)


def own_records(workbook: Workbook) -> Iterator[tuple[str, Record]]:
    """The person's own records with their kinds; nothing of what ships with the guide."""
    if workbook.me:
        yield "me", workbook.me
    for kind in BY_NAME:
        own = workbook.own.get(kind)
        if kind != "me":
            yield from ((kind, record) for record in getattr(workbook, kind) if own is None or record.id in own)


def _of_records(workbook: Workbook, profile: Profile) -> Iterator[Mask]:
    for kind, record in own_records(workbook):
        if BY_NAME[kind].title:
            name = getattr(record, "name", "")
            others = record.also_known_as if isinstance(record, Person) else ()
            yield Mask(kind, str(record.id), (name, *others), mode_of(record, kind, profile))


def _without_records(workbook: Workbook, profile: Profile) -> Iterator[Mask]:
    """People, and places of work, who are named and have no record."""
    people: dict[str, Ref] = {}
    places: dict[str, Ref] = {}
    for who in _people_named(workbook):
        people.setdefault(key_of(who), who)
    for place in _places_named(workbook):
        places.setdefault(key_of(place), place)
    hides_places = profile.hides("organisations.name")
    of_people = "pseudonym" if profile.hides("people.name") else profile.people
    yield from (Mask("people", key, (who.name,), of_people) for key, who in people.items() if not who.id)
    for key, place in places.items():
        if not place.id:
            yield Mask("organisations", key, (place.name,), "pseudonym" if hides_places else "full")


def _with_coach(found: list[Mask], workbook: Workbook, profile: Profile) -> Iterator[Mask]:
    """The masks, with the coach by name: a coach knows who they are. A record of theirs that is private stays so."""
    coach = workbook.me.coach if workbook.me else None
    if coach is None or profile.hides("me.coach.name"):
        yield from found
        return
    name = folded(coach.name)
    for mask in found:
        is_coach = mask.kind == "people" and name in map(folded, mask.names)
        yield replace(mask, mode="full") if is_coach and mask.mode == "pseudonym" else mask
    if not any(mask.kind == "people" and name in map(folded, mask.names) for mask in found):
        yield Mask("people", f"name:{name}", (coach.name,), "full")


def _people_named(workbook: Workbook) -> Iterator[Ref]:
    for person in workbook.people:
        yield from filter(None, (person.introduced_by, *person.knows))
    for line in workbook.log:
        yield from filter(None, (line.who, line.to))
    for talk in workbook.conversations:
        yield from (*talk.with_, *(offer.to for offer in talk.introductions))
    for event in workbook.events:
        yield from event.met


def _places_named(workbook: Workbook) -> Iterator[Ref]:
    yield from filter(None, (person.organisation for person in workbook.people))
    for talk in workbook.conversations:
        yield from filter(None, (offer.organisation for offer in talk.introductions))


def _mention(mask: Mask, numbers: Numbers) -> str:
    noun = BY_NAME[mask.kind].noun
    match mask.mode:
        case "full":
            return mask.names[0]
        case "initials":
            return initials(mask.names[0])
        case "pseudonym":
            return "Somebody" if mask.kind == "me" else f"{capital(noun)} {numbers.of(mask.kind, mask.key)}"
        case "gone":
            return GONE.get(mask.kind, f"a {noun}")
