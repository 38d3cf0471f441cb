"""The questions on paper: those with room for an answer, which are the most open ones; the others in small print."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import NamedTuple

from bothways.model.days import day_and_month
from bothways.model.words import count, joined
from bothways.pages.paper.room import ASKED, HEADING, LATER, REMARK, WRITING
from bothways.pages.sheet import Ask, Part

TALK = 152.0
"""What stands beside the clock."""
MOST, FEWEST = 6, 3
"""Questions with room for an answer. The guide says that five are enough; one is to spare."""
MOST_LINES = 6
"""To write on, under each."""
PART = 4.0 + HEADING.line
"""The height of a part's heading, with the space round it."""
IN_A_COLUMN = 66.0
"""The width of a question in small print, of which two stand side by side."""
_GAP = 1.2
_NAMED = 2
"""People who answered it, by name; of more the number is enough."""


class Written(NamedTuple):
    """A question with room for an answer."""

    number: int
    ask: str
    remark: str
    """What to listen for, and who has answered it."""
    lines: int
    """How many lines to write on."""


class Later(NamedTuple):
    """A question for which there may be time."""

    number: int
    ask: str


class Chosen(NamedTuple):
    """What of the questions goes on the leaf."""

    written: Mapping[int, Written]
    """Those with room for an answer, by their number."""
    later: tuple[Later, ...]
    more: int
    """How many did not fit."""


def chosen(parts: Sequence[Part], room: float) -> Chosen:
    """The questions that so many millimetres hold: the talk's own first, then what fewest have answered.

    As many as may be have room for an answer, as long as all are on the leaf; else as many as leave some small print.
    """
    asks = sorted(((part, ask) for part in parts for ask in part.asks), key=_how_open)
    several = range(min(MOST, len(asks)), 0, -1)
    tried = [found for most in several for lines in (2, 1) if (found := _tried(asks, most, lines, room))]
    whole = (found for found in tried if not found.more and len(found.written) >= min(FEWEST, len(asks)))
    some = (found for found in tried if found.later)
    nothing = Chosen({}, (), len(asks))
    return next(whole, None) or next(some, None) or (tried[-1] if tried else nothing)


def _tried(asks: Sequence[tuple[Part, Ask]], most: int, lines: int, room: float) -> Chosen | None:
    """So many with so many lines to write on, if they fit; the others in what is left."""
    with_room, later = asks[:most], [ask for _, ask in asks[most:]]
    headings = len({id(part) for part, _ in with_room})
    left = room - sum(_height(ask, lines) for _, ask in with_room) - PART * headings
    if left < 0:
        return None
    rows = max(0, min(ceil(len(later) / 2), int((left - PART) / LATER.line)))
    small = later if rows * 2 >= len(later) else later[: max(rows * 2 - 1, 0)]
    left -= PART + rows * LATER.line if rows else 0
    lines += min(MOST_LINES - lines, int(left / (most * WRITING)))
    return Chosen(
        {ask.number: _written(ask, lines) for _, ask in with_room},
        tuple(sorted((_later(ask) for ask in small), key=lambda ask: ask.number)),
        len(later) - len(small),
    )


def _how_open(found: tuple[Part, Ask]) -> tuple[bool, bool, int, int]:
    part, ask = found
    return (bool(ask.by_them), part.list is not None, ask.answered, ask.number)


def _height(ask: Ask, lines: int) -> float:
    words = ASKED.fitted(ask.question.ask, TALK, 2)
    return ASKED.height(words, TALK) + (REMARK.line if _remark(ask) else 0) + lines * WRITING + _GAP


def _written(ask: Ask, lines: int) -> Written:
    return Written(ask.number, ASKED.fitted(ask.question.ask, TALK, 2), REMARK.fitted(_remark(ask), TALK), lines)


def _later(ask: Ask) -> Later:
    return Later(ask.number, LATER.fitted(ask.question.ask, IN_A_COLUMN))


def _remark(ask: Ask) -> str:
    listen = ask.question.listen_for
    return " ".join(filter(None, (_answered(ask), f"Listen for: {_as_part(listen)}" if listen else "")))


def _answered(ask: Ask) -> str:
    if ask.by_them:
        last = ask.by_them[-1]
        return f"You asked on {day_and_month(last.talk.date)}: {_as_part(last.answer.answer or '')}"
    if not ask.answered:
        return ""
    names = [joined([who.name for who in one.talk.with_]) for one in ask.by_others]
    if ask.answered > _NAMED:
        return f"Answered by {count(ask.answered, 'person', 'people')}."
    return f"Answered by {joined(list(dict.fromkeys(names)))}."


def _as_part(text: str) -> str:
    """The text as it ends a sentence."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
