"""Files replaced in one step each: whenever it is stopped, a file is what it was or what it is to be.

Beside a file there is for a moment `.<its name>.bothways-<process>`, which nothing reads. One that was killed leaves it
there, with what the file held; whoever writes the file next takes it away.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bothways.whole_file import clear_beside, put_whole

try:
    import fcntl
except ImportError:  # Windows: there the comparison below must do
    fcntl = None  # type: ignore[assignment]


class ChangedMeanwhile(Exception):
    """Somebody else wrote to a file after we had read it. Nothing was changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True)
class FileChange:
    """A file as it was read, and as it is to be."""

    path: Path
    before: bytes | None
    """None: it is new."""
    after: bytes | None
    """None: it is to go."""
    name: str = ""
    """Its new name in the same folder, where it gets one."""


def write(changes: Sequence[FileChange], folder: Path) -> None:
    """Makes the changes, one after another, if no file was changed since it was read. Raises `ChangedMeanwhile`.

    `folder` is the workbook: two commands that write to it wait for each other.
    """
    with _alone_in(folder):
        for change in changes:
            _refuse_if_changed(change)
        for change in changes:
            _make(change)


def _refuse_if_changed(change: FileChange) -> None:
    try:
        now = change.path.read_bytes()
    except FileNotFoundError:
        now = None
    if now != change.before:
        raise ChangedMeanwhile(change.path)
    if change.name and change.path.with_name(change.name).exists():
        raise ChangedMeanwhile(change.path.with_name(change.name))


def _make(change: FileChange) -> None:
    path = Path(os.path.realpath(change.path))
    clear_beside(path)
    if change.after is None:
        path.unlink()
    elif change.after != change.before:
        _replace(path, change)
    if change.name:
        path.rename(path.with_name(change.name))


def _replace(path: Path, change: FileChange) -> None:
    mode = None if change.before is None else stat.S_IMODE(path.stat().st_mode)
    put_whole(path, change.after or b"", mode=mode, just_before=lambda: _refuse_if_changed(change))


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Waits until no other command of ours writes to the folder."""
    if fcntl is None or not folder.is_dir():
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # A file system without locks is no reason not to write.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
