"""Where a command works: the folder with `mkdocs.yml`, the workbook in it, and the day."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bothways.cli.everywhere import Asked
from bothways.cli.program import RefusedError
from bothways.site.home import FILE, read_settings

if TYPE_CHECKING:
    from bothways.site.edition import ReadEdition


@dataclass(frozen=True)
class Home:
    """The folders of one person's site."""

    folder: Path
    """The one with `mkdocs.yml`; where there is none, the one that holds the workbook."""
    workbook: Path
    content: Path | None
    """The person's own guide pages, if there are any."""
    site: Path
    """Where the site goes."""
    is_guide_only: bool
    """Whether `mkdocs.yml` asks for the guide alone."""
    fixed_day: date | None
    """The day that was asked for. None: the clock's."""
    sharing: Mapping[str, Any] = field(default_factory=dict)
    """Profiles of shared copies in `mkdocs.yml`, as they are written."""

    @property
    def day(self) -> date:
        """The day it is, at the person's own place."""
        return self.fixed_day or date.today()  # noqa: DTZ011

    @property
    def shown_as(self) -> str:
        """The workbook's name in messages: relative to the folder."""
        return self.relative(self.workbook)

    def relative(self, path: Path) -> str:
        """A path in messages: relative to the folder."""
        return Path(os.path.relpath(path, self.folder)).as_posix()

    def edition(self, *, guide_only: bool) -> "ReadEdition":
        """Reads the edition anew with every call."""
        from bothways.site.compose import compose  # noqa: PLC0415  # it brings all pages

        return lambda: compose(self.workbook, self.day, guide_only or self.is_guide_only, self.shown_as)


def find_home(asked: Asked, *, needs_workbook: bool = True) -> Home:
    """The home of the workbook that was named, else of the folder one is in, searching upwards for `mkdocs.yml`.

    Raises `ProblemsFound` for a `mkdocs.yml` that cannot be used.
    """
    named = Path(os.path.abspath(asked.workbook)) if asked.workbook else None  # noqa: PTH100  # links stay as named
    start = named.parent if named else Path.cwd()
    above = (start, *start.parents)
    folder = next((place for place in above if (place / FILE).is_file()), start)
    asked.folder = folder
    settings = read_settings(folder)
    workbook = named or settings.workbook
    if workbook.exists() and not workbook.is_dir():
        raise RefusedError(f"{workbook.name} is a file, and the workbook is a folder.")
    if named and (named / FILE).is_file():
        raise RefusedError(f"{named.name} is the folder around a workbook. Did you mean {asked.workbook}/workbook?")
    if needs_workbook and not workbook.is_dir() and not (folder / FILE).is_file():
        raise RefusedError(
            "There is no workbook here. Go to its folder, name it with --workbook DIR, or make one: bothways new DIR."
        )
    return Home(
        folder=folder,
        workbook=workbook,
        content=settings.content,
        site=settings.site,
        is_guide_only=settings.guide_only,
        fixed_day=asked.today or settings.today,
        sharing=settings.sharing,
    )
