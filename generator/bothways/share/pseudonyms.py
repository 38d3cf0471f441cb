"""The numbers of pseudonyms, kept from share to share in `.bothways/pseudonyms.json`: Person 7 stays Person 7.

They are kept under keyed hashes, so the file names nobody. Without it the numbers begin anew, and nothing else is lost.
"""

import json
from pathlib import Path

from bothways.audience.numbers import Numbers
from bothways.housekeeping import HOUSEKEEPING
from bothways.share import kept
from bothways.share.keyed import Keyed

FILE = "pseudonyms.json"
VERSION = 1
USE = "pseudonyms"


def numbers(folder: Path, keyed: Keyed) -> Numbers:
    """The numbers given so far in the home of `folder`, the one with `mkdocs.yml`; none where the file is damaged."""
    try:
        said = json.loads((folder / HOUSEKEEPING / FILE).read_bytes())
        given = {str(place): int(number) for place, number in said["numbers"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        given = {}
    return Numbers(keyed.key_for(USE), given)


def keep(folder: Path, found: Numbers) -> None:
    """Keeps the numbers for the next share. Raises `ChangedMeanwhile`."""
    text = json.dumps({"version": VERSION, "numbers": dict(found.given)}, indent=1) + "\n"
    kept.keep(folder, FILE, lambda: text)
