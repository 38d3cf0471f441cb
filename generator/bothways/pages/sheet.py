"""The sheet: what to have before you in a talk. Takes the facts and a talk; gives who, promises and questions.

The page of the talk shows all of it; `leaf` chooses what goes on paper. A question has the same number on both.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bothways.derive.coverage import Answered, key_of_question
from bothways.derive.facts import Facts
from bothways.derive.ties import Promise, Tie
from bothways.model.conversations import Advice, Conversation
from bothways.model.goals import Goal
from bothways.model.names import first_name
from bothways.model.people import Person
from bothways.model.questions import Question, QuestionList, Section
from bothways.model.refs import key_of
from bothways.model.words import joined
from bothways.model.workbook import Workbook

MINE = ("thank", "report-back")
"""Kinds of the agenda that are a promise of mine, whether said or not."""
ALONE = "For this talk alone"
"""What the questions that stand in the talk itself are called."""
OTHERS_SHOWN = 5
"""Names of others who answered the same question, beside it; the list's own page has them all."""
BOTH_WAYS = ("next", "giving")
"""Themes of questions that belong to the end of a talk: who else, and what I could do for them."""


class Ask(NamedTuple):
    """A question to put, and what was said to it before."""

    number: int
    """Counts through the whole talk, from 1."""
    question: Question
    by_them: tuple[Answered, ...]
    """What these people answered in an earlier talk."""
    by_others: tuple[Answered, ...]
    """What others answered, the latest few."""
    more: int
    """How many older answers of others there are."""

    @property
    def answered(self) -> int:
        """How many others answered it."""
        return len(self.by_others) + self.more


class Part(NamedTuple):
    """A part of the talk: a section of a list, or the questions for this talk alone. What is open comes first."""

    name: str
    minutes: int | None
    list: QuestionList | None
    """The list it comes from; None for questions of this talk alone."""
    asks: tuple[Ask, ...]
    is_both_ways: bool = False
    """The end of a list, with its questions about who else, and what I could give. It keeps its own order."""


class Owed(NamedTuple):
    """Something I still owe them."""

    words: str
    by: date | None


class Offered(NamedTuple):
    """An introduction that is promised and not made."""

    who: str
    """Who promised it, as they are called among these people."""
    promise: Promise


class Sheet(NamedTuple):
    """Everything to know before a talk."""

    talk: Conversation
    ties: tuple[Tie, ...]
    """How it stands with everybody in the talk."""
    called: Mapping[str, str]
    """What each of them is called, by id: by first name, as long as that is one's alone."""
    goal: Goal | None
    last_talk: Conversation | None
    """The latest held talk with any of them."""
    untold: tuple[Advice, ...]
    """Advice from that talk of which they have not heard what came of it."""
    theirs: tuple[Offered, ...]
    mine: tuple[Owed, ...]
    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        """How long its parts take, as far as they say."""
        return sum(part.minutes or 0 for part in self.parts)


def sheet(talk: Conversation, facts: Facts) -> Sheet:
    """The sheet for one talk."""
    ties = ties_in(talk, facts)
    held = {
        str(other.id): other for tie in ties for other in tie.talks if other is not talk and other.date <= talk.date
    }
    earlier = sorted(held.values(), key=lambda other: other.date)
    promises = {id(promise.introduction): promise for tie in ties for promise in tie.promises}
    last = earlier[-1] if earlier else None
    called = _called(tie.person for tie in ties)
    return Sheet(
        talk=talk,
        ties=ties,
        called=called,
        goal=facts.workbook.goal.get(talk.goal.id or "") if talk.goal else None,
        last_talk=last,
        untold=tuple(advice for advice in last.advice if not advice.told_them) if last else (),
        theirs=tuple(
            Offered(joined([called.get(str(who.id), first_name(who.name)) for who in promise.talk.with_]), promise)
            for promise in promises.values()
            if not promise.introduction.made
        ),
        mine=tuple(_mine(talk, earlier, ties, facts)),
        parts=tuple(_parts(talk, facts)),
    )


def ties_in(talk: Conversation, facts: Facts) -> tuple[Tie, ...]:
    """How it stands with everybody in the talk."""
    return tuple(tie for who in talk.with_ if (tie := facts.ties.get(key_of(who))))


def _called(people: Iterable[Person]) -> Mapping[str, str]:
    by_id = {str(person.id): person for person in people}
    several = Counter(first_name(person.name) for person in by_id.values())
    return {
        id_: first_name(person.name) if several[first_name(person.name)] == 1 else person.name
        for id_, person in by_id.items()
    }


def asks(talk: Conversation, workbook: Workbook) -> tuple[str, ...]:
    """Every question that a talk is prepared with, each once: its own, then those of its lists."""
    seen: set[str] = set()
    return tuple(
        question.ask
        for section, _ in _sections(talk, workbook)
        for question in section.questions
        if _is_new(question, seen)
    )


def _mine(talk: Conversation, earlier: list[Conversation], ties: tuple[Tie, ...], facts: Facts) -> Iterator[Owed]:
    for item in facts.open_items:
        if item.kind in MINE and item.subject is not talk and set(item.people) & set(talk.with_):
            yield Owed(item.what, item.due)
    for other in earlier:
        yield from (Owed(step.do, step.by) for step in other.follow_ups if not step.is_done)
    for tie in ties:
        yield from (Owed(step.do, step.by) for step in tie.person.steps if not step.is_done)


def _sections(talk: Conversation, workbook: Workbook) -> Iterator[tuple[Section, QuestionList | None]]:
    """The questions for this talk alone come first: they are the ones it would be a pity to leave without."""
    if talk.extra_questions:
        yield Section(section=ALONE, questions=tuple(Question(ask=ask) for ask in talk.extra_questions)), None
    for ref in talk.questions:
        questions = workbook.question_list[ref.id or ""]
        yield from ((section, questions) for section in questions.sections)


def _parts(talk: Conversation, facts: Facts) -> Iterator[Part]:
    seen: set[str] = set()
    number = 1
    for section, questions in _sections(talk, facts.workbook):
        is_last = questions is not None and section is questions.sections[-1]
        is_both_ways = is_last and any(question.theme in BOTH_WAYS for question in section.questions)
        asks = [_ask(question, talk, facts) for question in section.questions if _is_new(question, seen)]
        if section.questions and not asks:
            continue
        if not is_both_ways:
            asks.sort(key=lambda ask: (bool(ask.by_them), ask.answered))
        numbered = tuple(ask._replace(number=each) for each, ask in enumerate(asks, number))
        yield Part(section.section, section.minutes, questions, numbered, is_both_ways)
        number += len(asks)


def _is_new(question: Question, seen: set[str]) -> bool:
    """Whether it has not been seen yet; from now on it has. What stands in two lists is asked once."""
    key = key_of_question(question.ask)
    is_new = key not in seen
    seen.add(key)
    return is_new


def _ask(question: Question, talk: Conversation, facts: Facts) -> Ask:
    """The question with what is known about it. Its number is not known yet."""
    so_far = [one for one in facts.answers.get(key_of_question(question.ask), ()) if one.talk is not talk]
    by_them = tuple(one for one in so_far if set(one.talk.with_) & set(talk.with_))
    by_others = tuple(one for one in so_far if not set(one.talk.with_) & set(talk.with_))
    return Ask(0, question, by_them, by_others[-OTHERS_SHOWN:], max(0, len(by_others) - OTHERS_SHOWN))
