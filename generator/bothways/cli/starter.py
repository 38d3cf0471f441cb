"""The files that a new folder begins with."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import bothways
from bothways.cli.schema_files import names_of, write_schemas
from bothways.housekeeping import SCHEMAS
from bothways.site.finish import GITIGNORE

DOT = "dot-"
"""Begins a name that has a dot in the new folder: packers and git would take hidden files for their own."""

WORKBOOK = "workbook"

EXAMPLE_DAY = "      today: 2026-12-01 # the day of the example. Take this line away, and it is the clock's day.\n"
"""Ends the example's `mkdocs.yml`: on any later day everything in it would be long past."""


def write_starter(folder: Path, *, example: bool) -> Sequence[Path]:
    """Fills an empty or a new folder, and gives the paths of its files, relative to it, in order.

    `example`: with the whole example workbook in place of the starter files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {_with_dots(path): source for path, source in _files_below(_data("starter"))}
    if example:
        files = {path: source for path, source in files.items() if path.parts[0] != WORKBOOK}
        files |= {Path(WORKBOOK, path): source for path, source in _files_below(example_folder())}
    for path, source in files.items():
        _write(folder / path, source.read_bytes())
    if example:
        with (folder / "mkdocs.yml").open("a", encoding="utf-8", newline="\n") as settings:
            settings.write(EXAMPLE_DAY)
    _write(folder / "site" / ".gitignore", GITIGNORE.encode())
    schemas = [path.relative_to(folder) for path in write_schemas(folder / SCHEMAS, names_of(folder / WORKBOOK))]
    return sorted([*files, Path("site", ".gitignore"), *schemas])


def example_folder() -> Path:
    """The example workbook that comes with the package; in the repository that is `workbook/`."""
    packed = _data("example")
    return packed if packed.is_dir() else Path(bothways.__file__).parents[2] / WORKBOOK


def _data(name: str) -> Path:
    return Path(bothways.__file__).parent / "data" / name


def _files_below(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Every file, by its path relative to the folder. What an editor or a file manager left behind is left out."""
    for source in sorted(folder.rglob("*")):
        path = source.relative_to(folder)
        left_behind = any(part.startswith(".") for part in path.parts) or path.name.endswith(("~", ".bak"))
        if source.is_file() and not left_behind:
            yield path, source


def _with_dots(path: Path) -> Path:
    return Path(*(f".{part.removeprefix(DOT)}" if part.startswith(DOT) else part for part in path.parts))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
