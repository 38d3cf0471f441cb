"""Workbooks in a few lines, for tests."""

import tempfile
from datetime import date
from pathlib import Path
from textwrap import dedent

from bothways.derive.facts import Facts
from bothways.model.workbook import Workbook
from bothways.reading.library import Library, read_library
from bothways.reading.workbook import Reading, read_workbook

TODAY = date(2026, 12, 1)
"""A Tuesday; the day of the example workbook."""

REPOSITORY = Path(__file__).parents[1]
EXAMPLE = REPOSITORY / "workbook"
GUIDE = REPOSITORY / "content"


def folder(files: dict[str, str], where: Path) -> Path:
    """A folder `workbook` in `where` with these files; the texts may be indented."""
    root = where / "workbook"
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8", newline="")
    root.mkdir(exist_ok=True, parents=True)
    return root


def reading(files: dict[str, str], library: Library | None = None) -> Reading:
    """What reading these files gives."""
    with tempfile.TemporaryDirectory() as where:
        return read_workbook(folder(files, Path(where)), library or Library())


def workbook(files: dict[str, str], library: Library | None = None) -> Workbook:
    """The workbook that these files hold: `workbook({"people.yaml": "- name: Dana Okafor"})`."""
    return reading(files, library).workbook


def facts(files: dict[str, str], day: date = TODAY) -> Facts:
    """The facts of the workbook that these files hold, on a day."""
    return Facts(workbook(files), day)


def example() -> Workbook:
    """The example workbook with everything that ships with the guide."""
    return read_workbook(EXAMPLE, read_library(GUIDE)).workbook
