"""What talks and events leave to do: thanks, debriefs, promises, reports, first words after an event."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from bothways.derive.agenda_item import Item
from bothways.derive.calendar import after, out_of_pauses
from bothways.derive.contacts import History
from bothways.derive.rest import awake
from bothways.derive.talks import has_debrief, held
from bothways.model.conversations import Conversation
from bothways.model.days import day_and_month
from bothways.model.events import Event
from bothways.model.refs import Ref, and_names, key_of
from bothways.model.workbook import Workbook

Histories = Mapping[str, History]


def due_talks(workbook: Workbook, day: date, known: Histories) -> Iterator[Item]:
    """Every open item that a held talk or a past event made, whenever it falls due."""
    for talk in held(workbook, day):
        yield from _thanks(talk, workbook, known)
        yield from _promises(talk, workbook)
        yield from _reports(talk, workbook, known)
        yield from _debrief(talk, workbook)
    for event in workbook.events:
        if event.date <= day:
            yield from _event_follow_ups(event, workbook, known)


def _without_line(talk: Conversation, did: str, known: Histories) -> tuple[Ref, ...]:
    """Those in the talk for whom the log does not say `did` since."""
    return tuple(who for who in talk.with_ if not known[key_of(who)].has_line_since(did, talk.date))


def _thanks(talk: Conversation, workbook: Workbook, known: Histories) -> Iterator[Item]:
    people = _without_line(talk, "thanked", known)
    if talk.thanked or not people:
        return
    span = workbook.rhythm.thank_within
    yield Item(
        kind="thank",
        due=awake(after(talk.date, span, workbook.rhythm), people, workbook),
        people=people,
        what=f"Thank {and_names(people)} for the talk on {day_and_month(talk.date)}",
        rule="thank_within",
        why=f"You met on {talk.date}; your rhythm is to thank within {span}.",
        place=talk.written,
        subject=talk,
        span=span,
    )


def _promises(talk: Conversation, workbook: Workbook) -> Iterator[Item]:
    span = workbook.rhythm.promised_introduction_after
    for promise in talk.introductions:
        if promise.made:
            continue
        promised = promise.promised or talk.date
        yield Item(
            kind="promised-introduction",
            due=awake(after(promised, span, workbook.rhythm), talk.with_, workbook),
            people=talk.with_,
            what=f"Ask {and_names(talk.with_)} about the introduction to {promise.to}",
            rule="promised_introduction_after",
            why=f"It was promised on {promised}; your rhythm is to ask after {span}.",
            place=talk.written,
            subject=talk,
            span=span,
        )


def _reports(talk: Conversation, workbook: Workbook, known: Histories) -> Iterator[Item]:
    gave_advice = bool(talk.advice)
    if not gave_advice and not any(introduction.made for introduction in talk.introductions):
        return
    people = _without_line(talk, "reported-back", known)
    if not people or (gave_advice and all(advice.told_them for advice in talk.advice)):
        return
    span = workbook.rhythm.report_back_after
    gift = "advice" if gave_advice else "introduction"
    yield Item(
        kind="report-back",
        due=awake(after(talk.date, span, workbook.rhythm), people, workbook),
        people=people,
        what=f"Tell {and_names(people)} what came of the {gift} on {day_and_month(talk.date)}",
        rule="report_back_after",
        why=f"You had the {gift} on {talk.date}; your rhythm is to report back after {span}, whatever came of it.",
        place=talk.written,
        subject=talk,
        span=span,
    )


def _debrief(talk: Conversation, workbook: Workbook) -> Iterator[Item]:
    if has_debrief(talk):
        return
    due = out_of_pauses(talk.date + timedelta(days=1), workbook.rhythm)
    yield Item(
        kind="debrief",
        due=awake(due, talk.with_, workbook),
        people=talk.with_,
        what=f"Write down what you learned from {and_names(talk.with_)} on {day_and_month(talk.date)}",
        rule="debrief",
        why=f"You met on {talk.date}, and nothing is written about it yet.",
        place=talk.written,
        subject=talk,
    )


def _event_follow_ups(event: Event, workbook: Workbook, known: Histories) -> Iterator[Item]:
    span = workbook.rhythm.event_follow_up_within
    for who in dict.fromkeys(event.met):
        if _was_followed_up(event, who, workbook, known):
            continue
        yield Item(
            kind="event-follow-up",
            due=awake(after(event.date, span, workbook.rhythm), (who,), workbook),
            people=(who,),
            what=f"Write to {who}, whom you met at {event.name}",
            rule="event_follow_up_within",
            why=f"You met on {event.date}; your rhythm is to write within {span}.",
            place=event.written,
            subject=event,
            span=span,
        )


def _was_followed_up(event: Event, who: Ref, workbook: Workbook, known: Histories) -> bool:
    history = known[key_of(who)]
    wrote = [contact.date for contact in history.contacts if contact.did not in ("met", "event", "met-on")]
    away = [line.date for line in history.out_of_office]
    if any(day >= event.date for day in (*wrote, *away)):
        return True
    return any(
        who in talk.with_ and talk.date >= event.date and talk.status != "cancelled" for talk in workbook.conversations
    )
