"""Question lists: what to ask, in timed sections (`questions.yaml`)."""

from bothways.model.base import Noun, Record
from bothways.model.fields import Line, Many, Minutes, Prose
from bothways.model.situation import Situation


class Question(Noun):
    """A question: a text, or with why it is asked and what to listen for."""

    short_for = "ask"

    ask: Prose
    """The question."""
    why: Prose | None = None
    """Why it is worth asking."""
    listen_for: Prose | None = None
    """What to listen for."""
    theme: Line | None = None
    """One word for what it is about."""


class Section(Noun):
    """A part of a talk."""

    section: Line = "Questions"
    """What this part is called."""
    minutes: Minutes | None = None
    """How long it takes."""
    questions: Many[Question] = ()
    """Its questions."""


class QuestionList(Record):
    """Questions for one kind of talk."""

    list: Line
    """What the list is called."""
    situations: Many[Situation] = ()
    """The situations it fits."""
    minutes: Minutes | None = None
    """How long the talk takes."""
    sections: Many[Section] = ()
    """Its parts, in order."""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.list
