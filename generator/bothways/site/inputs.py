"""What a site is made of: an edition and the guide."""

from pathlib import Path

from bothways.problems import Problem, ProblemsFound, gathered
from bothways.site.edition import Edition, ReadEdition
from bothways.site.guide import Guide, read_guide


def read_inputs(folder: Path, content: Path | None, read_edition: ReadEdition) -> tuple[Edition, Guide]:
    """Reads both, and raises `ProblemsFound` with the problems of both at once.

    `folder` is the one with `mkdocs.yml`; `content` holds the person's own guide pages, if there are any.
    """
    problems: list[Problem] = []
    edition = gathered(read_edition, problems)
    guide = gathered(lambda: read_guide(folder, content), problems)
    if edition is None or guide is None:
        raise ProblemsFound(problems)
    return edition, guide
