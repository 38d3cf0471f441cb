"""What is laid over a page: the problems of the moment, and the thread by which it follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from bothways.digest import digest
from bothways.problems import Problem, in_order, serious
from bothways.reading.to_look_at import lines_of, summary
from bothways.serve.environment import html, version

MOST_SHOWN = 50
"""Of many, the first will do: they are put right from the top."""
STYLE = b'<link rel="stylesheet" href="/-/%s/write.css">'
LONGEST_LINE = 160
"""Characters shown of a line."""


@dataclass(frozen=True)
class Line:
    """One line of a file as it is shown."""

    number: int
    text: str
    caret: str = ""
    """What stands below it, to point at the column; empty for the other lines."""


def overlay(problems: Sequence[Problem], folder: Path, *, is_over_a_site: bool = True) -> str:
    """The section that says what is to be looked at; empty where there is nothing.

    `folder` is the one that the names of files are relative to.
    """
    found = serious(in_order(problems))
    if not found:
        return ""
    shown = found[:MOST_SHOWN]
    files = {name: lines_of(folder / name) for name in {problem.place.file for problem in shown} if name}
    return html(
        "problems.html",
        heading=summary(found).removesuffix(" Nothing is lost.").rstrip("."),
        shown=[(problem, _lines(problem, files.get(problem.place.file, ()))) for problem in shown],
        more=max(0, len(found) - MOST_SHOWN),
        is_over_a_site=is_over_a_site,
    )


def laid_over(page: bytes, address: str, seen: str, problems: str) -> bytes:
    """The page with its problems over it, ready to follow what happens.

    `seen` is the digest of the page; empty for one that stands in where there is none.
    """
    end = html(
        "thread.html",
        address=address,
        page=seen,
        problems=Markup(problems),  # noqa: S704  # made by our own template
        problems_seen=digest(problems),
        version=version(),
        has_form=b" data-keeps>" in page,
    )
    page = page.replace(b"</head>", STYLE % version().encode() + b"</head>", 1)
    body, close, rest = page.rpartition(b"</body>")
    return body + end.encode() + close + rest if close else rest + end.encode()


def _lines(problem: Problem, lines: Sequence[str]) -> list[Line]:
    """The line itself, with the one before it. `lines`: of its file."""
    place = problem.place
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return []
    start = max(0, place.column - LONGEST_LINE // 2)
    caret = " " * (place.column - 1 - start) + "^"
    shown = Line(place.line, lines[place.line - 1][start : start + LONGEST_LINE], caret)
    before = lines[place.line - 2][start : start + LONGEST_LINE] if place.line > 1 else ""
    return [Line(place.line - 1, before), shown] if before.strip() else [shown]
