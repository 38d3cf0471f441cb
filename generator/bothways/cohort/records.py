"""The record beside a result: by which inputs it was made. It holds digests, and nothing that anybody can read.

`.bothways/sites/NAME.json` is that of a site, `.bothways/files/NAME.json` that of a locked file. It is written last: a
result without it is not yet whole, and is made again.
"""

import json
from dataclasses import asdict, dataclass

from bothways.cohort.places import Store
from bothways.digest import digest
from bothways.housekeeping import HOUSEKEEPING
from bothways.site.guide_files import guide_folder
from bothways.site.program import program

VERSION = 1


@dataclass(frozen=True)
class Record:
    """How a result came about."""

    made_of: str
    """The digest of the workbook, the program, the day and the reader."""
    sealed: str = ""
    """Of a locked file: what the coach's overview says of it, and the numbers of pseudonyms, locked."""


def made_by() -> str:
    """A text that differs as soon as the program does, or the guide that comes with it."""
    files = (path for path in sorted(guide_folder().rglob("*")) if path.is_file())
    return digest(
        program(),
        *(part for path in files for part in (path.relative_to(guide_folder()).as_posix(), path.read_bytes())),
    )


def name_of(name: str, *, is_file: bool) -> str:
    """The record of a workbook's site, or of its locked file."""
    return f"{'files' if is_file else 'sites'}/{name}"


def read(store: Store, name: str) -> Record | None:
    """The record of a result; None where there is none, or it cannot be read."""
    data = store.read(_at(name))
    try:
        said = json.loads(data or b"")
        return Record(said["made_of"], said["sealed"]) if said["version"] == VERSION else None
    except (ValueError, KeyError, TypeError):
        return None


def keep(store: Store, name: str, record: Record) -> None:
    """Writes it."""
    store.write(_at(name), json.dumps({"version": VERSION, **asdict(record)}).encode())


def forget(store: Store, name: str) -> None:
    """Says that the result may be in the middle of a change."""
    if store.has(_at(name)):
        keep(store, name, Record(""))


def _at(name: str) -> str:
    return f"{HOUSEKEEPING}/{name}.json"
