"""Puts a new folder in the place of an old one, so that there is always a whole one.

Beside `site/` there are for a moment `.site.bothways-new-<process>`, being written, and `.site.bothways-old`, on its
way out. A process that is killed between the two renames leaves only the second; `put_right` brings it back.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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
    out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


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
