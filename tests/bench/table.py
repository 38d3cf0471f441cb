"""What was measured as tables: every tool beside the others, ours divided by theirs, and whether it is what we ask."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bench.tools import HUGO, MKDOCS, OURS, ZENSICAL

COLD, PROCESSOR, SECOND, START, MEMORY, BYTES, PAGES = (
    "cold",
    "processor",
    "second",
    "start",
    "memory",
    "bytes",
    "pages",
)
HELP, LOG, TODAY, WEIGHT = "help", "log", "today", "weight"
SERVED = ("a person", "a conversation", "a guide page", "a message template", "a style file")
"""What is edited while serving, each a measure of its own."""
TOOLS = (OURS, MKDOCS, ZENSICAL, HUGO)
MB, KB = 1_000_000, 1000
NONE = "–"


@dataclass
class Results:
    """Everything that was measured, in seconds and bytes."""

    values: dict[tuple[str, str, int], float] = field(default_factory=dict)
    """By what, tool and people."""
    remarks: list[str] = field(default_factory=list)
    """What could not be measured, and why."""

    def add(self, what: str, tool: str, people: int, value: float) -> None:
        """Notes one."""
        self.values[what, tool, people] = value

    def get(self, what: str, people: int, tool: str = OURS) -> float | None:
        """One of them; nothing where it was not measured."""
        return self.values.get((what, tool, people))

    def ratio(self, what: str, people: int, peer: str) -> float | None:
        """Ours, divided by a peer's."""
        ours, theirs = self.get(what, people), self.get(what, people, peer)
        return ours / theirs if ours is not None and theirs else None

    def growth(self, what: str, few: int, many: int) -> float | None:
        """Ours for many, divided by ours for few."""
        least, most = self.get(what, few), self.get(what, many)
        return most / least if most is not None and least else None

    def slowest(self, people: int) -> float | None:
        """The longest from an edit to its page, of all kinds; nothing unless all were measured."""
        took = [self.get(what, people) for what in SERVED]
        return None if None in took else max(one for one in took if one is not None)


@dataclass(frozen=True)
class Target:
    """What we ask of ourselves."""

    what: str
    most: float
    unit: str
    measured: Callable[[Results], float | None]

    def row(self, results: Results) -> list[str] | None:
        """As a row of the table; nothing where it was not measured."""
        value = self.measured(results)
        if value is None:
            return None
        return [
            self.what,
            f"{self.most:g}{self.unit}",
            f"{value:.3g}{self.unit}",
            "met" if value <= self.most else "missed",
        ]


def _of(what: str, people: int, unit: float = 1) -> Callable[[Results], float | None]:
    def measured(results: Results) -> float | None:
        value = results.get(what, people)
        return None if value is None else value / unit

    return measured


TARGETS = (
    Target("cold build of 500, divided by MkDocs + Material", 0.35, "", lambda all_: all_.ratio(COLD, 500, MKDOCS)),
    Target("cold build of 2,000, divided by MkDocs + Material", 0.25, "", lambda all_: all_.ratio(COLD, 2000, MKDOCS)),
    Target("cold build of 8,000, divided by that of 2,000", 4, "", lambda all_: all_.growth(COLD, 2000, 8000)),
    Target("memory of a cold build of 2,000", 150, " MB", _of(MEMORY, 2000, MB)),
    Target("second build of 500", 0.35, " s", _of(SECOND, 500)),
    Target("second build of 2,000", 0.5, " s", _of(SECOND, 2000)),
    Target("edit to page of 500, the slowest kind", 0.1, " s", lambda all_: all_.slowest(500)),
    Target("edit to page of 2,000, the slowest kind", 0.15, " s", lambda all_: all_.slowest(2000)),
    Target("start of serve to the first page of 500", 1, " s", _of(START, 500)),
    Target("bothways --help", 0.15, " s", _of(HELP, 500)),
    Target("bothways log, 500 people", 0.3, " s", _of(LOG, 500)),
    Target("bothways today, 500 people", 0.3, " s", _of(TODAY, 500)),
    Target("first view of Today, compressed, without the search index", 130, " kB", _of(WEIGHT, 500, KB)),
)


@dataclass(frozen=True)
class Kind:
    """One table: its title, what is in it, and how its numbers are written."""

    title: str
    rows: tuple[str, ...]
    unit: float
    digits: int
    is_compared: bool = True


KINDS = (
    Kind("Cold build, whole process, seconds", (COLD,), 1, 2),
    Kind("Processor time of a cold build, seconds", (PROCESSOR,), 1, 2),
    Kind("Second build, one person edited, whole process, seconds", (SECOND,), 1, 2),
    Kind("From an edit to its page, while serving, seconds", SERVED, 1, 3),
    Kind("From the start of serving to the first page, built before, seconds", (START,), 1, 2),
    Kind("Memory of a cold build, MB", (MEMORY,), MB, 0),
    Kind("The site, MB", (BYTES,), MB, 1),
    Kind("Pages of the site", (PAGES,), 1, 0, is_compared=False),
)


def tables(results: Results) -> Iterator[str]:
    """Every table for which something was measured, in Markdown, that of the targets first."""
    asked = [row for target in TARGETS if (row := target.row(results))]
    if asked:
        yield f"## What we ask\n\n{table(('', 'at most', 'measured', ''), asked)}"
    for kind in KINDS:
        sizes = sorted({people for what, _, people in results.values if what in kind.rows})
        if sizes:
            head = ("people", *(f"{people:,}" for people in sizes))
            yield f"## {kind.title}\n\n{table(head, _rows(kind, sizes, results))}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; its numbers stand to the right."""
    lines = [head, ("---", *("---:" for _ in head[1:])), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _rows(kind: Kind, sizes: Sequence[int], results: Results) -> Iterator[list[str]]:
    for tool in TOOLS:
        for what in kind.rows:
            values = [results.get(what, people, tool) for people in sizes]
            if any(value is not None for value in values):
                name = f"{tool}, {what}" if len(kind.rows) > 1 else tool
                yield [name, *(_number(value, kind.unit, kind.digits) for value in values)]
    for peer in TOOLS[1:] if kind.is_compared else ():
        ratios = [results.ratio(kind.rows[0], people, peer) for people in sizes]
        if any(ratio is not None for ratio in ratios):
            yield [f"{OURS} divided by {peer}", *(_number(ratio, 1, 2) for ratio in ratios)]


def _number(value: float | None, unit: float, digits: int) -> str:
    return NONE if value is None else f"{value / unit:,.{digits}f}"
