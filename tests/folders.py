"""Folders compared by what is in them."""

from pathlib import Path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and its bytes."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
