"""`bothways check`: every problem and hint, all at once, with its place."""

from collections.abc import Callable
from pathlib import Path

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import Home, find_home
from bothways.cli.program import PROBLEMS
from bothways.cli.reading import read
from bothways.cli.report import report
from bothways.cli.terminal import Terminal
from bothways.derive.hints import hints, shown
from bothways.guide.hints import message_hints
from bothways.problems import Problem, ProblemsFound, serious
from bothways.site.guide import Guide, read_guide
from bothways.site.looked_over import check
from bothways.site.workshop import Workshop


@bothways_command
@click.option("--strict", is_flag=True, help="Let hints fail too.")
def command(asked: Asked, terminal: Terminal, strict: bool) -> int:
    """List every problem and hint in the workbook, guide and messages.

    A hint stops nothing. To turn one off, write its code into me.yaml, under hints_off.
    """
    home = find_home(asked)
    with terminal.working("Looking it over"):
        problems = _problems(home)
    report(problems, asked, terminal, to_err=False)
    return PROBLEMS if serious(problems) or (strict and problems) else 0


def _problems(home: Home) -> list[Problem]:
    problems: list[Problem] = []

    def look_at_workbook() -> None:
        reading = read(home)
        hinted = (*reading.hints, *hints(reading.workbook, home.day), *message_hints(reading.workbook))
        problems.extend(shown(hinted, reading.workbook))

    guides: list[Guide] = []
    _gather(problems, look_at_workbook)
    _gather(problems, lambda: guides.append(read_guide(home.folder, home.content)))
    if not serious(problems) and any(_has_own_chapters(guide, home.folder) for guide in guides):
        _gather(problems, lambda: _try_out(home))
    return problems


def _gather(problems: list[Problem], look: Callable[[], object]) -> None:
    try:
        look()
    except ProblemsFound as found:
        problems.extend(found.problems)


def _has_own_chapters(guide: Guide, folder: Path) -> bool:
    return any((folder / chapter.shown_as).is_file() for chapter in guide.chapters)


def _try_out(home: Home) -> None:
    """Links between chapters can be followed only in a whole site."""
    check(Workshop(home.folder).site(home.edition(guide_only=False)), home.folder)
