"""What the commands that write have in common: where they write, how they ask, and what they say afterwards.

Imports nothing that takes long: `log` should be done at once. What takes long is imported where it is needed.
"""

import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bothways.cli.everywhere import Asked
from bothways.cli.program import PROBLEMS
from bothways.cli.terminal import Terminal
from bothways.model.words import count
from bothways.problems import Place, Problem, ProblemsFound
from bothways.writing.swap import ChangedMeanwhile
from bothways.writing.whom import Somebody, nearest, who_fits

if TYPE_CHECKING:
    from bothways.writing.desk import Desk, Prepared

FILE = "mkdocs.yml"

MOST_SHOWN = 12
"""Of those that words fit: more help nobody to choose."""

_OTHER = re.compile(r"^\s*(?!#)[^\n]*(\btoday\b|\bINHERIT\b|!ENV|[\"'{\[*&]\s*workbook)", re.MULTILINE)
_WORKBOOK = re.compile(r"^\s+(?:-\s+)?workbook:[ \t]*([\w./-]+)[ \t]*(?:#.*)?$", re.MULTILINE)
_MENTIONS = re.compile(r"^[^\n#]*\bworkbook:", re.MULTILINE)


@dataclass(frozen=True)
class Near:
    """The folders and the day, as `bothways.cli.home` finds them, without what only a site needs."""

    folder: Path
    workbook: Path
    fixed_day: date | None

    @property
    def day(self) -> date:
        """The day it is, at the person's own place."""
        return self.fixed_day or date.today()  # noqa: DTZ011

    @property
    def shown_as(self) -> str:
        """The workbook's name in messages: relative to the folder."""
        return self.relative(self.workbook)

    def relative(self, path: Path) -> str:
        """A path in messages: relative to the folder."""
        return Path(os.path.relpath(path, self.folder)).as_posix()


def near_home(asked: Asked) -> Near:
    """The home of the workbook. Simple settings in `mkdocs.yml` are read here, any others by MkDocs, which takes long.

    Raises `ProblemsFound`.
    """
    return _quick_home(asked) or _careful_home(asked)


def _quick_home(asked: Asked) -> Near | None:
    named = Path(os.path.abspath(asked.workbook)) if asked.workbook else None  # noqa: PTH100  # links stay as named
    start = named.parent if named else Path.cwd()
    folder = next((place for place in (start, *start.parents) if (place / FILE).is_file()), None)
    if folder is None:
        return None
    text = (folder / FILE).read_text(encoding="utf-8", errors="replace")
    said = _WORKBOOK.findall(text)
    if _OTHER.search(text) or len(said) != len(_MENTIONS.findall(text)) or len(said) > 1:
        return None
    workbook = named or folder / (said[0] if said else "workbook")
    if not workbook.is_dir():
        return None
    asked.folder = folder
    return Near(folder, workbook, asked.today)


def _careful_home(asked: Asked) -> Near:
    from bothways.cli.home import find_home  # noqa: PLC0415  # it brings MkDocs

    home = find_home(asked)
    return Near(home.folder, home.workbook, home.fixed_day)


def desk_of(home: Near) -> "Desk":
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


def write(prepared: "Prepared", home: Near) -> None:
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
        self.name, self.words = name, words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: RET503
        """Takes the word, or says what may have been meant."""
        from difflib import get_close_matches  # noqa: PLC0415

        word = str(value).strip().lower().replace(" ", "-")
        if word in self.words:
            return word
        near = get_close_matches(word, self.words, n=1, cutoff=0.6)
        advice = f"Did you mean {near[0]}?" if near else ""
        self.fail(
            f"{self.name} cannot be {value}: it is {', '.join(self.words[:-1])} or {self.words[-1]}. {advice}".rstrip(),
            param,
            ctx,
        )
