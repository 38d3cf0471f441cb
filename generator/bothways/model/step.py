"""A step: a thing to do."""

from bothways.model.base import Noun
from bothways.model.fields import Day, DayOrYes, Prose


class Step(Noun):
    """A thing to do: a text, or `do`, `by` and `done`."""

    short_for = "do"

    do: Prose
    """What to do."""
    by: Day | None = None
    """The day it should be done by. Without one it waits on its record's page."""
    done: DayOrYes = False
    """The day it was done, or `yes`."""

    @property
    def is_done(self) -> bool:
        """Whether it is done."""
        return self.done is not False
