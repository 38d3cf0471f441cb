"""Progress: how far it goes from a name to a talk, what goes both ways, where it sticks, what came of it.

Takes a Workbook, a day and what is known; gives counts. No shares in hundred: with few people they say nothing.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from bothways.derive.contacts import ANSWERS, History
from bothways.derive.introductions import Harvest, Introductions, is_made, promises
from bothways.derive.likely import FEW, Range, likely
from bothways.derive.places import Place, places
from bothways.derive.situations import goes_by_the_week
from bothways.derive.talks import held
from bothways.derive.ties import AdviceGiven, Promise
from bothways.derive.weeks import (
    Count,
    Series,
    ThisWeek,
    Week,
    against_the_rhythm,
    events_this_month,
    months,
    this_week,
    weeks,
)
from bothways.model.goals import Goal
from bothways.model.refs import key_of
from bothways.model.workbook import Workbook

Sticking = Literal["introductions", "names", "news", "talks", "answers", "gives", "asks"]

ENOUGH_FOR_A_PATTERN = 5
"""Of something, before its absence is worth a word. Ours."""
ANSWERS_ARE_FEW = 5
"""One answer in so many, and fewer: below the 20 to 40 in 100 that the guide's Measuring chapter quotes."""


class Path(NamedTuple):
    """From a name to a talk, and on. Each of the first four is a part of the one before."""

    people: int
    """Everybody with a record."""
    tried: int
    """Those written to, called, nudged or asked for an introduction."""
    answered: int
    """Those of them who answered after that, in any way."""
    talked: int
    """Those of them who talked with me."""
    talked_unasked: int
    """People who talked with me and had not been tried: it came about by itself."""
    promised: int
    """Introductions offered in talks."""
    made: int
    """Those of them that were made."""

    @property
    def next_answers(self) -> Range | None:
        """How many of as many more may answer; None, where there are enough to see it, or none."""
        return likely(self.answered, self.tried, self.tried) if 0 < self.tried < FEW else None

    @property
    def next_talks(self) -> Range | None:
        """How many of as many more who answer may talk."""
        return likely(self.talked, self.answered, self.answered) if 0 < self.answered < FEW else None


class Progress(NamedTuple):
    """How it goes."""

    path: Path
    weeks: tuple[Week, ...]
    """At most eight, oldest first; the last is this one."""
    months: tuple[Week, ...]
    """At most six."""
    this_week: ThisWeek
    this_month: Count | None
    """Events against the rhythm; None, where none is wanted."""
    rhythm: tuple[Series, ...]
    """The same weeks beside the rhythm; empty for somebody who does not go by the week."""
    sticks_at: Sticking | None
    """What holds things up, if anything does."""
    places: tuple[Place, ...]
    """Events and other places where people were met, those that led furthest first."""
    harvests: tuple[Harvest, ...]
    goals_met: tuple[Goal, ...]
    introductions_made: tuple[Promise, ...]
    """Newest first."""
    introductions_open: tuple[Promise, ...]
    """Promised and not made yet, oldest first."""
    advice_told: tuple[AdviceGiven, ...]
    """Advice that was acted on, and they know. Newest first."""

    @property
    def asked(self) -> int:
        """Asks in the weeks shown."""
        return sum(week.asks for week in self.weeks)

    @property
    def gave(self) -> int:
        """Things given in the weeks shown."""
        return sum(week.gives for week in self.weeks)

    @property
    def has_begun(self) -> bool:
        """Whether there is anything to count."""
        return bool(self.path.people or self.asked or self.gave or self.harvests or self.goals_met or self.places)


def progress(workbook: Workbook, day: date, known: Mapping[str, History], led: Introductions) -> Progress:
    """How it goes, up to a day."""
    path = _path(workbook, day, known)
    last = weeks(workbook, day, known)
    advice = [AdviceGiven(one, talk) for talk in held(workbook, day) for one in talk.advice]
    told = [one for one in advice if one.advice.told_them and one.advice.told_them <= day]
    offers = [Promise(offer, talk) for offer, talk in promises(workbook, day)]
    made = [offer for offer in offers if is_made(offer.introduction, day)]
    return Progress(
        path=path,
        weeks=last,
        months=months(workbook, day, known),
        this_week=this_week(last[-1], workbook.rhythm),
        this_month=events_this_month(workbook, day),
        rhythm=against_the_rhythm(last, workbook.rhythm) if goes_by_the_week(workbook) else (),
        sticks_at=_sticks_at(path, last, workbook, talks=sum(1 for _ in held(workbook, day)), advice=advice, told=told),
        places=places(workbook, day, led),
        harvests=led.harvests,
        goals_met=tuple(goal for goal in workbook.goals if goal.status == "met"),
        introductions_made=tuple(sorted(made, key=lambda one: one.introduction.made or day, reverse=True)),
        introductions_open=tuple(offer for offer in offers if not is_made(offer.introduction, day)),
        advice_told=tuple(
            sorted((one for one in told if one.advice.did), key=lambda one: one.advice.told_them or day, reverse=True)
        ),
    )


def _path(workbook: Workbook, day: date, known: Mapping[str, History]) -> Path:
    histories = [known[str(person.id)] for person in workbook.people]
    tried = [history for history in histories if history.tries]
    answered = [history for history in tried if _since_the_first_try(history, ANSWERS)]
    talked = [history for history in answered if _since_the_first_try(history, ("talk",))]
    people_talked_with = {key_of(who) for talk in held(workbook, day) for who in talk.with_}
    offers = list(promises(workbook, day))
    return Path(
        people=len(histories),
        tried=len(tried),
        answered=len(answered),
        talked=len(talked),
        talked_unasked=len(people_talked_with - {key_of(history.who) for history in tried}),
        promised=len(offers),
        made=sum(is_made(offer, day) for offer, _ in offers),
    )


def _since_the_first_try(history: History, did: tuple[str, ...]) -> bool:
    first = history.tries[0].date
    return any(contact.did in did and contact.date >= first for contact in history.contacts)


def _sticks_at(
    path: Path,
    last: tuple[Week, ...],
    workbook: Workbook,
    *,
    talks: int,
    advice: list[AdviceGiven],
    told: list[AdviceGiven],
) -> Sticking | None:
    """The furthest step along that holds things up: what is nearest to done is easiest to move.

    A step counts once there is enough to see a pattern, and fewer than half go on; answers, at fewer than one in five
    of twenty; asks, against the rhythm of the last four whole weeks, and only for somebody who goes by the week.
    """
    asked, gave = sum(week.asks for week in last), sum(week.gives for week in last)
    whole_weeks = last[:-1][-4:]
    new_asks = sum(week.new_asks for week in whole_weeks)
    steps: tuple[tuple[Sticking, bool], ...] = (
        ("introductions", path.promised - path.made >= 2 and path.made * 2 < path.promised),
        ("names", talks >= ENOUGH_FOR_A_PATTERN and path.promised * ENOUGH_FOR_A_PATTERN < talks),
        ("news", len(advice) >= ENOUGH_FOR_A_PATTERN and len(told) * 2 < len(advice)),
        ("talks", path.answered >= ENOUGH_FOR_A_PATTERN and path.talked * 2 < path.answered),
        ("answers", path.tried >= FEW and path.answered * ANSWERS_ARE_FEW < path.tried),
        ("gives", asked >= ENOUGH_FOR_A_PATTERN and gave * 2 < asked),
        ("asks", goes_by_the_week(workbook) and new_asks * 2 < len(whole_weeks) * workbook.rhythm.new_asks),
    )
    return next((step for step, holds in steps if holds), None)
