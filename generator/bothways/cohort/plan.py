"""The plan: which workbooks there are, and those whose names would fall together."""

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
    clashes: tuple[Made, ...]
    """Those that cannot be made, because two have the same name but for capitals."""


def plan(source: Store, taken: str = "") -> Plan:
    """The plan for all workbooks in a place. `taken` is a name that no result may have. Raises `OneAlone`."""
    names = sorted(source.homes())
    if ALONE in names:
        raise OneAlone
    return _without_clashes(names, taken)


def _without_clashes(names: Sequence[str], taken: str) -> Plan:
    alike: dict[str, list[str]] = {taken: [OURS]} if taken else {}
    for name in names:
        alike.setdefault(unicodedata.normalize("NFC", name).casefold(), []).append(name)
    clashing = {name: same for same in alike.values() if len(same) > 1 for name in same if name != OURS}
    return Plan(
        names=tuple(name for name in names if name not in clashing),
        clashes=tuple(Made(name, "problems", (_clash(name, same),)) for name, same in clashing.items()),
    )


def _clash(name: str, same: Sequence[str]) -> Problem:
    other = next(one for one in same if one != name)
    message = f"{name} and {other} would have one name on many disks."
    return Problem(Place(name), "same-folder-name", message, "Rename the folder.")
