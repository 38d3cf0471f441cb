"""Organisations: places a person would like to see from the inside (`organisations.yaml`)."""

from typing import Annotated, Literal

from bothways.model.base import Noun, Record
from bothways.model.fields import Day, Line, Link, Many, Prose, Whole
from bothways.model.refs import GoalRef, PersonRef

OrganisationStatus = Literal["researching", "approaching", "talking", "resting", "closed"]


class Research(Noun):
    """A question about an organisation, and what was found."""

    short_for = "question"

    question: Prose
    """What you want to know."""
    answer: Prose | None = None
    """What you found."""
    source: Prose | None = None
    """Where you found it."""


class Outcome(Noun):
    """What came of it."""

    what: Literal["role", "created-role", "client", "partner", "none"]
    """A role, a role made for you, a client, a partner, or none."""
    date: Day | None = None
    """The day."""
    through: Many[PersonRef] = ()
    """The person or people it came through."""


class Organisation(Record):
    """A place a person would like to see from the inside."""

    name: Line
    """Its name."""
    sector: Line | None = None
    """What it does."""
    location: Line | None = None
    """Where it is."""
    website: Link | None = None
    """Its site."""
    size: Line | None = None
    """How big it is, in your words."""
    why: Prose | None = None
    """How it fits with you."""
    goals: Many[GoalRef] = ()
    """Goals it has to do with."""
    status: OrganisationStatus = "researching"
    """Where you stand with it."""
    motivation: Annotated[int, Whole(0, 3)] | None = None
    """How much you would like it, 0 to 3; 0: I do not know it yet. Yours alone."""
    posting: Annotated[int, Whole(1, 3)] | None = None
    """1: nothing posted; 3: a fitting job posted."""
    research: Many[Research] = ()
    """What you want to know, and what you found."""
    outcome: Outcome | None = None
    """What came of it."""
    rest_until: Day | None = None
    """Nothing about it falls due before this day."""
