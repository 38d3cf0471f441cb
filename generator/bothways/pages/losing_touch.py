"""Losing touch: from whom a sign is longer ago than wanted, by tie, and whose turn comes next."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from bothways.derive.facts import Facts
from bothways.derive.ties import Tie
from bothways.model.refs import Ref
from bothways.model.rhythm import Tie as TieKind
from bothways.model.span import Span
from bothways.model.words import capital, count
from bothways.pages.environment import Values, page
from bothways.pages.navigation import PEOPLE
from bothways.pages.page import Page
from bothways.pages.somebody import beside

AHEAD = timedelta(days=28)
"""How far the page looks ahead: a month's half hour covers it."""
SHOWN = 20
"""People under a heading at once; the others are folded, for whenever one likes."""
HEADINGS: dict[TieKind, str] = {
    "close": "Close",
    "warm": "Warm",
    "new": "New",
    "loose": "Loose",
    "dormant": "Dormant",
}
"""Ties, the nearest first."""


class Line(NamedTuple):
    """Somebody of whom there has been no sign for a while."""

    who: Ref
    beside: str
    last: date
    """The last sign of them."""
    every: Span
    """How often I wanted one."""
    interests: tuple[str, ...]


class Part(NamedTuple):
    """People of one tie."""

    id: str
    heading: str
    lines: tuple[Line, ...]


def pages(facts: Facts) -> Iterator[Page]:
    """The one page."""
    yield page("losing-touch.html", "losing-touch.html", "Losing touch", PEOPLE, partial(_values, facts))


def _values(facts: Facts) -> Values:
    """What the page shows."""
    losing = [tie for tie in facts.ties.values() if tie.state == "losing touch"]
    soon = [tie for tie in facts.ties.values() if _is_soon(tie, facts.day)]
    asleep = [tie for tie in facts.ties.values() if tie.person.tie == "dormant" and tie.state == "to approach"]
    return {
        "today": facts.day,
        "lede": _lede(losing, is_empty=not facts.ties),
        "parts": tuple(_parts(losing)),
        "soon": tuple(_lines(soon)),
        "shown": SHOWN,
        "asleep": tuple(tie.who for tie in asleep),
        "rhythm": tuple((kind, facts.workbook.rhythm.keep_in_touch[kind]) for kind in HEADINGS),
        "namesakes": facts.namesakes,
    }


def _is_soon(tie: Tie, day: date) -> bool:
    return (
        tie.hear_by is not None
        and day <= tie.hear_by <= day + AHEAD
        and tie.state in ("in touch", "talking")
        and not tie.next_talk
    )


def _lede(losing: Sequence[Tie], *, is_empty: bool) -> str:
    if is_empty:
        return "Nobody is written down yet, so nobody is lost."
    if not losing:
        return "You are losing touch with nobody. Is there somebody you would simply like to hear from?"
    people = capital(count(len(losing), "person", "people"))
    silent = f"{people} you have not heard from for longer than you wanted."
    return f"{silent} Nobody expects an explanation. A hello is enough."


def _parts(losing: Sequence[Tie]) -> Iterator[Part]:
    for kind, heading in HEADINGS.items():
        lines = tuple(_lines([tie for tie in losing if tie.person.tie == kind]))
        if lines:
            yield Part(kind, heading, lines)


def _lines(ties: Sequence[Tie]) -> Iterator[Line]:
    """Whoever's day came first, first."""
    for tie in sorted(ties, key=lambda tie: tie.hear_by or date.max):
        last = tie.history.last_two_way
        if last and tie.interval:
            yield Line(tie.who, beside(tie.person), last.date, tie.interval, tie.person.interests[:2])
