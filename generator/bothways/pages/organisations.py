"""Organisations: the ranked list with its rule, and a page for each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from bothways.derive.facts import Facts
from bothways.derive.organisations import GROUPS, Group, Standing
from bothways.derive.talks import is_planned
from bothways.derive.ties import Tie
from bothways.model.organisations import Organisation, Outcome
from bothways.model.rhythm import OrderKey, Rhythm
from bothways.model.words import capital, count, number
from bothways.pages import words
from bothways.pages.environment import Values, page
from bothways.pages.navigation import PEOPLE
from bothways.pages.page import Page
from bothways.pages.people import Filter

FIRST_LINES = """\
- name: Good Larder Co-op
  why: They grow what I like to cook
  motivation: 2"""

HEADINGS: dict[Group, str] = {
    "active": "Active now",
    "in turn": "Under way, and waiting their turn",
    "researching": "Finding out about",
    "resting": "Resting",
    "closed": "Closed",
}
REMARKS: dict[Group, str] = {"in turn": "When one of the active ones rests or closes, the first of these comes up."}
ORDER: dict[OrderKey, str] = {
    "motivation": "how much you would like it",
    "posting": "what is posted",
    "advocacy": "how many people you know there",
}
"""The rhythm's words for its order, as a reader says them."""
COLUMNS: dict[OrderKey, str] = {"motivation": "Motivation", "posting": "Posting", "advocacy": "People"}
FILTERED_FROM = 9
"""Organisations from which on the list has a filter: fewer are seen at a glance."""

OUTCOMES = {
    "role": "A role",
    "created-role": "A role that was made for you",
    "client": "A client",
    "partner": "A partner",
    "none": "Nothing came of it, and that is known now",
}


class Mark(NamedTuple):
    """One of the things that rank an organisation."""

    value: int
    """What it is sorted by."""
    words: str
    label: str
    """What it is, where the column's heading is not in sight."""


class Line(NamedTuple):
    """One organisation in the list."""

    standing: Standing
    marks: tuple[Mark, ...]
    """In the rule's order."""


class Part(NamedTuple):
    """Organisations under one heading."""

    id: str
    heading: str
    remark: str
    lines: tuple[Line, ...]


def pages(facts: Facts) -> Iterator[Page]:
    """The overview, then a page for every organisation."""
    yield page(
        "organisations-list.html", "organisations/index.html", "Organisations", PEOPLE, partial(_overview, facts)
    )
    for organisation in facts.workbook.organisations:
        yield _page(organisation, facts)


def _overview(facts: Facts) -> Values:
    """What the overview shows."""
    standings = tuple(facts.organisations.values())
    rhythm = facts.workbook.rhythm
    return {
        "today": facts.day,
        "lede": _lede(standings, rhythm),
        "rule": _rule(rhythm),
        "next_one": _next_one(standings, rhythm),
        "columns": tuple(COLUMNS[key] for key in dict.fromkeys(rhythm.organisation_order)),
        "filters": tuple(_filters(standings)) if len(standings) >= FILTERED_FROM else (),
        "parts": tuple(_parts(standings, rhythm)),
        "namesakes": facts.namesakes,
        "first_lines": FIRST_LINES,
    }


def _page(organisation: Organisation, facts: Facts) -> Page:
    return page(
        "organisation.html",
        f"organisations/{organisation.id}.html",
        organisation.name,
        PEOPLE,
        partial(_values, organisation, facts),
    )


def _values(organisation: Organisation, facts: Facts) -> Values:
    """What the page of an organisation shows."""
    standing = facts.organisations[str(organisation.id)]
    ids = {person.id for person in standing.people}
    ties = tuple(facts.ties[str(person.id)] for person in standing.people)
    return {
        "today": facts.day,
        "standing": standing,
        "organisation": organisation,
        "lede": _how_it_stands(standing),
        "ties": ties,
        "whom_to_ask": _whom_to_ask(ties),
        "namesakes": facts.namesakes,
        "promised": {promise.introduction.to.id: promise for promise in standing.promises},
        "to_come": tuple(promise for promise in standing.promises if promise.introduction.to.id not in ids),
        "way": way_in_words(standing),
        "found": tuple(research for research in organisation.research if research.answer),
        "to_find_out": tuple(research for research in organisation.research if not research.answer),
        "outcome": _outcome(organisation.outcome),
        "number": len(facts.organisations),
        "planned": tuple(talk for talk in reversed(standing.talks) if is_planned(talk, facts.day)),
        "held": tuple(talk for talk in standing.talks if not is_planned(talk, facts.day)),
    }


