"""The moments of a talk on paper: hello, who I am or what came of the last time, questions, both ways, the close."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from bothways.model.me import Me
from bothways.model.words import capital, count
from bothways.pages.paper.clock import clock, lengths
from bothways.pages.paper.questions import MOST_LINES, PART, TALK, Later, Written, chosen
from bothways.pages.paper.room import SAID, WRITING, short
from bothways.pages.prose import prose
from bothways.pages.sheet import Part, Sheet
from bothways.pages.somebody import Wording

WHO_ELSE, WHAT_I_COULD_DO = "Who else thinks about this as you do?", "What could I do for you?"
"""What is asked both ways where no list asks it."""
MOST_BOTH_WAYS = 3


class Moment(NamedTuple):
    """A part of the talk, on its time."""

    heading: str
    says: tuple[str, ...] = ()
    """What I mean to say."""
    asks: tuple[Written, ...] = ()
    lines: int = 0
    """To write on, below."""
    later: tuple[Later, ...] = ()
    more: int = 0
    """Questions that did not fit."""
    clock: str = ""
    minutes: int = 0
    """Nought, where the talk is too short for a clock."""


def moments(sheet: Sheet, me: Me | None, them: Wording, room: float) -> Iterator[Moment]:
    """The talk from hello to close. Whatever room is left goes to the questions."""
    open_parts = [part for part in sheet.parts if not part.is_both_ways]
    hello = _hello(sheet, them)
    myself = _since_last_time(sheet, them) if sheet.last_talk else _myself(me)
    both_ways = _both_ways(sheet, me)
    close = _close(sheet, them)
    fixed = (hello, myself, both_ways, close)
    room -= sum(PART + sum(SAID.height(say, TALK) for say in m.says) + m.lines * WRITING for m in fixed)
    room -= sum(SAID.height(ask.ask, TALK) for ask in both_ways.asks)
    questions = tuple(_questions(open_parts, room))
    parts = (hello, myself, *(moment for moment, _ in questions), both_ways, close)
    minutes = lengths(sheet.talk.minutes, [weight for _, weight in questions])
    begins = (0, *accumulate(minutes))
    if not minutes:
        yield from parts
    for moment, begin, length in zip(parts, begins, minutes, strict=False):
        yield moment._replace(clock=clock(sheet.talk.time, begin), minutes=length)


def _questions(parts: Sequence[Part], room: float) -> Iterator[tuple[Moment, int]]:
    """The parts with a question that has room, and the weight of each; below the last, the others in small print."""
    found = chosen(parts, room)
    shown = [part for part in parts if any(ask.number in found.written for ask in part.asks)]
    if not shown:
        lines = max(1, min(MOST_LINES, int((room - PART) / WRITING)))
        yield Moment("What I hear", lines=lines, more=found.more), 1
    for part in shown:
        asks = tuple(found.written[ask.number] for ask in part.asks if ask.number in found.written)
        is_last = part is shown[-1]
        weight = part.minutes or 2 * len(asks)
        later, more = (found.later, found.more) if is_last else ((), 0)
        yield Moment(SAID.fitted(part.name, TALK), asks=asks, later=later, more=more), weight


def _hello(sheet: Sheet, them: Wording) -> Moment:
    through = sheet.ties[0].person.introduced_by if len(sheet.ties) == 1 and not sheet.last_talk else None
    says = [f"Thank {short(them.object)}."]
    if through:
        says.append(f"Greetings from {short(through.name)}.")
    if sheet.last_talk or sheet.talk.kind == "catch-up":
        says.append("“It is good to talk again.”")
    elif sheet.talk.kind != "interview":
        says.append("“I shall watch the clock.”")
    notes = prose(sheet.talk.notes).striptags() if sheet.talk.notes else ""
    remember = (SAID.fitted(f"Remember: {notes}", TALK, 2),) if notes else ()
    return Moment("Hello", (" ".join(says), *remember))


def _myself(me: Me | None) -> Moment:
    heading = "Who I am, in one sentence"
    if me and me.one_sentence:
        return Moment(heading, (SAID.fitted(f"“{me.one_sentence.strip()}”", TALK, 3),))
    return Moment(heading, lines=1)


def _since_last_time(sheet: Sheet, them: Wording) -> Moment:
    """What came of the last talk, before anything new is asked for."""
    if not sheet.untold:
        return Moment("Since last time", lines=1)
    says = [f"Tell {short(them.object)} what came of it."]
    for advice in sheet.untold[:2]:
        did = f" – {advice.did}" if advice.did else ""
        says.append(SAID.fitted(f"{capital(short(them.subject))} advised: {advice.advice}{did}", TALK))
    return Moment("Since last time", tuple(says))


def _both_ways(sheet: Sheet, me: Me | None) -> Moment:
    """Who else, and what I could give."""
    asks = [ask for part in sheet.parts if part.is_both_ways for ask in part.asks]
    written = tuple(Written(ask.number, SAID.fitted(ask.question.ask, TALK), "", 0) for ask in asks[:MOST_BOTH_WAYS])
    gifts = [help_ for tie in sheet.ties for help_ in tie.person.i_can_help_with] or list(me.can_offer if me else ())
    says = [SAID.fitted(f"I could give: {'; '.join(gifts[:3])}.", TALK)] if gifts else []
    if not written:
        says = [f"“{WHO_ELSE}” “{WHAT_I_COULD_DO}”", *says]
    return Moment("Both ways", tuple(says), written, lines=1)


def _close(sheet: Sheet, them: Wording) -> Moment:
    talk = sheet.talk
    end = f"at {clock(talk.time, talk.minutes)}" if talk.time else f"after {count(talk.minutes, 'minute')}"
    says = f"Thank {short(them.object)}. “May I tell you what comes of it?” End {end}, unless you are asked to stay."
    return Moment("Close", (says,))
