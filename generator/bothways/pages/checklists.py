"""Checklists: the person's own, then those that ship with the guide, each a page to tick or to print."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bothways.derive.facts import Facts
from bothways.model.checklists import Checklist
from bothways.model.step import Step
from bothways.model.words import count, number
from bothways.pages import words
from bothways.pages.environment import page
from bothways.pages.navigation import GOALS, Section
from bothways.pages.page import Page
from bothways.reading.library import Library, with_built_in
from bothways.reading.yaml_words import text_in_line

FIRST_LINES = """\
- checklist: Before I ring somebody
  items: [Read my last notes, A glass of water, One question]"""

PARAGRAPHS = {
    "after-a-layoff": ("when.html#hard-times", "In hard times"),
    "after-an-event": ("events.html#follow-up", "After an event"),
    "before-an-event": ("events.html#before", "Before an event"),
    "before-you-send": ("asking.html#check", "Before you send it"),
    "coach-session": ("coach.html#session", "A session that is worth the hour"),
    "first-hour": ("begin.html#hour", "How the hour goes"),
    "first-informational-interview": ("informational-interview.html#before", "Before the talk"),
    "first-week": ("plan-30-days.html#week-1", "Who is already there"),
    "introduce-two-people": ("giving.html#introduce", "Introduce two people well"),
    "monthly-half-hour": ("when.html#monthly", "The half hour a month"),
    "new-city": ("situations/life-change.html#new-city", "A new city"),
    "new-parents-or-retirement": ("situations/life-change.html#about", "A change in your life"),
    "phone-call": ("asking.html#phone", "By phone"),
    "quarterly-tour": ("keeping-up.html#month-quarter-year", "Month, quarter, year"),
    "research-a-field": ("questions.html#research-first", "Bring your research"),
    "starting-again": ("silence.html#starting-again", "Starting again after a lapse"),
    "video-call": ("virtual.html#before-a-video-call", "Before a video call"),
    "yearly-review": ("keeping-up.html#month-quarter-year", "Month, quarter, year"),
}
"""The paragraph of the guide that a built-in checklist belongs to."""
ELSEWHERE = ("begin.html", "Where to begin")


@dataclass(frozen=True)
class Item:
    """One line to tick."""

    key: str
    """Under this the browser remembers the tick. It stays the same while the words do."""
    step: Step


@dataclass(frozen=True)
class Line:
    """One checklist in the overview."""

    checklist: Checklist
    remark: str
    """How many things there are to do, and how many of them are done."""


def pages(facts: Facts, library: Library, section: Section = GOALS) -> Iterator[Page]:
    """The overview, then a page for every checklist. `section` is another one in the public guide."""
    own = facts.workbook.checklists
    built_in = with_built_in(own, library.checklists)[len(own) :]
    yield page(
        "checklists-list.html",
        "checklists/index.html",
        "Checklists",
        section,
        today=facts.day,
        own=tuple(map(_line, own)),
        built_in=tuple(map(_line, built_in)),
        first_lines=FIRST_LINES,
    )
    for checklist in (*own, *built_in):
        guide, guide_words = PARAGRAPHS.get(checklist.start or str(checklist.id), ELSEWHERE)
        yield page(
            "checklist.html",
            f"checklists/{checklist.id}.html",
            checklist.name,
            section,
            today=facts.day,
            checklist=checklist,
            items=items(checklist),
            is_own=checklist in own,
            to_take_over=to_take_over(checklist),
            guide=guide,
            guide_words=guide_words,
        )


def items(checklist: Checklist) -> tuple[Item, ...]:
    """What there is to tick. The same words twice in a list are two ticks."""
    seen: Counter[str] = Counter()
    found = []
    for step in checklist.items:
        again = (str(seen[step.do]),) if seen[step.do] else ()
        seen[step.do] += 1
        found.append(Item(words.key("checklist", checklist.id, step.do, *again), step))
    return tuple(found)


def to_take_over(checklist: Checklist) -> str:
    """The YAML that makes a built-in checklist one's own, with its first item done."""
    lines = [f"- start: {checklist.id}"]
    if checklist.items:
        lines += ["  items:", f"    - do: {text_in_line(checklist.items[0].do)}", "      done: yes"]
    return "\n".join(lines)


def _line(checklist: Checklist) -> Line:
    done = sum(step.is_done for step in checklist.items)
    remark = count(len(checklist.items), "thing")
    return Line(checklist, f"{remark}, {number(done)} done" if done else remark)
