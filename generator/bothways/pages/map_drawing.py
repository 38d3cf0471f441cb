"""The drawing of who led to whom: trees become positions and paths. Takes lines in their order; knows no HTML.

A tidy tree on its side: everybody at the end of a branch has a row, whoever leads to several stands midway between the
first and the last of them, a column for each generation. Time and size grow with the number of people, nothing else.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bothways.pages.text_width import shortened, text_width

ROW = 34.0
BETWEEN_TREES = 26.0
"""Space below a tree: the beginning's remark hangs under its line."""
CURVE = 52.0
"""How far a branch takes to bend from one column to the next."""
NARROWEST, WIDEST = 110.0, 196.0
"""A column's line, which is as long as the longest name on it."""
NAME, REMARK = 15.0, 13.0
"""Sizes of text, as in the stylesheet."""
MARGIN, TOP = 8.0, 30.0
GAP = 6.0
"""Between a name and the remark beside it."""
FRUIT = 300.0
"""Room for the words of what came of it."""
LEAF = 22.0
"""Room for a leaf, before the words for what came of it."""
BULGE = 44.0
"""How far the dotted line between two people swings out."""
NEAR_ROWS = 3
"""Rows that a dotted line may span."""


class Line(NamedTuple):
    """One line of the map: a person, or what came of it."""

    key: str
    text: str
    led_by: int | None
    """The place of the line it grows from, among the lines of its tree; None for the beginning."""
    depth: int
    address: str = ""
    """The address of the page; empty, where there is none."""
    beside: str = ""
    """A remark beside the name, such as `promised`."""
    below: str = ""
    """Where it began, under the first line of a tree."""
    is_fruit: bool = False
    """Whether it is what came of it, and no person."""
    is_more: bool = False
    """Whether it stands for several who are not drawn."""
    bears: bool = False
    """Whether the way to what came of it goes along it."""


class Name(NamedTuple):
    """A line's words, where they stand."""

    line: Line
    x: float
    y: float
    text: str
    """As much as fits."""

    @property
    def is_shortened(self) -> bool:
        """Whether the whole has to be said elsewhere."""
        return self.text != self.line.text

    @property
    def leaf_x(self) -> float:
        """Where the leaf stands before the words of a fruit."""
        return self.x - LEAF + 3


class Below(NamedTuple):
    """The remark under a beginning."""

    x: float
    y: float
    text: str


class Drawing(NamedTuple):
    """Everything the picture needs."""

    width: int
    height: int
    names: tuple[Name, ...]
    remarks: tuple[Below, ...]
    branches: str
    """A path: plain branches."""
    fruit_branches: str
    """A path: branches that bore fruit, drawn twice to make the double line."""
    acquaintances: tuple[str, ...]
    """A path for each pair who know each other and stand near."""


class _Spot(NamedTuple):
    line: Line
    start: float
    end: float
    y: float
    is_tip: bool


def draw(
    trees: Sequence[Sequence[Line]], pairs: Iterable[tuple[str, str]] = (), columns: Sequence[float] = ()
) -> Drawing:
    """The drawing of some trees, one below the other, and of who knows whom among their tips.

    `columns` are the widths of drawings that stand below each other; left out, those of this one.
    """
    columns = columns or columns_of(trees)
    starts = [MARGIN]
    for column in columns:
        starts.append(starts[-1] + column + CURVE)
    spots: list[_Spot] = []
    plain: list[str] = []
    bearing: list[str] = []
    y = TOP
    for tree in trees:
        heights, y = _heights(tree, y)
        tips = set(range(len(tree))) - {line.led_by for line in tree}
        here = []
        for at, line in enumerate(tree):
            start = starts[line.depth]
            end = start + (CURVE / 5 if line.is_fruit else columns[line.depth])
            here.append(_Spot(line, start, end, heights[at], at in tips and not line.is_fruit))
            paths = bearing if line.bears else plain
            if line.led_by is not None:
                paths.append(_curve(here[line.led_by], here[at]))
            paths.append(f"M{_n(start)} {_n(heights[at])}H{_n(end)}")
        spots += here
        y += BETWEEN_TREES
    acquaintances = tuple(_acquaintances(spots, pairs))
    names = tuple(_name(spot, columns) for spot in spots)
    fruits = (name.x + text_width(name.text, NAME) for name in names if name.line.is_fruit)
    last = max((line.depth for tree in trees for line in tree if not line.is_fruit), default=0)
    return Drawing(
        width=round(max([starts[last] + columns[last] + (BULGE if acquaintances else 0), *fruits]) + MARGIN),
        height=round(y),
        names=names,
        remarks=tuple(_below(spot, columns[0]) for spot in spots if spot.line.below),
        branches="".join(plain),
        fruit_branches="".join(bearing),
        acquaintances=acquaintances,
    )


