"""How a function becomes a command: the options that hold everywhere, and problems shown instead of raised."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from bothways.cli.everywhere import Asked, everywhere
from bothways.cli.program import PROBLEMS
from bothways.cli.report import report
from bothways.cli.terminal import Terminal
from bothways.problems import ProblemsFound


def bothways_command(function: Callable[..., int | None]) -> click.Command:
    """A command from a function that takes what was asked, the terminal and its own options, and gives an exit code."""

    @wraps(function)
    def run(**options: Any) -> int | None:
        asked = click.get_current_context().ensure_object(Asked)
        terminal = Terminal(asked)
        try:
            return function(asked, terminal, **options)
        except ProblemsFound as found:
            report(found.problems, asked, terminal, to_err=True)
            return PROBLEMS

    return click.command()(everywhere(run))
