"""A folder of a worker's own: nobody else can open it, and it goes with the work, even if the worker was killed.

What lies in it is a copy of somebody's workbook. A killed worker cannot take it away; the next one on that machine
does. It knows an abandoned folder by its lock, which the system lets go of when a process ends, however it ends.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has other locks: there, what a killed worker left stays in the user's temporary folder.
    fcntl = None  # type: ignore[assignment]

PREFIX = "bothways-cohort-"
LOCK = ".lock"


@contextmanager
def own_folder() -> Iterator[Path]:
    """An empty folder, gone afterwards."""
    _take_away_abandoned()
    with tempfile.TemporaryDirectory(prefix=PREFIX) as place, Path(place, f"{LOCK}.new").open("wb") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        # Only now it has its name: nobody ever sees it without its lock.
        Path(lock.name).rename(Path(place, LOCK))
        folder = Path(place).resolve() / "home"
        folder.mkdir()
        yield folder


def _take_away_abandoned() -> None:
    """Those of killed workers that ran for the same user."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if fcntl and folder.lstat().st_uid == os.getuid() and _is_abandoned(folder / LOCK):
                shutil.rmtree(folder)


def _is_abandoned(lock: Path) -> bool:
    """Whether no living process holds it."""
    with lock.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
