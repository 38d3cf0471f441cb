"""The folder that bothways keeps for itself beside `mkdocs.yml`: cache, schemas, the key and the record of shares."""

from pathlib import Path

HOUSEKEEPING = ".bothways"
CACHE = Path(HOUSEKEEPING, "cache")
"""May be deleted at any time."""
SCHEMAS = Path(HOUSEKEEPING, "schema")
"""The first lines of the workbook's files point here."""
