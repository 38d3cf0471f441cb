"""One workbook's turn: a Task, which says where everything is, and what became of it. Runs on any worker.

A task holds names, addresses and a day; no word of anybody's workbook, and no passphrase.
"""

import errno
import os
import traceback
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Literal

import bothways
from bothways.cohort import records
from bothways.cohort.folder import own_folder
from bothways.cohort.kept import frames, library
from bothways.cohort.locking import Locking
from bothways.cohort.places import CONTENT, SETTINGS, WORKBOOK, Inputs, Unreachable, store
from bothways.cohort.records import Record
from bothways.cohort.secrets import read_secrets
from bothways.digest import digest
from bothways.problems import Place, Problem, ProblemsFound
from bothways.share.making import StillThere
from bothways.site.build import NotOurs
from bothways.site.compose import compose
from bothways.site.edition import Edition
from bothways.site.home import plain_settings
from bothways.site.looked_over import check
from bothways.site.whole import Site
from bothways.site.workshop import Workshop

Outcome = Literal["done", "unchanged", "problems", "failed"]

FRONT = "index.html"
LOOK_THERE = "Nothing was written; `bothways share` in its folder says what it is."

_one_at_a_time = Lock()
"""MkDocs is not made for threads, of which a worker of a cluster may have several."""


@dataclass(frozen=True)
class Task:
    """What is to be made."""

    name: str
    """The workbook's folder, below the source."""
    source: str
    out: str
    """Addresses that every worker can reach."""
    day: date
    version: str
    """Of bothways: a worker with another one would make another thing."""
    made_by: str
    """The digest of the program and the guide, where the run was begun."""
    reader: str = ""
    """The profile that a locked file is for; empty for a site."""
    secrets: str = ""
    """Where the worker finds the file of passphrases."""


@dataclass(frozen=True)
class Made:
    """What became of a task."""

    name: str
    outcome: Outcome
    problems: tuple[Problem, ...] = ()
    """At places relative to the folder that holds all workbooks."""
    said: str = ""
    """Why it failed, in one line that names nobody."""


def make(task: Task) -> Made:
    """Makes it, whole or not at all. Whatever goes wrong is in the result."""
    try:
        with _one_at_a_time:
            return _make(task)
    except ProblemsFound as found:
        return Made(task.name, "problems", tuple(_below(problem, task.name) for problem in found.problems))
    except NotOurs:
        return Made(task.name, "failed", said="Its place holds files that bothways did not make.")
    except Unreachable as error:
        return Made(task.name, "failed", said=error.in_short)
    except StillThere:
        return Made(task.name, "failed", said="Something that was taken out was there all the same. " + LOOK_THERE)
    except Exception as error:  # noqa: BLE001  # one workbook must not stop the others
        return Made(task.name, "failed", said=in_one_line(error))


def in_one_line(error: BaseException) -> str:
    """What went wrong, and where in the program; nothing of what was being read."""
    if isinstance(error, OSError) and error.errno in errno.errorcode:
        return f"{os.strerror(error.errno or 0)}."
    frames_ = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames_ if Path(frame.filename).is_relative_to(Path(bothways.__file__).parent)]
    where = f", {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"A fault of ours ({type(error).__name__}{where})."


def _make(task: Task) -> Made:
    if task.version != bothways.__version__:
        return Made(task.name, "failed", said=f"The worker has bothways {bothways.__version__}, not {task.version}.")
    out = store(task.out)
    inputs = store(task.source).inputs(task.name)
    made_of = digest(task.made_by, task.day.isoformat(), *(part for file in sorted(inputs.items()) for part in file))
    secrets = read_secrets(Path(task.secrets)) if task.reader else None
    if secrets:
        made_of = digest(made_of, task.reader, secrets.mark(task.name))
    record = records.name_of(task.name, is_file=bool(secrets))
    result = f"{task.name}.html" if secrets else f"{task.name}/{FRONT}"
    known = records.read(out, record)
    if known and known.made_of == made_of and out.has(result):
        return Made(task.name, "unchanged")
    with own_folder() as folder:
        _lay_out(inputs, folder)
        _refuse_what_reaches_out(folder)
        sealed = ""
        if secrets:
            locking = Locking(task.name, task.day, task.reader, secrets)
            data, sealed = locking.locked(folder, known.sealed if known else "")
            out.write(result, data)
        else:
            site = _site(folder, task.day)
            records.forget(out, record)
            out.publish(task.name, site)
    records.keep(out, record, Record(made_of, sealed))
    return Made(task.name, "done")


def _lay_out(inputs: Inputs, folder: Path) -> None:
    for name, data in inputs.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _refuse_what_reaches_out(folder: Path) -> None:
    """A `mkdocs.yml` could run a program here, or name another's folder. Raises `ProblemsFound`."""
    settings = plain_settings(folder)
    places = (folder / WORKBOOK, folder / CONTENT, None)
    if (
        settings is None
        or settings.made_of is None
        or settings.guide_only
        or settings.workbook.resolve() != folder / WORKBOOK
        or settings.content not in places
    ):
        message = f"{SETTINGS} cannot be read, or asks for more than is done for many workbooks at once."
        hint = "Of plugins it may name bothways and search; profiles for sharing belong into me.yaml."
        raise ProblemsFound([Problem(Place(SETTINGS), "not-for-many", message, hint)])


def _site(folder: Path, day: date) -> Site:
    def edition() -> Edition:
        return compose(folder / WORKBOOK, day, guide_only=False, shown_as=WORKBOOK, library=library())

    site = Workshop(folder, frames()).site(edition)
    check(site, folder)
    return site


def _below(problem: Problem, name: str) -> Problem:
    file = f"{name}/{problem.place.file}" if problem.place.file else name
    return replace(problem, place=problem.place._replace(file=file))
