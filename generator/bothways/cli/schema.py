"""`bothways schema`: what may be written in each file, as JSON Schema."""

from pathlib import Path

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import find_home
from bothways.cli.schema_files import names_of, write_schemas
from bothways.cli.terminal import Terminal
from bothways.reading.schema import schemas


@bothways_command
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="A folder, for one file a kind."
)
def command(asked: Asked, terminal: Terminal, out: Path | None) -> None:
    """Print what may be written in each file, as JSON Schema, for editors.

    Without --out: one JSON object with a schema for each kind of file. With it, the files also hold the names in your
    workbook, if there is one, so that an editor can offer them.
    """
    if out is None:
        terminal.give(schemas())
        return
    workbook = find_home(asked, needs_workbook=False).workbook
    written = write_schemas(out, names_of(workbook) if workbook.is_dir() else None)
    if terminal.json:
        terminal.give({"folder": str(out), "files": [path.name for path in written]})
    terminal.remark(f"Wrote {len(written)} files into {out}.", to_err=False)
