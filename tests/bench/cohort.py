"""What many workbooks cost: time for each, by one process and by two, and the memory of a process.

    python tests/bench/cohort.py [WORKBOOKS ...]

Each workbook has 40 people. Whole commands; run it when the machine has nothing else to do. Writes COHORT.md beside
this file. Linux counts the processor time of the workers too.
"""

import os
import platform
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path

from run import BIN, write_workbook

PEOPLE = 40
SIZES = (100, 1000)


def main() -> None:
    """Measures every size by one process and by two, and writes the table."""
    asked = ArgumentParser()
    asked.add_argument("sizes", nargs="*", type=int, default=SIZES)
    rows = []
    for size in asked.parse_args().sizes:
        with tempfile.TemporaryDirectory() as place:
            for number in range(size):
                write_workbook(Path(place, "clients", f"{number % 100:02}", f"{number:05}"), PEOPLE)
            rows += [(size, jobs, *measured(Path(place), jobs)) for jobs in (1, 2)]
        for size_, jobs, took, used, memory in rows[-2:]:
            print(f"{size_} workbooks, {jobs} processes: {took:.1f} s, {used:.1f} s of processor time, {memory} MB")
    write_results(rows)


def measured(place: Path, jobs: int) -> tuple[float, float, int]:
    """Seconds by the clock, seconds of processor time, and MB of the largest process among all."""
    command = [str(BIN / "bothways"), "cohort", str(place / "clients"), "--out", str(place / f"sites-{jobs}")]
    start = time.perf_counter()
    process = os.posix_spawn(
        command[0], [*command, "--jobs", str(jobs), "--today", "2026-12-01", "--quiet"], os.environ
    )
    _, status, used = os.wait4(process, 0)
    took = time.perf_counter() - start
    assert status == 0, "The run found something wrong."
    return took, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def write_results(rows: list[tuple[int, int, float, float, int]]) -> None:
    """The table, with the machine and how busy it was."""
    lines = [
        "# What many workbooks cost",
        "",
        f"`python tests/bench/cohort.py`, Python {platform.python_version()}, {platform.machine()}, "
        f"{os.cpu_count()} processors; load at the end {os.getloadavg()[0]:.1f}. {PEOPLE} people each, the first run.",
        "",
        "| workbooks | processes | seconds | seconds each | processor seconds each | MB of the largest process |",
        "|---|---|---|---|---|---|",
        *(
            f"| {size:,} | {jobs} | {took:.1f} | {took / size:.2f} | {used / size:.2f} | {memory} |"
            for size, jobs, took, used, memory in rows
        ),
    ]
    Path(__file__).with_name("COHORT.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
