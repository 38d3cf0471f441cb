"""From the person's folders to an edition: reading, then derive, then pages."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bothways.derive.facts import Facts
from bothways.model.names import first_name
from bothways.model.replies import Reply
from bothways.model.workbook import Workbook
from bothways.pages.book import guide_pages, shared_pages, workbook_pages
from bothways.pages.coach import with_comments
from bothways.pages.navigation import SHARED_TABS, TABS, TOOLS
from bothways.problems import Place, Problem, ProblemsFound
from bothways.reading.coach import read_replies
from bothways.reading.library import Library, read_library
from bothways.reading.workbook import read_workbook
from bothways.site.edition import Attachment, Edition
from bothways.site.guide_files import guide_folder
from bothways.site.outline import GUIDE_ROOT

if TYPE_CHECKING:
    from bothways.audience.edition import Cut

PACKET = "packet.html"
"""The page that shows what a coach wrote about no page that there is."""


def compose(
    workbook: Path, day: date, guide_only: bool, shown_as: str | None = None, library: Library | None = None
) -> Edition:
    """The edition of one workbook on one day, or of the guide alone. Raises `ProblemsFound`.

    `shown_as` is the name of the workbook's folder in problems; `library` what ships with the guide, if it was read.
    """
    library = library or read_library(guide_folder())
    if guide_only:
        return Edition(title="", pages=guide_pages(library, day), tabs=(TOOLS.tab,), guide_root="")
    read = read_workbook(workbook, library, shown_as).workbook
    return edition_of(Facts(read, day), library, read_replies(workbook, shown_as or workbook.name), workbook)


def edition_of(facts: Facts, library: Library, replies: Iterable[Reply], workbook: Path) -> Edition:
    """The edition of a workbook that was read already, with a coach's `replies`, from the folder `workbook`."""
    pages = workbook_pages(facts, library)
    return Edition(
        title=title_of(facts.workbook),
        pages=tuple(with_comments(pages, replies, _coach(facts.workbook), PACKET, facts.day)),
        tabs=TABS,
        guide_root=GUIDE_ROOT,
        attachments=_attachments(facts.workbook, workbook),
    )


def compose_shared(cut: "Cut", library: Library, workbook: Path, day: date, shown_as: str | None = None) -> Edition:
    """The edition for another reader: of a workbook that was cut down, which lies in the folder `workbook`.

    Raises `ProblemsFound` for a picture that is none.
    """
    return Edition(
        title=title_of(cut.workbook),
        pages=shared_pages(Facts(cut.workbook, day), library),
        tabs=SHARED_TABS,
        guide_root=GUIDE_ROOT,
        attachments=tuple(_pictures(cut, workbook / "files", f"{shown_as or workbook.name}/files")),
    )


def _pictures(cut: "Cut", folder: Path, shown_as: str) -> Iterator[Attachment]:
    """The pictures that are shown, drawn anew: nothing of their files is kept but what can be seen."""
    # It brings a library for pictures, which a person's own site has no use for.
    from bothways.audience.pictures import NotAPicture, drawn_anew  # noqa: PLC0415

    for name, own in cut.pictures.items():
        try:
            yield Attachment(f"files/{name}", drawn_anew((folder / own).read_bytes(), Path(name).suffix))
        except NotAPicture as error:
            message = f"{own} cannot be read as a picture, so it cannot be shared."
            hint = "Take it out of files, or take the files out of the profile's show."
            raise ProblemsFound([Problem(Place(f"{shown_as}/{own}"), "not-a-picture", message, hint)]) from error


def _attachments(read: Workbook, folder: Path) -> tuple[Attachment, ...]:
    names = sorted({name for record in read.records() for name in record.files})
    return tuple(Attachment(f"files/{name}", folder / "files" / name) for name in names)


def _coach(workbook: Workbook) -> str:
    coach = workbook.me.coach if workbook.me else None
    return first_name(coach.name) if coach and coach.name else "Your coach"


def title_of(workbook: Workbook) -> str:
    """What the site of a workbook is called; empty where nobody wrote who they are."""
    return f"{first_name(workbook.me.name)}’s workbook" if workbook.me else ""
