"""Problems and hints in words: one a line, by place, then what there is to look at, counted."""

from collections.abc import Sequence
from pathlib import Path

from bothways.cli.everywhere import Asked
from bothways.cli.terminal import Terminal, printable
from bothways.problems import Problem, in_order
from bothways.reading.to_look_at import lines_of, summary

EXPLAINED = "guide/reading-problems.html"
"""The page of the site on which every code has its entry."""

LONGEST = 400
"""Characters of one problem in text: a whole page pasted into a date is cut in the middle. JSON has all of it."""


def report(
    problems: Sequence[Problem], asked: Asked, terminal: Terminal, *, to_err: bool, as_text: bool = False
) -> None:
    """Shows all problems at once, as JSON on standard output where that was asked for; or as text in any case."""
    problems = in_order(problems)
    if terminal.json and not as_text:
        terminal.give(as_json(problems))
        return
    files: dict[str, Sequence[str]] = {}
    for problem in problems:
        terminal.say(in_words(problem), to_err=to_err)
        if terminal.is_terminal(to_err=to_err):
            for line in _pointed_at(problem, asked.folder, files, terminal.width(to_err=to_err)):
                terminal.say(line, "dim", to_err=to_err)
            terminal.say(f"    In the guide: {EXPLAINED}#{problem.code}", "dim", to_err=to_err)
    terminal.remark(summary(problems), to_err=to_err)


def as_json(problems: Sequence[Problem]) -> dict[str, object]:
    """The object that `--json` prints; an empty list when all is well."""
    return {"problems": [problem.as_json() for problem in problems]}


def in_words(problem: Problem) -> str:
    """`workbook/people.yaml:14:5: message hint`. A hint says its code, by which it can be turned off."""
    text = str(problem) if problem.place.file else f"{problem.message} {problem.hint}".rstrip()
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]} ... {text[-LONGEST // 2 :]}"
    return f"{text} (hint: {problem.code})" if problem.severity == "hint" else text


def _pointed_at(problem: Problem, folder: Path, files: dict[str, Sequence[str]], width: int) -> list[str]:
    """The line itself, and a caret below the column; of a long line the part that matters."""
    from rich.cells import cell_len  # noqa: PLC0415  # only a person at a terminal needs it

    place = problem.place
    if place.file not in files:
        files[place.file] = lines_of(folder / place.file) if place.file else []
    lines = files[place.file]
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return []
    line, at = printable(lines[place.line - 1]), place.column - 1
    start = max(0, at - width // 2) if cell_len(line) > width - 4 else 0
    shown = line[start : start + max(width - 4, 20)]
    return [f"    {shown}", f"    {' ' * cell_len(line[start:at])}^"]
