"""What may be shared: a decision for every field of the model, beside the model.

A shared copy is made by taking what is shown here, never by taking away what is not: a field that nobody has decided
about is not shared. A profile in `me.yaml` may hide what is shown and show what is hidden; what is `never` stays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args, get_type_hints

from pydantic.fields import FieldInfo

from bothways.model.base import Noun, Record, noun_in
from bothways.model.checklists import Checklist
from bothways.model.conversations import Advice, Answer, Conversation, Finding, Introduction
from bothways.model.events import Debrief, Event
from bothways.model.goals import Decision, Goal, GoalBelief
from bothways.model.log import LogLine
from bothways.model.me import Coach, Me, Need, SharingProfile, Strength
from bothways.model.messages import Message
from bothways.model.organisations import Organisation, Outcome, Research
from bothways.model.people import Person
from bothways.model.questions import Question, QuestionList, Section
from bothways.model.rhythm import KeepInTouch, Pause, PerWeek, RhythmWishes
from bothways.model.step import Step
from bothways.model.workbook import Workbook

BUILT_IN = "coach"
"""The profile that exists without being written."""

Decided = Literal["shown", "hidden", "never"]


@dataclass(frozen=True)
class Fields:
    """What was decided about the fields of one noun, by the names that the person writes."""

    shown: str = ""
    """The coach sees it, cleaned of other people's names."""
    hidden: str = ""
    """The coach does not see it, unless a profile says `show`."""
    never: str = ""
    """In no shared copy, whatever a profile says."""


DECISIONS: Mapping[type[Noun], Fields] = {
    Record: Fields(shown="id notes", hidden="tags files", never="private_notes private share"),
    Me: Fields(
        shown="name headline location situation one_sentence introduction looking_for not_looking_for strengths"
        " can_offer needs coach rhythm",
        never="email phone links hints_off sharing",
    ),
    Strength: Fields(shown="what proof"),
    Need: Fields(shown="need people"),
    Coach: Fields(shown="name next_session last_session", never="email"),
    SharingProfile: Fields(never="like show hide people"),
    RhythmWishes: Fields(
        shown="like per_week events_per_month pause holidays thank_within other_person_after second_try_after tries"
        " promised_introduction_after report_back_after event_follow_up_within keep_in_touch active_organisations"
        " organisation_order"
    ),
    PerWeek: Fields(shown="new_asks conversations gives"),
    Pause: Fields(shown="from to why"),
    KeepInTouch: Fields(shown="close warm loose new dormant"),
    Goal: Fields(shown="goal why situation by measure status organisations steps beliefs decision"),
    GoalBelief: Fields(shown="belief confidence now evidence"),
    Decision: Fields(shown="options chosen why on_date"),
    Step: Fields(shown="do by done"),
    Organisation: Fields(
        shown="name sector location website size why goals status motivation posting research outcome rest_until"
    ),
    Research: Fields(shown="question answer source"),
    Outcome: Fields(shown="what date through"),
    Person: Fields(
        shown="name pronouns role organisation decision_maker tie introduced_by met_at met_on interests helps_with"
        " i_can_help_with keep_in_touch rest_until knows steps",
        hidden="location also_known_as",
        never="email phone links",
    ),
    LogLine: Fields(shown="date who did via about to until"),
    Conversation: Fields(
        shown="with date time minutes kind status goal questions extra_questions answers learned advice introductions"
        " gave thanked follow_ups beliefs surprise still_interested rule_out",
        hidden="place",
        never="link",
    ),
    Answer: Fields(shown="ask answer"),
    Advice: Fields(shown="advice did told_them"),
    Introduction: Fields(shown="to organisation promised made"),
    Finding: Fields(shown="belief for why"),
    QuestionList: Fields(shown="list situations minutes sections"),
    Section: Fields(shown="section minutes questions"),
    Question: Fields(shown="ask why listen_for theme"),
    Event: Fields(shown="name date kind place cost intention prepare met debrief"),
    Debrief: Fields(shown="worked differently trends worth_it actions"),
    Checklist: Fields(shown="checklist start when items"),
    Message: Fields(shown="title for via subject body"),
}
"""What the profile `coach` shows. Contact details, a meeting's link and private notes are in no shared copy."""


@dataclass(frozen=True)
class Field:
    """One field of one noun, where a profile can name it."""

    noun: type[Noun]
    key: str
    info: FieldInfo

    @property
    def decided(self) -> Decided | None:
        """What was decided about it; None: nothing, and so it is not shared."""
        return decided(self.noun, self.key)


@cache
def decided(noun: type[Noun], key: str) -> Decided | None:
    """What was decided about a field of a noun."""
    for ancestor in noun.__mro__:
        fields = DECISIONS.get(ancestor)
        for decision in get_args(Decided) if fields else ():
            if key in getattr(fields, decision).split():
                found: Decided = decision
                return found
    return None


@cache
def kinds() -> Mapping[str, type[Record]]:
    """The kinds of record, by the name of their file."""
    hints = get_type_hints(Workbook)
    found = ((kind, noun_in(hint)) for kind, hint in hints.items())
    return {kind: noun for kind, noun in found if noun and issubclass(noun, Record)}


@cache
def fields() -> Mapping[str, Field]:
    """Every field of the model by its path, such as `goals.beliefs.evidence`."""
    return {path: field for kind, noun in kinds().items() for path, field in _below(kind, noun)}


def key_of_field(attribute: str, info: FieldInfo) -> str:
    """The field's name as the person writes it: `with`, for `with_`."""
    return info.alias or attribute


def spelt(path: str) -> str:
    """A path as the model spells it: in British English."""
    return path.strip().replace("organization", "organisation")


def _below(path: str, noun: type[Noun]) -> Iterator[tuple[str, Field]]:
    for attribute, info in noun.model_fields.items():
        key = key_of_field(attribute, info)
        yield f"{path}.{key}", Field(noun, key, info)
        if part := noun_in(info.annotation):
            yield from _below(f"{path}.{key}", part)
