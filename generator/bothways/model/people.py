"""People: everybody a person knows or would like to (`people.yaml`)."""

from bothways.model.base import Record
from bothways.model.fields import Address, Day, LengthOrNo, Line, Link, Many, Prose, YesNo
from bothways.model.names import first_name
from bothways.model.refs import AnyEventRef, AnyOrganisationRef, AnyPersonRef, PersonRef, Ref
from bothways.model.rhythm import Tie
from bothways.model.step import Step


class Person(Record):
    """Somebody a person knows or would like to."""

    name: Line
    """Their name."""
    pronouns: Line | None = None
    """Such as she/her."""
    role: Line | None = None
    """What they do."""
    organisation: AnyOrganisationRef | None = None
    """Where they do it: an organisation of yours, or plain text."""
    location: Line | None = None
    """Where they are."""
    also_known_as: Many[Line] = ()
    """Other names they go by."""
    decision_maker: YesNo | None = None
    """Whether they decide."""
    email: Address | None = None
    """Their e-mail address. Never in a shared build."""
    phone: Line | None = None
    """Their phone number, as you would write it. Never in a shared build."""
    links: Many[Link] = ()
    """Their pages. Never in a shared build."""
    tie: Tie = "loose"
    """How you stand: decides how often to be in touch."""
    introduced_by: AnyPersonRef | None = None
    """Who led you to them."""
    met_at: AnyEventRef | None = None
    """Where you met: an event of yours, or any place. An unlikely place is worth writing down."""
    met_on: Day | None = None
    """The day you met."""
    interests: Many[Prose] = ()
    """What they care about."""
    helps_with: Many[Prose] = ()
    """What they can do for you."""
    i_can_help_with: Many[Prose] = ()
    """What you can do for them."""
    keep_in_touch: LengthOrNo | None = None
    """How often to be in touch, or `no`. Left out, the tie decides."""
    rest_until: Day | None = None
    """Nothing about them falls due before this day."""
    knows: Many[PersonRef] = ()
    """People they know."""
    steps: Many[Step] = ()
    """Things to do about them."""

    @property
    def who(self) -> Ref:
        """They, as other records name them."""
        return Ref(self.name, self.id)

    @property
    def first_name(self) -> str:
        """As a letter would begin."""
        return first_name(self.name)
