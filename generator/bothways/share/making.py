"""From a cut to the files of a share: the whole site, in memory, and looked through for all that was taken out.

Made in an empty folder: nothing of the owner's `mkdocs.yml`, and none of their own pages of the guide, can come along.
"""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bothways.audience.cutting import texts_in
from bothways.audience.edition import Cut
from bothways.derive.facts import Facts
from bothways.model.workbook import Workbook
from bothways.pages.book import shared_pages
from bothways.pages.navigation import OWN_ADDRESSES, SESSION
from bothways.reading.library import Library
from bothways.share.policy import Trusted, trusted_in
from bothways.share.scan import Find, finds
from bothways.share.twin import twin
from bothways.site.cache import Cache
from bothways.site.compose import compose_shared, title_of
from bothways.site.looked_over import check
from bothways.site.whole import Site
from bothways.site.workshop import Workshop

FRONT = SESSION.tab.address
"""The page that a share opens on."""


class StillThere(Exception):
    """Something that was taken out is in the files all the same. Nothing may be written."""

    def __init__(self, found: Sequence[Find]) -> None:
        super().__init__(f"{len(found)} finds")
        self.found = found


@dataclass(frozen=True)
class Made:
    """A share, ready to be locked or laid out."""

    files: Mapping[str, bytes]
    trusted: Trusted
    pages: tuple[str, ...]
    """The addresses of the pages that one can open."""
    own_addresses: Mapping[str, str]
    """The owner's own address, for each page that has another in the share."""


def make(
    cut: Cut, library: Library, workbook: Path, day: date, *, cache: Cache | None = None, shown_as: str | None = None
) -> Made:
    """The share of a workbook that was cut down and lies in the folder `workbook`.

    `cache`: where the theme's part of a site may be kept, which nobody wrote. Raises `ProblemsFound`, and
    `StillThere` when the second lock holds.
    """
    edition = compose_shared(cut, library, workbook, day, shown_as)
    with tempfile.TemporaryDirectory(prefix="bothways-") as place:
        nowhere = Path(place)
        site = Workshop(nowhere, cache or Cache(None)).site(lambda: edition)
        check(site, nowhere)
        files = _read(site)
        public = _read(_of(site, _with_nothing_in_it(library), library, day))
        found = finds(
            files, cut.taken_out.all(), public, lambda: _read(_of(site, _other_words(cut, library), library, day))
        )
    if found:
        raise StillThere(found)
    return Made(
        files=files,
        trusted=trusted_in(files, (shell.text for shell in site.frame.shells.values())),
        pages=tuple(page.address for page in edition.pages if not page.is_bare),
        own_addresses={**cut.own_addresses, **OWN_ADDRESSES},
    )


def _read(site: Site) -> dict[str, bytes]:
    return {address: site.read(address) or b"" for address in site.addresses()}


def _of(site: Site, workbook: Workbook, library: Library, day: date) -> Site:
    """The same site of another workbook."""
    pages = shared_pages(Facts(workbook, day), library)
    edition = replace(site.edition, title=title_of(workbook), pages=pages, attachments=())
    return Site(edition, site.pictures, site.frame)


def _with_nothing_in_it(library: Library) -> Workbook:
    """One in which nobody has written anything: whatever a site says of it is public."""
    return Workbook(questions=library.questions, messages=library.messages)


def _other_words(cut: Cut, library: Library) -> Workbook:
    ours = (*library.questions, *library.checklists, *library.messages)
    me = (cut.workbook.me.name,) if cut.workbook.me else ()
    open_names = (name for names, how in cut.people if how == "full" for name in names)
    return twin(cut.workbook, (text for record in ours for text in texts_in(record)), (*me, *open_names))
