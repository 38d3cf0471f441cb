"""Folding: of a tree too large to draw, the branches that bore fruit, the largest, and how many the others hold."""

import heapq
from collections import defaultdict
from collections.abc import Sequence

from bothways.model.words import number
from bothways.pages.map_drawing import Line


def fold(tree: Sequence[Line], most: int) -> list[Line]:
    """The tree with at most so many of its lines; whoever leads to some that are left out gets one line for them all.

    Lines keep their order. The way to what came of it is kept before anything else, then whoever leads to most.
    """
    if len(tree) <= most:
        return list(tree)
    below = _below(tree)
    leads_to: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(tree):
        if line.led_by is not None:
            leads_to[line.led_by].append(at)
    kept: set[int] = set()
    waiting = [(False, 0, 0)]
    while waiting and len(kept) < most:
        *_, at = heapq.heappop(waiting)
        kept.add(at)
        for child in leads_to[at]:
            heapq.heappush(waiting, (not tree[child].bears, -below[child], child))
    return _with_the_rest(tree, kept, below)


def _below(tree: Sequence[Line]) -> list[int]:
    """For each line, how many people are in its branch, itself included."""
    found = [0 if line.is_fruit else 1 for line in tree]
    for at in reversed(range(len(tree))):
        led_by = tree[at].led_by
        if led_by is not None:
            found[led_by] += found[at]
    return found


def _with_the_rest(tree: Sequence[Line], kept: set[int], below: Sequence[int]) -> list[Line]:
    left_out: dict[int, int] = defaultdict(int)
    alone: dict[int, int] = {}
    for at, line in enumerate(tree):
        if line.led_by is not None and line.led_by in kept and at not in kept and not line.is_fruit:
            left_out[line.led_by] += below[at]
            alone[line.led_by] = at
    # A single name takes no more room than "one more".
    for led_by, at in alone.items():
        if left_out[led_by] == 1:
            kept.add(at)
            left_out[led_by] = 0
    kept |= {at for at, line in enumerate(tree) if line.is_fruit and line.led_by in kept}
    lines: list[Line] = []
    place_of: dict[int, int] = {}

    def close(at: int) -> None:
        """After the last line of somebody's branch, the line for those left out of it."""
        if left_out[at]:
            lines.append(_more(tree[at], place_of[at], left_out[at]))

    open_: list[int] = []
    for at in sorted(kept):
        line = tree[at]
        while open_ and open_[-1] != line.led_by:
            close(open_.pop())
        place_of[at] = len(lines)
        lines.append(line if line.led_by is None else line._replace(led_by=place_of[line.led_by]))
        open_.append(at)
    while open_:
        close(open_.pop())
    return lines


def _more(line: Line, place: int, how_many: int) -> Line:
    return Line(
        key=f"more:{line.key}", text=f"and {number(how_many)} more", led_by=place, depth=line.depth + 1, is_more=True
    )
