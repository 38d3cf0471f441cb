"""What is measured of one tool with one content: seconds of whole processes, until a page is served, memory and bytes."""

import http.client
import os
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.content import MARK
from bench.tools import Edit, Tool

RUNS, PATIENCE = 3, 12.0
"""A build is repeated so often, or until so many seconds are over. What counts is the median."""
EDITS, FEWEST_EDITS = 20, 3
"""So many edits while serving; fewer where they take longer than our patience, but no fewer than these."""
CALM = 0.15
"""Seconds between two edits, as nobody saves at once again."""
LOOK = 0.004
"""Seconds between two looks at a page that is awaited."""
LOOK_AT_MEMORY = 0.02
"""The same, while memory is measured: to add it up takes the system a millisecond."""
TOO_LONG = 120.0
"""Seconds after which a page will not come any more."""


class Failed(Exception):
    """A command did not do what it was asked for."""


def ran(command: Sequence[str], folder: Path) -> float:
    """Seconds of a whole process. Raises `Failed`."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    took = time.perf_counter() - start
    if done.returncode:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise Failed(f"{Path(command[0]).name} ended with {done.returncode}: {said[-1] if said else 'it said nothing'}")
    return took


def median(measure: Callable[[], float]) -> float:
    """The median of several."""
    took: list[float] = []
    while len(took) < RUNS and sum(took) < PATIENCE:
        took.append(measure())
    return statistics.median(took)


def cold(tool: Tool, folder: Path) -> float:
    """Seconds of a build where there was none before."""
    emptied(tool, folder)
    return ran(tool.build, folder)


def emptied(tool: Tool, folder: Path) -> None:
    """Puts aside what earlier builds have left. To delete it would slow down the next: ext4 avoids what was just freed."""
    aside = Path(tempfile.mkdtemp(dir=folder.parent, prefix="aside-"))
    for name in (tool.site, *tool.kept):
        if (folder / name).exists():
            (folder / name).rename(aside / name.replace("/", "-"))


class Marks:
    """Changes the mark in a file: each time to a word that was never there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._now: dict[str, str] = {}

    def change(self, file: str) -> str:
        """Changes it, and gives the new one."""
        self._count += 1
        old, new = self._now.get(file, MARK), f"edited{self._count}x"
        path = self._folder / file
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise Failed(f"{file} has no mark in it.")
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
        self._now[file] = new
        return new


def second(tool: Tool, folder: Path, edit: Edit, marks: Marks) -> float:
    """Seconds of a build after one file was edited, where there is a whole one. Raises `Failed` if it is not to be seen."""
    mark = marks.change(edit.file)
    took = ran(tool.build, folder)
    if mark not in (folder / tool.site / edit.address).read_text(encoding="utf-8"):
        raise Failed(f"{tool.name}: the second build does not show what was edited.")
    return took


def size(folder: Path) -> int:
    """Bytes of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def used(command: Sequence[str], folder: Path) -> tuple[int, float] | None:
    """Bytes that all processes of a command held together at most, and seconds of processor time that they took.

    What several hold in common is counted once. Nothing where the system has no `/proc`.
    """
    if not Path("/proc/self/status").is_file():
        return None
    before = os.times()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        them = list(family(process.pid))
        # What one held for a moment between two looks, the system remembers.
        most = max(most, sum(map(share, them)), *(most_held(number) for number in them))
        time.sleep(LOOK_AT_MEMORY)
    after = os.times()
    return most, sum(after[2:4]) - sum(before[2:4])


def family(process: int) -> Iterator[int]:
    """A process and those that it began."""
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        yield from family(child)


def share(process: int) -> int:
    """Bytes that a process holds now, of what it has in common with others its share; 0 for one that is over."""
    return _kilobytes(Path(f"/proc/{process}/smaps_rollup"), "Pss:") * 1024


def most_held(process: int) -> int:
    """Bytes that a process has held at most so far; 0 for one that is over."""
    return _kilobytes(Path(f"/proc/{process}/status"), "VmHWM:") * 1024


def _kilobytes(told: Path, what: str) -> int:
    try:
        lines = told.read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(what)), 0)


@dataclass(frozen=True)
class Served:
    """How quickly a tool serves."""

    start: float
    """Seconds from the command to the first page."""
    edits: dict[str, float]
    """Seconds from an edit to its page, by what was edited: the median."""
    count: int
    """Of how many edits, at least."""


def served(tool: Tool, folder: Path, edits: Iterable[Edit], marks: Marks) -> Served:
    """Starts the tool's server, edits and looks. What was built before is there."""
    with _serving(tool, folder) as (port, began):
        took: dict[str, list[float]] = {}
        first = 0.0
        for edit in edits:
            _wait(port, edit.address, "")
            first = first or time.perf_counter() - began
            took[edit.what] = []
            while len(took[edit.what]) < EDITS:
                if sum(took[edit.what]) > PATIENCE and len(took[edit.what]) >= FEWEST_EDITS:
                    break
                time.sleep(CALM)
                start = time.perf_counter()
                _wait(port, edit.address, marks.change(edit.file))
                took[edit.what].append(time.perf_counter() - start)
    return Served(first, {what: statistics.median(them) for what, them in took.items()}, min(map(len, took.values())))


@contextmanager
def _serving(tool: Tool, folder: Path) -> Iterator[tuple[int, float]]:
    """The port of a running server, and when it was started."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [word.replace("PORT", str(port)) for word in tool.serve]
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield port, began
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait(port: int, address: str, mark: str) -> None:
    """Until the page is there with the mark in it."""
    end = time.perf_counter() + TOO_LONG
    while time.perf_counter() < end:
        page = _page(port, address)
        if page is not None and mark in page:
            return
        time.sleep(LOOK)
    raise Failed(f"{address} did not show what was edited within {TOO_LONG:.0f} seconds.")


def _page(port: int, address: str) -> str | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TOO_LONG)
    try:
        connection.request("GET", f"/{address}")
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    return text if answer.status == http.client.OK else None
