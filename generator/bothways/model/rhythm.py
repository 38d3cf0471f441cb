"""The rhythm: how soon and how often, and which pack or wish it comes from."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from bothways.model.base import Noun
from bothways.model.fields import AtLeastOne, Count, Day, Length, LengthOrNo, Many, Prose
from bothways.model.span import Span

Pack = Literal["gentle", "standard", "brisk"]
Tie = Literal["close", "warm", "loose", "dormant", "new"]
OrderKey = Literal["motivation", "posting", "advocacy"]


class PerWeek(Noun):
    """What you mean to do in a week."""

    new_asks: Count | None = None
    """First messages to new people."""
    conversations: Count | None = None
    """Talks."""
    gives: Count | None = None
    """Things given: an article, help, an introduction, a word of congratulation."""


class Pause(Noun):
    """Days on which nothing falls due, both included."""

    from_: Day
    """The first day."""
    to: Day
    """The last day."""
    why: Prose | None = None
    """What for."""


class KeepInTouch(Noun):
    """How often to be in touch, by tie."""

    close: LengthOrNo | None = None
    """For close ties."""
    warm: LengthOrNo | None = None
    """For warm ties."""
    loose: LengthOrNo | None = None
    """For loose ties."""
    new: LengthOrNo | None = None
    """For new ties."""
    dormant: LengthOrNo | None = None
    """For dormant ties: never, unless you say so."""


class RhythmWishes(Noun):
    """The rhythm as written: a pack by name, or wishes that start from one."""

    short_for = "like"

    like: Pack = "standard"
    """The pack it starts from."""
    per_week: PerWeek | None = None
    """What you mean to do in a week."""
    events_per_month: Count | None = None
    """Events to go to in a month."""
    pause: Many[Pause] = ()
    """Days on which nothing falls due."""
    holidays: Many[Day] = ()
    """Days that are not business days."""
    thank_within: Length | None = None
    """Thank after a talk within this time."""
    other_person_after: LengthOrNo | None = None
    """Ask somebody else at the same organisation after this long without an answer."""
    second_try_after: LengthOrNo | None = None
    """Try once more after this long without an answer."""
    tries: AtLeastOne | None = None
    """Tries at most, when there is no answer."""
    promised_introduction_after: Length | None = None
    """Ask after a promised introduction after this long."""
    report_back_after: Length | None = None
    """Tell people what came of their advice after this long."""
    event_follow_up_within: Length | None = None
    """Write to people met at an event within this time."""
    keep_in_touch: KeepInTouch | None = None
    """How often to be in touch, by tie."""
    active_organisations: AtLeastOne | None = None
    """Organisations to be active with at once."""
    organisation_order: Many[OrderKey] = ()
    """What ranks organisations, most important first."""


@dataclass(frozen=True)
class Rhythm:
    """The rules that hold. Sources: the table in the workbook format; `per_week` is ours."""

    pack: Pack
    thank_within: Span
    other_person_after: Span | None
    second_try_after: Span | None
    promised_introduction_after: Span
    report_back_after: Span
    event_follow_up_within: Span
    keep_in_touch: dict[Tie, Span | None]
    active_organisations: int
    new_asks: int
    conversations: int
    gives: int
    tries: int = 2
    events_per_month: int = 1
    organisation_order: tuple[OrderKey, ...] = ("motivation", "posting", "advocacy")
    pauses: tuple[Pause, ...] = ()
    holidays: frozenset[date] = field(default_factory=frozenset)
    meant: frozenset[str] = frozenset()
    """Which numbers of a week the person wrote: `new_asks`, `conversations`, `gives`. The others are the pack's."""


PACKS: dict[Pack, Rhythm] = {
    "gentle": Rhythm(
        pack="gentle",
        thank_within=Span(2, "day"),
        other_person_after=None,
        second_try_after=Span(10, "business day"),
        promised_introduction_after=Span(14, "day"),
        report_back_after=Span(4, "week"),
        event_follow_up_within=Span(3, "day"),
        keep_in_touch={
            "close": Span(8, "week"),
            "warm": Span(4, "month"),
            "loose": Span(1, "year"),
            "new": Span(4, "week"),
            "dormant": None,
        },
        active_organisations=3,
        new_asks=2,
        conversations=1,
        gives=1,
    ),
    "standard": Rhythm(
        pack="standard",
        thank_within=Span(1, "day"),
        other_person_after=None,
        second_try_after=Span(7, "business day"),
        promised_introduction_after=Span(10, "day"),
        report_back_after=Span(2, "week"),
        event_follow_up_within=Span(2, "day"),
        keep_in_touch={
            "close": Span(6, "week"),
            "warm": Span(3, "month"),
            "loose": Span(6, "month"),
            "new": Span(3, "week"),
            "dormant": None,
        },
        active_organisations=5,
        new_asks=5,
        conversations=2,
        gives=3,
    ),
    "brisk": Rhythm(
        pack="brisk",
        thank_within=Span(1, "day"),
        other_person_after=Span(3, "business day"),
        second_try_after=Span(7, "business day"),
        promised_introduction_after=Span(7, "day"),
        report_back_after=Span(2, "week"),
        event_follow_up_within=Span(1, "day"),
        keep_in_touch={
            "close": Span(4, "week"),
            "warm": Span(2, "month"),
            "loose": Span(4, "month"),
            "new": Span(2, "week"),
            "dormant": None,
        },
        active_organisations=5,
        new_asks=10,
        conversations=4,
        gives=5,
    ),
}

_BY_NAME = (
    "thank_within",
    "promised_introduction_after",
    "report_back_after",
    "event_follow_up_within",
    "active_organisations",
    "tries",
    "events_per_month",
)
_MAY_BE_NO = ("other_person_after", "second_try_after")


def rhythm_from(wishes: RhythmWishes | None) -> Rhythm:
    """The rules that hold: the pack, with the person's wishes in place of its rules."""
    if wishes is None:
        return PACKS["standard"]
    pack = PACKS[wishes.like]
    rules = {name: value for name in _BY_NAME if (value := getattr(wishes, name)) is not None}
    rules |= {name: value or None for name in _MAY_BE_NO if (value := getattr(wishes, name)) is not None}
    per_week = wishes.per_week.model_dump(exclude_none=True) if wishes.per_week else {}
    ties = wishes.keep_in_touch
    return replace(
        pack,
        **rules,
        **per_week,
        keep_in_touch=pack.keep_in_touch | (_intervals(ties) if ties else {}),
        organisation_order=wishes.organisation_order or pack.organisation_order,
        pauses=wishes.pause,
        holidays=frozenset(wishes.holidays),
        meant=frozenset(per_week),
    )


def _intervals(ties: KeepInTouch) -> dict[Tie, Span | None]:
    said: dict[Tie, Span | bool | None] = {
        "close": ties.close,
        "warm": ties.warm,
        "loose": ties.loose,
        "new": ties.new,
        "dormant": ties.dormant,
    }
    return {tie: span if isinstance(span, Span) else None for tie, span in said.items() if span is not None}
