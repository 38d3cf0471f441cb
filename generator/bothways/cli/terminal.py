"""Where words come out: answers on standard output, remarks on standard error, and one JSON object where wanted."""

import json
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Any

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from bothways.cli.everywhere import Asked

BAR_AFTER = 1.0
"""Seconds: what takes less needs no bar."""


class _Voice(Console):
    """A console that says text as it stands, and leaves it to the program what happens when nobody listens."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class Terminal:
    """One run's standard output and standard error."""

    def __init__(self, asked: Asked) -> None:
        self.json, self.quiet = asked.json, asked.quiet
        self._out = _Voice(highlight=False, markup=False, emoji=False)
        self._err = _Voice(stderr=True, highlight=False, markup=False, emoji=False)

    def give(self, answer: dict[str, Any]) -> None:
        """Prints the JSON object. In ASCII, so that no code page can spoil it."""
        click.echo(json.dumps(answer, indent=2))

    def say(self, text: str, style: str = "", *, indent: int = 0, to_err: bool = False) -> None:
        """Prints an answer. It is wrapped and styled for a terminal, and left alone for anything else."""
        voice = self._err if to_err else self._out
        shown = Text(printable(text), style=style)
        lines = shown.wrap(voice, voice.width - indent) if voice.is_terminal else [shown]
        for line in lines:
            line.rstrip()
            voice.print(Text(" " * indent) + line, soft_wrap=True)

    def remark(self, text: str, *, to_err: bool = True) -> None:
        """Prints what one can do without: nothing with `--quiet`."""
        if not self.quiet and not (self.json and not to_err):
            self.say(text, to_err=to_err)

    def is_terminal(self, *, to_err: bool = False) -> bool:
        """Whether a person is reading, rather than a file or a program."""
        return (self._err if to_err else self._out).is_terminal

    @property
    def width(self) -> int:
        """Characters on one line."""
        return self._out.width

    @contextmanager
    def working(self, words: str) -> Iterator[None]:
        """Shows a bar on a terminal while the block runs, if it runs for more than a second."""
        if self.quiet or not self._err.is_terminal:
            yield
            return
        bar = Progress(TextColumn("{task.description}"), BarColumn(), console=self._err, transient=True)
        bar.add_task(words, total=None)
        with _shown_later(bar):
            yield

    @contextmanager
    def counting(self, words: str, total: int) -> Iterator[Callable[[], None]]:
        """The same for so many things, with how many are done, how fast it goes and the time that is left.

        Gives what to call after each.
        """
        if self.quiet or not self._err.is_terminal:
            yield lambda: None
            return
        columns = (BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
        bar = Progress(TextColumn("{task.description}"), *columns, console=self._err, transient=True)
        counted = bar.add_task(words, total=total)
        with _shown_later(bar):
            yield lambda: bar.advance(counted)


class _Rate(ProgressColumn):
    """How many a second; of slow things, how many seconds each."""

    def render(self, task: Task) -> Text:
        speed = task.speed or 0
        if speed >= 1:
            return Text(f"{speed:.1f} a second")
        return Text(f"{1 / speed:.1f} s each" if speed else "")


@contextmanager
def _shown_later(bar: Progress) -> Iterator[None]:
    """Shows a bar if the block runs for more than a second."""
    timer = Timer(BAR_AFTER, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        bar.stop()


def printable(text: str) -> str:
    """The text on one line, without characters that would command the terminal."""
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
