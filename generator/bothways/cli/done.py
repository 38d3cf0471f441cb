"""`bothways done`: one step, thank-you or follow-up is done."""

import click

from bothways.cli.changing import NotOne, desk_of, prepare, tell_written, write
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import find_home
from bothways.cli.terminal import Terminal


@bothways_command
@click.argument("text", metavar="TEXT")
def command(asked: Asked, terminal: Terminal, text: str) -> int:
    """Mark the one step, thank-you or follow-up as done that TEXT fits: a few words of it will do."""
    from bothways.model.words import count  # noqa: PLC0415  # with the rest of the model
    from bothways.writing.tick import mark, open_things, that_fit  # noqa: PLC0415

    home = find_home(asked)
    desk = desk_of(home)
    found = that_fit(text, open_things(desk.workbook, home.day))
    if len(found) != 1:
        fits = [
            (
                f"{thing.place.file}:{thing.place.line}: {thing.what}",
                {"what": thing.what, "file": thing.place.file, "line": thing.place.line},
            )
            for thing in found
        ]
        number = f"fits {count(len(found), 'thing')}" if found else "fits nothing that is still to do"
        advice = "Write more of the words." if found else "bothways today lists what there is to do."
        return NotOne(f"{text} {number}. Nothing was changed.", fits, advice).tell(terminal)
    (thing,) = found
    mark(desk, thing, home.day)
    prepared = prepare(desk)
    write(prepared, home)
    tell_written(terminal, thing.place.file, thing.place.line, f"{thing.what.strip()}: done.", what=thing.what)
    return 0
