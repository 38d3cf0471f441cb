"""What a worker keeps from one workbook to the next: frames and the library, which hold nothing of anybody's."""

from functools import cache

from bothways.digest import digest
from bothways.reading.library import Library, read_library
from bothways.site.cache import Cache
from bothways.site.guide_files import guide_folder
from bothways.site.outline import FRAME

KINDS = 2
"""Frames that are kept: of sites and of shared copies."""


class FramesOnly(Cache):
    """A cache in memory that takes no more than frames."""

    def __init__(self) -> None:
        super().__init__(None)
        self._kept: dict[str, tuple[str, bytes]] = {}

    def get(self, name: str, made_of: str) -> bytes | None:
        """The frame of this name, if it was made of just this."""
        digest_then, content = self._kept.get(name, ("", b""))
        return content if digest_then == digest(made_of) else None

    def put(self, name: str, made_of: str, content: bytes) -> None:
        """Keeps a frame. Pages, and what was found out about them, are somebody's: they are not kept."""
        if name.startswith(FRAME):
            self._kept.pop(name, None)
            self._kept[name] = digest(made_of), content
            for oldest in list(self._kept)[:-KINDS]:
                del self._kept[oldest]


@cache
def frames() -> FramesOnly:
    """The one of this process."""
    return FramesOnly()


@cache
def library() -> Library:
    """What ships with the guide. To read it takes as long as a tenth of a workbook's site."""
    return read_library(guide_folder())
