"""The schemas as files, where an editor finds them: `.bothways/schema/people.schema.json`."""

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path

from bothways.reading.schema import schemas

SCHEMA_FOLDER = Path(".bothways", "schema")
"""Beside `mkdocs.yml`. The first lines of the workbook's files point here."""


def write_schemas(folder: Path) -> Sequence[Path]:
    """Writes one file for each kind into `folder`, and gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / f"{kind}.schema.json", schema) for kind, schema in schemas().items()]


def refresh(home: Path) -> None:
    """Brings the schemas of a home up to this version, where it has any.

    Why: after an upgrade an editor would otherwise go on underlining what the new version takes.
    """
    folder = home / SCHEMA_FOLDER
    if folder.is_dir():
        # A folder that cannot be written to is no reason not to build.
        with contextlib.suppress(OSError):
            write_schemas(folder)


def _write(path: Path, schema: dict[str, object]) -> Path:
    text = json.dumps(schema, indent=2) + "\n"
    if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
    return path
