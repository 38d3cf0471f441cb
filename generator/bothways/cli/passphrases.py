"""A passphrase from the person: in a file or typed, never on the command line, where others could read it."""

from pathlib import Path

import click

from bothways.cli.changing import can_ask
from bothways.cli.program import RefusedError
from bothways.cli.terminal import Terminal

LONGEST = 10_000
"""Bytes of a file that can still be a passphrase."""

passphrase_file = click.option(
    "--passphrase-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A file that holds the passphrase; the end of its last line does not count.",
)


def passphrase_in(path: Path) -> str:
    """The passphrase in a file. Raises `RefusedError`."""
    with path.open("rb") as file:
        data = file.read(LONGEST + 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(f"{path.name} is not text in UTF-8, so there is no passphrase in it.") from error
    said = text.removesuffix("\n").removesuffix("\r")
    if not said.strip() or len(data) > LONGEST:
        raise RefusedError(f"There is no passphrase in {path.name}.")
    return said


def asked_for(words: str, terminal: Terminal, path: Path | None) -> str:
    """The passphrase from the file, or typed unseen. Raises `RefusedError` where nobody can be asked."""
    if path:
        return passphrase_in(path)
    if not can_ask(terminal):
        raise RefusedError("It is locked. Put the passphrase into a file, and name it with --passphrase-file FILE.")
    said: str = click.prompt(words, hide_input=True, err=True)
    return said
