"""`bothways met`: the file of a talk, planned or held."""

from datetime import date

import click

from bothways.cli.changing import NotOne, desk_of, one_person, prepare, tell_written, write
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked, Day
from bothways.cli.home import find_home
from bothways.cli.terminal import Terminal


@bothways_command
@click.argument("who", metavar="WHO")
@click.option(
    "--date", "day", type=Day(), metavar="DATE", help="The day of the talk, past or to come. Left out: today."
)
def command(asked: Asked, terminal: Terminal, who: str, day: date | None) -> int:
    """Begin the file of a talk with WHO, found by any part of their name.

    It holds your goal and questions, and what to note down afterwards. A day to come makes it a planned talk.
    """
    from bothways.writing.everybody import with_record  # noqa: PLC0415  # it brings the model
    from bothways.writing.talk import add_talk, talks_on  # noqa: PLC0415

    home = find_home(asked)
    day = day or home.day
    desk = desk_of(home)
    try:
        person = one_person(who, with_record(desk.workbook))
    except NotOne as error:
        return error.tell(terminal)
    for talk in talks_on(desk.workbook, person.id, day):
        place = f"{talk.written.file}:{talk.written.line}"
        fit = {"name": person.name, "file": talk.written.file, "line": talk.written.line}
        sentence = f"There is a talk with {person.name} on {day} already. Nothing was changed."
        return NotOne(sentence, [(place, fit)]).tell(terminal)
    file = add_talk(desk, person, day)
    prepared = prepare(desk)
    write(prepared, home)
    (added,) = talks_on(prepared.reading.workbook, person.id, day)
    held = "planned" if day >= home.day else "held"
    tell_written(terminal, file, added.written.line, f"A talk with {person.name} on {day}, {held}.", status=held)
    return 0
