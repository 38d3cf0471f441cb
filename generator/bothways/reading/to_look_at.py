"""How much there is to look at, in one sentence; and the lines of a file, as they are counted in places."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from bothways.model.words import capital, count
from bothways.problems import Problem, serious

_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line."""


def summary(problems: Sequence[Problem]) -> str:
    """How much there is to look at: `Two lines to look at in people.yaml. Nothing is lost.`."""
    to_look_at = serious(problems)
    hints = len(problems) - len(to_look_at)
    if not to_look_at:
        return capital(f"{count(hints, 'hint')}, to take or to leave.") if hints else "All is well."
    # What has no place is looked at by itself.
    lines = len({(*_line(problem), "" if problem.place.file else problem.message) for problem in to_look_at})
    files = list(dict.fromkeys(problem.place.file for problem in to_look_at if problem.place.file))
    also = f", and {count(hints, 'hint')}" if hints else ""
    return capital(f"{count(lines, 'line')} to look at{_where(files)}{also}. Nothing is lost.")


def lines_of(path: Path) -> Sequence[str]:
    """The lines of a file; none, where it cannot be read."""
    try:
        return _LINE_END.split(path.read_text(encoding="utf-8-sig", errors="replace"))
    except OSError:
        return ()


def _line(problem: Problem) -> tuple[str, int]:
    return problem.place.file, problem.place.line


def _where(files: Sequence[str]) -> str:
    names = [PurePosixPath(file).name for file in files]
    if not names:
        return ""
    return f" in {' and '.join(names)}" if len(names) <= 2 else f" in {count(len(names), 'file')}"
