"""The cache of a folder: what was made before, under the name of what it was made of.

It lies beside `mkdocs.yml`, where somebody may copy, sync or damage it. So nothing in it is a program, and each file
carries the digest of its own bytes and of what they were made of: one that is cut short, from another version or of
other inputs is as good as none.
"""

import os
from pathlib import Path

from bothways.digest import digest
from bothways.housekeeping import CACHE, unversioned
from bothways.site.program import program
from bothways.whole_file import put_whole

NOTE = "What bothways makes for itself. It may be deleted at any time."
MARK = b"bothways cache 1 "
DIGEST = 32
"""Characters of a digest."""


class Cache:
    """Kept files, each under a name; it has only the newest of each name."""

    def __init__(self, folder: Path | None) -> None:
        """`folder`: the one with `mkdocs.yml`. Without one, nothing is kept."""
        self._home, self._place = folder, folder / CACHE if folder else None

    @property
    def can_keep(self) -> bool:
        """Whether anything can be kept here."""
        return self._home is not None and os.access(self._home, os.W_OK)

    def get(self, name: str, made_of: str) -> bytes | None:
        """What was kept under this name, if it was made of just this, by this program, and is whole."""
        if self._place is None:
            return None
        try:
            data = (self._place / name).read_bytes()
        except OSError:
            return None
        begin = len(MARK) + DIGEST
        content = data[begin:]
        return content if data[:begin] == MARK + _seal(made_of, content) else None

    def put(self, name: str, made_of: str, content: bytes) -> None:
        """Keeps it. A folder that cannot be written to keeps nothing, and that is no problem."""
        if self._place is None:
            return
        try:
            put_whole(unversioned(self._place, NOTE) / name, MARK + _seal(made_of, content) + content, lasting=False)
        except OSError:
            return


def _seal(made_of: str, content: bytes) -> bytes:
    return digest(program(), made_of, content).encode()
