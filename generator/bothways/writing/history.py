"""What git remembers of somebody: the commits of a folder's history in which a name stands."""

import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

PATIENCE = 60
"""Seconds that git may take. A history that is longer to search is named as one that was not searched."""


@dataclass(frozen=True)
class Commit:
    """A commit that put a name into a file, took it out, or has it in the name of a file."""

    id: str
    """The first letters of its hash, as git shows it."""
    day: date


class NotSearched(Exception):
    """There is a history here, and git could not search it."""


def commits_with(names: Iterable[str], folder: Path) -> Sequence[Commit]:
    """The commits on any branch that name somebody, newest first; none where there is no git, or no history.

    Raises `NotSearched`.
    """
    wanted = list(names)
    if not wanted or not any((above / ".git").exists() for above in (folder, *folder.parents)):
        return ()
    text = "|".join(map(_pattern, wanted))
    in_texts = _log(folder, "--regexp-ignore-case", "--extended-regexp", f"-G{text}")
    in_names = _log(folder, "--", *(f":(icase,glob)**/*{_in_a_file_name(name)}*" for name in wanted))
    found = dict.fromkeys([*in_texts, *in_names])
    return sorted(found, key=lambda commit: commit.day, reverse=True)


def _pattern(name: str) -> str:
    """A name as git's regular expressions want it, with any blanks between its words."""
    return "[[:space:]]+".join(re.sub(r"([][\\.^$*+?(){}|])", r"\\\1", word) for word in name.split())


def _in_a_file_name(name: str) -> str:
    return re.sub(r"[^\w]+", "[^a-z0-9]", name.casefold())


def _log(folder: Path, *wanted: str) -> list[Commit]:
    command = ["git", "-C", str(folder), "log", "--all", "--no-color", "--format=%h %cs", *wanted]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise NotSearched from error
    lines = (line.split() for line in ran.stdout.splitlines())
    return [Commit(short, date.fromisoformat(day)) for short, day in lines]
