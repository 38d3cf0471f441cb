"""`bothways sheet`: the sheet of a planned talk, to print."""

import sys
from datetime import timedelta
from pathlib import Path

import click

from bothways.cli.changing import NotOne, desk_of, one_person
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import find_home
from bothways.cli.out_file import refuse_wrong_place
from bothways.cli.program import RefusedError
from bothways.cli.terminal import Terminal
from bothways.whole_file import put_whole

PDF = ".pdf"
ENDINGS = (".html", ".htm", PDF)
IN_A_WEEK = timedelta(days=7)


@bothways_command
@click.argument("who", metavar="WHO")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where it goes: a file that ends in .html or .pdf. Left out: standard output, as HTML.",
)
def command(asked: Asked, terminal: Terminal, who: str, out: Path | None) -> int:
    """Make the sheet for your next talk with WHO, found by any part of their name: one leaf to print on both sides.

    It is what "The sheet to print" on the talk's page gives.
    """
    from bothways.derive.facts import Facts  # noqa: PLC0415  # with the rest of the model
    from bothways.derive.talks import planned  # noqa: PLC0415
    from bothways.pages.paper.leaf import leaf  # noqa: PLC0415
    from bothways.writing.everybody import with_record  # noqa: PLC0415

    home = find_home(asked)
    if out:
        refuse_wrong_place(out, home.workbook)
        if out.suffix.lower() not in ENDINGS:
            raise RefusedError(f"{out.name} does not say what it is to be. Let it end in .html or in {PDF}.")
    elif terminal.json:
        raise RefusedError("With --json, say with --out where the sheet goes: standard output holds one JSON object.")
    workbook = desk_of(home).workbook
    try:
        person = one_person(who, with_record(workbook), so="")
    except NotOne as error:
        return error.tell(terminal)
    talk = next((talk for talk in planned(workbook, home.day) if any(one.id == person.id for one in talk.with_)), None)
    if talk is None:
        advice = f'To plan one: bothways met "{person.name}" --date {home.day + IN_A_WEEK}'
        return NotOne(f"No talk with {person.name} is planned.", advice=advice).tell(terminal)
    html = leaf(talk, Facts(workbook, home.day)).html
    if out is None:
        sys.stdout.buffer.write(html.encode())
        if terminal.is_terminal():
            terminal.remark(f'That is the sheet as HTML. For a file to print: bothways sheet "{who}" --out sheet.html')
        return 0
    put_whole(out, _pdf(html) if out.suffix.lower() == PDF else html.encode())
    if terminal.json:
        names = [one.name for one in talk.with_]
        place = {"file": talk.written.file, "line": talk.written.line}
        terminal.give({"out": str(out), "with": names, "date": talk.date.isoformat()} | place)
        return 0
    terminal.remark(f"{out} is ready: one leaf, front and back.", to_err=False)
    return 0


def _pdf(html: str) -> bytes:
    """The sheet as PDF. Raises `RefusedError` where that cannot be made on this machine."""
    from bothways.exchange.extra import NotInstalledError, library  # noqa: PLC0415  # few people have it

    instead = f"Without {PDF}, --out sheet.html can be printed from any browser."
    try:
        made: bytes = library("weasyprint", "Sheets as PDF", "pdf").HTML(string=html).write_pdf()
    except NotInstalledError as error:
        raise RefusedError(f"{error} {instead}") from error
    except OSError as error:
        raise RefusedError(f"The library for PDF misses a part of the system's: {error}. {instead}") from error
    return made
