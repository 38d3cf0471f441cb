"""Today: the finite list, the week against the rhythm, whom one risks losing touch with, what is ahead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bothways.derive.agenda_item import APPOINTMENTS, Item
from bothways.derive.contacts import key_of
from bothways.derive.facts import Facts
from bothways.derive.ties import Tie
from bothways.guide.choose import message_for_item
from bothways.guide.drafts import Draft, draft
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.log import LogLine, Via
from bothways.model.names import first_name
from bothways.model.people import Person
from bothways.model.refs import Ref
from bothways.model.words import capital, count
from bothways.pages.environment import page
from bothways.pages.navigation import TODAY
from bothways.pages.page import Page
from bothways.reading.yaml_words import in_line

GUIDE = {
    "thank": "informational-interview.html#thank",
    "second-try": "asking.html#second-try",
    "other-person": "asking.html#other-person",
    "promised-introduction": "giving.html#promised-introduction",
    "report-back": "giving.html#close-the-loop",
    "event-follow-up": "events.html#follow-up",
    "keep-in-touch": "keeping-up.html#rhythm",
    "step": "begin.html#goal",
    "prepare": "informational-interview.html#before",
    "debrief": "informational-interview.html#debrief",
    "coach-session": "coach.html#session",
}
"""The paragraph that explains each kind."""

COMES_FROM_THEM = ("promised-introduction",)
AHEAD = timedelta(days=14)
"""How far the aside looks."""
LOSING_SHOWN = 3
DRAFTED = 40
"""Items with their message on the page: more than a day holds. Those after them say what to do, and no more."""


@dataclass(frozen=True)
class Shown:
    """One item as the page shows it."""

    item: Item
    sign: str
    before: str
    """The sentence up to the name."""
    name: Ref | None
    after: str
    """The sentence from the name on."""
    when: str
    """`since` or `on`, before the day."""
    draft: Draft | None
    record_heading: str
    record: str
    """The YAML that says it is done, and where it goes."""
    record_file: str
    guide: str
    page: str
    """The address of the record's own page, if it has one."""


@dataclass(frozen=True)
class Part:
    """Items under one heading."""

    id: str
    heading: str
    items: tuple[Shown, ...]


@dataclass(frozen=True)
class Coming:
    """One thing on its day."""

    day: date
    words: str
    address: str


def pages(facts: Facts) -> Iterator[Page]:
    """The one page of today."""
    agenda = facts.agenda
    losing = sorted(
        (tie for tie in facts.ties.values() if tie.state == "losing touch" and tie.history.last_two_way),
        key=_last_heard,
    )
    yield page(
        "today.html",
        "index.html",
        "Today",
        TODAY,
        today=facts.day,
        facts=facts,
        is_new=not (facts.workbook.people or facts.workbook.goals or facts.workbook.organisations),
        lede=_lede(facts),
        parts=_parts(facts, agenda.open),
        folded=tuple(_shown(item, facts, with_draft=number < DRAFTED) for number, item in enumerate(agenda.folded)),
        losing=losing[:LOSING_SHOWN],
        more_losing=max(0, len(losing) - LOSING_SHOWN),
        coming=tuple(_coming(facts)),
        pause=_next_pause(facts),
    )


def _last_heard(tie: Tie) -> date:
    last = tie.history.last_two_way
    return last.date if last else date.min


def _lede(facts: Facts) -> str:
    agenda = facts.agenda
    if agenda.starting_again:
        ways = count(len(agenda.open), "easy way")
        rest = "; the rest is folded away below" if agenda.folded else ""
        return f"Good to see you. {capital(ways)} to start again{rest}."
    if not agenda.items:
        return "Nothing is due today. Is there somebody you would simply like to hear from?"
    if len(agenda.items) == 1:
        return "One thing today. The rest will keep."
    things = capital(count(len(agenda.items), "thing"))
    return f"{things}, the most pressing first. If you have time for one, do the first. The rest will keep."


def _parts(facts: Facts, items: Sequence[Item]) -> tuple[Part, ...]:
    if facts.agenda.starting_again:
        return (Part("start", "To start again", tuple(_shown(item, facts, with_draft=True) for item in items)),)
    on_today = [item for item in items if item.kind in APPOINTMENTS and item.due == facts.day]
    groups = (
        ("on-today", "Today", on_today),
        ("waiting", "Waiting for you", [item for item in items if item.due < facts.day]),
        ("today", "For today", [item for item in items if item.due == facts.day and item not in on_today]),
        ("soon", "In the next days", [item for item in items if item.due > facts.day]),
    )
    drafted = items[:DRAFTED]
    return tuple(
        Part(id_, heading, tuple(_shown(item, facts, with_draft=item in drafted) for item in group))
        for id_, heading, group in groups
        if group
    )


