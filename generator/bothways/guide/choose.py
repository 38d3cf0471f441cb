"""Choosing a message: which one fits an occasion. The person's own words come before ours."""

from collections.abc import Collection, Iterable, Mapping

from bothways.guide.situations import tracks_of
from bothways.model.log import Via
from bothways.model.messages import Message, MessageKind
from bothways.model.people import Person
from bothways.model.situation import Situation

OCCASIONS: Mapping[str, MessageKind] = {
    "thank": "thank-you",
    "second-try": "second-try",
    "other-person": "first-ask",
    "promised-introduction": "other",
    "report-back": "report-back",
    "event-follow-up": "event-follow-up",
    "keep-in-touch": "catch-up",
}
"""What is written, by kind of agenda item. The other kinds need no message."""

AFTER_A_PROMISE = "after-a-promise-message"
"""`other` holds many things, so this occasion has its message by name."""


def message_for_item(
    kind: str,
    messages: Iterable[Message],
    own: Collection[str] = (),
    via: Via | None = None,
    person: Person | None = None,
    *,
    situations: Iterable[Situation] = (),
) -> Message | None:
    """The message for an item of the agenda, or None where the item needs none."""
    if kind not in OCCASIONS:
        return None
    if kind == "promised-introduction":
        return next((message for message in messages if message.id == AFTER_A_PROMISE), None)
    # A second try goes another way if it can, so the way of the first is no guide.
    way = None if kind == "second-try" else via
    return message_for(OCCASIONS[kind], messages, own, way, person, situations=situations)


def message_for(
    occasion: MessageKind,
    messages: Iterable[Message],
    own: Collection[str] = (),
    via: Via | None = None,
    person: Person | None = None,
    *,
    situations: Iterable[Situation] = (),
) -> Message | None:
    """The message that fits best, or None where there is none of that kind.

    `own` are the ids of the person's own messages, which come first. Then counts whether it suits this person (a
    dormant tie, an introduction), or else the situation I named first, then the way of the last contact. Of the
    built-in ones, the plain one is called by its occasion, or its occasion and its way: `thank-you-note`.
    """
    suited = _suited(occasion, person) or _for_my_situation(occasion, situations)

    def rank(message: Message) -> tuple[bool, bool, bool, bool, bool]:
        return (
            message.id not in own,
            message.id != suited,
            message.via != via,
            message.id not in (occasion, f"{occasion}-{message.via}"),
            message.via != "email",
        )

    return min((message for message in messages if message.for_ == occasion), key=rank, default=None)


def _suited(occasion: MessageKind, person: Person | None) -> str | None:
    """The built-in message made for how I stand with somebody, where there is one."""
    if person is None:
        return None
    if occasion == "catch-up" and person.tie == "dormant":
        return "catch-up-dormant-email"
    # Whoever one knows well is not written to as somebody one has only met, or heard of through another.
    if occasion == "first-ask" and person.tie in ("close", "warm", "dormant"):
        return "first-ask-warm-email"
    if occasion == "first-ask" and person.introduced_by:
        return "first-ask-introduced-email"
    if occasion == "first-ask" and person.met_at:
        return "first-ask-event-email"
    if occasion == "connection-note" and person.met_at:
        return "connection-note-after-meeting"
    return None


def _for_my_situation(occasion: MessageKind, situations: Iterable[Situation]) -> str | None:
    """The built-in message made for what I am in: one owner asks another, whoever moves asks somebody who has."""
    first = next(iter(tracks_of(situations)), None)
    return (first.first_ask or None) if first and occasion == "first-ask" else None
