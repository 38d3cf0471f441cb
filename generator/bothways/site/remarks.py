"""What MkDocs remarks while it builds: kept instead of printed, and put into our words."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bothways.problems import NOWHERE, Place, Problem
from bothways.site.chapter import Chapter

LINK = re.compile(r"Doc file '(?P<doc>[^']+)' contains (?P<how>.*?)link '(?P<link>.+?)',(?P<why>.*)", re.DOTALL)
MEANT = re.compile(r"Did you mean '(.+?)'\?")

OF_NO_CONCERN = ("Excluding '",)
"""Beginnings of remarks about files that MkDocs found itself; we choose the files."""

ChapterAt = Callable[[str], Chapter | None]


@contextmanager
def listening() -> Iterator[list[str]]:
    """Gives the list into which MkDocs' warnings and errors go while the block runs; nothing is printed."""
    heard: list[str] = []
    logger = logging.getLogger("mkdocs")
    before = (logger.handlers, logger.propagate, logger.level)
    logger.handlers, logger.propagate = [_Keep(heard)], False
    logger.setLevel(logging.WARNING)
    try:
        yield heard
    finally:
        logger.handlers, logger.propagate = before[0], before[1]
        logger.setLevel(before[2])


def problems_from(heard: list[str], chapter_at: ChapterAt) -> list[Problem]:
    """One problem for each remark that matters, with its place where it is about a chapter."""
    return [_problem(text, chapter_at) for text in heard if not text.startswith(OF_NO_CONCERN)]


def broken_link(link: str, place: Place, meant: str = "") -> Problem:
    """A link that leads nowhere. `meant` is what MkDocs guesses."""
    hint = f"Did you mean {meant}?" if meant else "Write it as the other file's name, relative to this one."
    return Problem(place, "broken-link", f"The link to {link} leads nowhere.", hint)


def broken_anchor(link: str, place: Place) -> Problem:
    """A link to a heading that the other page does not have."""
    page, _, anchor = link.partition("#")
    where = page or "this page"
    return Problem(place, "broken-anchor", f"There is no heading #{anchor} on {where}.", "Look at the heading's words.")


def other_host(link: str, place: Place) -> Problem:
    """Something that a page would ask another host for."""
    message = f"This page would ask another host for {link}."
    return Problem(place, "other-host", message, "Put the file into content/ and use it from there.")


class _Keep(logging.Handler):
    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def _problem(text: str, chapter_at: ChapterAt) -> Problem:
    found = LINK.match(text)
    if not found:
        return Problem(NOWHERE, "mkdocs", text)
    chapter = chapter_at(found["doc"])
    place = chapter.place_of(found["link"]) if chapter else Place(found["doc"])
    if "anchor" in found["why"]:
        return broken_anchor(found["link"], place)
    meant = MEANT.search(found["why"])
    return broken_link(found["link"], place, meant[1] if meant else "")
