"""From the person's folders to an edition: reading, then derive, then pages."""

from datetime import date
from pathlib import Path

from bothways.derive.facts import Facts
from bothways.model.workbook import Workbook
from bothways.pages.book import workbook_pages
from bothways.pages.navigation import TABS
from bothways.pages.words import first_name
from bothways.reading.library import read_library
from bothways.reading.workbook import read_workbook
from bothways.site.edition import Edition
from bothways.site.guide_files import guide_folder

GUIDE_ROOT = "guide/"


def compose(workbook: Path, day: date, guide_only: bool) -> Edition:
    """The edition of one workbook on one day, or of the guide alone. Raises `ProblemsFound`."""
    library = read_library(guide_folder())
    if guide_only:
        return Edition(title="", pages=(), tabs=(), guide_root="")
    read = read_workbook(workbook, library).workbook
    return Edition(title=_title(read), pages=workbook_pages(Facts(read, day)), tabs=TABS, guide_root=GUIDE_ROOT)


def _title(workbook: Workbook) -> str:
    return f"{first_name(workbook.me.name)}’s workbook" if workbook.me else ""
