"""`bothways cohort`: many workbooks, each to a site or a locked file of its own."""

import gc
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import click

from bothways import __version__
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.program import OFTEN, PROBLEMS, RefusedError
from bothways.cli.report import in_words
from bothways.cli.terminal import Terminal
from bothways.cohort.overview import NAME as OVERVIEW
from bothways.cohort.overview import write_overview
from bothways.cohort.places import Missing, Store, Unreachable, local_path, store
from bothways.cohort.plan import OneAlone, Plan, plan
from bothways.cohort.records import made_by
from bothways.cohort.run import NoCluster, here, on_cluster
from bothways.cohort.secrets import BadFile, Secrets, completed
from bothways.cohort.task import Made, Outcome, Task

MOST_JOBS = 256
MEMORY = "memory://"

AT_THE_END = {"done": "made", "unchanged": "unchanged", "problems": "with problems", "failed": "failed"}
"""How the table says what became of the workbooks."""


@bothways_command
@click.argument("folder", metavar="FOLDER")
@click.option("--out", required=True, metavar="WHERE", help="Where the results go: a folder, or an address.")
@click.option("--share-for", "reader", metavar="PROFILE", help="Locked files for this reader, such as coach.")
@click.option(
    "--passphrases",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="With --share-for: the table of passphrases. It is made, and added to.",
)
@click.option("--jobs", type=click.IntRange(1, MOST_JOBS), metavar="N", help="So many processes. Left out: one.")
@click.option("--scheduler", metavar="ADDRESS", help="The scheduler of a Dask cluster that does the work.")
def command(
    asked: Asked,
    terminal: Terminal,
    *,
    folder: str,
    out: str,
    reader: str | None,
    passphrases: Path | None,
    jobs: int | None,
    scheduler: str | None,
) -> int:
    """Make a site of each workbook in FOLDER, or with --share-for a locked file.

    What did not change since the last time is left as it is. FOLDER and WHERE may be addresses such as s3://.
    """
    if jobs and scheduler:
        raise RefusedError("Say who does the work: --jobs N on this machine, or --scheduler ADDRESS, not both.")
    if bool(reader) != bool(passphrases):
        raise RefusedError("A locked file needs both: --share-for coach, and --passphrases FILE.")
    _refuse_one_in_the_other(folder, out)
    if scheduler or (jobs or 1) > 1:
        _refuse_memory(folder, out)
    day = asked.today or date.today()  # noqa: DTZ011  # one day for all, that of this place
    # Between two workbooks there is much to let go of.
    gc.set_threshold(*OFTEN)
    try:
        planned = plan(_store(folder), OVERVIEW if reader else "")
        target = store(out)
        secrets = _secrets(passphrases, planned, folder, out) if passphrases else None
        first = Task("", _whole(folder), _whole(out), day, __version__, made_by(), reader or "", _path(passphrases))
        tasks = (replace(first, name=name) for name in planned.names)
        made = list(planned.refused)
        with (
            terminal.counting("Workbooks", len(planned.names)) as one_more,
            closing(on_cluster(tasks, scheduler) if scheduler else here(tasks, jobs or 1)) as results,
        ):
            for result in results:
                made.append(result)
                one_more()
        overview = write_overview(target, planned.names, day, secrets) if secrets and made else ""
    except (Missing, NoCluster, Unreachable) as error:
        raise RefusedError(str(error)) from error
    except OneAlone as error:
        raise RefusedError(f"{folder} is one workbook's own folder. Name the folder that holds them all.") from error
    _tell(sorted(made, key=lambda one: one.name), terminal)
    if overview:
        terminal.remark(f"{overview} in {out} shows everybody at a glance. Its passphrase is in {passphrases}.")
    return PROBLEMS if any(one.outcome in ("problems", "failed") for one in made) else 0


def _store(folder: str) -> Store:
    path = local_path(folder)
    if path and not path.is_dir():
        raise RefusedError(f"There is no folder {folder}.")
    return store(folder)


def _refuse_one_in_the_other(folder: str, out: str) -> None:
    source, target = local_path(folder), local_path(out)
    if source and target and (source.is_relative_to(target) or target.is_relative_to(source)):
        raise RefusedError(
            f"{out} and {folder} lie in each other. Choose a place beside the workbooks, not among them."
        )


def _refuse_memory(*addresses: str) -> None:
    for address in addresses:
        if address.startswith(MEMORY):
            raise RefusedError(f"{address} is in the memory of one process, and others have none of it.")


def _secrets(file: Path, planned: Plan, folder: str, out: str) -> Secrets:
    """The passphrases, before any work is begun: those that are missing are chosen, and written."""
    for place in filter(None, map(local_path, (folder, out))):
        if file.resolve().is_relative_to(place):
            raise RefusedError(f"{file} must lie elsewhere than the workbooks and the files that it opens.")
    try:
        return completed(file, planned.names, os.urandom)
    except BadFile as error:
        raise RefusedError(str(error)) from error


def _whole(address: str) -> str:
    """An address that means the same to every worker."""
    return str(local_path(address) or address)


def _path(file: Path | None) -> str:
    return str(file.resolve()) if file else ""


def _tell(made: Sequence[Made], terminal: Terminal) -> None:
    if terminal.json:
        terminal.give({"workbooks": [_as_json(one) for one in made], "counts": _counts(made)})
        return
    if not made:
        terminal.remark("There is no workbook: a folder `workbook` with YAML files in it.")
        return
    for one in made:
        for problem in one.problems:
            terminal.say(in_words(problem))
    for one in made:
        if one.said:
            terminal.say(f"{one.name}: {one.said}")
    for outcome, count in _counts(made).items():
        terminal.remark(f"{count:>7,}  {AT_THE_END[outcome]}", to_err=False)


def _counts(made: Iterable[Made]) -> dict[str, int]:
    counted = Counter(one.outcome for one in made)
    return {outcome: counted[outcome] for outcome in get_args(Outcome)}


def _as_json(made: Made) -> dict[str, object]:
    return {
        "name": made.name,
        "outcome": made.outcome,
        "problems": [problem.as_json() for problem in made.problems],
        "said": made.said,
    }