def _shown(item: Item, facts: Facts, *, with_draft: bool) -> Shown:
    name = next((who for who in item.people if who.name in item.what), None)
    before, _, after = item.what.partition(name.name) if name else (item.what, "", "")
    heading, record, file = _record(item, facts.day)
    return Shown(
        item=item,
        sign="i-day" if item.kind in APPOINTMENTS else "i-in" if item.kind in COMES_FROM_THEM else "i-out",
        before=before,
        name=name,
        after=after,
        when="since" if item.due < facts.day else "on",
        draft=_draft(item, facts) if with_draft else None,
        record_heading=heading,
        record=record,
        record_file=file,
        guide=GUIDE[item.kind],
        page=_address(item),
    )


def _draft(item: Item, facts: Facts) -> Draft | None:
    if not item.people:
        return None
    workbook, who = facts.workbook, item.people[0]
    person = workbook.person.get(who.id or "") or Person(name=who.name)
    own = workbook.own.get("messages", frozenset())
    message = message_for_item(item.kind, workbook.messages, own, _last_way(who, facts), person)
    if message is None:
        return None
    organisation = workbook.organisation.get(person.organisation.id or "") if person.organisation else None
    talk = item.subject if isinstance(item.subject, Conversation) else None
    return draft(message, workbook.me, person, organisation, talk, facts.day)


def _last_way(who: Ref, facts: Facts) -> Via | None:
    """By what way I last reached them."""
    history = facts.histories.get(key_of(who))
    last = history.last("out") if history else None
    return last.source.via if last and isinstance(last.source, LogLine) else None


_LINE = {
    "thank": ("When it is sent", "thanked"),
    "second-try": ("When it is sent", "nudged"),
    "other-person": ("When it is sent", "wrote"),
    "promised-introduction": ("When you have asked", "wrote"),
    "report-back": ("When they know", "reported-back"),
    "event-follow-up": ("When it is sent", "wrote"),
    "keep-in-touch": ("When you have", "wrote"),
}


def _record(item: Item, today: date) -> tuple[str, str, str]:
    """What to write once it is done: a heading, the YAML, and the file it goes into."""
    if item.kind in _LINE:
        heading, did = _LINE[item.kind]
        lines = [f"- {{date: {today}, who: {in_line(who.name)}, did: {did}}}" for who in item.people]
        return heading, "\n".join(lines), "log.yaml"
    if item.kind == "step":
        return "When it is done", f"done: {today}", "the step itself"
    if item.kind == "debrief":
        return "Three lines are enough", "learned:\n  - \nsurprise: \nstill_interested: same", "the conversation"
    return "", "", ""


def _address(item: Item) -> str:
    match item.subject:
        case Conversation():
            return f"conversations/{item.subject.id}.html"
        case Event():
            return f"events/{item.subject.id}.html"
    return f"people/{item.people[0].id}.html" if item.people and item.people[0].id else ""


def _coming(facts: Facts) -> Iterator[Coming]:
    workbook, day = facts.workbook, facts.day
    found = [
        Coming(talk.date, _who_and_when(talk), f"conversations/{talk.id}.html")
        for talk in workbook.conversations
        if (talk.status or "planned") == "planned" and day <= talk.date <= day + AHEAD
    ]
    found += [
        Coming(event.date, event.name, f"events/{event.id}.html")
        for event in workbook.events
        if day <= event.date <= day + AHEAD
    ]
    coach = workbook.me.coach if workbook.me else None
    if coach and coach.next_session and day <= coach.next_session <= day + AHEAD:
        found.append(Coming(coach.next_session, f"Session with {first_name(coach.name)}", ""))
    return iter(sorted(found, key=lambda coming: coming.day))


def _who_and_when(talk: Conversation) -> str:
    names = ", ".join(who.name for who in talk.with_)
    return f"{talk.time:%H:%M}, {names}" if talk.time else names


def _next_pause(facts: Facts) -> object:
    pauses = (pause for pause in facts.workbook.rhythm.pauses if pause.to >= facts.day)
    soonest = min(pauses, key=lambda pause: pause.from_, default=None)
    return soonest if soonest and soonest.from_ <= facts.day + timedelta(days=30) else None
