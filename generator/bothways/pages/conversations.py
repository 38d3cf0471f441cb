"""Conversations: the talks that are planned, those that were held, and a page for each."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, partial
from itertools import groupby
from typing import Literal, NamedTuple

from bothways.derive.coverage import Answered, key_of_question
from bothways.derive.facts import Facts
from bothways.derive.situations import situations
from bothways.derive.talks import has_debrief, is_held, is_planned, status
from bothways.guide.situations import list_for
from bothways.model.conversations import Answer, Conversation, Finding
from bothways.model.days import MONTHS, day_and_month
from bothways.model.goals import Goal
from bothways.model.names import first_name, folded
from bothways.model.refs import Ref, and_names, key_of
from bothways.model.words import capital, count
from bothways.pages.debrief import debrief, spoken_of
from bothways.pages.environment import Values, page
from bothways.pages.fill_in import scalar
from bothways.pages.matters import Matter, matters_by_talk
from bothways.pages.navigation import CONVERSATIONS
from bothways.pages.page import Page
from bothways.pages.paper.leaf import leaf
from bothways.pages.sheet import OTHERS_SHOWN, sheet

Standing = Literal["planned", "held", "cancelled", "no-show", "unclear"]
"""`unclear`: its status and its date do not go together."""

KINDS = {
    "informational-interview": "an informational interview",
    "coffee": "a coffee",
    "call": "a call",
    "video": "a video call",
    "catch-up": "a catch-up",
    "interview": "an interview",
    "other": "a talk",
}
A_WEEK = timedelta(days=7)

Matters = Callable[[], Mapping[str, tuple[Matter, ...]]]
"""What is still to do about each talk, when it is asked for."""


class Line(NamedTuple):
    """A talk in the overview."""

    talk: Conversation
    kind: str
    remark: str
    matters: tuple[Matter, ...]


class Month(NamedTuple):
    """The talks of one month, the latest first."""

    id: str
    heading: str
    lines: tuple[Line, ...]


class Told(NamedTuple):
    """A question, what they said, and where it can be compared."""

    answer: Answer
    list: Ref | None
    """The talk's list that holds the question."""
    number: int
    others: tuple[Answered, ...]
    """The latest answers to the same question in other talks."""
    more: int
    """How many older ones there are."""


class Found(NamedTuple):
    """What a talk said about a belief, and the goal that holds it."""

    finding: Finding
    goal: Goal | None


def pages(facts: Facts) -> Iterator[Page]:
    """The overview, then a page for every talk; for the owner, what is taken along and what is written afterwards."""
    matters = cache(partial(matters_by_talk, facts))
    yield _overview(facts, matters)
    for talk in facts.workbook.conversations:
        yield _talk(talk, facts, matters)
        if not facts.workbook.reader:
            if standing(talk, facts.day) == "planned":
                yield leaf(talk, facts)
            if asks_for_debrief(talk, facts.day):
                yield debrief(talk, facts)


def standing(talk: Conversation, day: date) -> Standing:
    """How it stands with a talk."""
    said = status(talk, day)
    if said in ("cancelled", "no-show"):
        return said
    return "planned" if is_planned(talk, day) else "held" if is_held(talk, day) else "unclear"


def asks_for_debrief(talk: Conversation, day: date) -> bool:
    """Whether there is a page to write down what was heard: until the first line is there."""
    where = standing(talk, day)
    return where == "planned" or (where == "held" and not has_debrief(talk))


def _overview(facts: Facts, matters: Matters) -> Page:
    return page(
        "conversations-list.html",
        "conversations/index.html",
        "Conversations",
        CONVERSATIONS,
        partial(_values_of_all, facts, matters),
    )


def _values_of_all(facts: Facts, matters: Matters) -> Values:
    """What the overview shows."""
    by_standing: dict[Standing, list[Line]] = defaultdict(list)
    for talk in sorted(facts.workbook.conversations, key=lambda talk: (talk.date, str(talk.time or ""))):
        where = standing(talk, facts.day)
        by_standing[where].append(Line(talk, _kind(talk), _remark(talk, where), matters()[str(talk.id)]))
    return {
        "today": facts.day,
        "namesakes": facts.namesakes,
        "lede": _overview_lede(by_standing["planned"], by_standing["held"]),
        "planned": by_standing["planned"],
        "months": tuple(_months(by_standing["held"])),
        "unclear": by_standing["unclear"],
        "not_held": sorted((*by_standing["cancelled"], *by_standing["no-show"]), key=lambda line: line.talk.date)[::-1],
        "is_empty": not facts.workbook.conversations,
        "first_lines": _first_lines(facts),
    }


def _overview_lede(planned: Sequence[Line], held: Sequence[Line]) -> str:
    so_far = f"{capital(count(len(held), 'talk'))} so far."
    if not planned:
        return f"{so_far} None is planned. Whom would you like to listen to next?"
    first = planned[0].talk
    coming = count(len(planned), "is planned", "are planned").replace("one ", "One ", 1)
    next_ = f"the next with {and_names(first.with_)} on {day_and_month(first.date)}"
    return f"{capital(coming)}, {next_}. {so_far}"


