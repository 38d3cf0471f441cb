"""Conversations: talks that are planned or were held (`conversations.yaml` or `conversations/`)."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import field_validator

from bothways.model.base import Noun, Record
from bothways.model.fields import Clock, Day, Line, Link, Many, Minutes, Prose, YesNo
from bothways.model.names import slug
from bothways.model.refs import AnyOrganisationRef, AnyPersonRef, GoalRef, PersonRef, QuestionListRef, Ref
from bothways.model.refusal import refusal
from bothways.model.step import Step

ConversationKind = Literal["informational-interview", "coffee", "call", "video", "catch-up", "interview", "other"]
WITH_NOBODY = (
    "conversation-with-nobody",
    "A conversation is with somebody.",
    "Write who, such as with: Dana Okafor.",
)
"""How a conversation without people is refused."""

ConversationStatus = Literal["planned", "held", "cancelled", "no-show"]


class Answer(Noun):
    """A question that was asked, and what was said."""

    ask: Prose
    """The question, as in its list."""
    answer: Prose | None = None
    """What they said, in your words."""


class Advice(Noun):
    """Advice they gave: a text, or what you did about it and when they heard."""

    short_for = "advice"

    advice: Prose
    """What they advised."""
    did: Prose | None = None
    """What you did about it."""
    told_them: Day | None = None
    """The day you told them what came of it."""


class Introduction(Noun):
    """Somebody they offered to introduce you to."""

    short_for = "to"

    to: AnyPersonRef
    """Whom."""
    organisation: AnyOrganisationRef | None = None
    """Where that person is."""
    promised: Day | None = None
    """The day it was promised. Left out: the day of the talk."""
    made: Day | None = None
    """The day it was made."""


class Finding(Noun):
    """What a talk said about a belief."""

    belief: Prose
    """The belief, as in the goal."""
    for_: YesNo
    """Whether the talk spoke for it: `yes`, or against it: `no`."""
    why: Prose | None = None
    """Why."""


class Conversation(Record):
    """A talk that is planned or was held."""

    with_: Many[PersonRef]
    """The person or people you talk with."""
    date: Day
    """The day. A date in the future is a planned talk."""
    time: Clock | None = None
    """When it begins."""
    minutes: Minutes = 20
    """How long you asked for."""
    place: Line | None = None
    """Where."""
    link: Link | None = None
    """The address of a video call."""
    kind: ConversationKind = "informational-interview"
    """What kind of talk."""
    status: ConversationStatus | None = None
    """Left out: planned up to and on its date, held from the day after."""
    goal: GoalRef | None = None
    """The goal it serves."""
    questions: Many[QuestionListRef] = ()
    """The question lists the sheet is made from."""
    extra_questions: Many[Prose] = ()
    """Questions for this talk alone."""
    answers: Many[Answer] = ()
    """What was asked and said."""
    learned: Many[Prose] = ()
    """What you learned."""
    advice: Many[Advice] = ()
    """What they advised."""
    introductions: Many[Introduction] = ()
    """Whom they offered to introduce you to."""
    gave: Many[Prose] = ()
    """What you gave."""
    thanked: Day | None = None
    """The day you thanked them."""
    follow_ups: Many[Step] = ()
    """What to do next."""
    beliefs: Many[Finding] = ()
    """What it said about your beliefs."""
    surprise: Prose | None = None
    """What surprised you."""
    still_interested: Literal["more", "same", "less"] | None = None
    """Whether you are more or less interested than before."""
    rule_out: Prose | None = None
    """What you can rule out now."""

    @field_validator("with_")
    @classmethod
    def _with_somebody(cls, people: tuple[Ref, ...]) -> tuple[Ref, ...]:
        if not people:
            raise refusal(*WITH_NOBODY)
        return tuple(dict.fromkeys(people))


def talk_id(day: date, people: Iterable[str]) -> str:
    """The id of a talk for which none is written: its day and the ids of the people in it."""
    return slug("-".join([day.isoformat(), *people]), "conversation")
