"""Matters: what is still to do about a talk, for its line in the overview and for its page."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from bothways.derive.agenda_item import Item
from bothways.derive.facts import Facts

SHORT = {"thank": "Thank", "report-back": "Tell what came of it", "debrief": "Write down what you heard"}
"""What is still to do about a talk, in short. The other kinds say it themselves."""
GUIDE = {
    "thank": "informational-interview.html#thank",
    "report-back": "giving.html#close-the-loop",
    "promised-introduction": "giving.html#promised-introduction",
    "debrief": "informational-interview.html#debrief",
}
"""The paragraph that explains each kind."""


class Matter(NamedTuple):
    """Something still to do about a talk."""

    item: Item
    short: str
    """In the overview, beside the talk's own names and day."""
    sign: str
    guide: str
    """The paragraph that explains it; empty for a step of one's own."""


def matters_by_talk(facts: Facts) -> Mapping[str, tuple[Matter, ...]]:
    """What is still to do about each talk, the most pressing first."""
    by_subject: dict[int, list[Item]] = defaultdict(list)
    for item in sorted(facts.open_items, key=lambda item: item.due):
        by_subject[id(item.subject)].append(item)
    return {
        str(talk.id): tuple(_matter(item) for noun in (talk, *talk.follow_ups) for item in by_subject[id(noun)])
        for talk in facts.workbook.conversations
    }


def _matter(item: Item) -> Matter:
    sign = "i-in" if item.kind == "promised-introduction" else "i-out"
    return Matter(item, SHORT.get(item.kind, item.what), sign, GUIDE.get(item.kind, ""))
