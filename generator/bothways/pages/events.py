"""Events: where people are met. An overview, and a page for each."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from bothways.derive.agenda_item import Item
from bothways.derive.facts import Facts
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.refs import Ref, key_of
from bothways.model.words import capital, count, number
from bothways.pages.environment import Values, page
from bothways.pages.fill_in import event_debrief, event_preparation, margin
from bothways.pages.navigation import CONVERSATIONS
from bothways.pages.page import Page
from bothways.pages.paper.card import card, people_to_look_for
from bothways.pages.ticks import Ticks, ticks
from bothways.reading.yaml_words import STEP

KINDS = {
    "association": "association",
    "chamber": "chamber of commerce",
    "meetup": "meetup",
    "conference": "conference",
    "volunteering": "volunteering",
    "worship": "place of worship",
    "community": "community",
    "school-and-sport": "school and sport",
    "online": "online",
    "social": "social",
    "other": "",
}
IN_TWO_WEEKS = timedelta(days=14)
FIRST_LINES = """\
- name: Growers' supper
  date: {day}
  intention: Sit next to somebody new"""


class Line(NamedTuple):
    """An event in the overview."""

    event: Event
    remarks: tuple[str, ...]
    """Kind, place and cost, as far as they are written."""
    worth: str
    met: tuple[Ref, ...]


class Met(NamedTuple):
    """Somebody met at an event, and what came after."""

    who: Ref
    item: Item | None
    """The first word that is still to be written."""
    talk: Conversation | None
    """The first talk with them since."""


def pages(facts: Facts) -> Iterator[Page]:
    """The overview, then a page for every event; for the owner, a card for those that are coming."""
    yield page("events-list.html", "events/index.html", "Events", CONVERSATIONS, partial(_overview, facts))
    for event in facts.workbook.events:
        yield page("events.html", f"events/{event.id}.html", event.name, CONVERSATIONS, partial(_values, event, facts))
        if event.date >= facts.day and not facts.workbook.reader:
            yield card(event, facts)


def _values(event: Event, facts: Facts) -> Values:
    """What the page of an event shows."""
    return {
        "today": facts.day,
        "namesakes": facts.namesakes,
        "event": event,
        "is_coming": event.date >= facts.day,
        "remarks": _remarks(event),
        "worth": _worth(event),
        "met": tuple(_met(who, event, facts) for who in _everybody(event, facts)),
        "ticks": _ticks(event),
        "look_for": tuple(person.who for person in people_to_look_for(event, facts)),
        "ready": event_preparation(event),
        "to_fill_in": event_debrief(event),
    }


def _overview(facts: Facts) -> Values:
    """What the overview shows."""
    events = sorted(facts.workbook.events, key=lambda event: event.date)
    coming = [event for event in events if event.date >= facts.day]
    past = [event for event in events if event.date < facts.day][::-1]
    return {
        "today": facts.day,
        "namesakes": facts.namesakes,
        "lede": _lede(coming, past),
        "coming": tuple(_line(event, facts) for event in coming),
        "past": tuple(_line(event, facts) for event in past),
        "is_empty": not events,
        "first_lines": FIRST_LINES.format(day=facts.day + IN_TWO_WEEKS),
    }


def _ticks(event: Event) -> Ticks:
    """What to do before, as boxes."""
    pad = margin(event)
    return ticks(("event", event.id), event.prepare, f"{' ' * pad}prepare:", pad + len(STEP))


def _lede(coming: list[Event], past: list[Event]) -> str:
    been = f"{capital(count(len(past), 'event'))} so far"
    if not coming:
        return f"{been}, and none is coming. One a month is plenty."
    ahead = "One is coming" if len(coming) == 1 else f"{capital(number(len(coming)))} are coming"
    return f"{ahead}. {been}."


def _line(event: Event, facts: Facts) -> Line:
    return Line(event, _remarks(event), _worth(event), _everybody(event, facts))


def _remarks(event: Event) -> tuple[str, ...]:
    return tuple(remark for remark in (KINDS.get(event.kind or "", ""), event.place, event.cost) if remark)


def _worth(event: Event) -> str:
    worth_it = event.debrief.worth_it if event.debrief else None
    return "" if worth_it is None else "worth it" if worth_it else "not worth it this time"


def _everybody(event: Event, facts: Facts) -> tuple[Ref, ...]:
    """Whom the event names, and those whose own record says that they were met there."""
    named = {key_of(who): who for who in event.met}
    for person in facts.workbook.people:
        if person.met_at and person.met_at.id == event.id:
            named.setdefault(str(person.id), person.who)
    return tuple(named.values())


def _met(who: Ref, event: Event, facts: Facts) -> Met:
    item = next(
        (
            item
            for item in facts.open_items
            if item.kind == "event-follow-up" and item.subject is event and who in item.people
        ),
        None,
    )
    return Met(who, item, _first_talk(who, event.date, facts))


def _first_talk(who: Ref, since: date, facts: Facts) -> Conversation | None:
    tie = facts.ties.get(key_of(who))
    talks = [talk for talk in tie.talks if talk.date >= since] if tie else []
    return talks[0] if talks else tie.next_talk if tie else None
