"""The guide as one site shows it: the package's chapters, joined by the person's own."""

import posixpath
from pathlib import Path
from typing import NamedTuple

from bothways.problems import Problem, ProblemsFound
from bothways.site.chapter import Chapter, read_chapter
from bothways.site.guide_files import GuideFile, guide_files, guide_folder
from bothways.site.guide_nav import FRONT_PAGE, grouped

CHAPTERS_AT = "guide"
"""The folder of the chapters in every site, so that a chapter has one address in all of them."""

Nav = list["str | dict[str, Nav]"]
"""A piece of MkDocs' `nav`."""


class Guide(NamedTuple):
    """All that is published of the guide."""

    chapters: tuple[Chapter, ...]
    pictures: tuple[GuideFile, ...]
    """Every file that is not a chapter."""

    def nav(self) -> Nav:
        """The chapters in their groups, the front page first."""
        uris = [chapter.uri for chapter in self.chapters]
        front: Nav = [in_the_site(FRONT_PAGE)] if FRONT_PAGE in uris else []
        return front + [{title: [in_the_site(uri) for uri in here]} for title, here in grouped(uris)]

    def chapter_at(self, uri: str) -> Chapter | None:
        """The chapter that MkDocs calls `guide/asking.md`."""
        return next((chapter for chapter in self.chapters if in_the_site(chapter.uri) == uri), None)


def files_of_guide(content: Path | None) -> tuple[GuideFile, ...]:
    """The files of the guide, with the person's own pages among them, from the folder `content`."""
    return guide_files(*(place for place in (guide_folder(), content) if place))


def read_guide(folder: Path, content: Path | None) -> Guide:
    """The guide for the site in `folder`; `content` holds the person's own pages.

    Raises `ProblemsFound` with the problems of all chapters at once.
    """
    files = files_of_guide(content)
    chapters: list[Chapter] = []
    problems: list[Problem] = []
    for file in files:
        if file.is_chapter:
            try:
                chapters.append(read_chapter(file, _shown_as(file, folder)))
            except ProblemsFound as found:
                problems += found.problems
    if problems:
        raise ProblemsFound(problems)
    return Guide(tuple(chapters), tuple(file for file in files if not file.is_chapter))


def in_the_site(uri: str) -> str:
    """`asking.md` -> `guide/asking.md`."""
    return posixpath.join(CHAPTERS_AT, uri)


def _shown_as(file: GuideFile, folder: Path) -> str:
    """The name that the person knows the file by; a chapter of the package has none in their folder."""
    home = folder.resolve()
    return file.path.relative_to(home).as_posix() if file.path.is_relative_to(home) else in_the_site(file.uri)
