"""What is kept of shares beside `mkdocs.yml`, in `.bothways/`: on this machine, and out of version control."""

from collections.abc import Callable
from pathlib import Path

from bothways.housekeeping import HOUSEKEEPING, unversioned
from bothways.writing.swap import FileChange, write

NOTE = "What bothways keeps for itself on this machine. None of it belongs into version control."


def home_of(folder: Path) -> Path:
    """The folder where it is kept, made where there is none; `folder` is the one with `mkdocs.yml`."""
    return unversioned(folder / HOUSEKEEPING, NOTE)


def keep(folder: Path, name: str, text: Callable[[], str]) -> None:
    """Puts a text in the place of the one that was kept under the name. Raises `ChangedMeanwhile`.

    It is made once the old one was read: what somebody else writes from then on is not lost.
    """
    path = home_of(folder) / name
    before = path.read_bytes() if path.exists() else None
    write([FileChange(path, before, text().encode())], path.parent)
