"""The folder that bothways keeps for itself beside `mkdocs.yml`: cache, schemas, the key and the record of shares."""

from pathlib import Path

OWN_FOLDER = ".bothways"
CACHE = Path(OWN_FOLDER, "cache")
"""May be deleted at any time."""
SCHEMAS = Path(OWN_FOLDER, "schema")
"""The first lines of the workbook's files point here."""
