"""Me: the person whose workbook this is (`me.yaml`)."""

from typing import Literal

from pydantic import Field

from bothways.model.base import Noun, Record
from bothways.model.fields import Address, Day, Line, Link, Many, Prose
from bothways.model.refs import PersonRef
from bothways.model.rhythm import RhythmWishes
from bothways.model.situation import Situation


class Strength(Noun):
    """Something I do well: a text, or `what` and `proof`."""

    short_for = "what"

    what: Prose
    """What I do well."""
    proof: Prose | None = None
    """What shows it."""


class Need(Noun):
    """A problem I may one day have, and whom I would ask."""

    need: Prose
    """What I would need."""
    people: Many[PersonRef] = ()
    """Whom I would ask. Have a second name, in case the first cannot help."""


class Coach(Noun):
    """The coach I work with, if any."""

    name: Line = "your coach"
    """Their name."""
    email: Address | None = None
    """Their e-mail address."""
    next_session: Day | None = None
    """The day of our next session."""
    last_session: Day | None = None
    """The day of our last session: the packet shows what changed since."""


class SharingProfile(Noun):
    """What one kind of shared build shows."""

    like: Line | None = None
    """The profile it starts from."""
    show: Many[Line] = ()
    """Fields to show as well, such as `people.role`."""
    hide: Many[Line] = ()
    """Fields to leave out, such as `goals.why`."""
    people: Literal["pseudonym", "initials", "full"] | None = None
    """How other people appear."""


class Me(Record):
    """The contact card, the pitch, the two-pager, the rhythm."""

    name: Line
    """Your name, as you would sign."""
    headline: Line | None = None
    """One line under your name."""
    location: Line | None = None
    """Where you live or work."""
    email: Address | None = None
    """Your e-mail address."""
    phone: Line | None = None
    """Your phone number, as you would write it."""
    links: Many[Link] = ()
    """Your pages."""
    situation: Many[Situation] = ()
    """What you are in: changes prompts, question lists, templates and words."""
    one_sentence: Prose | None = None
    """Who you are and what you are curious about, in one sentence."""
    introduction: Prose | None = None
    """Your 30-second introduction: at most about 80 words."""
    looking_for: Many[Prose] = ()
    """What you want."""
    not_looking_for: Many[Prose] = ()
    """What you do not want."""
    strengths: Many[Strength] = ()
    """Three to five things you do well, with proof."""
    can_offer: Many[Prose] = ()
    """What you can do for other people."""
    needs: Many[Need] = ()
    """Whom you would ask for what."""
    coach: Coach | None = None
    """Your coach."""
    rhythm: RhythmWishes | None = None
    """How often, how soon: `gentle`, `standard`, `brisk`, or your own."""
    hints_off: Many[Line] = ()
    """Codes of hints you do not want to see."""
    sharing: dict[Line, SharingProfile] = Field(default_factory=dict)
    """What shared builds show; `coach` exists without being written."""
