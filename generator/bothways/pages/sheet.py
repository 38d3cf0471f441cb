"""The sheet: what to have before you in a talk. Takes the facts and a talk; gives who, promises and questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bothways.derive.contacts import key_of
from bothways.derive.coverage import Answered, key_of_question
from bothways.derive.facts import Facts
from bothways.derive.ties import Promise, Tie
from bothways.model.conversations import Conversation
from bothways.model.questions import Question, QuestionList
from bothways.model.workbook import Workbook

MINE = ("thank", "report-back")
"""Kinds of the agenda that are a promise of mine, whether said or not."""
OTHERS_SHOWN = 5
"""Names of others who answered the same question, beside it; the list's own page has them all."""


@dataclass(frozen=True)
class Ask:
    """A question to put, and what was said to it before."""

    question: Question
    by_them: tuple[Answered, ...]
    """What these people answered in an earlier talk."""
    by_others: tuple[Answered, ...]
    """What others answered, the latest few."""
    more: int
    """How many older answers of others there are."""


@dataclass(frozen=True)
class Part:
    """A part of the talk: a section of a list, or the questions for this talk alone."""

    name: str
    minutes: int | None
    list: QuestionList | None
    """The list it comes from; None for questions of this talk alone."""
    asks: tuple[Ask, ...]


@dataclass(frozen=True)
class Owed:
    """Something I still owe them."""

    words: str
    by: date | None


@dataclass(frozen=True)
class Sheet:
    """Everything to know before a talk."""

    talk: Conversation
    ties: tuple[Tie, ...]
    """How it stands with everybody in the talk."""
    last_talk: Conversation | None
    """The latest held talk with any of them."""
    theirs: tuple[Promise, ...]
    """Introductions they promised and have not made yet."""
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
    return Sheet(
        talk=talk,
        ties=ties,
        last_talk=earlier[-1] if earlier else None,
        theirs=tuple(promise for promise in promises.values() if not promise.introduction.made),
        mine=tuple(_mine(talk, earlier, ties, facts)),
        parts=tuple(_parts(talk, facts)),
    )


def ties_in(talk: Conversation, facts: Facts) -> tuple[Tie, ...]:
    """How it stands with everybody in the talk."""
    return tuple(tie for who in talk.with_ if (tie := facts.ties.get(key_of(who))))


def asks(talk: Conversation, workbook: Workbook) -> tuple[str, ...]:
    """Every question that a talk is prepared with: its own, then those of its lists."""
    lists = (workbook.question_list[ref.id or ""] for ref in talk.questions)
    listed = (question.ask for each in lists for section in each.sections for question in section.questions)
    return (*talk.extra_questions, *listed)


def _mine(talk: Conversation, earlier: list[Conversation], ties: tuple[Tie, ...], facts: Facts) -> Iterator[Owed]:
    for item in facts.open_items:
        if item.kind in MINE and item.subject is not talk and set(item.people) & set(talk.with_):
            yield Owed(item.what, item.due)
    for other in earlier:
        yield from (Owed(step.do, step.by) for step in other.follow_ups if not step.is_done)
    for tie in ties:
        yield from (Owed(step.do, step.by) for step in tie.person.steps if not step.is_done)


def _parts(talk: Conversation, facts: Facts) -> Iterator[Part]:
    """The questions for this talk alone come first: they are the ones it would be a pity to leave without."""
    if talk.extra_questions:
        asks = tuple(_ask(Question(ask=ask), talk, facts) for ask in talk.extra_questions)
        yield Part("For this talk alone", None, None, asks)
    for ref in talk.questions:
        questions = facts.workbook.question_list[ref.id or ""]
        for section in questions.sections:
            asks = tuple(_ask(question, talk, facts) for question in section.questions)
            yield Part(section.section, section.minutes, questions, asks)


def _ask(question: Question, talk: Conversation, facts: Facts) -> Ask:
    so_far = [one for one in facts.answers.get(key_of_question(question.ask), ()) if one.talk is not talk]
    by_them = tuple(one for one in so_far if set(one.talk.with_) & set(talk.with_))
    by_others = tuple(one for one in so_far if not set(one.talk.with_) & set(talk.with_))
    return Ask(question, by_them, by_others[-OTHERS_SHOWN:], max(0, len(by_others) - OTHERS_SHOWN))
