"""The card for an event: small enough for a pocket. What I go for, how to begin, whom to look for, how to leave."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from bothways.derive.facts import Facts
from bothways.derive.named import named
from bothways.model.days import WEEKDAYS, day_and_month
from bothways.model.events import Event
from bothways.model.names import first_name
from bothways.model.people import Person
from bothways.pages.environment import Values, bare_page
from bothways.pages.page import Page
from bothways.pages.paper.room import BODY, SAID, Letters
from bothways.pages.prose import prose
from bothways.pages.somebody import beside

FOLDER = "events/card"
WIDTH = 85.0
"""Millimetres to write on, of the 99 of the card. It fits a quarter of A4 and an index card of 4 by 6 inches."""
TITLE = Letters(15, 1.15)
OPENERS = (
    "What brought you here?",
    "What are you working on just now?",
    "Which part of it do you enjoy most?",
)
"""To begin with. Questions of one's own whose theme is `opening` come first."""
OPENING = "opening"
LOOK_FOR, GIVE = 4, 3
"""How many there is room for."""


class Card(NamedTuple):
    """What stands on the card, every text as long as it may be."""

    name: str
    when: str
    intention: str
    openers: tuple[str, ...]
    look_for: tuple[str, ...]
    give: tuple[str, ...]


def address(event: Event) -> str:
    """Where the card of an event is published."""
    return f"{FOLDER}/{event.id}.html"


def card(event: Event, facts: Facts) -> Page:
    """The card of an event that is coming."""
    return bare_page(
        "card",
        address(event),
        f"Card for {event.name}, {day_and_month(event.date)} {event.date.year}",
        partial(_values, event, facts),
    )


def _values(event: Event, facts: Facts) -> Values:
    """What is on it."""
    people = people_to_look_for(event, facts)
    when = f"{WEEKDAYS[event.date.weekday()]} {day_and_month(event.date)}" + (f", {event.place}" if event.place else "")
    return {
        "card": Card(
            name=TITLE.fitted(event.name, WIDTH, 2),
            when=BODY.fitted(when, WIDTH, 2),
            intention=SAID.fitted(prose(event.intention).striptags(), WIDTH, 3) if event.intention else "",
            openers=tuple(SAID.fitted(opener, WIDTH - 5, 2) for opener in _openers(facts)),
            look_for=tuple(BODY.fitted(_in_a_line(person), WIDTH) for person in people),
            give=tuple(BODY.fitted(gift, WIDTH) for gift in _gifts(people, facts)),
        ),
    }


def people_to_look_for(event: Event, facts: Facts) -> tuple[Person, ...]:
    """Whom the event's own lines name; then those whom I met there before."""
    workbook = facts.workbook
    texts = (event.intention or "", *(step.do for step in event.prepare), event.notes or "")
    before = {
        who.id for other in workbook.events if other is not event and other.name == event.name for who in other.met
    }
    people = (*named(texts, workbook.people), *(person for person in workbook.people if person.id in before))
    return tuple({person.id: person for person in people}.values())[:LOOK_FOR]


def _openers(facts: Facts) -> tuple[str, ...]:
    own = facts.workbook.own.get("questions", frozenset())
    lists = (questions for questions in facts.workbook.questions if questions.id in own)
    asked = (question for each in lists for section in each.sections for question in section.questions)
    mine = dict.fromkeys(question.ask for question in asked if question.theme == OPENING)
    return (*mine, *OPENERS)[: len(OPENERS)]


def _in_a_line(person: Person) -> str:
    remark = beside(person) or next(iter(person.interests), "")
    return f"{person.name}: {remark}" if remark else person.name


def _gifts(people: tuple[Person, ...], facts: Facts) -> tuple[str, ...]:
    me = facts.workbook.me
    return (*_for_them(people), *(me.can_offer if me else ()))[:GIVE]


def _for_them(people: tuple[Person, ...]) -> Iterator[str]:
    for person in people:
        yield from (f"For {first_name(person.name)}: {gift}" for gift in person.i_can_help_with[:1])
