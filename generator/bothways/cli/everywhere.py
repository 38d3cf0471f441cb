"""The options that every command has, before its name or after it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from bothways import __version__
from bothways.model.days import EARLIEST, LATEST, day_written

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


@dataclass
class Asked:
    """What the person asked for with the options that hold everywhere."""

    workbook: Path | None = None
    today: date | None = None
    json: bool = False
    quiet: bool = False
    debug: bool = False
    folder: Path = field(default_factory=Path)
    """The folder that the names of files are relative to: the one with `mkdocs.yml`, once that is known."""


class Day(click.ParamType[date]):
    """A day as it is written in the workbook."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Reads `2026-11-20` and `2026-11-5`."""
        if isinstance(value, date):
            return value
        day = day_written(str(value))
        if day is None or not EARLIEST <= day.year <= LATEST:
            self.fail(f"{value} is not a date. Write it as year-month-day, such as 2026-11-20.", param, ctx)
        return day


def everywhere(function: Decorated) -> Decorated:
    """Adds the options that every command has. What is said last holds."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def _remember(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    asked = ctx.ensure_object(Asked)
    if value and param.name:
        setattr(asked, param.name, value)


def _everywhere(*names: str, help: str, **more: Any) -> Callable[[Decorated], Decorated]:  # noqa: A002
    return click.option(*names, help=help, expose_value=False, callback=_remember, **more)


_OPTIONS = (
    _everywhere(
        "--workbook",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="DIR",
        help="The workbook. Left out: workbook/ beside the nearest mkdocs.yml.",
    ),
    _everywhere("--today", type=Day(), metavar="DATE", help="Another day than the clock's, such as 2026-11-20."),
    _everywhere("--json", is_flag=True, help="One JSON object, for programs."),
    _everywhere("--quiet", is_flag=True, help="Say only what was asked for."),
    _everywhere("--debug", is_flag=True, help="Show the details when bothways itself fails."),
    click.version_option(__version__, prog_name="bothways", message="%(prog)s %(version)s"),
)
