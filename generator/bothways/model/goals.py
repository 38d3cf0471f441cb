"""Goals: what a person wants to find out or reach (`goals.yaml`)."""

from typing import Literal

from bothways.model.base import Noun, Record
from bothways.model.fields import Day, Line, Many, Percent, Prose
from bothways.model.refs import OrganisationRef
from bothways.model.situation import Situation
from bothways.model.step import Step


class GoalBelief(Noun):
    """What must be true for this to be a good goal."""

    short_for = "belief"

    belief: Prose
    """The belief, as a sentence that could turn out wrong."""
    confidence: Percent | None = None
    """How sure you were at the start, 0 to 100."""
    now: Percent | None = None
    """How sure you are now, 0 to 100."""
    evidence: Many[Prose] = ()
    """What you found, for and against."""


class Decision(Noun):
    """A choice to make, or made."""

    options: Many[Prose] = ()
    """What you could choose."""
    chosen: Prose | None = None
    """What you chose."""
    why: Prose | None = None
    """Why."""
    on_date: Day | None = None
    """The day you decided."""


class Goal(Record):
    """Something a person wants to find out or reach."""

    goal: Line
    """What you want, in one line."""
    why: Prose | None = None
    """Why it matters to you."""
    situation: Situation | None = None
    """The situation it belongs to."""
    by: Day | None = None
    """The day you would like to be there."""
    measure: Prose | None = None
    """How you will know."""
    status: Literal["active", "paused", "met", "dropped"] = "active"
    """Where it stands. Steps of a goal that is not active do not fall due."""
    organisations: Many[OrganisationRef] = ()
    """Organisations that have to do with it."""
    steps: Many[Step] = ()
    """What to do next."""
    beliefs: Many[GoalBelief] = ()
    """What must be true for this to be a good goal."""
    decision: Decision | None = None
    """The choice it ends in."""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.goal
