"""What can be wrong in a person's files, as data: where, what, and what to do.

    Problem         one line to look at, in a file of the person's
    ProblemsFound   the error that carries all of them to the door (command line or plugin)

The door words them; nothing here prints.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, TypeVar

Severity = Literal["problem", "hint"]
Found = TypeVar("Found")


class Place(NamedTuple):
    """Where something is written. A tuple, because each field of each record has one, and they are soon made."""

    file: str
    """Relative to the folder with `mkdocs.yml`, with forward slashes. Empty: nowhere."""
    line: int = 1
    """Counts from 1."""
    column: int = 1
    """Counts from 1, in characters."""

    def below(self, lines: int) -> "Place":
        """The place so many lines further down."""
        return Place(self.file, self.line + lines, self.column) if lines else self

    def right(self, characters: int) -> "Place":
        """The place so many characters further on its line."""
        return Place(self.file, self.line, self.column + characters)


NOWHERE = Place("", 1, 1)


@dataclass(frozen=True)
class Problem:
    """One thing to look at. A hint does not stop a build; a problem does."""

    place: Place
    code: str
    """A stable word; each has an entry in the guide's reference page."""
    message: str
    """What is wrong, in the person's words."""
    hint: str = ""
    """What to do about it."""
    field: str = ""
    """The path by name: `people[Dana Okafor].introduced_by`."""
    severity: Severity = "problem"

    def below(self, lines: int) -> "Problem":
        """The same, so many lines further down."""
        return replace(self, place=self.place.below(lines)) if lines else self

    def __str__(self) -> str:
        """`workbook/people.yaml:14:5: message hint`, as `bothways check` prints it."""
        where = f"{self.place.file}:{self.place.line}:{self.place.column}"
        return f"{where}: {self.message} {self.hint}".rstrip()

    def as_json(self) -> dict[str, object]:
        """The object that `--json` prints."""
        place = self.place._asdict()
        return {
            **place,
            "severity": self.severity,
            "field": self.field,
            "message": self.message,
            "hint": self.hint,
            "code": self.code,
        }


class ProblemsFound(Exception):
    """The person's files cannot be used as they are. Holds every problem, not the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))


def gathered(look: Callable[[], Found], problems: list[Problem]) -> Found | None:
    """What looking gives. Where it raises `ProblemsFound`: nothing, and `problems` gains them."""
    try:
        return look()
    except ProblemsFound as found:
        problems += found.problems
        return None


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by place, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.place, p.code, p.message)))


def serious(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Those that stop a build; the rest are hints."""
    return tuple(problem for problem in problems if problem.severity == "problem")
