"""`bothways export`: the workbook for other programs."""

import sys
from datetime import date
from pathlib import Path

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import Home, find_home
from bothways.cli.out_file import refuse_folder, refuse_in_workbook
from bothways.cli.program import RefusedError
from bothways.cli.reading import read
from bothways.cli.terminal import Terminal
from bothways.derive.facts import Facts
from bothways.exchange.extra import NotInstalledError
from bothways.exchange.going import calendar, cards, notes, tables, whole
from bothways.exchange.written import write_folder
from bothways.model.workbook import Workbook
from bothways.whole_file import put_whole

KINDS = ("ics", "csv", "json", "vcard", "markdown")
FURTHEST = 3660
"""Days that `--ahead` can look: ten years."""


@bothways_command
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Where it goes. Left out: standard output."
)
@click.option("--what", type=click.Choice(tables.WHATS), help="For csv: which table. Left out: people.")
@click.option(
    "--ahead",
    type=click.IntRange(0, FURTHEST),
    metavar="DAYS",
    help=f"For ics: what falls due in so many days from now. Left out: {calendar.AHEAD}.",
)
def command(
    asked: Asked, terminal: Terminal, *, kind: str, out: Path | None, what: tables.What | None, ahead: int | None
) -> None:
    """Give your workbook to another program.

    KIND is one of these:

    \b
    ics       a calendar: what is due, and planned talks
    csv       a table for a spreadsheet: people, or what --what says
    json      the whole workbook, with its schema
    vcard     your people, for an address book
    markdown  a note for each person, with links; --out is a new folder

    These are your own copies, with everybody in them, records with private: yes too. private_notes are in json
    alone. The calendar names people and what to do. Think of who will see the program that you give it to.
    """  # noqa: D301  # \b keeps the lines of the list
    _fits(kind, out, what, ahead, terminal)
    home = find_home(asked)
    if out:
        _is_free(out, kind, home)
    workbook = read(home).workbook
    try:
        if kind == "markdown":
            assert out
            files = notes.notes(Facts(workbook, home.day))
            write_folder(out, files)
            _say(terminal, kind, out, len(files))
            return
        data = _made(workbook, kind, home.day, what or "people", calendar.AHEAD if ahead is None else ahead)
    except NotInstalledError as error:
        raise RefusedError(str(error)) from error
    if out is None:
        sys.stdout.buffer.write(data)
        return
    put_whole(out, data)
    _say(terminal, kind, out, None)


def _made(workbook: Workbook, kind: str, day: date, what: tables.What, ahead: int) -> bytes:
    """The bytes of a kind that is one file."""
    match kind:
        case "ics":
            return calendar.calendar(workbook, day, ahead)
        case "csv":
            return tables.table(workbook, what)
        case "json":
            return whole.whole(workbook, day)
    return cards.cards(workbook)


def _fits(kind: str, out: Path | None, what: str | None, ahead: int | None, terminal: Terminal) -> None:
    """Refuses options that do not go together."""
    if kind == "markdown" and out is None:
        raise RefusedError("Notes are many files. Say with --out DIR which folder they go into.")
    if what and kind != "csv":
        raise RefusedError("--what is for csv.")
    if ahead is not None and kind != "ics":
        raise RefusedError("--ahead is for ics.")
    if terminal.json and out is None and kind != "json":
        raise RefusedError(f"With --json, say with --out where the {kind} goes: standard output holds one JSON object.")


def _is_free(out: Path, kind: str, home: Home) -> None:
    """Refuses a place where the export would be in the way."""
    refuse_in_workbook(out, home.workbook)
    if kind != "markdown":
        refuse_folder(out)
    elif out.exists() and not out.is_dir():
        raise RefusedError(f"{out} is a file. Choose a name for a new folder.")
    elif out.is_dir() and any(out.iterdir()):
        raise RefusedError(f"{out} is not empty. Choose a new folder, so that nothing of yours is in the way.")


def _say(terminal: Terminal, kind: str, out: Path, files: int | None) -> None:
    if terminal.json:
        terminal.give({"kind": kind, "out": str(out)} | ({"files": files} if files is not None else {}))
        return
    what = "" if files is None else f"{files} {'note' if files == 1 else 'notes'} in "
    terminal.remark(f"{what}{out} {'are' if files not in (None, 1) else 'is'} ready.".strip(), to_err=False)
