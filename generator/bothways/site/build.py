"""The build: a whole site, checked, in the place of the old one; or the old one untouched."""

from pathlib import Path
from typing import NamedTuple

from bothways.site.cache import Cache
from bothways.site.edition import ReadEdition
from bothways.site.finish import is_ours
from bothways.site.frame_ahead import Ahead
from bothways.site.looked_over import check
from bothways.site.swap import fresh_folder, put_right, swap
from bothways.site.workshop import Workshop
from bothways.site.written import Written, write


class NotOurs(Exception):
    """The folder to write into holds something that no build of ours made."""


class Built(NamedTuple):
    """What a build made."""

    out: Path
    """The folder, without symbolic links in its path."""
    pages: int
    """How many pages one can open."""


def build(folder: Path, out: Path, read_edition: ReadEdition, ahead: Ahead | None = None) -> Built:
    """Builds the site of `folder`, the one with `mkdocs.yml`, into `out`.

    `ahead`: a process that makes the frame. Raises `ProblemsFound` when the workbook, the guide or `mkdocs.yml` cannot
    be used, and `NotOurs` when `out` is somebody else's folder. Whatever is raised, `out` is what it was.
    """
    out = out.resolve()
    put_right(out)
    if not is_ours(out):
        raise NotOurs(f"{out} holds files that bothways did not make. Choose an empty folder, or a new one.")
    cache = Cache(folder)
    site = Workshop(folder, cache).site(read_edition, ahead)
    last = Written(out, cache)
    if not last.is_all_of(site):
        with fresh_folder(out) as fresh:
            write(site, fresh, last)
            check(site, folder)
            swap(fresh, out)
        last.keep(site)
        site.keep()
    return Built(out, len(site.pages))
