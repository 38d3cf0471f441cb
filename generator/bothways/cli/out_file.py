"""The file that a command writes for somebody else: not in the workbook, and not in the place of a folder."""

from pathlib import Path

from bothways.cli.program import RefusedError


def refuse_wrong_place(out: Path, workbook: Path) -> None:
    """Raises `RefusedError` where the file would be in the way."""
    refuse_in_workbook(out, workbook)
    refuse_folder(out)


def refuse_in_workbook(out: Path, workbook: Path) -> None:
    """Raises `RefusedError` for a place among the person's own files."""
    if out.resolve().is_relative_to(workbook.resolve()):
        raise RefusedError(f"{out} is in the workbook, which holds only its own files. Choose another place.")


def refuse_folder(out: Path) -> None:
    """Raises `RefusedError` where there is a folder of this name."""
    if out.is_dir():
        raise RefusedError(f"{out} is a folder. Name a file in it.")
