"""What a site is made of: an edition and the guide, from the folders that `mkdocs.yml` names."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from mkdocs.config.defaults import MkDocsConfig

from bothways.problems import Problem, ProblemsFound
from bothways.site.edition import Edition, ReadEdition
from bothways.site.guide import Guide, read_guide
from bothways.site.guide_files import guide_folder

OWN_PAGES = "content"

Read = TypeVar("Read")


def read_inputs(config: MkDocsConfig, content: Path | None, read_edition: ReadEdition) -> tuple[Edition, Guide]:
    """Reads both, and raises `ProblemsFound` with the problems of both at once."""
    problems: list[Problem] = []
    edition = _or_problems(read_edition, problems)
    guide = _or_problems(lambda: read_guide(folder_of(config), content), problems)
    if edition is None or guide is None:
        raise ProblemsFound(problems)
    return edition, guide


def folder_of(config: MkDocsConfig) -> Path:
    """The folder with `mkdocs.yml`."""
    return Path(config.config_file_path).parent


def own_pages(config: MkDocsConfig, workbook: Path) -> Path | None:
    """The folder of the person's own guide pages: `docs_dir`, or `content/` where `docs_dir` is the workbook.

    Why: MkDocs insists on a `docs_dir` that exists, and a person may well have no pages of their own.
    """
    docs = Path(config.docs_dir)
    if docs.resolve() == workbook.resolve():
        docs = folder_of(config) / OWN_PAGES
    return docs if docs.is_dir() and docs.resolve() != guide_folder().resolve() else None


def _or_problems(read: Callable[[], Read], problems: list[Problem]) -> Read | None:
    try:
        return read()
    except ProblemsFound as found:
        problems += found.problems
        return None
