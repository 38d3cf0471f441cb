"""`bothways today`: the agenda in the terminal, one finite list."""

from datetime import date

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import find_home
from bothways.cli.reading import read
from bothways.cli.terminal import Terminal
from bothways.derive.agenda import Agenda, agenda
from bothways.derive.agenda_item import APPOINTMENTS, Item
from bothways.model.days import WEEKDAYS, day_and_month
from bothways.model.words import capital, count

FURTHEST = 3660
"""Days that `--ahead` can look: ten years."""


@bothways_command
@click.option(
    "--ahead",
    type=click.IntRange(0, FURTHEST),
    default=0,
    metavar="DAYS",
    help="Also what falls due in so many days from now.",
)
def command(asked: Asked, terminal: Terminal, ahead: int) -> None:
    """List what there is to do, the most pressing first.

    What is due by today, and appointments of the next 3 days.
    """
    home = find_home(asked)
    found = agenda(read(home).workbook, home.day, ahead)
    if terminal.json:
        terminal.give(as_json(found))
        return
    terminal.remark(f"{_long(found.today, found.today)}. {opening(found, ahead)}", to_err=False)
    for item in found.open:
        terminal.remark("", to_err=False)
        terminal.say(item.what, "bold")
        terminal.say(f"{capital(when(item, found.today))}. {item.why}", "dim", indent=2)
        terminal.say(f"{item.place.file}:{item.place.line}", "dim", indent=2)
    if found.folded:
        words = f"{capital(count(len(found.folded), 'more thing'))}, folded away. A lapse is not a debt."
        terminal.remark("", to_err=False)
        terminal.remark(words, to_err=False)


def as_json(found: Agenda) -> dict[str, object]:
    """The object that `--json` prints."""
    said: dict[str, object] = {"today": found.today.isoformat(), "items": [item.as_json() for item in found.items]}
    return said | {"starting_again": True} if found.starting_again else said


def opening(found: Agenda, ahead: int) -> str:
    """The sentence that says how things stand."""
    number = len(found.open)
    if number == 0:
        until = f"in the next {count(ahead, 'day')}" if ahead else "today"
        return f"Nothing is due {until}. Is there somebody you would simply like to hear from?"
    if found.starting_again:
        return f"Good to see you. {capital(count(number, 'easy way'))} to start again."
    if number == 1:
        return "One thing."
    return (
        f"{capital(count(number, 'thing'))}, the most pressing first. If you have time for one, do the first. "
        "The rest will keep."
    )


def when(item: Item, today: date) -> str:
    """`since Saturday 28 November`, `today`, `by ...` or, for appointments, `on ...`."""
    if item.due == today:
        return "today"
    word = "on" if item.kind in APPOINTMENTS else "by" if item.due > today else "since"
    return f"{word} {_long(item.due, today)}"


def _long(day: date, today: date) -> str:
    year = f" {day.year}" if day.year != today.year else ""
    return f"{WEEKDAYS[day.weekday()]} {day_and_month(day)}{year}"
