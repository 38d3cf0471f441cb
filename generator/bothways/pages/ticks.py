"""Ticks: things to do as boxes to tick, and the lines of the workbook that the ticks become.

A browser keeps a tick under the item's key until the workbook says that the item is done. The lines are made here, item
by item, so that no script has to know YAML; `ticks.js` puts together those that are ticked.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from bothways.model.step import Step
from bothways.pages import words
from bothways.reading.yaml_words import STEP, Value, item_lines


class Tick(NamedTuple):
    """One line to tick."""

    key: str
    """Under this the browser remembers the tick. It stays the same while the words do."""
    step: Step
    lines: str
    """The item as it is written, as far as it is not ticked."""
    is_kept: bool
    """Whether it is among the lines even when it is not ticked."""


class Ticks(NamedTuple):
    """A list to tick."""

    head: str
    """The lines that stand above the items."""
    done: str
    """What stands before the day, on the line that says that an item is done."""
    items: tuple[Tick, ...]


def ticks(
    owner: Iterable[object], steps: Iterable[Step], head: str, column: int, left_out: Collection[str] = ()
) -> Ticks:
    """A list to tick.

    `owner`: what tells this list from any other. `head`: the lines above the items, whose dashes stand in a `column`.
    `left_out`: the words of items that need no line unless they are ticked, since a built-in list brings them.
    """
    owner = tuple(owner)
    seen: Counter[str] = Counter()
    found = []
    for step in steps:
        again = (str(seen[step.do]),) if seen[step.do] else ()
        seen[step.do] += 1
        lines = "\n".join(item_lines(_written(step), column))
        found.append(Tick(words.key(*owner, step.do, *again), step, lines, step.is_done or step.do not in left_out))
    return Ticks(head, f"{' ' * column}{STEP}done: ", tuple(found))


def _written(step: Step) -> dict[str, Value]:
    said: dict[str, Value] = {"do": step.do}
    if step.by:
        said["by"] = step.by.isoformat()
    if step.is_done:
        said["done"] = step.done.isoformat() if isinstance(step.done, date) else "yes"
    return said