def rows(tree: Sequence[Line]) -> int:
    """How many rows a tree takes: one for each line that no other grows from."""
    return len(tree) - len({line.led_by for line in tree} - {None})


def columns_of(trees: Iterable[Sequence[Line]]) -> list[float]:
    """The width of each generation's lines."""
    widths: dict[int, float] = {}
    for line in (line for tree in trees for line in tree):
        wanted = text_width(line.text, NAME)
        wanted += text_width(line.beside, REMARK) + GAP if line.beside else 0
        wanted = max(wanted, text_width(line.below, REMARK))
        # A fruit's words may run on to the right: nothing else stands in its row.
        wanted = 0 if line.is_fruit else wanted + GAP
        widths[line.depth] = max(widths.get(line.depth, NARROWEST), min(wanted, WIDEST))
    return [widths[depth] for depth in sorted(widths)]


def _heights(tree: Sequence[Line], y: float) -> tuple[list[float], float]:
    """The height of each line of a tree whose first row is at `y`; and where the next tree may begin."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for at, line in enumerate(tree):
        if line.led_by is not None:
            first.setdefault(line.led_by, at)
            last[line.led_by] = at
    heights = [0.0] * len(tree)
    for at in range(len(tree)):
        if at not in first:
            heights[at] = y
            y += ROW
    for at in reversed(range(len(tree))):
        if at in first:
            heights[at] = (heights[first[at]] + heights[last[at]]) / 2
    return heights, y


def _curve(parent: _Spot, child: _Spot) -> str:
    middle = (parent.end + child.start) / 2
    return (
        f"M{_n(parent.end)} {_n(parent.y)}"
        f"C{_n(middle + 4)} {_n(parent.y)} {_n(middle - 4)} {_n(child.y)} {_n(child.start)} {_n(child.y)}"
    )


def _name(spot: _Spot, columns: Sequence[float]) -> Name:
    line = spot.line
    room = columns[line.depth] - GAP / 2
    if line.is_fruit:
        return Name(line, spot.start + CURVE / 5 + LEAF, spot.y + 5, shortened(line.text, NAME, FRUIT))
    taken = text_width(line.beside, REMARK) + GAP if line.beside else 0
    return Name(line, spot.start + 2, spot.y - 6, shortened(line.text, NAME, room - taken))


def _below(spot: _Spot, width: float) -> Below:
    return Below(spot.start + 2, spot.y + 16, shortened(spot.line.below, REMARK, width))


def _acquaintances(spots: Sequence[_Spot], pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A dotted line for each pair of tips so near that it crosses no name. Everybody has at most one."""
    rows = [spot for spot in spots if spot.is_tip or spot.line.is_fruit]
    row_of = {spot.line.key: row for row, spot in enumerate(rows) if spot.is_tip}
    taken: set[str] = set()
    for one, other in pairs:
        if one not in row_of or other not in row_of or {one, other} & taken:
            continue
        upper, lower = sorted((row_of[one], row_of[other]))
        ends = (rows[upper].end, rows[lower].end)
        between = rows[upper + 1 : lower]
        if lower - upper > NEAR_ROWS or any(spot.line.is_fruit or spot.end > min(ends) for spot in between):
            continue
        taken |= {one, other}
        out = max(ends) + BULGE
        top, bottom = rows[upper].y, rows[lower].y
        swing = f"C{_n(out)} {_n(top)} {_n(out)} {_n(bottom)} {_n(ends[1] + 4)} {_n(bottom)}"
        yield f"M{_n(ends[0] + 4)} {_n(top)}{swing}"


def _n(number: float) -> str:
    """A number as short as it goes."""
    return f"{number:.1f}".removesuffix(".0")
