"""What people leave to do: a second try, another person, keeping in touch, steps."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from bothways.derive.agenda_item import Item
from bothways.derive.calendar import after, business_day_from, out_of_pauses
from bothways.derive.contacts import History
from bothways.derive.rest import awake
from bothways.derive.steps import about, all_steps, is_wanted
from bothways.derive.talks import planned
from bothways.model.base import Record
from bothways.model.checklists import Checklist
from bothways.model.days import day_and_month
from bothways.model.events import Event
from bothways.model.goals import Goal
from bothways.model.names import folded
from bothways.model.people import Person
from bothways.model.refs import and_names, key_of
from bothways.model.span import Span
from bothways.model.workbook import Workbook

Histories = Mapping[str, History]


Hellos = dict[str, tuple[Person, History, tuple[Item, ...]]]
"""What keeping in touch with somebody makes, with what it was made of, by their id."""


def due_people(workbook: Workbook, day: date, known: Histories, hellos: Hellos | None = None) -> Iterator[Item]:
    """Every open item that people and steps make, whenever it falls due.

    `hellos`: those that were made for the same people, rhythm and organisations; afterwards, those of this workbook.
    """
    hellos = {} if hellos is None else hellos
    before = hellos.copy()
    hellos.clear()
    for history in known.values():
        if _may_be_tried(history, workbook):
            yield from _second_try(history, workbook)
    yield from _other_people(workbook, known)
    busy = {key_of(who) for talk in planned(workbook, day) for who in talk.with_}
    for person in workbook.people:
        history = known[str(person.id)]
        if str(person.id) not in busy and not history.is_waiting:
            made = before.get(str(person.id))
            if made is None or made[0] is not person or made[1] is not history:
                made = person, history, tuple(_keep_in_touch(person, history, workbook))
            hellos[str(person.id)] = made
            yield from made[2]
    yield from _steps(workbook)


def interval(person: Person, workbook: Workbook) -> Span | None:
    """How often to be in touch with somebody: their own length of time, or the tie's. None is never."""
    if person.keep_in_touch is not None:
        return person.keep_in_touch if isinstance(person.keep_in_touch, Span) else None
    return workbook.rhythm.keep_in_touch[person.tie]


def _may_be_tried(history: History, workbook: Workbook) -> bool:
    """Whether I tried, they have never answered, and a try is left."""
    return history.is_unanswered and len(history.tries) < workbook.rhythm.tries


def _not_while_away(due: date, history: History, since: date, workbook: Workbook) -> date:
    """The day, or the first business day after they are back, if they are away on or after a day."""
    backs = [line.until for line in history.out_of_office if line.until and line.until >= since]
    if not backs:
        return due
    return max(due, business_day_from(max(backs) + timedelta(days=1), workbook.rhythm))


def _second_try(history: History, workbook: Workbook) -> Iterator[Item]:
    span = workbook.rhythm.second_try_after
    if span is None:
        return
    last = history.tries[-1]
    due = _not_while_away(after(last.date, span, workbook.rhythm), history, last.date, workbook)
    left = workbook.rhythm.tries - len(history.tries)
    rest = ", then let it rest" if left == 1 else ""
    yield Item(
        kind="second-try",
        due=_on_a_business_day(awake(due, (history.who,), workbook), span, workbook),
        people=(history.who,),
        what=f"Write to {history.who} once more{rest}",
        rule="second_try_after",
        why=f"You tried on {last.date} and have had no answer; your rhythm is to try again after {span}, "
        f"{workbook.rhythm.tries} tries at most.",
        place=last.written,
        subject=last,
        span=span,
    )


def _other_people(workbook: Workbook, known: Histories) -> Iterator[Item]:
    span = workbook.rhythm.other_person_after
    if span is None:
        return
    untried = _untried(workbook, known)
    silent = [person for person in workbook.people if _may_be_tried(known[str(person.id)], workbook)]
    for person in sorted(silent, key=lambda person: known[str(person.id)].tries[0].date):
        history = known[str(person.id)]
        other = next(untried[_place(person)], None) if person.organisation else None
        if other is None:
            continue
        first = history.tries[0]
        who = other.who
        due = _not_while_away(after(first.date, span, workbook.rhythm), history, first.date, workbook)
        yield Item(
            kind="other-person",
            due=_on_a_business_day(awake(due, (who,), workbook), span, workbook),
            people=(who,),
            what=f"Write to {who}, who is at {person.organisation} too",
            rule="other_person_after",
            why=f"You tried {person.name} on {first.date} and have had no answer; your rhythm is to ask somebody "
            f"else there after {span}.",
            place=first.written,
            subject=first,
            span=span,
        )


def _untried(workbook: Workbook, known: Histories) -> Mapping[str, Iterator[Person]]:
    """By organisation, those there whom I have neither tried nor heard from, in my own order; each is named once."""
    found: dict[str, list[Person]] = defaultdict(list)
    for person in workbook.people:
        history = known[str(person.id)]
        if person.organisation and not history.tries and not history.has_answered:
            found[_place(person)].append(person)
    return defaultdict(lambda: iter(()), {place: iter(people) for place, people in found.items()})


def _place(person: Person) -> str:
    """Where somebody works, however it is written."""
    return folded(person.organisation.name) if person.organisation else ""


def _keep_in_touch(person: Person, history: History, workbook: Workbook) -> Iterator[Item]:
    span, last = interval(person, workbook), history.last()
    if span is None or last is None:
        return
    who = person.who
    yield Item(
        kind="keep-in-touch",
        due=awake(after(last.date, span, workbook.rhythm), (who,), workbook),
        people=(who,),
        what=f"Say hello to {who}",
        rule="keep_in_touch",
        why=f"You were last in touch on {last.date}; you want to be every {span.every}.",
        place=person.written,
        subject=person,
        span=span,
    )


def _steps(workbook: Workbook) -> Iterator[Item]:
    for record, step in all_steps(workbook):
        if step.by is None or step.is_done or not is_wanted(record, workbook):
            continue
        people = about(record)
        yield Item(
            kind="step",
            due=awake(out_of_pauses(step.by, workbook.rhythm), people, workbook),
            people=people,
            what=" ".join(step.do.split()).rstrip("."),
            rule="step",
            why=f"It is {_of(record)}, to be done by {day_and_month(step.by)}.",
            place=step.written,
            subject=step,
            record=record,
        )


def _of(record: Record) -> str:
    """What a step belongs to, in words."""
    match record:
        case Goal() | Event():
            return f"a step for “{record.name}”"
        case Checklist():
            return f"on your checklist “{record.name}”"
    return f"a step of yours, about {and_names(about(record))}"


def _on_a_business_day(due: date, span: Span, workbook: Workbook) -> date:
    return business_day_from(due, workbook.rhythm) if span.unit == "business day" else due
