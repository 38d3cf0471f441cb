"""The packet: what a session with a coach begins with: what changed since the last one, what is to be decided.

Takes a Workbook, a day and what is known; gives the facts of the time since. Nothing in it is a mark or a share.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bothways.derive.beliefs import Belief, Said
from bothways.derive.contacts import ANSWERS, TRIES, History
from bothways.derive.introductions import Harvest
from bothways.derive.steps import all_steps, is_wanted
from bothways.derive.talks import held
from bothways.derive.ties import AdviceGiven, Promise
from bothways.model.base import Record
from bothways.model.checklists import Checklist
from bothways.model.conversations import Conversation
from bothways.model.goals import Goal
from bothways.model.me import Coach
from bothways.model.step import Step
from bothways.model.workbook import Workbook

WITHOUT_A_SESSION = timedelta(weeks=4)
"""How far a first packet looks back, when no session is written down. Ours."""


class Shaken(NamedTuple):
    """A belief that talks spoke about since the last session."""

    belief: Belief
    said: tuple[Said, ...]


class Asked(NamedTuple):
    """How many people were written to or called in a time, and how many of them answered in it."""

    people: int
    answered: int


class Packet(NamedTuple):
    """What to talk about."""

    coach: Coach | None
    since: date
    """The day of the last session; without one, four weeks ago."""
    day: date
    to_decide: tuple[Goal, ...]
    """Goals with a choice that is not made, the soonest first."""
    decided: tuple[Goal, ...]
    """Goals whose choice was made since."""
    talks: tuple[Conversation, ...]
    """Talks held since, the latest first."""
    asked: Asked
    asked_before: Asked
    """The same for as long a time before; for comparison, not for praise."""
    gave: int
    """Things given since."""
    shaken: tuple[Shaken, ...]
    done: tuple[Step, ...]
    """Steps done since."""
    left: tuple[Step, ...]
    """Steps that were to be done by the next session and are not, the oldest first."""
    harvests: tuple[Harvest, ...]
    """What came of it since."""
    introductions_made: tuple[Promise, ...]
    """Introductions made for me since."""
    introductions_open: tuple[Promise, ...]
    """Promised and not made yet, the oldest first."""
    advice_told: tuple[AdviceGiven, ...]
    """Advice I acted on, of which the giver has heard since."""

    @property
    def last_session(self) -> date | None:
        """The day of the last session, if one is written down and past."""
        last = self.coach.last_session if self.coach else None
        return last if last and last <= self.day else None

    @property
    def next_session(self) -> date | None:
        """The day of the next one, if it is written down and still to come."""
        return next_session(self.coach, self.day)


def next_session(coach: Coach | None, day: date) -> date | None:
    """The day of the next session with a coach, if it is written down and still to come."""
    coming = coach.next_session if coach else None
    return coming if coming and coming >= day else None


def packet(
    workbook: Workbook,
    day: date,
    known: Mapping[str, History],
    *,
    beliefs: Sequence[Belief],
    harvests: Iterable[Harvest],
    promises: Sequence[Promise],
    advice_told: Iterable[AdviceGiven],
) -> Packet:
    """The packet on a day. `promises` are all introductions offered, `advice_told` all advice whose giver has heard."""
    coach = workbook.me.coach if workbook.me else None
    last = coach.last_session if coach else None
    since = last if last and last <= day else day - WITHOUT_A_SESSION
    talks = [talk for talk in held(workbook, day) if talk.date > since]
    coming = coach.next_session if coach and coach.next_session else day
    return Packet(
        coach=coach,
        since=since,
        day=day,
        to_decide=tuple(sorted(_to_decide(workbook), key=lambda goal: goal.by or date.max)),
        decided=tuple(goal for goal in workbook.goals if _is_since(_decided_on(goal), since, day)),
        talks=tuple(reversed(talks)),
        asked=_asked(known, since, day),
        asked_before=_asked(known, since - (day - since), since),
        gave=_gave(workbook, talks, since, day),
        shaken=tuple(_shaken(beliefs, since)),
        done=tuple(step for _, step in _steps(workbook) if _is_since(step.done, since, day)),
        left=tuple(sorted(_left(workbook, max(coming, day)), key=lambda step: step.by or day)),
        harvests=tuple(one for one in harvests if _is_since(_outcome_day(one), since, day)),
        introductions_made=tuple(one for one in promises if _is_since(one.introduction.made, since, day)),
        introductions_open=tuple(one for one in promises if one.introduction.made is None),
        advice_told=tuple(one for one in advice_told if _is_since(one.advice.told_them, since, day)),
    )


def _is_since(when: date | bool | None, since: date, day: date) -> bool:
    """Whether a day lies after the last session, up to today. A `yes` without a day may be of any time."""
    return isinstance(when, date) and since < when <= day


def _to_decide(workbook: Workbook) -> Iterator[Goal]:
    return (goal for goal in workbook.goals if goal.status == "active" and goal.decision and not goal.decision.chosen)


def _decided_on(goal: Goal) -> date | None:
    return goal.decision.on_date if goal.decision and goal.decision.chosen else None


def _outcome_day(harvest: Harvest) -> date | None:
    return harvest.organisation.outcome.date if harvest.organisation.outcome else None


def _asked(known: Mapping[str, History], since: date, day: date) -> Asked:
    """People tried in a time, and those of them who answered after that, in the same time."""
    people = answered = 0
    for history in known.values():
        contacts = [contact for contact in history.contacts if since < contact.date <= day]
        first = next((contact.date for contact in contacts if contact.did in TRIES), None)
        if first:
            people += 1
            answered += any(contact.did in ANSWERS and contact.date >= first for contact in contacts)
    return Asked(people, answered)


def _gave(workbook: Workbook, talks: Iterable[Conversation], since: date, day: date) -> int:
    lines = sum(line.did in ("gave", "introduced") and _is_since(line.date, since, day) for line in workbook.log)
    return lines + sum(len(talk.gave) for talk in talks)


def _shaken(beliefs: Iterable[Belief], since: date) -> Iterator[Shaken]:
    for belief in beliefs:
        if said := tuple(one for one in belief.said if one.talk.date > since):
            yield Shaken(belief, said)


def _steps(workbook: Workbook) -> Iterator[tuple[Record, Step]]:
    """Steps of one's own making: what stands on a checklist is done each time anew."""
    return ((record, step) for record, step in all_steps(workbook) if not isinstance(record, Checklist))


def _left(workbook: Workbook, until: date) -> Iterator[Step]:
    for record, step in _steps(workbook):
        if step.by and step.by <= until and not step.is_done and is_wanted(record, workbook):
            yield step
