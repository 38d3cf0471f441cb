"""The lines of the log, each by a name of its own: its day and whom it is about, as a talk's."""

from collections import Counter
from collections.abc import Mapping

from bothways.model.log import LogLine
from bothways.model.names import slug
from bothways.model.workbook import Workbook


def lines_by_name(workbook: Workbook) -> Mapping[str, LogLine]:
    """Every line, by `2026-11-03-dana-okafor`; a second one of a day has a 2 behind it."""
    seen: Counter[str] = Counter()
    found: dict[str, LogLine] = {}
    for line in workbook.log:
        plain = day_and_person(line)
        seen[plain] += 1
        found[plain if seen[plain] == 1 else f"{plain}-{seen[plain]}"] = line
    return found


def day_and_person(line: LogLine) -> str:
    """What the names of all lines of a day and a person begin with."""
    return f"{line.date}-{line.who.id or slug(line.who.name, 'person')}"
