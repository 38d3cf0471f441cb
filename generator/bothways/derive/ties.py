"""Ties: how it stands with each person, whose move it is, what went each way."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from bothways.derive.agenda_item import Item
from bothways.derive.calendar import after
from bothways.derive.contacts import Contact, History
from bothways.derive.due_people import interval
from bothways.derive.rest import rests_until
from bothways.derive.talks import by_person, held, planned
from bothways.model.conversations import Advice, Conversation, Introduction
from bothways.model.log import LogLine
from bothways.model.people import Person
from bothways.model.refs import Ref, key_of
from bothways.model.span import Span
from bothways.model.workbook import Workbook

State = Literal["to approach", "waiting", "talking", "in touch", "losing touch", "resting"]
Whose = Literal["yours", "theirs"]

STATES: tuple[State, ...] = ("talking", "waiting", "losing touch", "to approach", "in touch", "resting")
"""In the order in which a person would look at them."""

OPEN_MATTERS = ("thank", "promised-introduction", "report-back", "debrief")
"""Kinds of the agenda that keep a talk going, due or not."""
STILL_TALKING = timedelta(days=30)
"""An answer this fresh, with no talk yet, is a talk in the making. Ours."""
DORMANT_AFTER = timedelta(days=183)
"""A dormant tie without contact for half a year is to be approached anew. Ours."""


class Gift(NamedTuple):
    """Something given or received."""

    date: date
    words: str
    """What, as written; empty for an introduction."""
    source: LogLine | Conversation
    to: Ref | None = None
    """For an introduction: to whom."""


class AdviceGiven(NamedTuple):
    """Advice they gave, with the talk it came from."""

    advice: Advice
    talk: Conversation


class Promise(NamedTuple):
    """An introduction they promised, with the talk it came from."""

    introduction: Introduction
    talk: Conversation


class Tie(NamedTuple):
    """How it stands with one person."""

    person: Person
    history: History
    state: State
    whose_move: Whose | None
    interval: Span | None
    """How often to be in touch; None: never by rule."""
    hear_by: date | None
    """The day by which I wanted a sign of them; None: never by rule, or never heard of."""
    items: tuple[Item, ...]
    """What is due about them today or before."""
    next_talk: Conversation | None
    talks: tuple[Conversation, ...]
    """Held talks, oldest first."""
    given: tuple[Gift, ...]
    received: tuple[Gift, ...]
    promises: tuple[Promise, ...]
    led_to: tuple[Person, ...]

    @property
    def who(self) -> Ref:
        """The person, as a reference."""
        return self.person.who

    @property
    def last_in(self) -> Contact | None:
        """The last thing that came from them, a talk included."""
        return self.history.last("in", "both")

    @property
    def last_out(self) -> Contact | None:
        """The last thing that went out to them, a talk included."""
        return self.history.last("out", "both")


class Ties(Mapping[str, Tie]):
    """The tie with everybody who has a record, by id, in the person's own order.

    Each is worked out when it is first asked for: the page of one person needs that of one person.
    """

    def __init__(
        self,
        workbook: Workbook,
        day: date,
        known: Mapping[str, History],
        open_items: Sequence[Item],
        due: Sequence[Item],
    ) -> None:
        """`open_items` is all that will fall due, `due` what is due on `day`."""
        self._workbook, self._day, self._known = workbook, day, known
        self._matters = _by_person(item for item in open_items if item.kind in OPEN_MATTERS)
        self._due_now = _by_person(item for item in due if item.due <= day and item.kind != "prepare")
        self._held_with = by_person(held(workbook, day))
        self._planned_with = by_person(planned(workbook, day))
        self._led_to: dict[str, list[Person]] = defaultdict(list)
        for person in workbook.people:
            if person.introduced_by and person.introduced_by.id:
                self._led_to[person.introduced_by.id].append(person)
        self._found: dict[str, Tie] = {}

    def __getitem__(self, id_: str) -> Tie:
        if id_ not in self._found:
            self._found[id_] = self._tie(self._workbook.person[id_])
        return self._found[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._workbook.person)

    def __len__(self) -> int:
        return len(self._workbook.person)

    def something_due(self) -> Collection[str]:
        """About whom something is due, by `key_of`."""
        return self._due_now.keys()

    def _tie(self, person: Person) -> Tie:
        id_ = str(person.id)
        history, talks = self._known[id_], tuple(self._held_with.get(id_, ()))
        planned_talks, open_matters = self._planned_with.get(id_, ()), self._matters.get(id_, ())
        due_now = self._due_now.get(id_, ())
        hear_by = _hear_by(person, history, self._workbook)
        state = _state(
            person,
            history,
            self._workbook,
            self._day,
            has_plan=bool(planned_talks),
            has_open_matter=bool(open_matters),
            is_silent=hear_by is not None and hear_by < self._day,
        )
        return Tie(
            person=person,
            history=history,
            state=state,
            whose_move=_whose_move(state, history, due_now, open_matters, has_plan=bool(planned_talks)),
            interval=interval(person, self._workbook),
            hear_by=hear_by,
            items=tuple(due_now),
            next_talk=next(iter(planned_talks), None),
            talks=talks,
            given=_given(history, talks),
            received=_received(history),
            promises=tuple(Promise(promise, talk) for talk in talks for promise in talk.introductions),
            led_to=tuple(self._led_to.get(id_, ())),
        )


def _by_person(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for who in item.people:
            found[key_of(who)].append(item)
    return found


def _state(
    person: Person,
    history: History,
    workbook: Workbook,
    day: date,
    *,
    has_plan: bool,
    has_open_matter: bool,
    is_silent: bool,
) -> State:
    rest = rests_until(person, workbook)
    last = history.last()
    if rest and rest > day:
        return "resting"
    if has_plan:
        return "talking"
    if last is None or (person.tie == "dormant" and day - last.date > DORMANT_AFTER):
        return "to approach"
    if history.is_waiting:
        return "resting" if _has_let_go(history, workbook, day) else "waiting"
    if is_silent:
        return "losing touch"
    fresh = history.last_two_way is not None and day - history.last_two_way.date <= STILL_TALKING
    if has_open_matter or (fresh and history.last_two_way and history.last_two_way.did in ("heard", "received")):
        return "talking"
    return "in touch"


def _has_let_go(history: History, workbook: Workbook, day: date) -> bool:
    """Whether every try is used up, and the time for an answer to the last one has passed."""
    span = workbook.rhythm.second_try_after
    if not history.tries or len(history.tries) < workbook.rhythm.tries:
        return False
    return span is None or after(history.tries[-1].date, span, workbook.rhythm) < day


def _hear_by(person: Person, history: History, workbook: Workbook) -> date | None:
    """The last sign of them and the interval. Nobody can be lost who was never heard."""
    span, last = interval(person, workbook), history.last_two_way
    return after(last.date, span, workbook.rhythm) if span and last else None


def _whose_move(
    state: State, history: History, due: Sequence[Item], matters: Sequence[Item], *, has_plan: bool
) -> Whose | None:
    if state == "resting":
        return None
    if due:
        return "yours"
    if has_plan:
        return None
    if state == "waiting" or any(item.kind == "promised-introduction" for item in matters):
        return "theirs"
    last = history.last()
    if last and last.way == "in":
        return "yours" if state == "talking" else None
    return "theirs" if last and state == "talking" and last.did in ("wrote", "called", "asked-introduction") else None


def _given(history: History, talks: Sequence[Conversation]) -> tuple[Gift, ...]:
    gifts = [Gift(talk.date, words, talk) for talk in talks for words in talk.gave]
    for contact in history.contacts:
        line = contact.source
        if isinstance(line, LogLine) and line.did in ("gave", "introduced"):
            if line.did == "introduced":
                other = line.to if line.to and line.to != history.who else line.who
                gifts.append(Gift(line.date, "", line, other))
            else:
                gifts.append(Gift(line.date, line.about or "Something", line))
    return tuple(sorted(gifts, key=lambda gift: gift.date))


def _received(history: History) -> tuple[Gift, ...]:
    lines = [c.source for c in history.contacts if isinstance(c.source, LogLine) and c.did == "received"]
    return tuple(Gift(line.date, line.about or "Something", line) for line in lines)
