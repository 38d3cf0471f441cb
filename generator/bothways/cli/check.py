"""`bothways check`: every problem and hint, all at once, with its place."""

from pathlib import Path

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import Home, find_home
from bothways.cli.program import PROBLEMS
from bothways.cli.report import report
from bothways.cli.terminal import Terminal
from bothways.derive.facts import Facts
from bothways.derive.hints import hints
from bothways.guide.hints import message_hints
from bothways.model.workbook import Workbook
from bothways.problems import Problem, gathered, serious
from bothways.reading.coach import read_replies
from bothways.reading.hints_off import without_those_off
from bothways.reading.library import Library, read_library
from bothways.reading.workbook import read_workbook
from bothways.site.compose import edition_of
from bothways.site.edition import Edition
from bothways.site.guide import Guide, read_guide
from bothways.site.guide_files import guide_folder
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
    library = gathered(lambda: read_library(guide_folder()), problems)
    reading = gathered(lambda: read_workbook(home.workbook, library, home.shown_as), problems) if library else None
    if reading:
        hinted = (*reading.hints, *hints(reading.workbook, home.day), *message_hints(reading.workbook))
        problems += without_those_off(hinted, reading.workbook)
    guide = gathered(lambda: read_guide(home.folder, home.content), problems)
    if library and reading and guide and _has_own_chapters(guide, home.folder) and not serious(problems):
        gathered(lambda: _try_out(home, reading.workbook, library), problems)
    return problems


def _has_own_chapters(guide: Guide, folder: Path) -> bool:
    return any((folder / chapter.shown_as).is_file() for chapter in guide.chapters)


def _try_out(home: Home, workbook: Workbook, library: Library) -> None:
    """Where a chapter leads is known only in a whole site. No page of the workbook has a link that leads nowhere."""

    def edition() -> Edition:
        replies = read_replies(home.workbook, home.shown_as)
        return edition_of(Facts(workbook, home.day), library, replies, home.workbook)

    site = Workshop(home.folder).site(home.edition(guide_only=True) if home.is_guide_only else edition)
    check(site, home.folder, site.frame.chapters.keys() & site.pages.keys())
