"""A terminal that a person looks at: words are wrapped and styled for it, and what takes a while has a bar."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

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

BAR_AFTER = 1.0
"""Seconds: what takes less needs no bar."""


class Screen(Console):
    """Says text as it stands, and leaves it to the program what happens when nobody listens."""

    def __init__(self, *, to_err: bool) -> None:
        super().__init__(stderr=to_err, highlight=False, markup=False, emoji=False)

    def on_broken_pipe(self) -> None:
        """Lets the program end as with any other reader who left."""
        raise BrokenPipeError

    def say(self, text: str, style: str, indent: int) -> None:
        """Prints a paragraph, wrapped where the terminal ends."""
        for line in Text(text, style=style).wrap(self, self.width - indent):
            line.rstrip()
            self.print(Text(" " * indent) + line, soft_wrap=True)

    @contextmanager
    def working(self, words: str) -> Iterator[None]:
        """Shows a bar while the block runs, if it runs for more than a second."""
        bar = Progress(TextColumn("{task.description}"), BarColumn(), console=self, transient=True)
        bar.add_task(words, total=None)
        with _shown_later(bar):
            yield

    @contextmanager
    def counting(self, words: str, total: int) -> Iterator[Callable[[], None]]:
        """The same for so many things, with how many are done, how fast it goes and the time that is left."""
        columns = (BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
        bar = Progress(TextColumn("{task.description}"), *columns, console=self, transient=True)
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
    timer = Timer(BAR_AFTER, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        bar.stop()
