"""Reads one workbook again and again: for the site, for what stands beside its pages, and for the editor."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from bothways.derive.facts import Facts
from bothways.model.names import Names
from bothways.reading.coach import read_replies
from bothways.reading.library import Library, read_library
from bothways.reading.memory import Memory
from bothways.reading.workbook import read_workbook
from bothways.site.compose import edition_of
from bothways.site.edition import Edition
from bothways.site.guide_files import DATA_FOLDERS, guide_folder
from bothways.writing.desk import Desk


class Reader:
    """A workbook, read as often as it changes. What has not changed is not read again."""

    def __init__(self, workbook: Path, shown_as: str, day: Callable[[], date]) -> None:
        """`workbook`: its folder, which messages call `shown_as`."""
        self.workbook, self.shown_as, self.day = workbook, shown_as, day
        # Two, as the site may be read while somebody writes. What the first reading gave, both remember.
        self._for_site, self._for_desk = Memory(), Memory()
        self.facts: Facts | None = None
        """Of the last reading that went well."""
        self._edition: tuple[object, Edition] | None = None
        """That of these facts, and what it was made of."""
        self._library: tuple[object, Library] | None = None

    def edition(self) -> Edition:
        """The workbook as it is now, as the site shows it: the last one where nothing has changed.

        Raises `ProblemsFound`.
        """
        library, day = self._guide(), self.day()
        read = read_workbook(self.workbook, library, self.shown_as, self._for_site).workbook
        if self._edition is None:
            self._for_desk = self._for_site.copy()
        made_of = read, read_replies(self.workbook, self.shown_as), library, day
        if self._edition is None or self._edition[0] != made_of:
            facts = Facts(read, day, self.facts)
            self._edition = made_of, edition_of(facts, library, made_of[1], self.workbook)
            self.facts = facts
        return self._edition[1]

    @property
    def names(self) -> Names:
        """Who and what there is, whatever else is wrong with the workbook."""
        return self._for_site.names

    def desk(self) -> Desk:
        """The workbook as it is now, ready to be changed. Raises `ProblemsFound`."""
        return Desk(self.workbook, self._guide(), self.shown_as, self._for_desk)

    def titles(self) -> Mapping[str, str]:
        """What each page that has the theme around it is called, by its address. Raises `ProblemsFound`."""
        facts, replies = Facts(self.desk().workbook, self.day()), read_replies(self.workbook, self.shown_as)
        pages = edition_of(facts, self._guide(), replies, self.workbook).pages
        return {page.address: page.title for page in pages if not page.is_bare}

    def _guide(self) -> Library:
        """What ships with the guide, read again where a file of it was changed: it is longer than most workbooks."""
        files = [path for folder in DATA_FOLDERS for path in sorted((guide_folder() / folder).glob("*"))]
        stamp = [(path, stat.st_mtime_ns, stat.st_size) for path in files for stat in [path.stat()]]
        if self._library is None or self._library[0] != stamp:
            self._library = stamp, read_library(guide_folder())
        return self._library[1]
