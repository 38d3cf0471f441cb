"""What stands around the tables: which versions, on which machine, and what was left out."""

import os
import platform
from collections.abc import Iterator, Sequence

from bench.content import CHAPTERS
from bench.measures import EDITS, FEWEST_EDITS, PATIENCE, RUNS
from bench.table import Results
from bench.tools import Tool


def about(tools: Sequence[Tool], load: float, took: float) -> Iterator[str]:
    """The title, what was measured with, and on what; and how, where tools were compared."""
    yield "# How long it takes"
    versions = ", ".join(f"{tool.name} {tool.version}" for tool in tools)
    yield (
        f"`make bench`, in {took / 60:.0f} minutes. {versions or 'bothways'}. {_machine()}. "
        f"Load before: {load:.1f}; at the end, its own work included: {os.getloadavg()[0]:.1f}."
    )
    if tools:
        yield (
            f"The same content for all: a guide of {CHAPTERS} pages, and a page for each person with 150 words, a table, a list "
            "of things to do and three links; with search. What bothways derives from it comes on top, such as Today, the "
            "map and its messages; the chapters that come with it were rendered when it was installed. With Material, people are not in the navigation. Hugo has a theme of ten lines. Builds "
            f"are the median of {RUNS}, edits of {EDITS}; fewer, but no fewer than 1 and {FEWEST_EDITS}, where they take longer than "
            f"{PATIENCE:.0f} seconds in all. "
            "Memory is what all processes of the build held together at most, what they share counted once."
        )


def _machine() -> str:
    """What it is measured on, without a name."""
    memory_ = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30 if hasattr(os, "sysconf") else 0
    held = f", {memory_:.0f} GB of memory" if memory_ else ""
    return f"Python {platform.python_version()}, {platform.system()}, {platform.machine()}, {os.cpu_count()} processors{held}"


def remarks(results: Results) -> Iterator[str]:
    """What could not be measured, if there is any."""
    if results.remarks:
        yield "## Left out, or worth knowing\n\n" + "\n".join(f"- {remark}" for remark in results.remarks)
