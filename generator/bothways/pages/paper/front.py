"""The front of a sheet: who they are, what is open between us, and the talk by the clock."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from bothways.model.conversations import Conversation
from bothways.model.days import WEEKDAYS, day_and_month
from bothways.model.log import LogLine
from bothways.model.me import Me
from bothways.model.names import first_name
from bothways.model.refs import and_names
from bothways.model.words import capital, count
from bothways.pages.paper.clock import clock, lengths
from bothways.pages.paper.questions import MOST_LINES, PART, TALK, Later, Written, chosen
from bothways.pages.paper.room import (
    BODY,
    HEIGHT,
    LABEL,
    LONG_NAME,
    LONGEST_NAME,
    NAME,
    SAID,
    WIDTH,
    WRITING,
    Letters,
)
from bothways.pages.prose import prose
from bothways.pages.sheet import Part, Sheet
from bothways.pages.somebody import Wording, beside

WHERE, COLUMN = 70.0, 54.0
"""The width of what stands beside the name, and of the narrowest of the three columns."""
COLUMN_LINES = 6
OWED, PEOPLE = 2, 3
"""Promises each way, and people of a group: more than that is on the page of the talk."""
WHO_ELSE, WHAT_I_COULD_DO = "Who else thinks about this as you do?", "What could I do for you?"
"""What is asked both ways where no list asks it."""
MOST_BOTH_WAYS = 3


@dataclass(frozen=True)
class Promised:
    """Something open between us."""

    is_mine: bool
    who: str
    """Whose it is, beside the arrow."""
    words: str


@dataclass(frozen=True)
class Moment:
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


@dataclass(frozen=True)
class Front:
    """The front of a sheet, every text as long as it may be."""

    names: str
    size: str
    """`short`, `long` or `longest`: how large the names are written."""
    when: str
    where: tuple[str, ...]
    who: tuple[str, ...]
    so_far: str
    promised: tuple[Promised, ...]
    more_promised: int
    goal: str
    moments: tuple[Moment, ...]


def front(sheet: Sheet, me: Me | None, them: Wording) -> Front:
    """The front of a sheet. `them` is how they are spoken of."""
    talk = sheet.talk
    size, letters = _size(and_names(talk.with_))
    names = letters.fitted(and_names(talk.with_), WIDTH, 1 if size == "short" else 2 if size == "long" else 4)
    where = tuple(BODY.fitted(line, WHERE) for line in _where(sheet))
    who = tuple(_who(sheet))
    so_far = BODY.fitted(_so_far(sheet), COLUMN, COLUMN_LINES)
    promised = tuple(_promised(sheet))
    above = letters.height(names, WIDTH) + (0 if size == "short" else BODY.line * (1 + len(where))) + 6.5
    columns = (who, (so_far,), tuple(f"You → {one.words}" for one in promised))
    know = max(sum(BODY.height(text, COLUMN) for text in column) for column in columns)
    room = HEIGHT - above - (LABEL.line + 0.8 + know + 3.5) - (BODY.line + WRITING + 6.5)
    return Front(
        names=names,
        size=size,
        when=_when(talk),
        where=where,
        who=who,
        so_far=so_far,
        promised=promised,
        more_promised=len(sheet.mine) + len(sheet.theirs) - len(promised),
        goal=BODY.fitted(sheet.goal.goal, WIDTH * 0.5) if sheet.goal else "",
        moments=tuple(_moments(sheet, me, them, room)),
    )


def _size(names: str) -> tuple[str, Letters]:
    if NAME.lines(names, WIDTH - WHERE) == 1:
        return "short", NAME
    return ("long", LONG_NAME) if LONG_NAME.lines(names, WIDTH) <= 2 else ("longest", LONGEST_NAME)


def _when(talk: Conversation) -> str:
    words = f"{WEEKDAYS[talk.date.weekday()]} {day_and_month(talk.date)} {talk.date.year}"
    return f"{words}, {clock(talk.time, 0)} to {clock(talk.time, talk.minutes)}" if talk.time else words


def _where(sheet: Sheet) -> Iterator[str]:
    """Where to be, or whom to ring."""
    talk = sheet.talk
    if talk.place:
        yield talk.place
    if talk.link:
        yield str(talk.link)
    phones = [tie.person.phone for tie in sheet.ties if tie.person.phone]
    if phones and (talk.kind == "call" or not talk.place):
        yield " ".join(phones[:2])


def _who(sheet: Sheet) -> Iterator[str]:
    """A few words for each of them."""
    several = len(sheet.ties) > 1
    for tie in sheet.ties[:PEOPLE]:
        person = tie.person
        words = [beside(person)] if beside(person) else []
        if person.interests and not several:
            words.append(f"Cares about {', '.join(person.interests)}")
        said = ". ".join(words) + "." if words else "Everything is still to be found out."
        yield BODY.fitted(
            f"{_short(first_name(person.name))}: {said}" if several else said, COLUMN, 2 if several else COLUMN_LINES
        )
    if len(sheet.ties) > PEOPLE:
        yield f"And {count(len(sheet.ties) - PEOPLE, 'other')}."


def _so_far(sheet: Sheet) -> str:
    """The last talk, or what led to this one."""
    last = sheet.last_talk
    if last:
        remained = last.surprise or next(iter(last.learned), "")
        return f"You talked on {_on(last.date, sheet)}. {remained}".strip()
    words = ["Your first talk."]
    tie = sheet.ties[0] if len(sheet.ties) == 1 else None
    if tie and tie.person.introduced_by:
        words.append(f"Through {tie.person.introduced_by}.")
    elif tie and tie.person.met_at:
        words.append(f"You met: {tie.person.met_at}.")
    contact = tie.history.last() if tie else None
    if contact and isinstance(contact.source, LogLine):
        what = "They answered" if contact.way == "in" else "You wrote" if contact.way == "out" else "You met"
        about = f": {contact.source.about}" if contact.source.about else ""
        words.append(f"{what} on {_on(contact.date, sheet)}{about}.")
    return " ".join(words)


def _on(day: date, sheet: Sheet) -> str:
    return day_and_month(day) + ("" if day.year == sheet.talk.date.year else f" {day.year}")


def _promised(sheet: Sheet) -> Iterator[Promised]:
    mine, theirs = sheet.mine[:OWED], sheet.theirs[:OWED]
    lines = {1: 3, 2: 2}.get(len(mine) + len(theirs), 1)
    for owed in mine:
        yield Promised(True, "You", BODY.fitted(owed.words, COLUMN, lines))
    for promise in theirs:
        words = f"introduce you to {promise.introduction.to}"
        yield Promised(False, _short(first_name(promise.talk.with_[0].name)), BODY.fitted(words, COLUMN, lines))


def _moments(sheet: Sheet, me: Me | None, them: Wording, room: float) -> Iterator[Moment]:
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
        yield replace(moment, clock=clock(sheet.talk.time, begin), minutes=length)


def _questions(parts: Sequence[Part], room: float) -> Iterator[tuple[Moment, int]]:
    """The parts with a question that has room, and the weight of each; below the last, the others in small print."""
    found = chosen(parts, room)
    shown = [part for part in parts if any(ask.number in found.written for ask in part.asks)]
    if not shown:
        yield Moment("What I hear", lines=max(1, min(MOST_LINES, int((room - PART) / WRITING)))), 1
    for part in shown:
        asks = tuple(found.written[ask.number] for ask in part.asks if ask.number in found.written)
        is_last = part is shown[-1]
        weight = part.minutes or 2 * len(asks)
        later, more = (found.later, found.more) if is_last else ((), 0)
        yield Moment(SAID.fitted(part.name, TALK), asks=asks, later=later, more=more), weight


def _hello(sheet: Sheet, them: Wording) -> Moment:
    through = sheet.ties[0].person.introduced_by if len(sheet.ties) == 1 and not sheet.last_talk else None
    says = [f"Thank {_short(them.object)}."]
    if through:
        says.append(f"Greetings from {_short(through.name)}.")
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
    says = [f"Tell {_short(them.object)} what came of it."]
    for advice in sheet.untold[:2]:
        did = f" – {advice.did}" if advice.did else ""
        says.append(SAID.fitted(f"{capital(_short(them.subject))} advised: {advice.advice}{did}", TALK))
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
    says = f"Thank {_short(them.object)}. “May I tell you what comes of it?” End {end}, unless you are asked to stay."
    return Moment("Close", (says,))


def _short(name: str) -> str:
    """A name within a sentence."""
    return SAID.fitted(name, COLUMN)
