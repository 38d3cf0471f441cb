"""The folder that bothways keeps for itself beside `mkdocs.yml`: cache, schemas, the key and the record of shares."""

from pathlib import Path

HOUSEKEEPING = ".bothways"
CACHE = Path(HOUSEKEEPING, "cache")
"""May be deleted at any time."""
SCHEMAS = Path(HOUSEKEEPING, "schema")
"""The first lines of the workbook's files point here."""


def unversioned(place: Path, note: str) -> Path:
    """The folder, made where there is none, which keeps itself out of version control. `note` says what it is."""
    place.mkdir(parents=True, exist_ok=True)
    if not (place / ".gitignore").exists():
        (place / ".gitignore").write_text(f"# {note}\n*\n", encoding="utf-8", newline="\n")
    return place
