"""What can be marked as done: steps, thank-yous, and telling people what came of their advice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bothways.derive.steps import all_steps
from bothways.model.base import Record
from bothways.model.conversations import Conversation
from bothways.model.days import day_and_month
from bothways.model.names import folded
from bothways.model.refs import and_names
from bothways.model.step import Step
from bothways.model.workbook import Workbook
from bothways.problems import Place
from bothways.reading.outline import TextPart
from bothways.writing.change import Add, Change, Path, Put
from bothways.writing.desk import Desk
from bothways.writing.stretches import Excerpt


@dataclass(frozen=True)
class Open:
    """Something that is not done yet."""

    what: str
    """In words, by which it is found."""
    place: Place
    subject: Step | Conversation
    field: str
    """`done` of a step; `thanked`, or `told_them` of each piece of advice, of a conversation."""
    checklist: Place | None = None
    """For a step that a built-in checklist brought: the checklist that took it over."""


def open_things(workbook: Workbook, day: date) -> Iterator[Open]:
    """Everything that could be marked as done on a day."""
    for record, step in all_steps(workbook):
        if not step.is_done:
            yield open_step(record, step)
    for talk in workbook.conversations:
        if talk.date > day or talk.status in ("cancelled", "no-show"):
            continue
        who = and_names(talk.with_)
        if not talk.thanked and not _is_in_log("thanked", talk, workbook):
            what = f"Thank {who} for the talk on {day_and_month(talk.date)}"
            yield Open(what, talk.written, talk, "thanked")
        if any(not advice.told_them for advice in talk.advice) and not _is_in_log("reported-back", talk, workbook):
            what = f"Tell {who} what came of the advice on {day_and_month(talk.date)}"
            yield Open(what, talk.written, talk, "told_them")


def open_step(record: Record, step: Step) -> Open:
    """A record's step that could be marked as done."""
    is_own = record.written.file == step.written.file
    place = step.written if is_own else record.written
    return Open(step.do, place, step, "done", None if is_own else record.written)


def _is_in_log(did: str, talk: Conversation, workbook: Workbook) -> bool:
    """Whether the log says it of everybody in the talk, since then."""
    said = {line.who for line in workbook.log if line.did == did and line.date >= talk.date}
    return said.issuperset(talk.with_)


def that_fit(said: str, things: Iterable[Open]) -> Sequence[Open]:
    """Those that the words mean: all their words, or else the words in them, or else words that begin so."""
    everything = [(folded(thing.what), thing) for thing in things]
    words = folded(said)

    def begins(what: str) -> bool:
        parts = what.split()
        return all(any(part.strip("\"'(").startswith(word) for part in parts) for word in words.split())

    for fits in (lambda what: what.rstrip(".") == words.rstrip("."), lambda what: f" {words}" in f" {what}", begins):
        found = [thing for what, thing in everything if fits(what)]
        if found and words:
            return found
    return []


def mark(desk: Desk, thing: Open, day: date) -> None:
    """Wishes it done on a day."""
    outlined = desk.around(thing.place)
    desk.change(thing.place.file, *_changes(thing, outlined, day.isoformat()))


def _changes(thing: Open, outlined: Excerpt, day: str) -> Iterator[Change]:
    path = outlined.path(thing.place)
    if thing.checklist and isinstance(thing.subject, Step):
        yield Add((*path, "items"), {"do": thing.subject.do, "done": day})
    elif thing.field == "told_them" and isinstance(thing.subject, Conversation):
        for advice in thing.subject.advice:
            if not advice.told_them:
                yield _put(outlined, outlined.path(advice.written), "advice", "told_them", day)
    else:
        yield _put(outlined, path, "do", thing.field, day)


def _put(outlined: Excerpt, path: Path, short: str, field: str, day: str) -> Put:
    """A field of something that may be written as a text alone."""
    part = outlined.part(path)
    if isinstance(part, TextPart):
        return Put(path, {short: part.said, field: day})
    return Put((*path, field), day)
