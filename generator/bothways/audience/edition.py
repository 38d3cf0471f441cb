"""The cut: a smaller workbook for one reader, made before anything is derived from it.

What is left out here cannot come back by a side door: titles, counts, addresses of pages, search and maps are all made
from the smaller workbook.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from bothways.audience.cleaning import Cleaner
from bothways.audience.contact_details import ContactDetails
from bothways.audience.cutting import Cutter
from bothways.audience.looks import unknown_names
from bothways.audience.masks import Mask, built_in, masks, own_records
from bothways.audience.numbers import Numbers, first_days
from bothways.audience.profiles import Profile
from bothways.audience.report import Report
from bothways.audience.taken_out import TakenOut, contact_details, taken_out
from bothways.audience.titles import with_titles
from bothways.model.base import Record
from bothways.model.conversations import talk_id
from bothways.model.log import LogLine
from bothways.model.names import slug
from bothways.model.refs import Ref
from bothways.model.workbook import Workbook

WITHOUT_NUMBERS = Numbers()
"""The numbers of somebody who keeps none: they begin anew."""
SOMEBODY = Ref("somebody")
"""In a line that says whom I introduced, where the other may not be named."""


@dataclass(frozen=True)
class Cut:
    """A workbook cut down for one reader, and what it took."""

    workbook: Workbook
    """The smaller workbook. Its `reader` says whom it is for."""
    report: Report
    taken_out: TakenOut
    """What must not be found in anything that is made from the smaller workbook."""
    pictures: Mapping[str, str]
    """The pictures that are shown: their names in the copy, and the owner's own in `files/`."""
    numbers: Numbers
    """The numbers of pseudonyms, with those given anew, to be kept for the next time."""
    people: tuple[tuple[tuple[str, ...], str], ...]
    """Everybody who is in it: all their names and their id, and how they appear."""
    own_addresses: Mapping[str, str]
    """From `people/person-7.html` to `people/dana-okafor.html`: a reply speaks of the former."""


def edition(workbook: Workbook, profile: Profile, numbers: Numbers = WITHOUT_NUMBERS) -> Cut:
    """The workbook as a reader of this profile may see it."""
    hidden, numbers = masks(workbook, profile, numbers)
    notes = filter(None, (record.private_notes for _, record in own_records(workbook)))
    cleaner = Cleaner(hidden, ContactDetails(*contact_details(workbook)), notes)
    named = {(mask.kind, mask.key): mask for mask in with_titles(hidden, workbook, profile, cleaner)}
    report = Report(profile.name, profile.people)
    cutter = Cutter(profile, named, cleaner, frozenset(_built_in_asks(workbook)), report)
    records = _records(workbook, cutter, numbers)
    _finish(report, cutter, named.values())
    return Cut(
        workbook=_smaller(workbook, records, profile),
        report=report,
        taken_out=taken_out(hidden, workbook, cutter.taken_out, _shown(cutter, named.values())),
        pictures=cutter.files.pictures,
        numbers=numbers,
        people=tuple(_people(named.values())),
        own_addresses={
            f"{kind}/{cut.id}.html": f"{kind}/{own.id}.html" for kind, pairs in records.items() for own, cut in pairs
        },
    )


Pairs = list[tuple[Any, Any]]
"""Records as they were written, each with what is left of it."""


def _records(workbook: Workbook, cutter: Cutter, numbers: Numbers) -> Mapping[str, Pairs]:
    """The person's own records by kind, cut."""
    found: dict[str, Pairs] = {}
    for kind, record in own_records(workbook):
        if cut := cutter.record(kind, record):
            found.setdefault(kind, []).append((record, _finished(cut, record)))
    # The order of a file is often that of the alphabet, and so says something of a name.
    found.get("people", []).sort(key=partial(_by_first_day, first_days(workbook), numbers))
    found["conversations"] = _with_ids(found.get("conversations", []))
    return found


def _by_first_day(first: Mapping[str, date], numbers: Numbers, pair: tuple[Any, Any]) -> tuple[date, str]:
    id_ = str(pair[0].id)
    return first.get(id_, date.max), numbers.place("people", id_)


def _finished(cut: Record, record: Record) -> Record:
    """A line that says whom I introduced names two people, or it would say another thing."""
    if isinstance(record, LogLine) and record.did == "introduced" and record.to and not getattr(cut, "to", None):
        return cut.model_copy(update={"to": SOMEBODY})
    return cut


def _with_ids(pairs: Pairs) -> Pairs:
    """Talks by day, each with its day and people as its id, as when it was read."""
    taken: set[str] = set()
    found: Pairs = []
    for own, talk in sorted(pairs, key=lambda pair: (pair[1].date, [who.name for who in pair[1].with_])):
        people = (who.id or slug(who.name, "person") for who in talk.with_)
        id_ = talk_id(talk.date, people)
        while id_ in taken:
            id_ += "-2"
        taken.add(id_)
        found.append((own, talk.model_copy(update={"id": id_})))
    return found


def _smaller(workbook: Workbook, records: Mapping[str, Pairs], profile: Profile) -> Workbook:
    def cut(kind: str) -> tuple[Any, ...]:
        return tuple(cut for _, cut in records.get(kind, ()))

    def with_built_in(kind: str) -> tuple[Any, ...]:
        return (*cut(kind), *built_in(workbook, kind))

    return Workbook(
        me=next(iter(cut("me")), None),
        goals=cut("goals"),
        organisations=cut("organisations"),
        people=cut("people"),
        log=cut("log"),
        conversations=cut("conversations"),
        questions=with_built_in("questions"),
        events=cut("events"),
        checklists=cut("checklists"),
        messages=with_built_in("messages"),
        own={kind: frozenset(str(record.id) for record in cut(kind)) for kind in workbook.own},
        reader=profile.name,
    )


def _shown(cutter: Cutter, named: Collection[Mask]) -> Iterator[str]:
    yield from (text for text, _ in cutter.texts)
    yield from (mask.title for mask in named if mask.mode != "gone")


def _people(named: Collection[Mask]) -> Iterator[tuple[tuple[str, ...], str]]:
    for mask in named:
        if mask.kind == "people" and mask.mode != "gone":
            yield (*mask.names, mask.key) if mask.id else mask.names, mask.mode


def _built_in_asks(workbook: Workbook) -> Iterator[str]:
    for questions in built_in(workbook, "questions"):
        yield from (question.ask for section in questions.sections for question in section.questions)


def _finish(report: Report, cutter: Cutter, named: Collection[Mask]) -> None:
    """What only the whole cut can tell."""
    report.people.update(mask.mode for mask in named if mask.kind == "people")
    report.pictures = sorted(cutter.files.pictures.values())
    report.files_left_out = cutter.files.left_out
    titles = [mask.title for mask in named if mask.mode != "gone"]
    for words, place in unknown_names(cutter.texts, titles):
        cutter.left.add("name", words, place)
    report.look_at = cutter.left.all()
    report.unknown_replaced = cutter.unknown.all()
