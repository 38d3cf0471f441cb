"""Chapters of the guide that comes with bothways, rendered once and kept where Python keeps compiled modules.

Rendering them takes longer than all else that MkDocs does. Nobody wrote them but us: a person's own pages are never
kept there. A chapter that has changed, or is asked for otherwise, is rendered anew.
"""

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

import bothways
from bothways.digest import digest
from bothways.site.chapter import Chapter
from bothways.site.guide_files import guide_folder
from bothways.site.outline import Outline, as_text
from bothways.site.program import program
from bothways.whole_file import put_whole


@dataclass(frozen=True)
class Rendered:
    """All that MkDocs knows of a chapter when it has rendered it."""

    title: str | None
    """That of its first heading."""
    content: str
    contents: list[Any]
    """The headings, as MkDocs' own list of contents is made from them."""
    anchors: list[str]
    """What in it can be led to."""
    leads_to: dict[str, dict[str, str]]
    """The anchors in other files that it leads to, each with the link as it is written."""
    entries: list[dict[str, Any]]
    """What the search finds of it."""


class KeptChapters:
    """Rendered chapters, for editions of one outline and one way to read Markdown."""

    def __init__(self, outline: Outline, config: MkDocsConfig) -> None:
        self._outline, self._config = as_text(outline), config

    def get(self, chapter: Chapter) -> Rendered | None:
        """The chapter as it was rendered, if it was rendered from just this, by this program."""
        try:
            made_of, told = json.loads(self._file(chapter).read_bytes())
        except (OSError, ValueError, TypeError):
            return None
        return Rendered(**told) if made_of == self._made_of(chapter) else None

    def keep(self, rendered: Iterable[tuple[Chapter, Rendered]]) -> None:
        """Keeps those that come with bothways. Where Python is not to write, or cannot, none are kept."""
        if sys.dont_write_bytecode or not os.access(folder(), os.W_OK):
            return
        with suppress(OSError):
            for chapter, one in rendered:
                if _is_ours(chapter):
                    told = json.dumps([self._made_of(chapter), asdict(one)])
                    put_whole(self._file(chapter), told.encode(), lasting=False)

    def _file(self, chapter: Chapter) -> Path:
        return folder() / f"chapter-{digest(self._outline, chapter.uri)}.json"

    def _made_of(self, chapter: Chapter) -> str:
        """The outline says to which pages of the workbook there are links, and where the guide's front page is."""
        markdown = self._config.markdown_extensions, self._config.mdx_configs
        asked = json.dumps([*markdown, chapter.meta], default=_in_words, sort_keys=True)
        return digest(program(), self._outline, asked, chapter.uri, chapter.markdown)


def folder() -> Path:
    """Where they are kept."""
    return Path(bothways.__file__).parent / "site" / "__pycache__"


def _in_words(value: object) -> str:
    """A function among the options of Markdown by its name, and a day in what stands above a chapter."""
    return getattr(value, "__qualname__", str(value))


def _is_ours(chapter: Chapter) -> bool:
    try:
        return (guide_folder() / chapter.uri).read_text(encoding="utf-8-sig") == chapter.text
    except OSError:
        return False
