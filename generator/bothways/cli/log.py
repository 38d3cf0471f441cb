"""`bothways log`: one line into the log."""

from collections.abc import Iterable
from datetime import date

import click

from bothways.cli.changing import NotOne, Word, can_ask, desk_of, offer, one_person, prepare, tell_written, write
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked, Day
from bothways.cli.home import Home, find_home
from bothways.cli.terminal import Terminal
from bothways.reading.yaml_words import in_line
from bothways.writing.log import DID, VIA, log_line, people_at_a_glance, write_quickly
from bothways.writing.swap import ChangedMeanwhile
from bothways.writing.whom import Somebody, nearest, reference_to


@bothways_command
@click.argument("who", metavar="WHO", required=False)
@click.argument("did", metavar="DID", type=Word("DID", DID), required=False)
@click.option("--via", type=Word("--via", VIA), metavar="V", help=f"By what way: {', '.join(VIA)}.")
@click.option("--about", metavar="TEXT", help="What about.")
@click.option("--date", "day", type=Day(), metavar="DATE", help="The day it happened. Left out: today.")
@click.option("--to", metavar="WHO", help="The other person of an introduction.")
@click.option("--until", type=Day(), metavar="DATE", help="The day they are back, after an out-of-office.")
def command(  # noqa: PLR0917  # one for each option
    asked: Asked,
    terminal: Terminal,
    who: str | None,
    did: str | None,
    via: str | None,
    about: str | None,
    day: date | None,
    to: str | None,
    until: date | None,
) -> int:
    """Put one line into the log: WHO, by any part of their name, and what you DID.

    DID is wrote, called, met, heard, thanked, nudged, asked-introduction,
    introduced, gave, received, reported-back or out-of-office.

    For example: bothways log dana wrote --via email --about "asked for 20 minutes"
    """
    home = find_home(asked)
    who, did = _asked_for(terminal, who, did)
    day = day or home.day
    if until and until < day:
        message = f"They are back on {until}, which is before {day}. Correct one of them."
        raise click.UsageError(message, click.get_current_context(silent=True))
    said: dict[str, str | None] = {
        "did": did,
        "via": via,
        "about": about,
        "date": day.isoformat(),
        "until": until.isoformat() if until else None,
    }
    try:
        place = _quickly(home, who, to, said) or _carefully(home, terminal, who, to, said)
    except NotOne as error:
        return error.tell(terminal)
    file, line, written = place
    tell_written(terminal, file, line, in_line(written))
    if day > home.day:
        terminal.remark("That day is still to come: the line counts from then on.")
    return 0


Placed = tuple[str, int, dict[str, str]]


def _asked_for(terminal: Terminal, who: str | None, did: str | None) -> tuple[str, str]:
    """What is missing, asked for on a terminal."""
    context = click.get_current_context(silent=True)
    if (who is None or did is None) and not can_ask(terminal):
        raise click.UsageError("Say who and what you did, such as: bothways log dana wrote.", context)
    who = who or click.prompt("Who", err=True)
    return who, did or click.prompt("What did you do", type=Word("DID", DID), err=True)


def _quickly(home: Home, who: str, to: str | None, said: dict[str, str | None]) -> Placed | None:
    """The line, written without reading the whole workbook, where that will do."""
    people = people_at_a_glance(home.workbook)
    if people is None:
        return None
    try:
        line = _line(said, who, to, people)
    except NotOne as error:
        if error.fits:
            raise
        return None  # perhaps somebody without a record
    try:
        number = write_quickly(home.workbook, line)
    except ChangedMeanwhile:
        number = None  # the careful way reads it anew
    return (f"{home.shown_as}/log.yaml", number, line) if number else None


def _carefully(home: Home, terminal: Terminal, who: str, to: str | None, said: dict[str, str | None]) -> Placed:
    from bothways.writing.everybody import everybody  # noqa: PLC0415  # it brings the model
    from bothways.writing.homes import add_log_line  # noqa: PLC0415

    desk = desk_of(home)
    people = everybody(desk.workbook)
    strangers = [name for name in (who, to) if name and _is_stranger(terminal, name, people)]
    line = _line(said, who, to, [*people, *map(Somebody, strangers)])
    file = add_log_line(desk, line)
    prepared = prepare(desk)
    write(prepared, home)
    for name in strangers:
        terminal.remark(f"{name} has no record yet. {offer(name)}")
    lines = [entry.written.line for entry in prepared.reading.workbook.log if entry.written.file == file]
    return file, max(lines), line


def _line(said: dict[str, str | None], who: str, to: str | None, people: Iterable[Somebody]) -> dict[str, str]:
    everybody = list(people)
    names = {"who": who, "to": to}
    refs = {key: reference_to(one_person(name, everybody), everybody) for key, name in names.items() if name}
    return log_line(said | refs)


def _is_stranger(terminal: Terminal, name: str, people: Iterable[Somebody]) -> bool:
    """Whether this is meant as the name of somebody without a record.

    A name of two words or more is, if it is near nobody's; anything else only if the person says so.
    """
    everybody = list(people)
    try:
        one_person(name, everybody)
    except NotOne as error:
        if error.fits:
            raise
        if can_ask(terminal):
            terminal.say(f"There is nobody called {name}. {error.advice}", to_err=True)
            if not click.confirm(f"Write the line all the same, with {name} as a name?", err=True):
                raise
            return True
        if len(name.split()) < 2 or nearest(name, everybody):
            raise
        return True
    return False
