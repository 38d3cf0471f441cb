"""Checklists: the person's own, then those that ship with the guide, each a page to tick or to print."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from bothways.derive.facts import Facts
from bothways.derive.situations import situations
from bothways.guide.situations import fitting as fitting_ids
from bothways.guide.situations import tracks_of
from bothways.model.checklists import Checklist
from bothways.model.words import count, number
from bothways.pages.environment import Values, page
from bothways.pages.fill_in import margin
from bothways.pages.navigation import GOALS, Section
from bothways.pages.page import Page
from bothways.pages.ticks import Ticks, ticks
from bothways.reading.library import Library, with_built_in
from bothways.reading.yaml_words import STEP, text_in_line

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


class Line(NamedTuple):
    """One checklist in the overview."""

    checklist: Checklist
    remark: str
    """How many things there are to do, and how many of them are done."""


def pages(facts: Facts, library: Library, section: Section = GOALS) -> Iterator[Page]:
    """The overview, then a page for every checklist. `section` is another one in the public guide."""
    own = facts.workbook.checklists
    built_in = with_built_in(own, library.checklists)[len(own) :]
    overview = partial(_overview, facts, own, built_in)
    yield page("checklists-list.html", "checklists/index.html", "Checklists", section, overview)
    for checklist in (*own, *built_in):
        yield page(
            "checklist.html",
            f"checklists/{checklist.id}.html",
            checklist.name,
            section,
            partial(_values, facts, checklist, library, is_own=checklist in own),
        )


def _values(facts: Facts, checklist: Checklist, library: Library, *, is_own: bool) -> Values:
    """What the page of a checklist shows."""
    guide, guide_words = PARAGRAPHS.get(checklist.start or str(checklist.id), ELSEWHERE)
    return {
        "today": facts.day,
        "checklist": checklist,
        "ticks": _ticks(checklist, library, is_own=is_own),
        "is_own": is_own,
        "to_take_over": to_take_over(checklist),
        "guide": guide,
        "guide_words": guide_words,
    }


def _overview(facts: Facts, own: Sequence[Checklist], built_in: Sequence[Checklist]) -> Values:
    """What the overview shows."""
    fitting = _fitting(facts, built_in)
    return {
        "today": facts.day,
        "own": tuple(map(_line, own)),
        "fitting": tuple(map(_line, fitting)),
        "built_in": tuple(_line(checklist) for checklist in built_in if checklist not in fitting),
        "first_lines": FIRST_LINES,
    }


def _fitting(facts: Facts, built_in: Iterable[Checklist]) -> tuple[Checklist, ...]:
    """Those for what I am in, in the order of the guide; none, where I have not said, or in the public guide."""
    by_id = {str(checklist.id): checklist for checklist in built_in}
    wanted = (track.checklists for track in tracks_of(situations(facts.workbook)))
    return tuple(by_id[id_] for id_ in fitting_ids(by_id, wanted))


def _ticks(checklist: Checklist, library: Library, *, is_own: bool) -> Ticks:
    """Its boxes. Of a list that the guide brings, the lines hold what is ticked, and what the person added."""
    start = checklist.start or ("" if is_own else str(checklist.id))
    brought = {step.do for built_in in library.checklists if built_in.id == start for step in built_in.items}
    pad = " " * (margin(checklist) if is_own else 2)
    head = f"{pad}items:" if is_own else f"- start: {start}\n{pad}items:"
    return ticks(("checklist", checklist.id), checklist.items, head, len(pad) + len(STEP), brought)


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
