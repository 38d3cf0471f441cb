"""Question lists: one's own and those that come with the guide, and a page for each.

Works without a workbook too: the public guide shows the lists that ship with it.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple, get_args

from bothways.derive.coverage import Coverage
from bothways.derive.facts import Facts
from bothways.derive.situations import situations
from bothways.derive.talks import is_planned
from bothways.guide.situations import TRACKS
from bothways.model.questions import QuestionList
from bothways.model.situation import Situation
from bothways.model.words import capital, count, number
from bothways.model.workbook import Workbook
from bothways.pages.environment import Values, page
from bothways.pages.navigation import CONVERSATIONS, Section
from bothways.pages.page import Page

FIRST_LINES = """\
- list: Questions of my own
  sections:
    - section: How they came to it
      questions:
        - How did you get started in this work?"""


class Group(NamedTuple):
    """Lists under one heading."""

    id: str
    heading: str
    guide: str
    """The guide's page about it; empty where there is none."""
    lists: tuple[Coverage, ...]


def pages(facts: Facts, section: Section = CONVERSATIONS) -> Iterator[Page]:
    """The overview, then a page for every list. `section` is another one in the public guide."""
    yield page("questions-list.html", "questions/index.html", "Question lists", section, partial(_overview, facts))
    for questions in facts.workbook.questions:
        yield page(
            "questions.html",
            f"questions/{questions.id}.html",
            questions.name,
            section,
            partial(_values, questions, facts),
        )


def _values(questions: QuestionList, facts: Facts) -> Values:
    """What the page of a list shows."""
    own = facts.workbook.own.get("questions", frozenset())
    coverage = facts.coverage[str(questions.id)]
    planned = tuple(talk for talk in coverage.talks if is_planned(talk, facts.day))
    return {
        "today": facts.day,
        "namesakes": facts.namesakes,
        "coverage": coverage,
        "questions": questions,
        "lede": _list_lede(coverage),
        "is_own": questions.id in own,
        "planned": planned,
        "others": tuple(talk for talk in coverage.talks if talk not in planned)[::-1],
    }


def _overview(facts: Facts) -> Values:
    """What the overview shows."""
    own = facts.workbook.own.get("questions", frozenset())
    return {
        "today": facts.day,
        "namesakes": facts.namesakes,
        "lede": _lede(facts.workbook, own),
        "groups": tuple(_groups(facts, own)),
        "has_own": bool(own),
        "first_lines": FIRST_LINES,
    }


def _lede(workbook: Workbook, own: frozenset[str]) -> str:
    shipped = len(workbook.questions) - len(own)
    if not own:
        return f"{capital(count(shipped, 'list'))} to begin from. Five good questions fill twenty minutes."
    return f"{capital(number(len(own)))} of your own, and {number(shipped)} that come with the guide."


def _list_lede(coverage: Coverage) -> str:
    questions = capital(count(len(coverage.questions), "question"))
    minutes = f", for {coverage.list.minutes} minutes" if coverage.list.minutes else ""
    if not coverage.answered:
        return f"{questions}{minutes}."
    answered = capital(number(coverage.answered))
    return f"{questions}{minutes}. {answered} {'has' if coverage.answered == 1 else 'have'} an answer so far."


def _groups(facts: Facts, own: frozenset[str]) -> Iterator[Group]:
    """One's own first, then those for one's situation, those for any, and the rest; each list once."""
    mine = situations(facts.workbook)
    order = (*mine, *(situation for situation in TRACKS if situation not in mine))
    found: dict[str, list[Coverage]] = defaultdict(list)
    for id_, coverage in facts.coverage.items():
        found["own" if id_ in own else _group_of(coverage, order)].append(coverage)
    ids = ("own", *mine, "any", *order[len(mine) :])
    for id_ in ids:
        if found[id_]:
            yield Group(id_, _heading(id_), _guide(id_), tuple(found[id_]))


def _group_of(coverage: Coverage, order: tuple[Situation, ...]) -> str:
    fits = coverage.list.situations
    if not fits or set(fits) == set(get_args(Situation)):
        return "any"
    return next(situation for situation in order if situation in fits)


def _heading(id_: str) -> str:
    fixed = {"own": "Your own", "any": "For any situation"}
    return fixed.get(id_) or {str(key): track.heading for key, track in TRACKS.items()}[id_]


def _guide(id_: str) -> str:
    return "" if id_ in ("own", "any") else f"situations/{id_}.html"
