"""The file that a command writes for somebody else: not in the workbook, and not over a folder."""

from pathlib import Path

from bothways.cli.program import RefusedError


def refuse_wrong_place(out: Path, workbook: Path) -> None:
    """Raises `RefusedError` where the file would be in the way."""
    if out.resolve().is_relative_to(workbook.resolve()):
        raise RefusedError(f"{out} is in the workbook, which holds only its own files. Choose another place.")
    if out.is_dir():
        raise RefusedError(f"{out} is a folder. Name a file in it.")
