"""One item of the agenda."""

from datetime import date
from typing import Literal, NamedTuple, get_args

from bothways.model.base import Noun, Record
from bothways.model.refs import Ref
from bothways.model.span import Span
from bothways.problems import Place

Kind = Literal[
    "thank",
    "second-try",
    "other-person",
    "promised-introduction",
    "report-back",
    "event-follow-up",
    "keep-in-touch",
    "step",
    "prepare",
    "debrief",
    "coach-session",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order of the workbook format's table."""

APPOINTMENTS: tuple[Kind, ...] = ("prepare", "coach-session")
"""Kinds that are on their day, and not since or by it."""


class Item(NamedTuple):
    """One thing to do, with the rule that made it."""

    kind: Kind
    due: date
    people: tuple[Ref, ...]
    """Whom it concerns; nobody, for a step of a goal or an event to prepare."""
    what: str
    """What to do, in one sentence without a full stop."""
    rule: str
    """The rule's name in the Rhythm table, or the kind's own."""
    why: str
    """Why it is here, as a sentence."""
    place: Place
    """The record or line that made it."""
    subject: Noun
    """That record or line: a talk, an event, a log line, a person, a step, me."""
    span: Span | None = None
    """How long the rule allows, where it is a length of time."""
    record: Record | None = None
    """For a step: the goal, talk, event, person or checklist that it belongs to."""
    folded: bool = False
    """Folded away after a lapse."""

    @property
    def first_name(self) -> str:
        """The name it is sorted by."""
        return self.people[0].name if self.people else ""

    def as_json(self) -> dict[str, object]:
        """The object that `bothways today --json` prints."""
        said: dict[str, object] = {
            "kind": self.kind,
            "due": self.due.isoformat(),
            "who": [person.name for person in self.people],
            "what": self.what,
            "rule": self.rule,
            "why": self.why,
            "file": self.place.file,
            "line": self.place.line,
        }
        return said | {"folded": True} if self.folded else said
