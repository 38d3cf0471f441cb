"""Letters: a message for somebody on an occasion, filled in with all that the workbook knows. Nothing is ever sent.

Today, a person's page and `bothways draft` all take their words from here.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from bothways.derive.agenda_item import Item
from bothways.derive.contacts import History
from bothways.derive.facts import Facts
from bothways.derive.situations import situations
from bothways.derive.talks import is_held, is_planned
from bothways.derive.ties import Tie
from bothways.guide.choose import AFTER_A_PROMISE, message_for, message_for_item
from bothways.guide.drafts import Draft, draft
from bothways.guide.words import in_words
from bothways.model.conversations import Conversation, Introduction
from bothways.model.log import LogLine, Via
from bothways.model.messages import Message, MessageKind
from bothways.model.people import Person
from bothways.model.refs import Ref, key_of

DAY_BEFORE = "confirm-the-day-before-message"
"""`other` holds many things, so the word on the day before a talk has its message by name."""
LETTERS = 2
"""For one person: more would be a choice to make, and not a help."""
PEOPLE = 300
"""With letters on their page, those with something due first: a tenth of a second. `bothways draft` is for all."""
LOOKS_BACK: Sequence[MessageKind] = ("thank-you", "report-back", "catch-up")
"""Occasions on which the talk in question is one that was held."""


def letter_for_item(item: Item, facts: Facts) -> Draft | None:
    """The message that an item of the agenda asks for; nothing, where it asks for none."""
    if not item.people:
        return None
    who, workbook = item.people[0], facts.workbook
    message = message_for_item(
        item.kind,
        workbook.messages,
        workbook.own.get("messages", frozenset()),
        last_way(who, facts),
        somebody(who, facts),
        situations=situations(workbook),
    )
    talk = item.subject if isinstance(item.subject, Conversation) else None
    return letter(message, who, facts, talk) if message else None


def people_with_letters(facts: Facts) -> frozenset[str]:
    """Whose pages have letters, by id."""
    due = facts.ties.something_due()
    return frozenset(sorted(facts.ties, key=lambda id_: id_ not in due)[:PEOPLE])


def letters_to(tie: Tie, facts: Facts) -> tuple[Draft, ...]:
    """What I might write to somebody next: what is due, or what fits how it stands."""
    return tuple(islice(_letters(tie, facts), LETTERS))


def _letters(tie: Tie, facts: Facts) -> Iterator[Draft]:
    due = [found for item in tie.items if (found := letter_for_item(item, facts))]
    yield from due
    before = next((message for message in facts.workbook.messages if message.id == DAY_BEFORE), None)
    if tie.next_talk and before:
        yield letter(before, tie.who, facts, tie.next_talk)
    occasion = _occasion(tie, facts)
    message = message_to(tie.who, occasion, facts) if occasion and not due and not tie.next_talk else None
    if message:
        yield letter(message, tie.who, facts)


def _occasion(tie: Tie, facts: Facts) -> MessageKind | None:
    """What one might write of one's own accord."""
    if tie.state == "waiting":
        left = _tries_left(tie.history, facts.workbook.rhythm.tries)
        return "second-try" if left is None or left > 0 else None
    if tie.state == "to approach":
        return "catch-up" if tie.history.contacts or tie.person.tie == "dormant" else "first-ask"
    return "catch-up" if tie.state in ("in touch", "losing touch") else None


def message_to(who: Ref, occasion: MessageKind, facts: Facts) -> Message | None:
    """The message that fits somebody best on an occasion."""
    workbook = facts.workbook
    own = workbook.own.get("messages", frozenset())
    # A second try goes another way if it can, so the way of the first is no guide.
    way = None if occasion == "second-try" else last_way(who, facts)
    return message_for(occasion, workbook.messages, own, way, somebody(who, facts), situations=situations(workbook))


def letter(message: Message, who: Ref, facts: Facts, talk: Conversation | None = None) -> Draft:
    """A message filled in for somebody. `talk` is the one it is about; left out, the one that fits the occasion."""
    workbook = facts.workbook
    person = somebody(who, facts)
    organisation = workbook.organisation.get(person.organisation.id or "") if person.organisation else None
    talk = talk or _talk(message, who, facts)
    history = facts.histories.get(key_of(who))
    return draft(
        message,
        workbook.me,
        person,
        organisation,
        talk,
        facts.day,
        _tries_left(history, workbook.rhythm.tries),
        dict(_known(message, history, talk, facts)),
    )


def last_way(who: Ref, facts: Facts) -> Via | None:
    """By what way I last reached them."""
    history = facts.histories.get(key_of(who))
    last = history.last("out") if history else None
    return last.source.via if last and isinstance(last.source, LogLine) else None


def somebody(who: Ref, facts: Facts) -> Person:
    """Their record, with where we met and who led me to them as far as other records say so."""
    person = facts.workbook.person.get(who.id or "") or Person(name=who.name)
    said: dict[str, Ref] = {}
    if person.met_at is None:
        events = (event for event in facts.workbook.events if event.date <= facts.day and who in event.met)
        said |= [("met_at", Ref(event.name, event.id)) for event in events][-1:]
    if person.introduced_by is None:
        said |= [("introduced_by", talk.with_[0]) for talk, one in _introductions(facts) if one.to == who and one.made][
            -1:
        ]
    return person.model_copy(update=said) if said else person


def _introductions(facts: Facts) -> Iterator[tuple[Conversation, Introduction]]:
    return ((talk, one) for talk in facts.workbook.conversations for one in talk.introductions)


def _talk(message: Message, who: Ref, facts: Facts) -> Conversation | None:
    """The talk that a message would be about: the next one, or the last that was held."""
    talks = facts.talks_with.get(key_of(who), ())
    mine = [talk for talk in talks if is_held(talk, facts.day)]
    coming = next((talk for talk in talks if is_planned(talk, facts.day)), None)
    if message.for_ == "report-back":
        mine = [talk for talk in mine if any(not advice.told_them for advice in talk.advice)] or mine
    last = mine[-1] if mine else None
    return last if message.for_ in LOOKS_BACK or message.id == AFTER_A_PROMISE else coming or last


def _tries_left(history: History | None, most: int) -> int | None:
    """How often I may still write to somebody who has never answered; nothing is said of the others."""
    if history is None or history.has_answered:
        return None
    return most - len(history.tries)


def _known(
    message: Message, history: History | None, talk: Conversation | None, facts: Facts
) -> Iterator[tuple[str, str]]:
    """Words for gaps in square brackets, by what stands in them."""
    if history and history.tries:
        yield "the day you wrote", in_words(history.tries[-1].date, facts.day)
    if talk is None:
        return
    is_back = message.for_ == "report-back"
    named = [one for one in talk.introductions if bool(one.made) == is_back]
    if len(named) == 1 and (is_back or message.id == AFTER_A_PROMISE):
        (one,) = named
        yield "the person's name", one.to.name
        yield "their name", one.to.name
        spoke = [other.date for other in facts.talks_with.get(key_of(one.to), ()) if is_held(other, facts.day)]
        yield from (("the day you spoke", in_words(day, facts.day)) for day in spoke[-1:])
