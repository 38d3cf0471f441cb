"""`bothways import`: people from an address book, proposed, and written only with `--yes`."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bothways.cli.changing import desk_of, prepare, write
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import Home, find_home
from bothways.cli.import_columns import ask_for_columns, chosen_columns, columns_missing, is_person_there
from bothways.cli.import_words import Outcome, as_json, tell
from bothways.cli.program import RefusedError
from bothways.cli.terminal import Terminal, printable
from bothways.exchange.coming.matching import propose
from bothways.exchange.coming.people_file import FOLDER, people_lines, stem_for
from bothways.exchange.coming.recognise import (
    KINDS,
    AddressBook,
    ColumnsWanted,
    Kind,
    columns_of,
    read_address_book,
    recognised,
)
from bothways.exchange.coming.source import Source, read_source
from bothways.exchange.extra import NotInstalledError
from bothways.problems import Place, Problem, ProblemsFound, serious
from bothways.writing.desk import Desk
from bothways.writing.homes import free_name, new_file


@bothways_command
@click.argument("file", metavar="FILE", type=click.Path(exists=True, path_type=Path))
@click.option("--from", "kind", type=click.Choice(KINDS), help="Whose file it is. Left out, it is recognised.")
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="For a table of any kind: the column that holds a field, such as --map name=Full. As often as needed.",
)
@click.option("--yes", is_flag=True, help="Write the new people. Without it, nothing is written.")
def command(
    asked: Asked, terminal: Terminal, *, file: Path, kind: Kind | None, mapping: tuple[str, ...], yes: bool
) -> None:
    """Propose people from an address book: LinkedIn's Connections.csv, Google Contacts, vCards, or any table (CSV).

    Those whom you have already are known by a link, an e-mail address, or their name with the organisation, and are
    never changed. The new ones go into a file of their own in workbook/people/, to look through. Notes of an address
    book become private_notes.
    """
    if mapping and kind not in (None, "csv"):
        raise RefusedError(f"--map is for a table of any kind; the columns of {kind} are known.")
    home = find_home(asked)
    with _many_people():
        known = kind or ("csv" if mapping else None)
        outcome = _outcome(home, terminal, file=file, kind=known, mapping=mapping, is_to_be_written=yes)
    if terminal.json:
        terminal.give(as_json(outcome))
    else:
        tell(outcome, terminal)


@contextmanager
def _many_people() -> Iterator[None]:
    """Leaves off looking for garbage: among 30,000 people that takes a fifth of the time, and there is none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _outcome(
    home: Home, terminal: Terminal, *, file: Path, kind: Kind | None, mapping: tuple[str, ...], is_to_be_written: bool
) -> Outcome:
    with terminal.working("Reading"):
        source = read_source(file, printable(file.as_posix()))
    kind = kind or recognised(source)
    book = _address_book(source, kind, mapping, terminal)
    with terminal.working("Comparing"):
        desk = desk_of(home)
        proposal = propose(book.contacts, desk.workbook)
    left_out = (*book.left_out, *proposal.left_out)
    if serious(left_out) and not (proposal.new or proposal.known or proposal.doubts):
        raise ProblemsFound(left_out)
    if source.remark:
        terminal.remark(source.remark)
    stem = stem_for(kind, home.day)
    target = free_name(desk, FOLDER, stem)
    is_written = is_to_be_written and bool(proposal.new)
    if is_written:
        with terminal.working("Writing"):
            lines = people_lines(proposal.new, Path(source.name).name, home.day)
            new_file(desk, FOLDER, FOLDER, stem, lines, *(contact.fields for contact in proposal.new))
            _write(desk, home, target)
    return Outcome(kind, target, is_written, proposal, left_out)


def _write(desk: Desk, home: Home, target: str) -> None:
    try:
        write(prepare(desk), home)
    except ProblemsFound as found:
        if not any(problem.code == "too-much" for problem in found.problems):
            raise
        message = "With so many people the workbook would be larger than can be read."
        hint = "Split the file, and import those you would write to."
        raise ProblemsFound([Problem(Place(target), "too-much", message, hint)]) from found


def _address_book(source: Source, kind: Kind, mapping: tuple[str, ...], terminal: Terminal) -> AddressBook:
    columns = chosen_columns(mapping, columns_of(source)) if mapping else {}
    try:
        return read_address_book(source, kind, columns)
    except NotInstalledError as error:
        raise RefusedError(str(error)) from error
    except ColumnsWanted as wanted:
        if terminal.json or not is_person_there():
            raise RefusedError(columns_missing(wanted.columns)) from wanted
        return read_address_book(source, kind, ask_for_columns(wanted.columns, wanted.guess))