def way_in_words(standing: Standing) -> str:
    """How far it is to somebody who decides."""
    if standing.distance is None:
        return "no way yet to somebody who decides"
    if standing.distance == 0:
        return "you know somebody who decides"
    return f"{count(standing.distance, 'introduction')} away from somebody who decides"


def _lede(standings: Sequence[Standing], rhythm: Rhythm) -> str:
    everything = capital(count(len(standings), "organisation"))
    active, takes = sum(standing.is_active for standing in standings), rhythm.active_organisations
    if not active and len(standings) == 1:
        return f"{everything}. You are not in touch with it just now; a question about it is a good beginning."
    if not active:
        return f"{everything}. You are in touch with none of them just now; the first in the list is a good beginning."
    rest = "as many as your rhythm takes" if active >= takes else f"and your rhythm takes up to {number(takes)}"
    return f"{everything}. You are active with {number(active)} of them, {rest} at once."


def _rule(rhythm: Rhythm) -> str:
    return ", then ".join(ORDER[key] for key in dict.fromkeys(rhythm.organisation_order))


def _next_one(standings: Sequence[Standing], rhythm: Rhythm) -> Organisation | None:
    """The first of those I only read about, while there is room for one more."""
    if sum(standing.is_active for standing in standings) >= rhythm.active_organisations:
        return None
    return next((standing.organisation for standing in standings if standing.group == "researching"), None)


def _filters(standings: Sequence[Standing]) -> Iterator[Filter]:
    groups = Counter(standing.group for standing in standings)
    yield Filter("all", "Everything", len(standings))
    yield from (Filter(words.anchor(group), HEADINGS[group], groups[group]) for group in GROUPS if groups[group])


def _parts(standings: Sequence[Standing], rhythm: Rhythm) -> Iterator[Part]:
    for group in GROUPS:
        lines = tuple(Line(one, tuple(_marks(one, rhythm))) for one in standings if one.group == group)
        if lines:
            yield Part(words.anchor(group), HEADINGS[group], REMARKS.get(group, ""), lines)


def _marks(standing: Standing, rhythm: Rhythm) -> Iterator[Mark]:
    organisation, people = standing.organisation, standing.advocacy
    motivation, posting = organisation.motivation or 0, organisation.posting or 0
    marks: dict[OrderKey, Mark] = {
        "motivation": Mark(motivation, str(motivation) if motivation else "not known yet", "motivation"),
        "posting": Mark(posting, str(posting) if posting else "not said", "posting"),
        "advocacy": Mark(people, str(people) if people else "none yet", "people"),
    }
    return (marks[key] for key in dict.fromkeys(rhythm.organisation_order))


def _whom_to_ask(ties: Sequence[Tie]) -> Tie | None:
    """Whoever there I talk with next; failing that, whoever was last heard."""
    ahead = [tie for tie in ties if tie.next_talk]
    if ahead:
        return min(ahead, key=lambda tie: tie.next_talk.date if tie.next_talk else date.max)
    heard = [tie for tie in ties if tie.history.last_two_way and tie.state != "resting"]
    return max(heard, key=_last_heard, default=None)


def _last_heard(tie: Tie) -> date:
    return tie.history.last_two_way.date if tie.history.last_two_way else date.min


def _how_it_stands(standing: Standing) -> str:
    """One sentence about where I stand with it."""
    people = count(standing.advocacy, "person", "people")
    there = f"Your workbook has {people} there" if standing.people else "You know nobody there yet"
    match standing.group:
        case "closed":
            return "Closed. What you learned there stays."
        case "resting":
            return f"Resting. {there}."
        case "researching":
            return f"You are finding out about it. {there}."
    if standing.organisation.status == "talking":
        return f"You are talking with people there. {there}."
    return f"You are approaching them. {there}."


def _outcome(outcome: Outcome | None) -> str:
    return OUTCOMES[outcome.what] if outcome else ""
