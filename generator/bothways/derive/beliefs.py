"""Beliefs: what must be true for a goal to be a good one, with all that spoke for and against it.

Takes a Workbook and a day; gives each belief of a goal joined with what held talks said about it. The two are matched
by their words: case, spacing and a full stop at the end do not count.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bothways.derive.talks import held
from bothways.model.conversations import Conversation, Finding
from bothways.model.goals import Goal, GoalBelief
from bothways.model.names import folded
from bothways.model.workbook import Workbook


class Said(NamedTuple):
    """What one talk said about a belief."""

    finding: Finding
    talk: Conversation


class Belief(NamedTuple):
    """One belief, and what is known about it."""

    words: str
    """The belief, as first written."""
    goal: Goal | None
    """The goal it belongs to; None where only talks without a goal speak of it."""
    written: GoalBelief | None
    """The belief as the goal has it; None where only talks speak of it."""
    said: tuple[Said, ...]
    """What talks said about it, oldest first."""

    @property
    def confidence(self) -> int | None:
        """How sure I was at the start."""
        return self.written.confidence if self.written else None

    @property
    def now(self) -> int | None:
        """How sure I am now."""
        return self.written.now if self.written else None

    @property
    def evidence(self) -> tuple[str, ...]:
        """What I found, as the goal has it."""
        return self.written.evidence if self.written else ()

    @property
    def said_for(self) -> tuple[Said, ...]:
        """The talks that spoke for it."""
        return tuple(said for said in self.said if said.finding.for_)

    @property
    def said_against(self) -> tuple[Said, ...]:
        """The talks that spoke against it."""
        return tuple(said for said in self.said if not said.finding.for_)

    @property
    def is_disputed(self) -> bool:
        """Whether people differ: one talk spoke for it, and another against it."""
        return bool(self.said_for and self.said_against)

    @property
    def is_untested(self) -> bool:
        """Whether nothing has been found out about it yet."""
        return not self.said and not self.evidence


def beliefs(workbook: Workbook, day: date) -> tuple[Belief, ...]:
    """Every belief: those of goals in the person's own order, then those that only talks speak of."""
    said: dict[str, list[Said]] = defaultdict(list)
    for talk in held(workbook, day):
        for finding in talk.beliefs:
            said[key_of_belief(finding.belief)].append(Said(finding, talk))
    of_goals = tuple(
        Belief(belief.belief, goal, belief, tuple(said[key_of_belief(belief.belief)]))
        for goal in workbook.goals
        for belief in goal.beliefs
    )
    matched = {key_of_belief(belief.words) for belief in of_goals}
    rest = {key: found for key, found in said.items() if key not in matched and found}
    return (*of_goals, *_of_talks_alone(rest, workbook))


def key_of_belief(words: str) -> str:
    """What tells one belief from another."""
    return folded(words).rstrip(". ")


def _of_talks_alone(said: dict[str, list[Said]], workbook: Workbook) -> Iterator[Belief]:
    """Each once, under the goal of the first talk that has one."""
    for found in said.values():
        goals = (workbook.goal.get(one.talk.goal.id or "") for one in found if one.talk.goal)
        goal = next((goal for goal in goals if goal), None)
        yield Belief(found[0].finding.belief, goal, None, tuple(found))
