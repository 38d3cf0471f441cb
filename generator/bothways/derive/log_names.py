"""The lines of the log, each by a name of its own: its day and whom it is about, as a talk's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from bothways.model.log import LogLine
from bothways.model.names import slug
from bothways.model.workbook import Workbook


def lines_by_name(workbook: Workbook) -> Mapping[str, LogLine]:
    """Every line, by `2026-11-03-dana-okafor`; a second one of a day has a 2 behind it."""
    return _by_name(workbook.log)


def _by_name(lines: Iterable[LogLine]) -> Mapping[str, LogLine]:
    seen: Counter[str] = Counter()
    found: dict[str, LogLine] = {}
    for line in lines:
        plain = day_and_person(line)
        seen[plain] += 1
        found[plain if seen[plain] == 1 else f"{plain}-{seen[plain]}"] = line
    return found


class LineNames:
    """What the lines of a log are called. Those of a day are named when one of them is asked for."""

    def __init__(self, log: Iterable[LogLine]) -> None:
        self._of_day: dict[date, list[LogLine]] = defaultdict(list)
        for line in log:
            self._of_day[line.date].append(line)
        self._named: dict[date, Mapping[int, str]] = {}

    def of(self, line: LogLine) -> str:
        """The name of a line, which is this very one: lines may be alike."""
        if line.date not in self._named:
            named = _by_name(self._of_day[line.date])
            self._named[line.date] = {id(one): name for name, one in named.items()}
        return self._named[line.date].get(id(line), "")


def day_and_person(line: LogLine) -> str:
    """What the names of all lines of a day and a person begin with."""
    return f"{line.date}-{line.who.id or slug(line.who.name, 'person')}"
