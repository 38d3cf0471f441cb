"""However the work is spread, the same comes of it, and what is lost on the way is made."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bothways.cohort import records
from bothways.cohort import run as running
from bothways.cohort.run import NoCluster, here, on_cluster
from bothways.cohort.task import Made, Task, make
from bothways.site import hands
from cohort.conftest import NAMES, WORDS, Cluster, Run, many, tasks


def test_one_process_makes_all_twelve(by_one: Run) -> None:
    assert [made.outcome for made in by_one.made] == ["done"] * 12
    assert all((by_one.out / name / "index.html").is_file() for name in NAMES)


def test_two_processes_make_the_same_bytes(twelve: Path, by_one: Run, tmp_path: Path) -> None:
    made = tuple(here(tasks(twelve, tmp_path / "sites"), 2))
    assert {one.outcome for one in made} == {"done"}
    assert Run(tmp_path / "sites", made).files == by_one.files


def test_a_cluster_that_loses_a_worker_in_the_middle_makes_the_same_bytes(
    twelve: Path, by_one: Run, cluster: Cluster, tmp_path: Path
) -> None:
    made = []
    for one in on_cluster(tasks(twelve, tmp_path / "sites"), cluster.address):
        made.append(one)
        if len(made) == 3:
            cluster.kill_one()
    assert sorted(one.name for one in made) == sorted(NAMES)
    assert {one.outcome for one in made} <= {"done", "unchanged"}
    assert Run(tmp_path / "sites", tuple(made)).files == by_one.files


def test_a_worker_makes_a_large_site_alone(twelve: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a worker for each processor, and one of a cluster has threads, which a process must not be doubled with.

    Told to write the same site by itself, the program would have begun another process.
    """
    monkeypatch.setattr(hands, "MANY", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    begun: list[int] = []
    monkeypatch.setattr(os, "fork", lambda: begun.append(1) or 0 / 0)
    (made,) = here(tasks(twelve, tmp_path / "sites", NAMES[:1]), 1)
    assert (made.outcome, begun) == ("done", [])
    with pytest.raises(ZeroDivisionError):
        list(hands.spread(NAMES, str))
    assert begun


def test_no_word_of_one_workbook_is_in_anothers_site(by_one: Run) -> None:
    """Each word is in its own site, or looking for it would prove nothing."""
    where = {
        word: {
            name for name in NAMES for file in (by_one.out / name).rglob("*") if file.is_file() and _holds(file, word)
        }
        for word in WORDS
    }
    assert where == {word: {name} for word, name in zip(WORDS, NAMES, strict=True)}


def _holds(file: Path, word: str) -> bool:
    return word.encode() in file.read_bytes().lower()


def test_the_workbooks_folders_are_as_they_were(twelve: Path, by_one: Run, tmp_path: Path) -> None:
    fresh = Run(many(tmp_path / "fresh"), ())
    assert Run(twelve, ()).files == fresh.files


def test_a_second_run_makes_nothing_again_and_a_changed_one_alone(tmp_path: Path) -> None:
    source, out = many(tmp_path / "clients", 2), tmp_path / "sites"
    assert [one.outcome for one in here(tasks(source, out, NAMES[:2]), 1)] == ["done", "done"]
    assert [one.outcome for one in here(tasks(source, out, NAMES[:2]), 1)] == ["unchanged", "unchanged"]
    goals = source / NAMES[1] / "workbook" / "goals.yaml"
    goals.write_text(goals.read_text() + "- goal: Sleep\n")
    assert [one.outcome for one in here(tasks(source, out, NAMES[:2]), 1)] == ["unchanged", "done"]
    assert "Sleep" in (out / NAMES[1] / "goals" / "index.html").read_text()


def test_another_word_in_the_guide_makes_all_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a wheel the guide is part of the program; in a copy of the repository it lies beside it."""
    monkeypatch.setattr(records, "guide_folder", lambda: tmp_path)
    (tmp_path / "asking.md").write_text("# Asking\n")
    before = records.made_by()
    assert records.made_by() == before
    (tmp_path / "asking.md").write_text("# Asking for advice\n")
    assert records.made_by() != before


def test_a_site_that_is_gone_is_made_again(tmp_path: Path) -> None:
    source, out = many(tmp_path / "clients", 1), tmp_path / "sites"
    assert [one.outcome for one in here(tasks(source, out, NAMES[:1]), 1)] == ["done"]
    (out / NAMES[0] / "index.html").unlink()
    assert [one.outcome for one in here(tasks(source, out, NAMES[:1]), 1)] == ["done"]


def test_what_a_killed_worker_left_of_a_record_is_taken_away(tmp_path: Path) -> None:
    source, out = many(tmp_path / "clients", 1), tmp_path / "sites"
    record = out / ".bothways" / "sites" / f"{NAMES[0]}.json"
    left = record.with_name(f".{record.name}.bothways-4321")
    left.parent.mkdir(parents=True)
    left.write_text('{"version')
    assert [one.outcome for one in here(tasks(source, out, NAMES[:1]), 1)] == ["done"]
    assert record.exists()
    assert not left.exists()


def test_a_run_that_is_killed_is_finished_by_the_next(twelve: Path, by_one: Run, tmp_path: Path) -> None:
    """What was whole is not made again, and the workers of the killed run do not stay behind."""
    out = tmp_path / "sites"
    words = (str(twelve), "--out", str(out), "--jobs", "2", "--today", "2026-12-01")
    process = subprocess.Popen((sys.executable, "-m", "bothways", "cohort", *words))
    kept = out / ".bothways"
    while len(list(kept.rglob("*.json"))) < 3 and process.poll() is None:
        time.sleep(0.05)
    workers = _children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    while any(Path(f"/proc/{worker}").exists() for worker in workers):
        time.sleep(0.05)
    outcomes = [one.outcome for one in here(tasks(twelve, out), 1)]
    assert workers
    assert "unchanged" in outcomes
    assert "done" in outcomes
    assert Run(out, ()).files == by_one.files


def _children(process: int) -> list[int]:
    return list(map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()))


def fatal(task: Task) -> Made:
    """Ends its process on one of the workbooks, as a lack of memory does."""
    if task.name == NAMES[1]:
        os._exit(9)
    return make(task)


def test_a_workbook_that_brings_its_process_down_stops_no_other(
    twelve: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "make", fatal)
    made = {one.name: one for one in here(tasks(twelve, tmp_path / "sites", NAMES[:4]), 2)}
    assert made[NAMES[1]].outcome == "failed"
    assert made[NAMES[1]].said == "The process that worked on it was lost."
    assert all(made[name].outcome in ("done", "unchanged") for name in (NAMES[0], *NAMES[2:4]))


def test_no_more_are_under_way_than_twice_the_workers(tmp_path: Path) -> None:
    """Of a million tasks, what is not begun is not made either."""
    taken = 0

    def endless() -> object:
        nonlocal taken
        while True:
            taken += 1
            yield Task("none", str(tmp_path), str(tmp_path / "out"), tasks("", "", ("",))[0].day, "another", "")

    results = here(endless(), 2)
    for _ in range(5):
        assert next(results).said.startswith("The worker has bothways")
    results.close()
    assert taken <= 5 + 2 * 2 + 2


def test_a_scheduler_that_does_not_answer_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "TO_ANSWER", 0.5)
    with pytest.raises(NoCluster, match=r"No scheduler of Dask answers at tcp://127\.0\.0\.1:9"):
        list(on_cluster([], "tcp://127.0.0.1:9"))
