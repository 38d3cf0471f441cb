"""Twelve small workbooks, each with a word that is in no other, and a real Dask cluster on the loopback address."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from bothways import __version__
from bothways.cohort.records import made_by
from bothways.cohort.run import here
from bothways.cohort.task import Made, Task
from folders import contents
from workbooks import TODAY

WORDS = (
    *("quincewort", "brambleford", "tallowmere", "hazelstitch", "ottergleam", "pewterlark"),
    *("mossgarth", "larchbottom", "kestrelby", "juniperfold", "inkberry", "harrowmint"),
)
NAMES = (*(f"spring/{word[:4]}" for word in WORDS[:6]), *(f"autumn/{word[:4]}" for word in WORDS[6:]))
"""The folders of the workbooks, in two classes. They are in the order of the words, and the names are in none."""
TO_START = 60
"""Seconds after which a cluster will not come any more."""


def write_workbook(folder: Path, word: str) -> None:
    """A workbook of a few records in which the word stands wherever a person writes."""
    files = {
        "me.yaml": f"""
            name: Ruth {word.title()}
            introduction: I collect {word}.
            coach: {{name: Ines Calder, last_session: 2026-11-20, next_session: 2026-12-04}}
            """,
        "people.yaml": f"""
            - name: Dana Okafor
              role: Keeper of {word}
              notes: We spoke of {word}.
              private_notes: Never say {word} aloud.
            """,
        "log.yaml": f"""
            - {{date: 2026-11-24, who: Dana Okafor, did: wrote, via: email, about: {word}}}
            """,
        "goals.yaml": f"""
            - goal: Find out about {word}
              decision: {{options: [Stay, "Leave for {word}"]}}
            """,
    }
    for name, text in files.items():
        path = folder / "workbook" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")


def many(folder: Path, count: int = len(WORDS)) -> Path:
    """So many workbooks below a folder."""
    for name, word in zip(NAMES[:count], WORDS, strict=False):
        write_workbook(folder / name, word)
    return folder


@pytest.fixture(scope="session")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them, to look at and leave alone."""
    return many(tmp_path_factory.mktemp("cohort") / "clients")


def tasks(source: Path | str, out: Path | str, names: tuple[str, ...] = NAMES) -> list[Task]:
    """A task for each."""
    return [Task(name, str(source), str(out), TODAY, __version__, made_by()) for name in names]


@dataclass(frozen=True)
class Run:
    """What a run made."""

    out: Path
    made: tuple[Made, ...]

    @property
    def files(self) -> dict[str, bytes]:
        """Every file and its bytes."""
        return contents(self.out)


@pytest.fixture(scope="session")
def by_one(twelve: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """All twelve sites, made by one process."""
    out = tmp_path_factory.mktemp("by-one") / "sites"
    return Run(out, tuple(here(tasks(twelve, out), 1)))


@dataclass(frozen=True)
class Cluster:
    """A scheduler and its workers, each a process."""

    address: str
    workers: tuple[subprocess.Popen[bytes], ...]

    def kill_one(self) -> None:
        """Ends a worker as a power cut does."""
        self.workers[0].send_signal(signal.SIGKILL)
        self.workers[0].wait()


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A real cluster of two workers. Nothing in it listens on another address than the loopback one."""
    place = tmp_path_factory.mktemp("cluster")
    near = ("--host", "127.0.0.1", "--no-dashboard")
    said = place / "scheduler.json"
    with ExitStack() as stack:
        started = _starting(stack, place)
        started("scheduler", "--port", "0", "--scheduler-file", str(said), *near)
        _until(said.exists)
        only = ("--scheduler-file", str(said), "--nthreads", "1", "--no-nanny", "--local-directory", str(place))
        workers = tuple(started("worker", *only, *near) for _ in range(2))
        yield Cluster(json.loads(said.read_text())["address"], workers)


def _starting(stack: ExitStack, place: Path) -> Callable[..., subprocess.Popen[bytes]]:
    def start(what: str, *options: str) -> subprocess.Popen[bytes]:
        words = (sys.executable, "-m", f"distributed.cli.dask_{what}", *options)
        with (place / f"{what}.log").open("ab") as log:
            process = subprocess.Popen(words, cwd=place, stdout=log, stderr=log)
        stack.callback(process.wait)
        stack.callback(process.kill)
        return process

    return start


def _until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + TO_START
    while not is_so():
        assert time.monotonic() < end, "The cluster did not start."
        time.sleep(0.1)
