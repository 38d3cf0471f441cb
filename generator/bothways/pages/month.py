"""The month of somebody who keeps up: what Today shows them beside the agenda, in place of a week of asks."""

from datetime import date
from typing import NamedTuple

from bothways.derive.facts import Facts
from bothways.derive.keeping_up import Hello, Offer
from bothways.derive.situations import is_searching, situations
from bothways.guide.situations import main_track
from bothways.model.conversations import Conversation
from bothways.model.days import MONTHS
from bothways.model.events import Event
from bothways.model.refs import Ref
from bothways.model.words import capital, count


class Month(NamedTuple):
    """What there may be to do this month."""

    name: str
    """`December`."""
    hellos: tuple[Hello, ...]
    so_far: str
    """How many people have heard from me this month; empty, where nobody has yet."""
    offer: Offer | None
    can_offer: str
    """Something I can do for anybody, where there is nobody to do something for in particular."""
    events: tuple[Event, ...]
    events_wanted: str
    """`One event a month is enough.`; empty, where none is wanted."""
    quarter: str
    """`October to December`."""
    talks: tuple[Conversation, ...]
    """Talks of the quarter, the latest first."""
    to_ask: tuple[Ref, ...]
    question: str
    """What all of them could be asked; empty, where no list has a question left."""
    question_list: Ref | None
    old_tie: Ref | None
    is_turn_of_the_year: bool
    has_said: bool
    """Whether they wrote which situation is theirs."""


def month(facts: Facts) -> Month | None:
    """The month, or None for somebody who is looking for something."""
    if is_searching(facts.workbook):
        return None
    found, me = facts.keeping_up, facts.workbook.me
    question, asked_in = _question(facts)
    return Month(
        name=MONTHS[found.month.month - 1],
        hellos=found.hellos,
        so_far=_so_far(found.heard_from_me),
        offer=found.offer,
        can_offer=me.can_offer[0] if me and me.can_offer else "",
        events=found.events,
        events_wanted=_enough(found.events_wanted),
        quarter=_quarter(found.tour.since),
        talks=found.tour.talks[::-1],
        to_ask=found.tour.people,
        question=question,
        question_list=asked_in,
        old_tie=found.tour.old_tie,
        is_turn_of_the_year=found.is_turn_of_the_year,
        has_said=bool(situations(facts.workbook)),
    )


def _so_far(people: int) -> str:
    if not people:
        return ""
    return f"{capital(count(people, 'person', 'people'))} {'has' if people == 1 else 'have'} heard from you so far."


def _enough(wanted: int) -> str:
    if not wanted:
        return ""
    return f"{capital(count(wanted, 'event'))} a month {'is' if wanted == 1 else 'are'} enough."


def _quarter(since: date) -> str:
    return f"{MONTHS[since.month - 1]} to {MONTHS[since.month + 1]}"


def _question(facts: Facts) -> tuple[str, Ref | None]:
    """The first question that nobody has answered yet: of a list in use, else of the list for my situation."""
    in_use = next(iter(facts.learned.open), None)
    if in_use:
        return in_use.questions[0].question.ask, Ref(in_use.list.name, in_use.list.id)
    coverage = facts.coverage.get(main_track(situations(facts.workbook)).questions)
    left = next((one for one in coverage.questions if not one.answers), None) if coverage else None
    return (left.question.ask, Ref(coverage.list.name, coverage.list.id)) if coverage and left else ("", None)
