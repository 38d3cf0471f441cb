"""A file put in its place in one step: whenever it is stopped, the old one is there or the new one."""

import glob
import os
from collections.abc import Callable
from pathlib import Path

LONGEST = 100
"""Letters of the file's own name in that of the one beside it: a long name has room for no more."""


def put_whole(
    path: Path,
    data: bytes,
    *,
    mode: int | None = None,
    just_before: Callable[[], None] = lambda: None,
    lasting: bool = True,
) -> None:
    """Writes the bytes beside the path, then puts them in its place; the folder is made where there is none.

    `mode`: who may read it, from its first byte on; left out, whoever may read new files. `just_before` looks once more
    whether the old file may go, and raises what it likes where it may not. Nothing is left beside it.

    What is not `lasting` may be lost in a power cut: it can be made anew, and is sooner written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{_beside(path)}{os.getpid()}")
    first = 0o666 if mode is None else mode
    try:
        with open(beside, "wb", opener=lambda name, flags: os.open(name, flags, first)) as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        just_before()
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def clear_beside(path: Path) -> None:
    """Removes what writers of this file that were killed have left beside it: it may hold what the file no longer does.

    Only for whoever is the only one to write it now.
    """
    for left in path.parent.glob(f"{glob.escape(_beside(path))}*"):
        left.unlink(missing_ok=True)


def _beside(path: Path) -> str:
    """How the name of the file beside it begins; its end is the number of the process that writes it."""
    return f".{path.name[:LONGEST]}.bothways-"
