"""The program: its commands, and how each way to end becomes an exit code.

    0  done
    1  the workbook, the guide or another file of the person's has problems
    2  wrong use of the command, or a place that cannot be written to
    3  a fault of ours

A person sees a sentence in every case, and never a traceback unless asked for with `--debug`.
"""

import errno
import gc
import importlib
import json
import os
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from keyword import iskeyword
from pathlib import Path
from typing import Any, NoReturn

import click

import bothways
from bothways.cli.everywhere import everywhere

COMMANDS = {
    "new": "Make a folder ready to fill in.",
    "build": "Make the site, whole or not at all.",
    "serve": "Show the site at a local address, following every change.",
    "check": "List every problem and hint in the workbook, guide and messages.",
    "today": "List what there is to do, the most pressing first.",
    "log": "Put one line into the log.",
    "met": "Begin the file of a talk, planned or held.",
    "add": "Add a person, organisation, goal or event.",
    "done": "Mark a step, a thank-you or a follow-up as done.",
    "share": "Make a copy for a coach: one locked file.",
    "reply": "Take in a coach's reply.",
    "sheet": "Make the sheet for a planned talk, to print.",
    "draft": "Show a message, filled in, with what to look at before you send it.",
    "forget": "Remove a person everywhere.",
    "import": "Propose people from an address book; write them with --yes.",
    "export": "Give your workbook to another program: calendar, table, cards, notes.",
    "cohort": "Make a site, or a locked file, of each of many workbooks.",
    "schema": "Print what may be written in each file, for editors.",
}
"""Each command's name, which is its module's, and its line in `--help`: so that `--help` need not load them."""

PACKAGE = Path(bothways.__file__).parent

OFTEN = gc.get_threshold()
"""What Python does of its own accord."""
SELDOM = 100_000
"""How many objects Python makes before it looks for those that nobody needs. After its own 700 it would look a hundred
times while modules are loaded, and find none."""

PROBLEMS, WRONG_USE, OUR_FAULT = 1, 2, 3
STOPPED = 130
"""After Ctrl+C: what shells expect, 128 and the number of the signal."""

CANNOT_WRITE = {errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EROFS, errno.ENAMETOOLONG, errno.ENOTDIR, errno.EDQUOT}
"""What a disk or a folder may refuse, through no fault of ours."""


class RefusedError(click.ClickException):
    """What was asked for cannot be done as it was asked; the sentence says what to do instead."""

    exit_code = WRONG_USE


class Program(click.Group):
    """The commands, each loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, from its module."""
        if cmd_name not in COMMANDS:
            return None
        # `import` is a word of Python's own, so its module is `import_`; as in the model, `with_` is `with`.
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"bothways.cli.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, or what may have been meant."""
        if not args[0].startswith("-") and args[0] not in COMMANDS:
            near = get_close_matches(args[0].lower(), COMMANDS, n=1, cutoff=0.5)
            advice = f"Did you mean {near[0]}?" if near else f"There are {', '.join(COMMANDS)}."
            raise click.UsageError(f"There is no command {args[0]}. {advice}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Lists them without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(self, args: Sequence[str] | None = None, *_: Any, **more: Any) -> NoReturn:
        """Runs one command line and ends the process."""
        words = list(sys.argv[1:] if args is None else args)
        gc.set_threshold(SELDOM)
        _print_what_can_be_printed()
        more |= {"prog_name": "bothways", "standalone_mode": False}
        try:
            code = super().main(words, **more) or 0
        except click.Abort:
            sys.exit(STOPPED)
        except click.ClickException as error:
            code = _wrong_use(error, words)
        except OSError as error:
            code = _cannot_write(error, words) if error.errno in CANNOT_WRITE else _our_fault(error, words)
        except Exception as error:  # noqa: BLE001  # the last door: whatever comes, a person gets a sentence
            code = _our_fault(error, words)
        sys.exit(code)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command. A reader who leaves early (`| head`) has read enough: that is no failure."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _hush()
            return 0
        return code


def _print_what_can_be_printed() -> None:
    """Lets a character that the terminal does not know come out as `?`, rather than stop the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _hush() -> None:
    """Points standard output at nothing, so that Python's own last flush finds an open end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())


def _wrong_use(error: click.ClickException, words: Sequence[str]) -> int:
    sentence = _missing(error) if isinstance(error, click.MissingParameter) else error.format_message()
    if isinstance(error, click.UsageError) and not isinstance(error, click.exceptions.NoArgsIsHelpError):
        sentence += f" {error.ctx.command_path if error.ctx else 'bothways'} --help says more."
    _say(sentence, words)
    return WRONG_USE


def _missing(error: click.MissingParameter) -> str:
    """What is to be said too, where it goes, and which words there are for it."""
    if error.param is None or error.ctx is None or not isinstance(error.param, click.Argument):
        return error.format_message()
    name = error.param.human_readable_name
    words = [piece for piece in error.ctx.command.collect_usage_pieces(error.ctx) if piece != "[OPTIONS]"]
    choices = tuple(getattr(error.param.type, "choices", ()))
    which = f" {name} is {', '.join(choices[:-1])} or {choices[-1]}." if len(choices) > 1 else ""
    return f"{name} is missing: {' '.join([error.ctx.command_path, *words])}.{which}"


def _cannot_write(error: OSError, words: Sequence[str]) -> int:
    _say(f"{error.filename or 'A file'} cannot be used: {error.strerror}.", words)
    return WRONG_USE


def _our_fault(error: Exception, words: Sequence[str]) -> int:
    """One line that names the place in our code, and nothing of the person's."""
    if "--debug" in words:
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    last = (ours or frames)[-1]
    where = f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
    _say(
        f"Something in bothways went wrong ({where}). That is our fault, and nothing of yours was changed. "
        "Please run it again with --debug, and send the makers what it prints, without the names in it.",
        words,
    )
    return OUR_FAULT


def _say(sentence: str, words: Sequence[str]) -> None:
    if "--json" in words:
        click.echo(json.dumps({"stopped": sentence}))
    click.echo(sentence, err=True)


@click.command(cls=Program)
@everywhere
def program() -> None:
    """A guide to networking, and your own workbook, as a private site.

    Begin with: bothways new my-network
    """
