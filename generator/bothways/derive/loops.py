"""Loops: what people gave me to go on, what I did with it, and whether they know what came of it.

Takes a Workbook, the histories and what is still open; gives a loop for every piece of advice and every introduction
that was made. A loop is open for as long as the agenda's `report-back` is: one rule, read from one place.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from bothways.derive.agenda_item import Item
from bothways.derive.contacts import Contact, History
from bothways.derive.introductions import is_made
from bothways.derive.talks import held, planned
from bothways.model.conversations import Advice, Conversation, Introduction
from bothways.model.refs import Ref, key_of
from bothways.model.workbook import Workbook

Stand = Literal["to tell", "not tried", "told"]


class Loop(NamedTuple):
    """Advice, or an introduction that was made, and how far it has come round."""

    giver: Ref
    talk: Conversation
    gift: Advice | Introduction
    since: date
    """The day it was heard, or made."""
    met: Contact | None
    """For an introduction: the latest contact with whoever it led to, since then."""
    ahead: Conversation | None
    """For an introduction: the next talk with them."""
    told: date | None
    """The day they heard what came of it."""
    tell_by: date | None
    """By the rhythm, the day to tell them, whatever came of it. None: they know."""

    @property
    def stand(self) -> Stand:
        """Whether they know; if not, whether there is something to tell."""
        if self.tell_by is None:
            return "told"
        return "to tell" if self.is_tried else "not tried"

    @property
    def is_tried(self) -> bool:
        """Whether I did anything with it."""
        return bool(self.gift.did) if isinstance(self.gift, Advice) else self.met is not None


def loops(workbook: Workbook, day: date, known: Mapping[str, History], open_items: Iterable[Item]) -> tuple[Loop, ...]:
    """Every loop with everybody, the oldest talk first; in a talk, advice before introductions."""
    tell_by = {
        (id(item.subject), key_of(who)): item.due
        for item in open_items
        if item.kind == "report-back"
        for who in item.people
    }
    ahead: dict[str, Conversation] = {}
    for talk in planned(workbook, day):
        for who in talk.with_:
            ahead.setdefault(key_of(who), talk)

    def of(talk: Conversation) -> Iterator[Loop]:
        made = [offer for offer in talk.introductions if is_made(offer, day)]
        for giver in talk.with_:
            by = tell_by.get((id(talk), key_of(giver)))
            reported = _reported(known[key_of(giver)], talk.date)
            for advice in talk.advice:
                told = advice.told_them or reported
                yield Loop(giver, talk, advice, talk.date, None, None, told, None if told else by)
            all_told = _last_told(talk.advice)
            for offer in made:
                since = offer.made or talk.date
                to = key_of(offer.to)
                told = reported or all_told
                met = _met(known.get(to), since)
                yield Loop(giver, talk, offer, since, met, ahead.get(to), told, None if told else by)

    return tuple(loop for talk in held(workbook, day) for loop in of(talk))


def loops_by_giver(several: Iterable[Loop]) -> Mapping[str, tuple[Loop, ...]]:
    """The loops with each person, by `key_of`."""
    found: dict[str, list[Loop]] = defaultdict(list)
    for loop in several:
        found[key_of(loop.giver)].append(loop)
    return defaultdict(tuple, {key: tuple(theirs) for key, theirs in found.items()})


def to_be_told(several: Mapping[str, Sequence[Loop]]) -> int:
    """With how many people there is something to tell."""
    return sum(any(loop.stand == "to tell" for loop in loops) for loops in several.values())


def _reported(history: History, since: date) -> date | None:
    """The first day on which the log says that they heard what came of it."""
    return next((c.date for c in history.contacts if c.did == "reported-back" and c.date >= since), None)


def _last_told(advice: Sequence[Advice]) -> date | None:
    """The day on which the last of all the advice was told; None while any of it was not."""
    days = [one.told_them for one in advice]
    return max((day for day in days if day), default=None) if all(days) else None


def _met(history: History | None, since: date) -> Contact | None:
    """The latest contact with somebody, if it was since they were introduced."""
    last = history.last() if history else None
    return last if last and last.date >= since else None
