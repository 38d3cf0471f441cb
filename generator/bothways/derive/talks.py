"""Conversations on a day: which are planned, which were held."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from bothways.model.conversations import Conversation, ConversationStatus
from bothways.model.refs import key_of
from bothways.model.workbook import Workbook


def status(talk: Conversation, day: date) -> ConversationStatus:
    """What it says; else planned up to and on its date, held from the day after, `planned` written or not."""
    if talk.status and talk.status != "planned":
        return talk.status
    return "planned" if talk.date >= day else "held"


def is_held(talk: Conversation, day: date) -> bool:
    """Whether it has taken place. A date after `day` has not come, whatever the record says."""
    return status(talk, day) == "held" and talk.date <= day


def is_planned(talk: Conversation, day: date) -> bool:
    """Whether it is still to come, today included."""
    return status(talk, day) == "planned" and talk.date >= day


def held(workbook: Workbook, day: date) -> Iterator[Conversation]:
    """The talks that were held, oldest first."""
    return (talk for talk in sorted(workbook.conversations, key=lambda talk: talk.date) if is_held(talk, day))


def planned(workbook: Workbook, day: date) -> Iterator[Conversation]:
    """The talks that are still to come, soonest first."""
    return (talk for talk in sorted(workbook.conversations, key=lambda talk: talk.date) if is_planned(talk, day))


def by_person(talks: Iterable[Conversation]) -> Mapping[str, Sequence[Conversation]]:
    """The talks with each person, in their order. By `key_of`; whoever has none has an empty list."""
    found: dict[str, list[Conversation]] = defaultdict(list)
    for talk in talks:
        for who in talk.with_:
            found[key_of(who)].append(talk)
    return found


def has_debrief(talk: Conversation) -> bool:
    """Whether anything was written down about it."""
    return bool(
        talk.answers or talk.learned or talk.advice or talk.introductions or talk.gave or talk.notes or talk.surprise
    )
