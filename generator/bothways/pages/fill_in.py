"""YAML to copy and fill in: what a talk or an event leaves to write down, and how a talk names a question list.

Gives text that can be pasted under its record as it stands. Lines left empty say nothing.
"""

import json
import re
from collections.abc import Sequence
from textwrap import indent

from bothways.model.base import Record
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.goals import Goal

_PLAIN = re.compile(r"[^\W\d_](?:[^\n\r\x85\u2028\u2029:#]|:(?!\s|$)|(?<!\s)#)*(?<![\s:])")
"""Text that YAML reads as it stands: it begins with a letter, and no colon or hash in it could be taken for a sign."""


def scalar(text: str) -> str:
    """The text as YAML, in quotes only where it needs them."""
    if _PLAIN.fullmatch(text) and text.casefold() != "null":
        return text
    return re.sub(r"[\x85\u2028\u2029]", lambda end: f"\\u{ord(end.group()):04x}", json.dumps(text, ensure_ascii=False))


def talk_debrief(talk: Conversation, asks: Sequence[str], goal: Goal | None) -> str:
    """What to write about a talk: its questions, then the debrief, without the fields that are written already."""
    introduction = ["introductions:", "  # - to: their name", f"  #   promised: {talk.date}"]
    blocks = {
        "answers": ["answers:", *(line for ask in asks for line in (f"  - ask: {scalar(ask)}", "    answer:"))],
        "learned": ["learned:", "  -"],
        "advice": ["advice:", "  -"],
        "introductions": introduction,
        "gave": ["gave:", "  -"],
        "surprise": ["surprise:"],
        "still_interested": ["still_interested: # more, same or less"],
        "rule_out": ["rule_out:"],
        "beliefs": ["beliefs:", *_beliefs(goal)] if goal and goal.beliefs else [],
        "thanked": ["thanked:"],
        "follow_ups": ["follow_ups:", "  -"],
    }
    if not asks:
        blocks["answers"] = []
    return _under(talk, [line for field, lines in blocks.items() if not getattr(talk, field) for line in lines])


def margin(record: Record) -> int:
    """How many spaces stand before the record's own fields."""
    return record.written.column - 1


def event_preparation(event: Event) -> str:
    """What to write before an event, without the fields that are written already."""
    intention = [] if event.intention else ["intention:"]
    return _under(event, intention + ([] if event.prepare else ["prepare:", "  -"]))


def event_debrief(event: Event) -> str:
    """What to write after an event, without the fields that are written already."""
    met = [] if event.met else ["met:", "  -"]
    looked_back = [
        "debrief:",
        "  worked:",
        "  differently:",
        "  trends:",
        "  worth_it: # yes or no",
        "  actions:",
        "    -",
    ]
    return _under(event, met + ([] if event.debrief else looked_back))


def _beliefs(goal: Goal) -> list[str]:
    """Commented out, since a belief without `for` is no finding."""
    return [
        line
        for belief in goal.beliefs
        for line in (f"  # - belief: {scalar(' '.join(belief.belief.split()))}", "  #   for: yes or no", "  #   why:")
    ]


def _under(record: Record, lines: Sequence[str]) -> str:
    """The lines, as far from the margin as the record's own fields."""
    return indent("\n".join(lines), " " * margin(record))
