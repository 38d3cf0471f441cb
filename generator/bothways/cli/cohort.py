"""`bothways cohort`: many workbooks, each to a site of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from typing import get_args

import click

from bothways import __version__
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.program import PROBLEMS, RefusedError
from bothways.cli.report import in_words
from bothways.cli.terminal import Terminal
from bothways.cohort.places import Missing, Store, local_path, store
from bothways.cohort.plan import OneAlone, Plan, plan
from bothways.cohort.run import NoCluster, here, on_cluster
from bothways.cohort.task import Made, Outcome, Task
from bothways.site.program import program

MOST_JOBS = 256

AT_THE_END = {"done": "made", "unchanged": "unchanged", "problems": "with problems", "failed": "failed"}
"""How the table says what became of the workbooks."""


@bothways_command
@click.argument("folder", metavar="FOLDER")
@click.option("--out", required=True, metavar="WHERE", help="Where the sites go: a folder, or an address.")
@click.option("--jobs", type=click.IntRange(1, MOST_JOBS), metavar="N", help="So many processes. Left out: one.")
@click.option("--scheduler", metavar="ADDRESS", help="The scheduler of a Dask cluster that does the work.")
def command(
    asked: Asked,
    terminal: Terminal,
    *,
    folder: str,
    out: str,
    jobs: int | None,
    scheduler: str | None,
) -> int:
    """Make a site of each workbook in FOLDER.

    What did not change since the last time is left as it is. FOLDER and WHERE may be addresses such as s3://.
    """
    if jobs and scheduler:
        raise RefusedError("Say who does the work: --jobs N on this machine, or --scheduler ADDRESS, not both.")
    _refuse_one_in_the_other(folder, out)
    try:
        planned = plan(_store(folder))
        store(out)
        tasks = _tasks(planned, folder, out, asked.today or date.today())  # noqa: DTZ011  # the day here
        made = list(planned.clashes)
        with (
            terminal.counting("Workbooks", len(planned.names)) as one_more,
            closing(on_cluster(tasks, scheduler) if scheduler else here(tasks, jobs or 1)) as results,
        ):
            for result in results:
                made.append(result)
                one_more()
    except (Missing, NoCluster) as error:
        raise RefusedError(str(error)) from error
    except OneAlone as error:
        raise RefusedError(f"{folder} is one workbook's own folder. Name the folder that holds them all.") from error
    _tell(sorted(made, key=lambda one: one.name), terminal)
    return PROBLEMS if any(one.outcome in ("problems", "failed") for one in made) else 0


def _store(folder: str) -> Store:
    path = local_path(folder)
    if path and not path.is_dir():
        raise RefusedError(f"There is no folder {folder}.")
    return store(folder)


def _refuse_one_in_the_other(folder: str, out: str) -> None:
    source, target = local_path(folder), local_path(out)
    if source and target and (source.is_relative_to(target) or target.is_relative_to(source)):
        raise RefusedError(f"{out} and {folder} lie in each other. Choose a place beside the workbooks, not among them.")


def _tasks(planned: Plan, folder: str, out: str, day: date) -> Iterator[Task]:
    source, target = (str(local_path(address) or address) for address in (folder, out))
    this = program()
    return (Task(name, source, target, day, __version__, this) for name in planned.names)


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
