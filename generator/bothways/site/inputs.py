"""What a site is made of: an edition and the guide."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bothways.problems import Problem, ProblemsFound
from bothways.site.edition import Edition, ReadEdition
from bothways.site.guide import Guide, read_guide

Read = TypeVar("Read")


def read_inputs(folder: Path, content: Path | None, read_edition: ReadEdition) -> tuple[Edition, Guide]:
    """Reads both, and raises `ProblemsFound` with the problems of both at once.

    `folder` is the one with `mkdocs.yml`; `content` holds the person's own guide pages, if there are any.
    """
    problems: list[Problem] = []
    edition = _or_problems(read_edition, problems)
    guide = _or_problems(lambda: read_guide(folder, content), problems)
    if edition is None or guide is None:
        raise ProblemsFound(problems)
    return edition, guide


def _or_problems(read: Callable[[], Read], problems: list[Problem]) -> Read | None:
    try:
        return read()
    except ProblemsFound as found:
        problems += found.problems
        return None
