"""The front of a sheet: who they are, what is open between us, and the talk by the clock."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bothways.model.conversations import Conversation
from bothways.model.days import WEEKDAYS, day_and_month
from bothways.model.log import LogLine
from bothways.model.me import Me
from bothways.model.refs import and_names
from bothways.model.words import count
from bothways.pages.paper.clock import clock
from bothways.pages.paper.moments import Moment, moments
from bothways.pages.paper.room import (
    BODY,
    COLUMN,
    HEIGHT,
    LABEL,
    LONG_NAME,
    LONGEST_NAME,
    NAME,
    WIDTH,
    WRITING,
    Letters,
    short,
)
from bothways.pages.sheet import Sheet
from bothways.pages.somebody import Wording, beside

WHERE = 70.0
"""The width of what stands beside the name."""
COLUMN_LINES = 6
OWED, PEOPLE = 2, 3
"""Promises each way, and people of a group: more than that is on the page of the talk."""


class Promised(NamedTuple):
    """Something open between us."""

    is_mine: bool
    who: str
    """Whose it is, beside the arrow."""
    words: str


class Front(NamedTuple):
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
        moments=tuple(moments(sheet, me, them, room)),
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
        if several:
            yield BODY.fitted(f"{short(sheet.called[str(person.id)])}: {said}", COLUMN, 2)
        else:
            yield BODY.fitted(said, COLUMN, COLUMN_LINES)
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
    for offered in theirs:
        words = f"introduce you to {offered.promise.introduction.to}"
        yield Promised(False, short(offered.who), BODY.fitted(words, COLUMN, lines))
