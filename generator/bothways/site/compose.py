"""From the person's folders to an edition: reading, then derive, then pages."""

from datetime import date
from pathlib import Path

from bothways.derive.facts import Facts
from bothways.model.names import first_name
from bothways.model.workbook import Workbook
from bothways.pages.book import guide_pages, workbook_pages
from bothways.pages.navigation import TABS, TOOLS
from bothways.reading.library import read_library
from bothways.reading.workbook import read_workbook
from bothways.site.edition import Attachment, Edition
from bothways.site.guide_files import guide_folder

GUIDE_ROOT = "guide/"


def compose(workbook: Path, day: date, guide_only: bool, shown_as: str | None = None) -> Edition:
    """The edition of one workbook on one day, or of the guide alone. Raises `ProblemsFound`.

    `shown_as` is the name of the workbook's folder in problems.
    """
    library = read_library(guide_folder())
    if guide_only:
        return Edition(title="", pages=guide_pages(library, day), tabs=(TOOLS.tab,), guide_root="")
    read = read_workbook(workbook, library, shown_as).workbook
    return Edition(
        title=_title(read),
        pages=workbook_pages(Facts(read, day), library),
        tabs=TABS,
        guide_root=GUIDE_ROOT,
        attachments=_attachments(read, workbook),
    )


def _attachments(read: Workbook, folder: Path) -> tuple[Attachment, ...]:
    names = sorted({name for record in read.records() for name in record.files})
    return tuple(Attachment(f"files/{name}", folder / "files" / name) for name in names)


def _title(workbook: Workbook) -> str:
    return f"{first_name(workbook.me.name)}’s workbook" if workbook.me else ""
