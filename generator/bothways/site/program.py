"""What this program is, in one short text: what was made by another one is not to be used again."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import bothways
from bothways.digest import digest

INSTALLED = (".dist-info", ".egg-info")
"""Ends of the folders that name an installed library and its version."""


@cache
def program() -> str:
    """A text that differs as soon as Python, a library or a file of ours does.

    Of our own files it is the size and the time of the last change: reading two hundred of them would take longer than
    all of a second build's pages.
    """
    return digest(bothways.__version__, sys.version, *_libraries(), *_files(Path(__file__).parents[1]))


def _libraries() -> Iterator[str]:
    for place in sys.path:
        try:
            yield from sorted(path.name for path in Path(place or ".").iterdir() if path.name.endswith(INSTALLED))
        except OSError:
            continue


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            about = Path(place, name).stat()
            yield f"{os.path.relpath(place, folder)}/{name} {about.st_size} {about.st_mtime_ns}"
