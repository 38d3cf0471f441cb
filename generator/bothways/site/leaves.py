"""The files of a site, each kind made in its own way, and only when somebody reads it.

Each knows what it is made of, without being made: the same text, the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from bothways.digest import digest
from bothways.pages.digest import Digests
from bothways.pages.page import Page
from bothways.site.entries import entries_of
from bothways.site.frame import Frame, Part
from bothways.site.gists import Gist, Gists, gist_of


class Leaf(Protocol):
    """A file of the site."""

    @property
    def made_of(self) -> str:
        """The same text, the same bytes."""

    def read(self) -> bytes:
        """The file itself."""


class ThemeFile(NamedTuple):
    """A file of the frame."""

    part: Part

    @property
    def made_of(self) -> str:
        """Its own digest."""
        return self.part.digest

    def read(self) -> bytes:
        """As MkDocs left it."""
        return bytes(self.part.data)


class GivenFile(NamedTuple):
    """A picture of the guide's, or an attachment of the workbook's: from the disk, or made for this edition."""

    source: Path | bytes

    @property
    def made_of(self) -> str:
        """Its place, its size and when it was changed: no build reads a photo to see whether it is another."""
        if isinstance(self.source, bytes):
            return digest(self.source)
        about = self.source.stat()
        return digest(str(self.source), f"{about.st_size} {about.st_mtime_ns}")

    def read(self) -> bytes:
        """As it is."""
        return self.source if isinstance(self.source, bytes) else self.source.read_bytes()


@dataclass(frozen=True)
class ChapterFile:
    """A page of the guide."""

    address: str
    frame: Frame
    site: str
    """The site's name."""
    tools: Mapping[str, str]

    @cached_property
    def made_of(self) -> str:
        """The chapter in the frame, the site's name, and the tools that it leads to."""
        part = self.frame.chapters[self.address]
        return digest(part.digest, self.site, *(self.tools.get(name, "") for name in part.tools))

    def read(self) -> bytes:
        """The chapter, whole."""
        return self._html.encode()

    def gists(self, gists: Gists) -> tuple[Gist, ...]:
        """What is known of it. Its search entries are the frame's."""
        return (gists.of(self.address, self.made_of, lambda: gist_of(self.made_of, self._html)),)

    @property
    def _html(self) -> str:
        return self.frame.chapter(self.address, self.site, self.tools)


@dataclass(frozen=True)
class PageFile:
    """A page of the workbook."""

    page: Page
    frame: Frame
    site: str
    digests: Digests

    @cached_property
    def body(self) -> str:
        """What its body is made of."""
        return self.page.digest(self.digests)

    @cached_property
    def made_of(self) -> str:
        """Its body, the shell around it and the site's name."""
        return self.body if self.page.is_bare else digest(self.body, self._shell.digest, self.site)

    def read(self) -> bytes:
        """The page, whole."""
        return self.page.html.encode() if self.page.is_bare else self.frame.around(self.page, self.site)

    def gists(self, gists: Gists) -> tuple[Gist, ...]:
        """What is known of its body, then of the shell around it."""
        body = gists.of(self.page.address, self.body, self._gist)
        if self.page.is_bare:
            return (body,)
        part = self._shell
        return body, gists.of(f"shell {self._shell_name}", part.digest, lambda: gist_of(part.digest, part.text))

    def know(self, gist: Gist) -> None:
        """Takes over what its body is made of, so that it need not be found out again, and lets go of the body."""
        vars(self)["body"] = gist.made_of
        self.forget()

    def forget(self) -> None:
        """Lets go of the body."""
        self.page.forget()

    def _gist(self) -> Gist:
        return gist_of(self.body, self.page.html, "" if self.page.is_bare else entries_of(self.page))

    @property
    def _shell(self) -> Part:
        return self.frame.shells[self._shell_name]

    @cached_property
    def _shell_name(self) -> str:
        return self.frame.shell_name(self.page)
