"""The plan: which workbooks there are, and those whose names cannot be the names of results."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bothways.cohort.places import Store
from bothways.cohort.task import Made
from bothways.problems import Place, Problem

ALONE = "."
"""The name of a workbook that lies in the folder itself."""


OURS = "the overview"
"""What has the name that is taken."""


class OneAlone(Exception):
    """The folder is somebody's own, and not one that holds many."""


@dataclass(frozen=True)
class Plan:
    """What there is to do."""

    names: tuple[str, ...]
    """The workbooks by the names of their folders, in order."""
    refused: tuple[Made, ...]
    """Those that cannot be made: two have the same name but for capitals, or a name is no text."""


def plan(source: Store, taken: str = "") -> Plan:
    """The plan for all workbooks in a place. `taken` is a name that no result may have. Raises `OneAlone`."""
    names = sorted(source.homes())
    if ALONE in names:
        raise OneAlone
    refused = {name: _no_text(name) for name in names if not _is_text(name)} | _clashes(names, taken)
    return Plan(
        names=tuple(name for name in names if name not in refused),
        refused=tuple(Made(name, "problems", (problem,)) for name, problem in refused.items()),
    )


def _clashes(names: Sequence[str], taken: str) -> dict[str, Problem]:
    alike: dict[str, list[str]] = {taken: [OURS]} if taken else {}
    for name in names:
        alike.setdefault(unicodedata.normalize("NFC", name).casefold(), []).append(name)
    return {name: _clash(name, same) for same in alike.values() if len(same) > 1 for name in same if name != OURS}


def _clash(name: str, same: Sequence[str]) -> Problem:
    other = next(one for one in same if one != name)
    message = f"{name} and {other} would have one name on many disks."
    return Problem(Place(name), "same-folder-name", message, "Rename the folder.")


def _is_text(name: str) -> bool:
    """Whether the name can be written into the table of passphrases. A disk may hold names that are no UTF-8."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _no_text(name: str) -> Problem:
    return Problem(Place(name), "not-utf-8", "The folder's name is not in UTF-8.", "Rename the folder.")
