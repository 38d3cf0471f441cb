"""People: everybody at a glance, and a page for each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bothways.derive.contacts import Contact, History
from bothways.derive.facts import Facts
from bothways.derive.ties import STATES, Tie
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.log import LogLine
from bothways.model.names import first_name
from bothways.model.people import Person
from bothways.model.refs import Ref
from bothways.model.words import capital, count, number
from bothways.pages.environment import page
from bothways.pages.navigation import PEOPLE
from bothways.pages.page import Page

FIRST_LINES = """\
- name: Bea Ostrander
  tie: close
  met_at: the choir"""


@dataclass(frozen=True)
class Filter:
    """One button above the list."""

    value: str
    words: str
    count: int


@dataclass(frozen=True)
class Moment:
    """One entry of the thread: what happened, whose way it went."""

    contact: Contact
    talk: Conversation | None
    before: str
    """The sentence, up to a name in it."""
    name: Ref | None
    said: str
    """What it was about, in the person's own words."""


@dataclass(frozen=True)
class Wording:
    """How somebody is spoken of: by their pronouns if they are known, else by their first name."""

    subject: str
    object: str
    owner: str


def pages(facts: Facts) -> Iterator[Page]:
    """The overview, then a page for everybody with a record."""
    ties = tuple(facts.ties.values())
    yield page(
        "people.html",
        "people/index.html",
        "People",
        PEOPLE,
        today=facts.day,
        ties=_in_order(ties),
        filters=_filters(ties),
        lede=_lede(ties),
        first_lines=FIRST_LINES,
    )
    acquaintances = _acquaintances(facts.workbook.people)
    for tie in ties:
        yield page(
            "person.html",
            f"people/{tie.person.id}.html",
            tie.person.name,
            PEOPLE,
            today=facts.day,
            tie=tie,
            person=tie.person,
            wording=wording(tie.person),
            thread=tuple(_moments(tie.history)),
            organisation=facts.workbook.organisation.get(_organisation_id(tie.person)),
            acquaintances=acquaintances[tie.person.id],
            promised_to_meet=tuple(promise for promise in tie.promises if not promise.introduction.made),
            introductions_made=tuple(promise for promise in tie.promises if promise.introduction.made),
        )


def wording(person: Person) -> Wording:
    """`she, her, her` for she/her; the first name where pronouns are not said, or are others."""
    first = (person.pronouns or "").casefold().replace(",", "/").split("/")[0].strip()
    match first:
        case "she":
            return Wording("she", "her", "her")
        case "he":
            return Wording("he", "him", "his")
        case "they":
            return Wording("they", "them", "their")
    name = first_name(person.name)
    return Wording(name, name, f"{name}’s")


def _organisation_id(person: Person) -> str:
    return (person.organisation.id or "") if person.organisation else ""


def _acquaintances(people: Sequence[Person]) -> Mapping[str | None, tuple[Ref, ...]]:
    """Whom each of them knows, said from either side, each once."""
    found: dict[str | None, dict[str | None, Ref]] = defaultdict(dict)
    for person in people:
        for who in person.knows:
            found[person.id][who.id] = who
            found[who.id].setdefault(person.id, Ref(person.name, person.id))
    return defaultdict(tuple, {id_: tuple(known.values()) for id_, known in found.items()})


def _in_order(ties: Sequence[Tie]) -> list[Tie]:
    """Your move first, then by state, then by name."""
    return sorted(
        ties, key=lambda tie: (tie.whose_move != "yours", STATES.index(tie.state), tie.person.name.casefold())
    )


def _filters(ties: Sequence[Tie]) -> tuple[Filter, ...]:
    moves = Counter(tie.whose_move for tie in ties)
    states = Counter(tie.state for tie in ties)
    found = [
        Filter("all", "Everybody", len(ties)),
        Filter("yours", "Your move", moves["yours"]),
        Filter("theirs", "Their move", moves["theirs"]),
    ]
    found += [Filter(state.replace(" ", "-"), capital(state), states[state]) for state in STATES]
    return tuple(one for one in found if one.count or one.value == "all")


def _lede(ties: Sequence[Tie]) -> str:
    everybody = capital(count(len(ties), "person", "people"))
    yours = sum(tie.whose_move == "yours" for tie in ties)
    if not yours:
        return f"{everybody}. It is your move with nobody just now."
    return f"{everybody}. It is your move with {number(yours)} of them."


_THEY = {
    "heard": "You heard",
    "received": "You were given",
    "met": "You met",
    "event": "You met at",
    "met-on": "You met",
}
_YOU = {
    "wrote": "You wrote",
    "called": "You called",
    "thanked": "You said thank you",
    "nudged": "You wrote once more",
    "asked-introduction": "You asked for an introduction",
    "gave": "You gave",
    "reported-back": "You told them what came of it",
}


def _moments(history: History) -> Iterator[Moment]:
    for contact in reversed(history.contacts):
        source = contact.source
        talk = source if isinstance(source, Conversation) else None
        before, name, said = "", None, ""
        match source:
            case LogLine(did="introduced"):
                before = "You introduced them to"
                name = source.to if source.to and source.to != history.who else source.who
                said = source.about or ""
            case LogLine():
                before = (_YOU | _THEY)[source.did]
                name = source.to if source.did == "asked-introduction" else None
                before += " to" if name else ""
                said = source.about or ""
            case Event():
                before = f"You met at {source.name}"
            case Person():
                before = "You met"
                said = source.met_at.name if source.met_at else ""
        yield Moment(contact, talk, before, name, said)
