"""People: everybody at a glance, and how it stands."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from bothways.derive.contacts import Contact, Way
from bothways.derive.facts import Facts
from bothways.derive.loops import to_be_told
from bothways.derive.situations import situations
from bothways.derive.ties import STATES, State, Tie, Whose
from bothways.guide.situations import main_track
from bothways.model.refs import Ref
from bothways.model.words import capital, count, number
from bothways.pages.environment import Values, page
from bothways.pages.navigation import PEOPLE
from bothways.pages.page import Page
from bothways.pages.somebody import beside

FIRST_LINES = """\
- name: Bea Ostrander
  tie: close
  met_at: the choir"""

ONE_LIST = 60
"""People that one list shows by whose move it is; more of them stand under letters."""
PART = 60
"""People in one part of the list, as in `order.js`: a browser leaves parts that are out of sight alone."""
LONG = 20
"""People in a part that is about two screens high."""
_NUMBER = re.compile(r"[0-9]+")

DID = {
    "heard": "you heard",
    "received": "they gave",
    "talk": "you talked",
    "met": "you met",
    "event": "you met",
    "met-on": "you met",
    "called": "you called",
    "thanked": "you thanked",
    "gave": "you gave",
    "introduced": "you introduced",
    "asked-introduction": "you asked",
    "reported-back": "you told",
}
"""What happened, in two words. Whatever is not here was written."""


@dataclass(frozen=True)
class Filter:
    """One button above the list."""

    value: str
    words: str
    count: int


class Last(NamedTuple):
    """The last thing that went one way, or that was a talk and so went both."""

    way: Way
    words: str
    day: date


class Line(NamedTuple):
    """Somebody in the list."""

    who: Ref
    beside: str
    """Role and organisation."""
    state: State
    whose_move: Whose | None
    last: tuple[Last, ...]
    found_by: str
    """Words that find them, though they are not shown."""

    @property
    def shown_as(self) -> str:
        """The buttons above the list that show it."""
        return " ".join(filter(None, (self.whose_move, self.state.replace(" ", "-"))))


class Group(NamedTuple):
    """People under one heading; without one, where there is a single list, or more of those above."""

    id: str
    heading: str
    lines: tuple[Line, ...]
    shown_as: str
    """The buttons that show anybody in it."""

    @property
    def is_long(self) -> bool:
        """Whether it is higher than a screen."""
        return len(self.lines) >= LONG


def pages(facts: Facts) -> Iterator[Page]:
    """The one page."""
    yield page("people.html", "people/index.html", "People", PEOPLE, partial(_values, facts))


def _values(facts: Facts) -> Values:
    """What the page shows."""
    ties, mine = tuple(facts.ties.values()), situations(facts.workbook)
    return {
        "today": facts.day,
        "lede": _lede(ties),
        "losing": sum(tie.state == "losing touch" for tie in ties),
        "to_tell": to_be_told(facts.loops),
        "filters": _filters(ties),
        "groups": tuple(_groups([_line(tie) for tie in ties])),
        "namesakes": facts.namesakes,
        "begin": f" {main_track(mine).begin}" if mine else "",
        "first_lines": FIRST_LINES,
    }


def last_each_way(tie: Tie) -> tuple[Last, ...]:
    """The last sign of them, and the last that went out to them; one alone, where it was both."""
    found = dict.fromkeys(contact for contact in (tie.last_in, tie.last_out) if contact)
    return tuple(_last(contact) for contact in found)


def _last(contact: Contact) -> Last:
    words = "heard" if contact.did == "heard" else happened(contact)
    return Last(contact.way, words, contact.date)


def happened(contact: Contact) -> str:
    """What happened, before its day: `you talked`."""
    return DID.get(contact.did, "you wrote")


def _line(tie: Tie) -> Line:
    found_by = (*tie.person.interests, *tie.person.tags, *tie.person.also_known_as, tie.person.location, tie.person.tie)
    return Line(
        who=tie.who,
        beside=beside(tie.person),
        state=tie.state,
        whose_move=tie.whose_move,
        last=last_each_way(tie),
        found_by=" ".join(filter(None, found_by)),
    )


def _groups(lines: Sequence[Line]) -> Iterator[Group]:
    """One list, with those first where it is my move; many people stand by their letter."""
    if len(lines) <= ONE_LIST:
        if lines:
            yield _group("everybody", "", sorted(lines, key=_by_move))
        return
    by_letter: Mapping[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=_by_name):
        by_letter[letter_of(line.who.name)].append(line)
    for place, (letter, several) in enumerate(by_letter.items(), 1):
        yield _group(f"letter-{place}", letter, several[:PART])
        for start in range(PART, len(several), PART):
            yield _group("", "", several[start : start + PART])


def _group(id_: str, heading: str, lines: Iterable[Line]) -> Group:
    lines = tuple(lines)
    return Group(id_, heading, lines, " ".join(sorted({word for line in lines for word in line.shown_as.split()})))


def letter_of(name: str) -> str:
    """The letter somebody is found under, in any alphabet; `…` for signs, numbers and scripts of too many letters."""
    first = unicodedata.normalize("NFKD", name.lstrip("'’\"“„«( "))[:1].upper()[:1]  # ß has two capitals
    is_letter = unicodedata.category(first or " ").startswith("L")
    return first if is_letter and not unicodedata.name(first, "").startswith(("CJK", "YI ", "TANGUT")) else "…"


def _by_move(line: Line) -> tuple[object, ...]:
    return (line.whose_move != "yours", STATES.index(line.state), _by_name(line))


def _by_name(line: Line) -> tuple[object, ...]:
    letter = letter_of(line.who.name)
    return (letter == "…", letter, _NUMBER.sub(lambda number: number[0].zfill(9), line.who.name.casefold()))


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
    with_them = "them" if len(ties) == 1 else f"{number(yours)} of them"
    return f"{everybody}. It is your move with {with_them}."
