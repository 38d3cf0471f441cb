"""Where words come out: answers on standard output, remarks on standard error, and one JSON object where wanted."""

import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from bothways.cli.everywhere import Asked

if TYPE_CHECKING:
    from bothways.cli.screen import Screen

TAKEN_FOR_ONE = ("FORCE_COLOR", "TTY_COMPATIBLE")
"""By these names in its surroundings a program is told that something else is as good as a terminal."""


class Terminal:
    """One run's standard output and standard error."""

    def __init__(self, asked: Asked) -> None:
        self.json, self.quiet = asked.json, asked.quiet

    def give(self, answer: dict[str, Any]) -> None:
        """Prints the JSON object. In ASCII, so that no code page can spoil it."""
        click.echo(json.dumps(answer, indent=2))

    def say(self, text: str, style: str = "", *, indent: int = 0, to_err: bool = False) -> None:
        """Prints an answer. It is wrapped and styled for a terminal, and left alone for anything else."""
        screen = self._err if to_err else self._out
        if screen:
            screen.say(printable(text), style, indent)
        else:
            click.echo(" " * indent + printable(text).rstrip(), err=to_err)

    def remark(self, text: str, *, to_err: bool = True) -> None:
        """Prints what one can do without: nothing with `--quiet`."""
        if not self.quiet and not (self.json and not to_err):
            self.say(text, to_err=to_err)

    def is_terminal(self, *, to_err: bool = False) -> bool:
        """Whether a person is reading, rather than a file or a program."""
        return (self._err if to_err else self._out) is not None

    def width(self, *, to_err: bool = False) -> int:
        """Characters on one line, where a person is reading."""
        screen = self._err if to_err else self._out
        assert screen is not None
        return screen.width

    @contextmanager
    def working(self, words: str) -> Iterator[None]:
        """Shows a bar on a terminal while the block runs, if it runs for more than a second."""
        if self.quiet or not self._err:
            yield
        else:
            with self._err.working(words):
                yield

    @contextmanager
    def counting(self, words: str, total: int) -> Iterator[Callable[[], None]]:
        """The same for so many things, with how many are done, how fast it goes and the time that is left.

        Gives what to call after each.
        """
        if self.quiet or not self._err:
            yield lambda: None
        else:
            with self._err.counting(words, total) as count:
                yield count

    @cached_property
    def _out(self) -> "Screen | None":
        return _screen(to_err=False)

    @cached_property
    def _err(self) -> "Screen | None":
        return _screen(to_err=True)


def _screen(*, to_err: bool) -> "Screen | None":
    """The screen, where a person is looking. What draws on it is long to load, and a program reads without it."""
    if not ((sys.stderr if to_err else sys.stdout).isatty() or any(name in os.environ for name in TAKEN_FOR_ONE)):
        return None
    from bothways.cli.screen import Screen  # noqa: PLC0415

    screen = Screen(to_err=to_err)
    return screen if screen.is_terminal else None


def printable(text: str) -> str:
    """The text on one line, without characters that would command the terminal."""
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
