"""Situations: what a person is in now, and whether they are looking for something or keeping up.

Takes a Workbook; gives words of `me.situation`. What me.yaml says comes first, then what active goals add.
"""

from bothways.model.situation import Situation
from bothways.model.workbook import Workbook

SEARCHES: frozenset[Situation] = frozenset({"job-search", "business", "career-change"})
"""Situations in which people ask for something week by week. A change in life and growing where one is go by the month:
the guide's chapters on both lead to the monthly half hour, and name no number of asks."""


def situations(workbook: Workbook) -> tuple[Situation, ...]:
    """Every situation a person is in, the one they named first first. None, where they have not said."""
    of_goals = (goal.situation for goal in workbook.goals if goal.status == "active" and goal.situation)
    return tuple(dict.fromkeys((*_own(workbook), *of_goals)))


def is_searching(workbook: Workbook) -> bool:
    """Whether anything is being looked for now.

    An active goal decides: one that serves a search, or one of which nobody said what it serves. Where every goal of a
    search is paused, met or dropped, the search is over, whatever me.yaml still says. Without goals, me.yaml decides.
    """
    own = _own(workbook)
    serves = [(goal, (goal.situation,) if goal.situation else own) for goal in workbook.goals]
    of_searches = [goal for goal, served in serves if SEARCHES.intersection(served) or not served]
    if of_searches:
        return any(goal.status == "active" for goal in of_searches)
    return bool(SEARCHES.intersection(own))


def goes_by_the_week(workbook: Workbook) -> bool:
    """Whether weeks are held against the rhythm: in a search, or where the person wrote numbers of their own."""
    wishes = workbook.me.rhythm if workbook.me else None
    return is_searching(workbook) or bool(wishes and wishes.per_week)


def _own(workbook: Workbook) -> tuple[Situation, ...]:
    return workbook.me.situation if workbook.me else ()
