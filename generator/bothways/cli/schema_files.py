"""The schemas as files, where an editor finds them: `.bothways/schema/people.schema.json`."""

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path

from bothways.housekeeping import SCHEMAS
from bothways.model.names import Names
from bothways.reading.library import read_library
from bothways.reading.schema import names_in, schemas
from bothways.site.guide_files import guide_folder


def write_schemas(folder: Path, names: Names | None = None) -> Sequence[Path]:
    """Writes one file for each kind into `folder`, and gives their paths. `names`: those that an editor can offer."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / f"{kind}.schema.json", schema) for kind, schema in schemas(names).items()]


def names_of(workbook: Path) -> Names:
    """Who and what there is in a workbook, and the question lists that come with the guide."""
    return names_in(workbook, read_library(guide_folder()))


def refresh(home: Path, workbook: Path | None = None, names: Names | None = None) -> None:
    """Brings the schemas of a home up to this version and its workbook's names, where it has any schemas.

    `names`: those of the workbook, where it was read already.

    Why: an editor would otherwise go on underlining what a new version takes, and not offer those one has just met.
    """
    folder = home / SCHEMAS
    if folder.is_dir():
        # A folder that cannot be written to is no reason not to build.
        with contextlib.suppress(OSError):
            write_schemas(folder, names or names_of(workbook or home / "workbook"))


def _write(path: Path, schema: dict[str, object]) -> Path:
    text = json.dumps(schema, indent=2) + "\n"
    if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
    return path
