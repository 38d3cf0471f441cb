"""`bothways schema`: what may be written in each file, as JSON Schema."""

from pathlib import Path

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.schema_files import write_schemas
from bothways.cli.terminal import Terminal
from bothways.reading.schema import schemas


@bothways_command
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="A folder, for one file a kind."
)
def command(asked: Asked, terminal: Terminal, out: Path | None) -> None:  # noqa: ARG001
    """Print what may be written in each file, as JSON Schema, for editors.

    Without --out: one JSON object with a schema for each kind of file.
    """
    if out is None:
        terminal.give(schemas())
        return
    written = write_schemas(out)
    if terminal.json:
        terminal.give({"folder": str(out), "files": [path.name for path in written]})
    terminal.remark(f"Wrote {len(written)} files into {out}.", to_err=False)
