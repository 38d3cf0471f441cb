"""The packet: one page to begin a session with a coach. A shared copy opens on it; the owner looks at it before.

An element with `data-answer` is where a coach may answer. What it holds names the question: `decide/` and the goal's
id, `stuck`, or `anything`.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from bothways.derive.facts import Facts
from bothways.derive.packet import Asked, Packet, Shaken, next_session
from bothways.derive.progress import Progress
from bothways.model.days import WEEKDAYS, day_and_month
from bothways.model.goals import Goal
from bothways.model.names import first_name, slug
from bothways.model.rhythm import Rhythm
from bothways.model.words import capital, count, number, times
from bothways.model.workbook import Workbook
from bothways.pages.commands import command
from bothways.pages.environment import Values, page
from bothways.pages.introductions import outcome_words
from bothways.pages.navigation import PROGRESS, Section
from bothways.pages.page import Page
from bothways.pages.sticking import both_ways

DECISIONS = 3
"""Choices that an hour holds (the guide, A session that is worth the hour)."""
TALKS, STEPS, PROMISES, BELIEFS, INTRODUCTIONS = 6, 8, 3, 3, 4
"""What two leaves of paper hold of each."""
A_FEW_WEEKS = 21
"""Days, from which on weeks are counted."""
HOW_ARE_YOU, CHANGES, CHOICES, PRACTICE, NEXT = 5, 10, 30, 10, 5
"""Minutes (the guide, A session that is worth the hour)."""

_NUMBERED = re.compile(r"Person \d+\b")


class Point(NamedTuple):
    """One point of the agenda."""

    words: str
    minutes: int


class Change(NamedTuple):
    """Something that changed, in words, and one remark."""

    words: str
    remark: str = ""
    quoted: str = ""
    """Words of the person's own."""


def pages(facts: Facts, section: Section = PROGRESS, address: str = "packet.html") -> Iterator[Page]:
    """The one page. `section` and `address` are others in a shared copy."""
    yield page("packet.html", address, _title(facts.workbook, facts.day), section, partial(_values, facts))


def _values(facts: Facts) -> Values:
    """What the page shows."""
    found, workbook = facts.packet, facts.workbook
    choices = found.to_decide[:DECISIONS]
    where = stuck(facts.progress, workbook.rhythm)
    coach = found.coach.name if found.coach else "your coach"
    return {
        "today": facts.day,
        "reader": workbook.reader,
        "coach": coach,
        "has_coach": found.coach is not None,
        "me": first_name(workbook.me.name) if workbook.me else "",
        "are_numbered": any(_NUMBERED.match(person.name) for person in workbook.people),
        "lede": _lede(found, choices, is_stuck=bool(where)),
        "choices": choices,
        "more_choices": found.to_decide[DECISIONS:],
        "since": found.since,
        "talks": found.talks[:TALKS],
        "more_talks": len(found.talks[TALKS:]),
        "changes": tuple(_changes(found)),
        "stuck": where,
        "promises": found.introductions_open[:PROMISES],
        "agenda": tuple(_agenda(choices, is_stuck=bool(where))),
        "harvests": tuple((harvest.organisation, outcome_words(harvest.organisation)) for harvest in found.harvests),
        "introduced": found.introductions_made[:INTRODUCTIONS],
        "more_introduced": len(found.introductions_made[INTRODUCTIONS:]),
        "told": found.advice_told[:INTRODUCTIONS],
        "done": found.done[-STEPS:],
        "left": found.left[:STEPS],
        "share": command("share", "--out", f"for-{slug(first_name(coach), 'coach')}.html"),
        "namesakes": facts.namesakes,
    }


def _title(workbook: Workbook, today: date) -> str:
    day = next_session(workbook.me.coach if workbook.me else None, today)
    if day is None:
        return "For our next session"
    return f"Our session on {WEEKDAYS[day.weekday()]} {day_and_month(day)}"


def _lede(found: Packet, choices: Sequence[Goal], *, is_stuck: bool) -> str:
    if len(choices) == 1:
        wish = f"I would most like help with one choice: {choices[0].goal.rstrip('.')}."
    elif choices:
        wish = f"I would most like help with {count(len(choices), 'choice')}."
    elif is_stuck:
        wish = "There is no choice to make just now; let us look at what sticks."
    else:
        wish = "There is no choice to make just now. What do you see that I do not?"
    return f"{_since(found)} {wish}".strip()


def _since(found: Packet) -> str:
    if found.last_session is None:
        return ""
    days = (found.day - found.last_session).days
    if days == 0:
        return "We last met today."
    how_long = count(days, "day") if days < A_FEW_WEEKS else count(days // 7, "week")
    return f"{capital(how_long)} since we last met."


def _changes(found: Packet) -> Iterator[Change]:
    """What changed since, besides the talks."""
    if found.asked.people:
        yield Change(
            f"Wrote to or called {_asked(found.asked)}", f"As long a time before: {_asked(found.asked_before)}."
        )
    if found.gave:
        yield Change(f"Gave {times(found.gave)}")
    for goal in found.decided:
        yield Change(f"Decided: {goal.goal}", quoted=goal.decision.chosen or "" if goal.decision else "")
    yield from map(_spoken, found.shaken[:BELIEFS])


def _asked(asked: Asked) -> str:
    people = count(asked.people, "person", "people")
    return f"{people}; {number(asked.answered) if asked.answered else 'none'} answered" if asked.people else people


def _spoken(shaken: Shaken) -> Change:
    """What talks said about a belief, and how sure I was and am."""
    speak_for = sum(one.finding.for_ for one in shaken.said)
    against = len(shaken.said) - speak_for
    said = [f"{count(talks, 'talk')} {way} it" for talks, way in ((speak_for, "for"), (against, "against")) if talks]
    sure = (("at first", shaken.belief.confidence), ("now", shaken.belief.now))
    felt = [f"{value} {when}" for when, value in sure if value is not None]
    how_sure = f" How sure I am, of 100: {', '.join(felt)}." if felt else ""
    return Change("Talks spoke about a belief", f"{capital(', '.join(said))}.{how_sure}", shaken.belief.words)


def stuck(found: Progress, rhythm: Rhythm) -> str:
    """Where it sticks, in the first person; empty where the numbers show nothing."""
    path = found.path
    none_or = number(path.made) if path.made else "none"
    sentences = {
        "introductions": f"{capital(count(path.promised, 'introduction'))} were promised and {none_or} made so far.",
        "names": "I talk with people, and seldom leave with a name.",
        "news": "People advised me, and have not heard what came of it.",
        "talks": f"{capital(number(path.answered))} people answered; {number(path.talked)} talked with me so far.",
        "answers": f"Of {path.tried} people I tried, {number(path.answered)} answered so far.",
        "gives": f"In the last weeks {both_ways(found.asked, found.gave, 'I')}.",
        "asks": f"I meant to write to {count(rhythm.new_asks, 'new person', 'new people')} a week, and it was less.",
    }
    return sentences[found.sticks_at] if found.sticks_at else ""


def _agenda(choices: Sequence[Goal], *, is_stuck: bool) -> Iterator[Point]:
    """An hour. Each choice gets as long as the others; without one, its time is for what sticks."""
    yield Point("How are you?", HOW_ARE_YOU)
    yield Point("What changed", CHANGES)
    for goal in choices:
        yield Point(goal.goal, CHOICES // len(choices))
    if not choices:
        yield Point("What sticks" if is_stuck else "What do you see?", CHOICES)
    yield Point("One thing to practise aloud", PRACTICE)
    yield Point("What I will do, and by when", NEXT)
