"""The safety net: whom somebody could ask, should they ever have to. Counts, and no score.

Takes a Workbook, a day and the ties. The parts are the guide's (When, Your safety net): fields, recency, second names.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from bothways.derive.keeping_up import field_of
from bothways.derive.ties import Tie
from bothways.model.me import Need
from bothways.model.names import folded
from bothways.model.workbook import Workbook

A_QUARTER, A_YEAR = timedelta(days=92), timedelta(days=366)
"""What counts as lately. Ours."""


class Field(NamedTuple):
    """What people work in, and how many of them I know."""

    name: str
    people: int


class SafetyNet(NamedTuple):
    """The people I have ever met or heard from: how wide, how fresh, and whether each need has two of them."""

    people: int
    fields: tuple[Field, ...]
    """The largest first; without those of whom nothing is written."""
    without_field: int
    this_quarter: int
    """Met or heard from in the last three months."""
    this_year: int
    """In the last year, but longer than three months ago."""
    longer_ago: int
    needs: tuple[Need, ...]
    """Whatever I may need, in my own order."""

    @property
    def covered(self) -> tuple[Need, ...]:
        """Needs with two people to ask, or more."""
        return tuple(need for need in self.needs if has_second_name(need))


def safety_net(workbook: Workbook, day: date, ties: Iterable[Tie]) -> SafetyNet:
    """The net on a day. Whoever I met once, at an event too, could be asked; whoever I only wrote to could not."""
    known = [(tie.person, day - last.date) for tie in ties if (last := tie.last_in)]
    names: dict[str, str] = {}
    fields: Counter[str] = Counter()
    for person, _ in known:
        name = field_of(person, workbook)
        names.setdefault(folded(name), name)
        fields[folded(name)] += 1
    without = fields.pop("", 0)
    ages = [age for _, age in known]
    return SafetyNet(
        people=len(known),
        fields=tuple(
            Field(names[key], people) for key, people in sorted(fields.items(), key=lambda one: (-one[1], one[0]))
        ),
        without_field=without,
        this_quarter=sum(age <= A_QUARTER for age in ages),
        this_year=sum(A_QUARTER < age <= A_YEAR for age in ages),
        longer_ago=sum(age > A_YEAR for age in ages),
        needs=workbook.me.needs if workbook.me else (),
    )


def has_second_name(need: Need) -> bool:
    """Whether there are two people to ask. The same one twice is one."""
    return len(set(need.people)) > 1
