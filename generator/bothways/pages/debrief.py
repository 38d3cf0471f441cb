"""The debrief: a form for what a talk left, which makes the lines for the workbook. Without a script, lines to fill in.

It asks what the back of the sheet asks.
"""

from functools import partial

from bothways.derive.facts import Facts
from bothways.model.conversations import Conversation
from bothways.model.days import day_and_month
from bothways.model.refs import and_names
from bothways.pages.environment import Values, page
from bothways.pages.fill_in import margin, talk_debrief
from bothways.pages.navigation import CONVERSATIONS
from bothways.pages.page import Page
from bothways.pages.sheet import asks
from bothways.pages.somebody import Wording, wording

FOLDER = "conversations/debrief"
ROWS = 3
"""Introductions and steps that the form has room for. Further ones are written in the file."""
FIELDS = (
    "answers",
    "learned",
    "advice",
    "introductions",
    "gave",
    "surprise",
    "beliefs",
    "still_interested",
    "rule_out",
    "thanked",
    "follow_ups",
)


def debrief(talk: Conversation, facts: Facts) -> Page:
    """The page that turns what was heard into lines for the workbook. What is written already is not asked for."""
    return page(
        "debrief.html",
        f"{FOLDER}/{talk.id}.html",
        f"What did you hear? {and_names(talk.with_)}, {day_and_month(talk.date)} {talk.date.year}",
        CONVERSATIONS,
        partial(_values, talk, facts),
    )


def _values(talk: Conversation, facts: Facts) -> Values:
    """What the form asks, and with what words."""
    goal = facts.workbook.goal.get(talk.goal.id or "") if talk.goal else None
    questions = asks(talk, facts.workbook)
    return {
        "today": facts.day,
        "namesakes": facts.namesakes,
        "talk": talk,
        "people_names": and_names(talk.with_),
        "wording": spoken_of(talk, facts),
        "open": tuple(field for field in FIELDS if not getattr(talk, field)),
        "asks": questions,
        "beliefs": tuple(" ".join(belief.belief.split()) for belief in goal.beliefs) if goal else (),
        "rows": tuple(range(1, ROWS + 1)),
        "margin": margin(talk),
        "to_fill_in": talk_debrief(talk, questions, goal),
    }


def spoken_of(talk: Conversation, facts: Facts) -> Wording:
    """Somebody alone by their own pronouns, several by `they`."""
    people = [person for who in talk.with_ if (person := facts.workbook.person.get(who.id or ""))]
    return wording(people[0]) if len(people) == 1 else Wording("they", "them", "their")