def _months(lines: Sequence[Line]) -> Iterator[Month]:
    for (year, month), several in groupby(lines[::-1], key=lambda line: (line.talk.date.year, line.talk.date.month)):
        yield Month(f"{year}-{month:02}", f"{MONTHS[month - 1]} {year}", tuple(several))


def _remark(talk: Conversation, where: Standing) -> str:
    """One thing about it, in the person's own words: what to ask, or what stayed."""
    if where == "planned":
        return next(iter(talk.extra_questions), "")
    return talk.surprise or next(iter(talk.learned), "") if where == "held" else ""


def _kind(talk: Conversation) -> str:
    return KINDS[talk.kind]


def _first_lines(facts: Facts) -> str:
    people = facts.workbook.people
    who = scalar(people[0].name) if people else "Dana Okafor # somebody in people.yaml"
    return f"- with: {who}\n  date: {facts.day + A_WEEK}\n  kind: coffee"


def _talk(talk: Conversation, facts: Facts, matters: Matters) -> Page:
    names = and_names(talk.with_)
    return page(
        f"conversations-{'planned' if standing(talk, facts.day) == 'planned' else 'held'}.html",
        f"conversations/{talk.id}.html",
        f"{names}, {day_and_month(talk.date)} {talk.date.year}",
        CONVERSATIONS,
        partial(_values, talk, facts, matters),
    )


def _values(talk: Conversation, facts: Facts, known: Matters) -> Values:
    """What the page of a talk shows."""
    where, matters = standing(talk, facts.day), known()[str(talk.id)]
    goal = facts.workbook.goal.get(talk.goal.id or "") if talk.goal else None
    return {
        "today": facts.day,
        "namesakes": facts.namesakes,
        "talk": talk,
        "where": where,
        "people_names": and_names(talk.with_),
        "kind": capital(_kind(talk)),
        "wording": spoken_of(talk, facts),
        "them": first_name(talk.with_[0].name) if len(talk.with_) == 1 else "them",
        "matters": matters,
        "sheet": sheet(talk, facts) if where == "planned" else None,
        "me": facts.workbook.me,
        "a_list": _a_list(talk, facts),
        "asks_for_debrief": asks_for_debrief(talk, facts.day),
        "told": tuple(_told(talk, facts)),
        "found": tuple(Found(finding, _goal_of(finding, goal, facts)) for finding in talk.beliefs),
        "thanked": _said(talk, "thanked", talk.thanked, facts),
        "reported": _said(talk, "reported-back", None, facts),
        "report_by": next((matter.item.due for matter in matters if matter.item.kind == "report-back"), None),
    }


def _a_list(talk: Conversation, facts: Facts) -> Ref | None:
    """A question list that would suit a talk for which none is chosen."""
    workbook = facts.workbook
    goal = workbook.goal.get(talk.goal.id or "") if talk.goal else None
    mine = (goal.situation,) if goal and goal.situation else situations(workbook)
    fits = list_for(workbook.questions, workbook.own.get("questions", frozenset()), mine)
    catching_up = workbook.question_list.get("catch-up") if talk.kind == "catch-up" else None
    questions = catching_up or fits or next(iter(workbook.questions), None)
    return Ref(questions.name, questions.id) if questions else None


def _told(talk: Conversation, facts: Facts) -> Iterator[Told]:
    listed = {
        key_of_question(covered.question.ask): (ref, covered.number)
        for ref in talk.questions
        for covered in facts.coverage[ref.id or ""].questions
    }
    for answer in talk.answers:
        key = key_of_question(answer.ask)
        ref, number = listed.get(key, (None, 0))
        others = tuple(one for one in facts.answers.get(key, ()) if one.talk is not talk)
        yield Told(answer, ref, number, others[-OTHERS_SHOWN:], max(0, len(others) - OTHERS_SHOWN))


def _goal_of(finding: Finding, goal: Goal | None, facts: Facts) -> Goal | None:
    """The goal that holds the belief; the talk's own is asked first."""
    candidates: tuple[Goal, ...] = ((goal,) if goal else ()) + facts.workbook.goals
    for candidate in candidates:
        if any(folded(belief.belief) == folded(finding.belief) for belief in candidate.beliefs):
            return candidate
    return goal


def _said(talk: Conversation, did: str, noted: date | None, facts: Facts) -> tuple[tuple[Ref, date], ...]:
    """Who was thanked or told, and when: as the talk notes it, else as the log says first since the talk."""
    found = []
    for who in talk.with_:
        contacts = facts.histories[key_of(who)].contacts
        day = noted or next((c.date for c in contacts if c.did == did and c.date >= talk.date), None)
        found += [(who, day)] if day else []
    return tuple(found)
