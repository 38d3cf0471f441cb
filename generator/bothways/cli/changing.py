"""What the commands that write have in common: where they write, how they ask, and what they say afterwards.

Imports nothing that takes long: `log` should be done at once. What takes long is imported where it is needed.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bothways.cli.home import Home
from bothways.cli.program import PROBLEMS
from bothways.cli.terminal import Terminal
from bothways.model.words import count
from bothways.problems import Place, Problem, ProblemsFound
from bothways.writing.swap import ChangedMeanwhile
from bothways.writing.whom import Somebody, nearest, who_fits

if TYPE_CHECKING:
    from bothways.writing.desk import Desk, Prepared

MOST_SHOWN = 12
"""Of those that words fit: more help nobody to choose."""


def desk_of(home: Home) -> "Desk":
    """The workbook, ready to be changed. Raises `ProblemsFound`."""
    from bothways.reading.library import read_library  # noqa: PLC0415  # it brings the model
    from bothways.site.guide_files import guide_folder  # noqa: PLC0415
    from bothways.writing.desk import Desk  # noqa: PLC0415

    return Desk(home.workbook, read_library(guide_folder()), home.shown_as)


def prepare(desk: "Desk", last: Iterable[str] = ()) -> "Prepared":
    """The changes, checked. Raises `ProblemsFound`, for a file that was changed meanwhile too."""
    try:
        return desk.prepare(last)
    except ChangedMeanwhile as error:
        raise _changed_meanwhile(error, desk.folder, desk.shown_as) from error


def write(prepared: "Prepared", home: Home) -> None:
    """Writes them. Raises `ProblemsFound` for a file that was changed meanwhile."""
    try:
        prepared.write()
    except ChangedMeanwhile as error:
        raise _changed_meanwhile(error, home.workbook, home.shown_as) from error


def _changed_meanwhile(error: ChangedMeanwhile, folder: Path, shown_as: str) -> ProblemsFound:
    path = error.path
    name = f"{shown_as}/{path.relative_to(folder).as_posix()}" if path.is_relative_to(folder) else path.name
    message = "This file was changed in the meantime, so nothing was written."
    return ProblemsFound([Problem(Place(name), "changed-meanwhile", message, "Run the command once more.")])


def can_ask(terminal: Terminal) -> bool:
    """Whether there is a person to ask."""
    return not terminal.json and sys.stdin.isatty() and terminal.is_terminal(to_err=True)


class NotOne(Exception):
    """The words fit several people or things, or none."""

    def __init__(self, sentence: str, fits: Sequence[tuple[str, dict[str, Any]]] = (), advice: str = "") -> None:
        super().__init__(sentence)
        self.sentence, self.fits, self.advice = sentence, fits, advice

    def tell(self, terminal: Terminal) -> int:
        """Says so, and gives the exit code: nothing was changed."""
        if terminal.json:
            terminal.give({"changed": False, "stopped": self.sentence, "fits": [fit for _, fit in self.fits]})
            return PROBLEMS
        terminal.say(self.sentence, to_err=True)
        for words, _ in self.fits[:MOST_SHOWN]:
            terminal.say(words, indent=2, to_err=True)
        if len(self.fits) > MOST_SHOWN:
            terminal.say(f"and {len(self.fits) - MOST_SHOWN} more", indent=2, to_err=True)
        if self.advice:
            terminal.say(self.advice, to_err=True)
        return PROBLEMS


def one_person(said: str, people: Iterable[Somebody], *, so: str = "Nothing was changed.") -> Somebody:
    """The one whom the words mean. Raises `NotOne`, which says `so` where there is not just one."""
    everybody = list(people)
    found = who_fits(said, everybody)
    if len(found) == 1:
        return found[0]
    if found:
        fits = [(_called(who), {"name": who.name, "id": who.id}) for who in found]
        sentence = f"{said} fits {count(len(found), 'person', 'people')}. {so}".rstrip()
        raise NotOne(sentence, fits, "Write more of the name, or the id in brackets.")
    near = nearest(said, everybody)
    advice = f"Did you mean {near.name}? " if near else ""
    raise NotOne(f"There is nobody called {said}. {so}".rstrip(), advice=f"{advice}{offer(said)}")


def offer(name: str) -> str:
    """How somebody gets a record."""
    return f'To add somebody new: bothways add person "{name}"'


def _called(who: Somebody) -> str:
    return f"{who.name} ({who.id})" if who.id else f"{who.name} (no record yet)"


def tell_written(terminal: Terminal, file: str, line: int, words: str, **more: Any) -> None:
    """Says what was written, and where."""
    if terminal.json:
        terminal.give({"file": file, "line": line, "changed": True, **more})
        return
    terminal.remark(f"{file}:{line}: {words}", to_err=False)


class Word(click.ParamType[str]):
    """One of some words, in any case."""

    def __init__(self, name: str, words: Sequence[str]) -> None:
        self.name, self.choices = name, tuple(words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: RET503
        """Takes the word, or says what may have been meant."""
        from difflib import get_close_matches  # noqa: PLC0415

        word = str(value).strip().lower().replace(" ", "-")
        if word in self.choices:
            return word
        near = get_close_matches(word, self.choices, n=1, cutoff=0.6)
        advice = f"Did you mean {near[0]}?" if near else ""
        known = f"{', '.join(self.choices[:-1])} or {self.choices[-1]}"
        self.fail(f"{self.name} cannot be {value}: it is {known}. {advice}".rstrip(), param, ctx)
