"""What I have learned: everything that talks and events left behind, gathered from where it was written.

Takes a Workbook, a day and the coverage of question lists; gives words with their talk. The latest come first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from bothways.derive.coverage import Answered, Answers, Coverage, Covered, key_of_question
from bothways.derive.talks import held
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.goals import Decision, Goal
from bothways.model.questions import QuestionList
from bothways.model.refs import Ref
from bothways.model.workbook import Workbook

Interest = Literal["more", "same", "less"]


class Noted(NamedTuple):
    """Words about a talk, as written."""

    words: str
    talk: Conversation


class Trend(NamedTuple):
    """What people talked about at an event."""

    words: str
    event: Event


class Felt(NamedTuple):
    """Whether a talk made me more or less interested."""

    interest: Interest
    talk: Conversation


class Curiosity(NamedTuple):
    """How my interest went from talk to talk, for one goal; None, for talks without a goal."""

    goal: Goal | None
    felt: tuple[Felt, ...]
    """Oldest first."""

    @property
    def level(self) -> tuple[int, ...]:
        """Where it stood after each talk: one up for more, one down for less. It begins at nought."""
        steps = {"more": 1, "same": 0, "less": -1}
        reached, levels = 0, []
        for one in self.felt:
            reached += steps[one.interest]
            levels.append(reached)
        return tuple(levels)


class Asked(NamedTuple):
    """A question that was answered."""

    ask: str
    answers: tuple[Answered, ...]
    """Oldest first."""
    list: Ref | None
    """The list that holds it, with its number there; None for a question put in one talk alone."""
    number: int

    @property
    def people(self) -> int:
        """How many people answered it."""
        return len({who for one in self.answers for who in one.talk.with_})


class Open(NamedTuple):
    """What a list still has to ask."""

    list: QuestionList
    answered: int
    questions: tuple[Covered, ...]


class Choice(NamedTuple):
    """A decision, made or to be made, and the goal it belongs to."""

    goal: Goal
    decision: Decision


class Learned(NamedTuple):
    """Everything that was learned."""

    talks: int
    """Talks held."""
    asked: tuple[Asked, ...]
    """Answered questions, those with most people first."""
    open: tuple[Open, ...]
    """Lists in use that have questions left, in the workbook's order."""
    surprises: tuple[Noted, ...]
    ruled_out: tuple[Noted, ...]
    lessons: tuple[Noted, ...]
    trends: tuple[Trend, ...]
    curiosity: tuple[Curiosity, ...]
    choices: tuple[Choice, ...]
    """Those to be made first."""


def learned(workbook: Workbook, day: date, known: Answers, lists: Mapping[str, Coverage]) -> Learned:
    """All of it, up to a day."""
    talks = sorted(held(workbook, day), key=lambda talk: talk.date, reverse=True)
    return Learned(
        talks=len(talks),
        asked=tuple(sorted(_asked(known, lists.values()), key=lambda one: -one.people)),
        open=tuple(_open(workbook, lists.values())),
        surprises=tuple(Noted(talk.surprise, talk) for talk in talks if talk.surprise),
        ruled_out=tuple(Noted(talk.rule_out, talk) for talk in talks if talk.rule_out),
        lessons=tuple(Noted(words, talk) for talk in talks for words in talk.learned),
        trends=tuple(_trends(workbook, day)),
        curiosity=tuple(_curiosity(talks[::-1], workbook)),
        choices=tuple(sorted(_choices(workbook), key=lambda choice: choice.decision.chosen is not None)),
    )


def _asked(known: Answers, lists: Iterable[Coverage]) -> Iterator[Asked]:
    """Each with the list that holds it; of several, the one that talks name."""
    places: dict[str, tuple[Ref, int]] = {}
    for coverage in sorted(lists, key=lambda one: not one.talks):
        where = Ref(coverage.list.name, coverage.list.id)
        for covered in coverage.questions:
            places.setdefault(key_of_question(covered.question.ask), (where, covered.number))
    for key, several in known.items():
        place, number = places.get(key, (None, 0))
        yield Asked(several[-1].answer.ask, several, place, number)


def _open(workbook: Workbook, lists: Iterable[Coverage]) -> Iterator[Open]:
    """Of the person's own lists, and of those a talk names, what nobody has answered yet."""
    own = workbook.own.get("questions", frozenset())
    for coverage in lists:
        left = tuple(covered for covered in coverage.questions if not covered.answers)
        if left and (coverage.talks or coverage.list.id in own):
            yield Open(coverage.list, coverage.answered, left)


def _trends(workbook: Workbook, day: date) -> Iterator[Trend]:
    for event in sorted(workbook.events, key=lambda event: event.date, reverse=True):
        if event.date <= day and event.debrief and event.debrief.trends:
            yield Trend(event.debrief.trends, event)


def _curiosity(talks: Iterable[Conversation], workbook: Workbook) -> Iterator[Curiosity]:
    felt: dict[str, list[Felt]] = defaultdict(list)
    for talk in talks:
        if talk.still_interested:
            felt[str(talk.goal.id) if talk.goal else ""].append(Felt(talk.still_interested, talk))
    for goal in workbook.goals:
        if one := felt.pop(str(goal.id), None):
            yield Curiosity(goal, tuple(one))
    for rest in felt.values():
        yield Curiosity(None, tuple(rest))


def _choices(workbook: Workbook) -> Iterator[Choice]:
    for goal in workbook.goals:
        if goal.decision and (goal.decision.options or goal.decision.chosen):
            yield Choice(goal, goal.decision)
