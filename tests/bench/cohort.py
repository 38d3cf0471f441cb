"""What many workbooks cost: seconds for each, by one process and by two, and the memory of a process.

Each has 40 people. Of many, all are there, and the run is ended after a sample.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.content import DAY, content
from bench.homes import workbook_files, write
from bench.measures import Failed, family, most_held
from bench.table import MB, table
from bench.tools import BIN
from workbooks import GUIDE

SIZES = (100, 1000, 10_000)
PEOPLE = 40
DIFFERENT = 20
"""So many are written; the others are the same files under other names."""
SAMPLE = 100
"""Of more workbooks than these, so many are made."""
JOBS = (1, 2)
LOOK = 0.1
"""Seconds between two looks at what is done."""
AT_MOST = 0.6
"""What we ask: two processes, divided by one."""
VERY_MANY = 30_000
"""For so many it is reckoned."""
FLAT = 1.1
"""What we call flat: for the most workbooks, divided by the fewest."""


@dataclass(frozen=True)
class Row:
    """One run."""

    workbooks: int
    jobs: int
    made: int
    """Of them, in this run."""
    first: float
    """Seconds until the first was whole: the program, the frame, the list of all workbooks."""
    each: float
    """Seconds for each one after that."""
    processor: float
    """Seconds of processor time for each, with all that comes before."""
    largest: int
    """Bytes that the largest process held at most."""
    files: int
    size: int
    """Files and bytes of one site."""

    @property
    def whole(self) -> float:
        """Seconds for all of them; reckoned, where they are a sample."""
        return self.first + (self.workbooks - 1) * self.each


def measured(sizes: Iterable[int], sample: int, place: Path, say: Callable[[str], None]) -> Iterator[Row]:
    """Every size by one process and by two."""
    for size in sizes:
        source = place / f"clients-{size}"
        _lay_out(source, size)
        for jobs in JOBS:
            # Nothing is deleted before the end: it would slow down the next run, as ext4 avoids what was just freed.
            row = _run(source, place / f"sites-{size}-{jobs}", size, jobs, min(size, sample))
            say(f"{size:,} workbooks, {jobs} at once: {row.each:.2f} s each, of {row.made} made")
            yield row


def tables(rows: Sequence[Row]) -> Iterator[str]:
    """The runs, and whether they are what we ask."""
    if not rows:
        return
    head = (
        "workbooks",
        "at once",
        "made",
        "s to the first",
        "s each",
        "s for all",
        "processor s each",
        "MB, largest process",
    )
    lines = [
        (
            f"{row.workbooks:,}",
            f"{row.jobs}",
            "all" if row.made == row.workbooks else f"a sample of {row.made}",
            f"{row.first:.1f}",
            f"{row.each:.3f}",
            f"{row.whole:,.0f}" if row.made == row.workbooks else f"{row.whole:,.0f}, reckoned",
            f"{row.processor:.3f}",
            f"{row.largest / MB:.0f}",
        )
        for row in rows
    ]
    yield f"## Many workbooks of {PEOPLE} people\n\n{table(head, lines)}"
    yield table(("", "at most", "measured", ""), list(_asked(rows)))
    yield _reckoned(
        max(rows, key=lambda row: (row.workbooks, -row.jobs)), max(rows, key=lambda row: row.workbooks * row.jobs)
    )


def _reckoned(one: Row, two: Row) -> str:
    """What very many would cost, in the words of `generator/README.md`."""
    hours = [(row.first + VERY_MANY * row.each) / 3600 for row in (one, two)]
    return (
        f"Measured with {one.workbooks:,} workbooks of {PEOPLE} people: {one.each:.2f} s for each by one process, "
        f"{two.each:.2f} s by two, and {max(one.largest, two.largest) / MB:.0f} MB for a process. A site has {one.files} files and "
        f"{one.size / MB:.1f} MB. Reckoned from that, and not measured: {VERY_MANY:,} sites take {hours[0]:.1f} hours by one "
        f"process, {hours[1]:.1f} by two, and {VERY_MANY * one.size / 1e9:.0f} GB on the disk in "
        f"{VERY_MANY * one.files / 1e6:.1f} million files."
    )


def _asked(rows: Sequence[Row]) -> Iterator[tuple[str, str, str, str]]:
    for size in dict.fromkeys(row.workbooks for row in rows):
        one, two = (next(row for row in rows if (row.workbooks, row.jobs) == (size, jobs)) for jobs in JOBS)
        yield _judged(f"{size:,} by two processes, divided by one", AT_MOST, two.whole / one.whole)
    for jobs in JOBS:
        by_size = sorted((row for row in rows if row.jobs == jobs), key=lambda row: row.workbooks)
        few, many = by_size[0], by_size[-1]
        if few is not many:
            of = f"of {many.workbooks:,} divided by {few.workbooks:,}, {jobs} at once"
            yield _judged(f"seconds each, {of}", FLAT, many.each / few.each)
            yield _judged(f"memory of the largest process, {of}", FLAT, many.largest / few.largest)


def _judged(what: str, most: float, value: float) -> tuple[str, str, str, str]:
    return what, f"{most:g}", f"{value:.2f}", "met" if value <= most else "missed"


def _lay_out(source: Path, size: int) -> None:
    """So many workbooks, a hundred folders of them."""
    made = [source / f"{number % 100:02}" / f"{number:05}" for number in range(size)]
    for number, folder in enumerate(made):
        if number < DIFFERENT:
            write(workbook_files(content(PEOPLE, GUIDE, seed=number)), folder)
        else:
            shutil.copytree(made[number % DIFFERENT], folder, copy_function=os.link)


def _run(source: Path, out: Path, size: int, jobs: int, wanted: int) -> Row:
    """A run of the command, ended when as many are made as are wanted."""
    words = (str(BIN / "bothways"), "cohort", str(source), "--out", str(out), "--jobs", str(jobs), "--today", str(DAY))
    start = time.perf_counter()
    process = subprocess.Popen([*words, "--quiet"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    first, done = 0.0, 0
    processor: dict[int, float] = {}
    largest = 0
    while process.poll() is None and (wanted == size or done < wanted):
        for number in family(process.pid):
            processor[number] = _processor(number) or processor.get(number, 0.0)
            largest = max(largest, most_held(number))
        if wanted < size or not first:
            done = sum(1 for _ in (out / ".bothways" / "sites").rglob("*.json"))
            first = first or (time.perf_counter() - start if done else 0.0)
        time.sleep(LOOK)
    took = time.perf_counter() - start
    process.send_signal(signal.SIGKILL)
    if process.wait() not in (0, -signal.SIGKILL):
        raise Failed("The run found something wrong.")
    made = size if wanted == size else done
    site = next((out / ".bothways" / "sites").rglob("*.json")).relative_to(out / ".bothways" / "sites").with_suffix("")
    sizes = [path.stat().st_size for path in (out / site).rglob("*") if path.is_file()]
    each = (took - first) / (made - 1)
    return Row(size, jobs, made, first, each, sum(processor.values()) / made, largest, len(sizes), sum(sizes))


def _processor(process: int) -> float:
    """Seconds of processor time that a process has used so far; 0 for one that is over."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    # The 14th and the 15th of all, as proc(5) counts them.
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
