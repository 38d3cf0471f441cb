"""Puts a new folder in the place of an old one, so that there is always a whole one.

Beside `site/` there are for a moment `.site.bothways-new-<process>`, being written, and `.site.bothways-old`, on its
way out. Linux and macOS exchange the two folders in one step: a whole one is there whenever a process is killed.
Elsewhere it takes two renames; one that is killed between them leaves only the second, and `put_right` brings it back.
"""

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD, and RENAME_EXCHANGE of Linux's renameat2(2), which is RENAME_SWAP of macOS's renamex_np(2)."""


@contextmanager
def fresh_folder(out: Path) -> Iterator[Path]:
    """An empty folder beside `out`, on the same file system. What is left of it afterwards is removed."""
    fresh = out.parent / f".{out.name}.bothways-new-{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def swap(fresh: Path, out: Path) -> None:
    """Puts `fresh` where `out` is. If that fails, `out` is what it was."""
    old = _old(out)
    if not out.exists():
        fresh.rename(out)
        return
    if exchanged(fresh, out):
        shutil.rmtree(fresh, ignore_errors=True)
        return
    out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def exchanged(one: Path, other: Path) -> bool:
    """Gives each of two folders the other's name, in one step. False where the system cannot, and nothing was done."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if hasattr(system, "renameat2"):
            return bool(system.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
        if hasattr(system, "renamex_np"):
            return bool(system.renamex_np(*names, _EXCHANGE) == 0)
    except (OSError, TypeError):
        pass
    return False


def put_right(out: Path) -> None:
    """Clears up after a build that was killed: brings back the old site, or removes what is left of it."""
    old = _old(out)
    if old.exists() and not out.exists():
        old.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    for left in out.parent.glob(f".{out.name}.bothways-new-*"):
        shutil.rmtree(left, ignore_errors=True)


def _old(out: Path) -> Path:
    return out.parent / f".{out.name}.bothways-old"
