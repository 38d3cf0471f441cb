"""How long bothways takes, beside MkDocs with Material, Zensical and Hugo, all with the same content, in one run.

    python tests/bench/run.py [--sizes 500,2000] [--tools bothways,hugo] [--only second,served]
    python tests/bench/run.py --only cohort --cohorts 1000 --sample 1000

Run it when the machine has nothing else to do. A whole run takes some twelve minutes, says how far it is, prints its
tables, and writes them to RESULTS.md beside this file; a run of some parts only prints. A benchmark, not a test: nothing
here can fail a run of the tests. Measured on Linux; elsewhere memory is left out.
"""

import os
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import cohort, commands
from bench.content import Content, content
from bench.measures import Failed, Marks, cold, emptied, median, ran, second, served, size, used
from bench.report import about, remarks
from bench.table import BYTES, COLD, MEMORY, PAGES, PROCESSOR, SECOND, START, Results, tables
from bench.tools import ALL, OURS, NotToBeHad, Tool
from workbooks import GUIDE

SIZES = (50, 500, 2000, 8000)
ALONE = 8000
"""From so many people on, bothways alone is measured, and its cold build alone: to see how it grows."""
BUILD, SECONDS, SERVED, COMMANDS, WEIGHT, COHORT = PARTS = "build", "second", "served", "commands", "weight", "cohort"
RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> None:
    """Measures what is asked for and shows it."""
    asked = _asked()
    begin, load = time.monotonic(), os.getloadavg()[0]
    results = Results()
    many: list[cohort.Row] = []
    tools = list(_tools(asked.tools, results)) if {BUILD, SECONDS, SERVED} & asked.only else []
    with tempfile.TemporaryDirectory(prefix="bench-") as home:
        for people in asked.sizes if tools else ():
            made = content(people, GUIDE)
            for number, tool in enumerate(tools):
                if people < ALONE or tool.name == OURS:
                    folder = Path(home, f"{people}-{number}")
                    _try(results, f"{tool.name}, {people:,} people", _measure, results, tool, made, folder, asked.only)
        if COMMANDS in asked.only:
            _try(results, "the commands", commands.commands, results, Path(home, "commands"))
        if WEIGHT in asked.only:
            _try(results, "the weight of Today", commands.weight, results, Path(home, "weight"))
        if COHORT in asked.only:
            rows = cohort.measured(asked.cohorts, asked.sample, Path(home, "cohort"), _say)
            _try(results, "many workbooks", many.extend, rows)
    parts = *about(tools, load, time.monotonic() - begin), *tables(results), *cohort.tables(many), *remarks(results)
    text = "\n\n".join(parts) + "\n"
    print(text)
    if asked.write:
        asked.write.write_text(text, encoding="utf-8", newline="\n")


def _measure(results: Results, tool: Tool, made: Content, folder: Path, parts: set[str]) -> None:
    """All that is asked of one tool with one content."""
    people = len(made.people)
    tool.write(made, folder)
    marks, edits = Marks(folder), tool.edits(made)
    if BUILD in parts:
        results.add(COLD, tool.name, people, median(lambda: cold(tool, folder)))
        emptied(tool, folder)
        if took := used(tool.build, folder):
            results.add(MEMORY, tool.name, people, took[0])
            results.add(PROCESSOR, tool.name, people, took[1])
        results.add(BYTES, tool.name, people, size(folder / tool.site))
        results.add(PAGES, tool.name, people, sum(1 for _ in (folder / tool.site).rglob("*.html")))
    elif {SECONDS, SERVED} & parts:
        ran(tool.build, folder)
    if SECONDS in parts and people < ALONE:
        results.add(SECOND, tool.name, people, median(lambda: second(tool, folder, edits[0], marks)))
    if SERVED in parts and people < ALONE:
        found = served(tool, folder, edits, marks)
        results.add(START, tool.name, people, found.start)
        for what, took in found.edits.items():
            results.add(what, tool.name, people, took)


def _try(results: Results, what: str, measure: Callable[..., None], *given: object) -> None:
    """One that fails is left out, and the rest is measured all the same."""
    start = time.monotonic()
    try:
        measure(*given)
    except Failed as error:
        results.remarks.append(f"{what}: {error}")
    except Exception as error:  # noqa: BLE001  # what was measured in ten minutes must not be lost
        results.remarks.append(f"{what}: {type(error).__name__}")
    _say(f"{what}: {time.monotonic() - start:.0f} s")


def _tools(names: Iterable[str], results: Results) -> Iterator[Tool]:
    for name in names:
        try:
            yield ALL[name]()
        except NotToBeHad as error:
            results.remarks.append(f"{name} is left out, as it cannot be had here: {error}.")


def _asked() -> Namespace:
    def listed(kind: Callable[[str], object]) -> Callable[[str], tuple[object, ...]]:
        return lambda text: tuple(kind(part.strip()) for part in text.split(","))

    def tool(text: str) -> str:
        return next(name for name in ALL if name.lower().startswith(text.lower()))

    def part(text: str) -> str:
        return PARTS[PARTS.index(text)]

    said = ArgumentParser(description="How long bothways takes, beside its peers.")
    said.add_argument("--sizes", type=listed(int), default=SIZES, help="numbers of people, with commas")
    said.add_argument("--tools", type=listed(tool), default=tuple(ALL), help="how their names begin, with commas")
    said.add_argument("--only", type=listed(part), default=PARTS, help=f"some of {','.join(PARTS)}")
    said.add_argument("--cohorts", type=listed(int), default=cohort.SIZES, help="numbers of workbooks, with commas")
    said.add_argument("--write", type=Path, help="where the tables go; a whole run writes RESULTS.md")
    said.add_argument("--sample", type=int, default=cohort.SAMPLE, help="of more workbooks, so many are made")
    asked = said.parse_args()
    is_whole = all(
        getattr(asked, name) == said.get_default(name) for name in ("sizes", "tools", "only", "cohorts", "sample")
    )
    asked.write = asked.write or (RESULTS if is_whole else None)
    asked.only = set(asked.only)
    return asked


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
