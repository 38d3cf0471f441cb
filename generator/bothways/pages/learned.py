"""What I have learned: answers side by side, what is open, beliefs, surprises, choices. Each leads to its talk."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from bothways.derive.beliefs import Belief
from bothways.derive.facts import Facts
from bothways.derive.learned import Curiosity, Learned
from bothways.model.words import capital, count, number, times
from bothways.pages.environment import Values, page
from bothways.pages.navigation import PROGRESS
from bothways.pages.page import Page

FIRST_LINES = """\
learned:
  - Night staff eat toast
surprise: Nobody had asked before"""

SHOWN = 3
"""How many of each stand open; the latest come first."""
MOST = 40
"""How many more are folded away below. Older ones stand with their talks."""
LISTS_SHOWN, QUESTIONS_SHOWN = 3, 5
"""Lists with questions left, and how many of each."""
WIDTH, HEIGHT = 12, 6
"""One talk on the line of curiosity, and one step up or down."""


class Line(NamedTuple):
    """How curious I was, talk by talk: a line that goes up for more and down for less."""

    curiosity: Curiosity
    words: str
    path: str
    """The line, as SVG draws it."""
    width: int
    height: int


class Several(NamedTuple):
    """What stands open, and what is folded away."""

    open: tuple[object, ...]
    folded: tuple[object, ...]
    are_more: bool
    """Whether there are older ones that are not on the page."""


def pages(facts: Facts) -> Iterator[Page]:
    """The one page."""
    yield page("learned.html", "learned.html", "What I have learned", PROGRESS, partial(_values, facts))


def _values(facts: Facts) -> Values:
    """What the page shows."""
    found = facts.learned
    beliefs = tuple(belief for belief in facts.beliefs if not belief.is_untested)
    return {
        "today": facts.day,
        "lede": _lede(found, facts.beliefs),
        "is_empty": not (
            found.asked
            or found.surprises
            or found.ruled_out
            or found.lessons
            or found.trends
            or found.curiosity
            or found.choices
            or facts.beliefs
        ),
        "first_lines": FIRST_LINES,
        "choices": found.choices,
        "beliefs": beliefs,
        "untested": tuple(belief for belief in facts.beliefs if belief.is_untested),
        "curiosity": tuple(map(_line, found.curiosity)),
        "together": _several([one for one in found.asked if one.people > 1]),
        "alone": _several([one for one in found.asked if one.people == 1]),
        "open": found.open[:LISTS_SHOWN],
        "more_lists": len(found.open[LISTS_SHOWN:]),
        "most_open": QUESTIONS_SHOWN,
        "surprises": _several(found.surprises),
        "ruled_out": _several(found.ruled_out),
        "lessons": _several(found.lessons),
        "trends": _several(found.trends),
        "namesakes": facts.namesakes,
    }


def _lede(found: Learned, beliefs: Sequence[Belief]) -> str:
    """How much was heard, and whether it changed anything."""
    said = capital(count(found.talks, "talk"))
    if found.asked:
        said += f", {count(len(found.asked), 'question')} answered"
    moved = [one.now - one.confidence for one in beliefs if one.now is not None and one.confidence is not None]
    surer, less = sum(by > 0 for by in moved), sum(by < 0 for by in moved)
    changes = ([f"surer of {_things(surer)}"] if surer else []) + ([f"less sure of {_things(less)}"] if less else [])
    return f"{said}. You are {' and '.join(changes)} than at first." if changes else f"{said}."


def _things(value: int) -> str:
    return f"{number(value)} thing{'' if value == 1 else 's'}"


def _several(found: Sequence[object]) -> Several:
    return Several(tuple(found[:SHOWN]), tuple(found[SHOWN : SHOWN + MOST]), len(found) > SHOWN + MOST)


def _line(curiosity: Curiosity) -> Line:
    levels = (0, *curiosity.level)
    top, low = max(levels), min(levels)
    steps = " ".join(f"L{WIDTH * at} {HEIGHT * (top - level)}" for at, level in enumerate(levels) if at)
    return Line(
        curiosity,
        _how_it_went(curiosity),
        f"M0 {HEIGHT * top} {steps}",
        WIDTH * (len(levels) - 1),
        max(1, HEIGHT * (top - low)),
    )


def _how_it_went(curiosity: Curiosity) -> str:
    """How it went in words: `Four times more, once less; last, more`."""
    said = [one.interest for one in curiosity.felt]
    words = {"more": "more", "same": "as much as before", "less": "less"}
    parts = [f"{times(said.count(one))} {words[one]}" for one in ("more", "same", "less") if one in said]
    return f"{capital(', '.join(parts))}{f'; last, {words[said[-1]]}' if len(said) > 1 else ''}"
