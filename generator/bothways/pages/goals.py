"""Goals: what one is after, what must be true for it, and what was found out."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from bothways.derive.facts import Facts
from bothways.derive.situations import situations
from bothways.derive.talks import is_held, is_planned
from bothways.guide.situations import main_track
from bothways.model.goals import Goal
from bothways.model.refs import Ref
from bothways.model.step import Step
from bothways.model.words import capital, count, number
from bothways.model.workbook import Workbook
from bothways.pages.environment import Values, page
from bothways.pages.navigation import GOALS
from bothways.pages.page import Page

FIRST_LINES = """\
- goal: {goal}
  why: I want to know before I choose
  by: {by}"""
FIRST_GOAL = "Find out whether a hospital kitchen is a place for me"
"""For somebody who has not said what they are in."""
IN_TWO_MONTHS = timedelta(days=61)

HEADINGS = {"active": "What you are after", "paused": "Paused", "met": "Reached", "dropped": "Let go"}
"""By status, in the order in which they are shown."""


class Part(NamedTuple):
    """Goals of one status."""

    id: str
    heading: str
    lines: tuple["Line", ...]


class Line(NamedTuple):
    """One goal in the list."""

    goal: Goal
    next_step: Step | None
    """The first step that is left, while the goal is active."""
    done: str
    """How many of its steps are done; empty, where it has none."""


def pages(facts: Facts) -> Iterator[Page]:
    """The overview, then a page for every goal."""
    yield page("goals-list.html", "goals/index.html", "Goals", GOALS, partial(_overview, facts))
    for goal in facts.workbook.goals:
        yield _page(goal, facts)


def _overview(facts: Facts) -> Values:
    """What the overview shows."""
    goals, mine = facts.workbook.goals, situations(facts.workbook)
    first = main_track(mine).first_goal if mine else FIRST_GOAL
    return {
        "today": facts.day,
        "namesakes": facts.namesakes,
        "lede": _lede(goals),
        "parts": tuple(_parts(goals)),
        "first_lines": FIRST_LINES.format(goal=first, by=facts.day + IN_TWO_MONTHS),
    }


def _page(goal: Goal, facts: Facts) -> Page:
    return page("goal.html", f"goals/{goal.id}.html", goal.goal, GOALS, partial(_values, goal, facts))


def _values(goal: Goal, facts: Facts) -> Values:
    """What the page of a goal shows."""
    talks = [talk for talk in facts.workbook.conversations if talk.goal and talk.goal.id == goal.id]
    talks.sort(key=lambda talk: talk.date)
    return {
        "today": facts.day,
        "namesakes": facts.namesakes,
        "goal": goal,
        "beliefs": tuple(belief for belief in facts.beliefs if belief.goal and belief.goal.id == goal.id),
        "organisations": _organisations(goal, facts.workbook),
        "planned": tuple(talk for talk in talks if is_planned(talk, facts.day)),
        "held": tuple(talk for talk in reversed(talks) if is_held(talk, facts.day)),
        "lede": _how_it_stands(goal),
    }


def _how_it_stands(goal: Goal) -> str:
    """One or two short sentences; the day stands beside them."""
    begins = {"active": "", "paused": "Paused. ", "met": "Reached. ", "dropped": "Let go. "}[goal.status]
    done = _done(goal)
    return begins + (f"{capital(done)}." if done else "No steps yet.")


def _lede(goals: Sequence[Goal]) -> str:
    active = sum(goal.status == "active" for goal in goals)
    if not active:
        return "You are after nothing in particular just now. That is allowed."
    how_many = capital(count(active, "goal"))
    return f"{how_many} just now. A goal you can learn your way to rests in your own hands."


def _parts(goals: Sequence[Goal]) -> Iterator[Part]:
    for status, heading in HEADINGS.items():
        lines = tuple(_line(goal) for goal in goals if goal.status == status)
        if lines:
            yield Part(status, heading, lines)


def _line(goal: Goal) -> Line:
    left = (step for step in goal.steps if not step.is_done)
    return Line(
        goal=goal,
        next_step=next(left, None) if goal.status == "active" else None,
        done=_done(goal),
    )


def _done(goal: Goal) -> str:
    done, everything = sum(step.is_done for step in goal.steps), len(goal.steps)
    if not everything:
        return ""
    if not done:
        return f"{count(everything, 'step')} to do"
    return "every step done" if done == everything else f"{number(done)} of {count(everything, 'step')} done"


def _organisations(goal: Goal, workbook: Workbook) -> tuple[Ref, ...]:
    """Those it has to do with, said from either side, each once."""
    found = {one.id or one.name: one for one in goal.organisations}
    for organisation in workbook.organisations:
        if any(one.id == goal.id for one in organisation.goals):
            found.setdefault(str(organisation.id), Ref(organisation.name, organisation.id))
    return tuple(found.values())
