"""`bothways new`: a folder ready to fill in."""

import os
import shlex
from pathlib import Path

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.program import RefusedError
from bothways.cli.starter import write_starter
from bothways.cli.terminal import Terminal


@bothways_command
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--example", is_flag=True, help="With the whole example workbook, to look round in.")
def command(asked: Asked, terminal: Terminal, folder: Path, example: bool) -> None:  # noqa: ARG001
    """Make a folder ready to fill in, with a file for everything and a word in each on how to use it."""
    if folder.is_dir() and any(folder.iterdir()):
        raise RefusedError(f"{folder} is not empty. Choose a new folder, so that nothing of yours is in the way.")
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"{folder} is a file. Choose a name for a new folder.")
    files = write_starter(folder, example=example)
    if terminal.json:
        terminal.give({"folder": str(folder), "files": [path.as_posix() for path in files]})
        return
    terminal.remark(f"{folder} is ready. Three things to do next:", to_err=False)
    for number, step in enumerate(next_steps(folder, example=example), 1):
        terminal.remark(f"  {number}. {step}", to_err=False)


def next_steps(folder: Path, *, example: bool) -> tuple[str, str, str]:
    """What to do first, second and third."""
    read = "Open workbook/people.yaml in an editor. Three people who would be glad to hear from you are a beginning."
    look = "Look round in workbook/: it is the example person's. Change a line and see what becomes of it."
    show = "bothways serve, and open the address that it says."
    if folder.resolve() == Path.cwd().resolve():
        return ("Open workbook/me.yaml in an editor, and write your name." if not example else look, read, show)
    return (f"cd {_quoted(folder)}", look if example else read, show)


def _quoted(folder: Path) -> str:
    """The folder as one types it, quoted where it holds a space."""
    text = str(folder)
    if os.name == "nt":
        return f'"{text}"' if " " in text else text
    return shlex.quote(text)
