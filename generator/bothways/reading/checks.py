"""What only the whole workbook can tell: files that are not there, ends before their start, circles."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from itertools import pairwise
from operator import is_
from pathlib import Path
from typing import NamedTuple

from bothways.model.base import Noun, Record
from bothways.model.conversations import Conversation
from bothways.model.log import LogLine
from bothways.model.me import Me
from bothways.model.names import LONGEST_SLUG, RESERVED, is_id, slug
from bothways.model.people import Person
from bothways.model.refusal import shown
from bothways.model.rhythm import RhythmWishes
from bothways.model.workbook import Workbook
from bothways.problems import Problem
from bothways.reading.hints_off import unknown_hints
from bothways.reading.kinds import KINDS, MESSAGES
from bothways.reading.library import Library
from bothways.reading.sharing import sharing_slips
from bothways.reading.slips import QUOTES

_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_NOT_SHOWN = re.compile(
    r"(?P<picture>!\[[^\[\]\n]*)?\]\(\s*<?(?(picture)|(?!(?:https?|mailto|tel):))(?P<address>[^()\s<>]+)", re.IGNORECASE
)
"""A picture of Markdown, or a link with an address of a kind that no page shows."""


Fine = dict[str, Sequence[Record]]
"""By kind, records that nothing was wrong with by themselves."""


def problems_of_the_whole(
    workbook: Workbook, library: Library, folder: Path, fine: Fine, coming: Collection[str] = ()
) -> Iterator[Problem]:
    """Every problem that no single field shows.

    `fine`: records that nothing was wrong with, so that they need not be looked at; afterwards, those of this workbook.
    `coming`: names of attachments that will be in the folder.
    """
    for kind, records in _own_records(workbook):
        before = fine.get(kind, ())
        if all(map(is_, before, records)) and len(before) == len(records):
            continue
        known = set(map(id, before))
        good: list[Record] = []
        for number, record in enumerate(records, 1):
            problems = () if id(record) in known else tuple(_problems_of(record, kind, number, folder, coming))
            yield from problems
            if not problems and not record.files:  # which may be gone tomorrow
                good.append(record)
        fine[kind] = tuple(good)
    yield from _starts(workbook, library)
    yield from _circles(workbook)
    if workbook.me:
        yield from sharing_slips(workbook.me)
        yield from unknown_hints(workbook.me)


def _own_records(workbook: Workbook) -> Iterator[tuple[str, Sequence[Record]]]:
    """The records of the person's own, kind by kind."""
    if workbook.me:
        yield "me", (workbook.me,)
    for kind in (*KINDS[1:], MESSAGES):
        own, records = workbook.own.get(kind.name), getattr(workbook, kind.name)
        yield kind.name, records if own is None else [record for record in records if record.id in own]


def _problems_of(record: Record, kind: str, number: int, folder: Path, coming: Collection[str]) -> Iterator[Problem]:
    """Those of one record."""
    path = _path(kind, record, number)
    if record.id is not None and not is_id(record.id):
        yield _no_id(record, record.id, path)
    if record.files:
        yield from _files(record, path, folder, coming)
    if (name := vars(record).get("name")) and name[0] in QUOTES and name[-1] in QUOTES[name[0]]:
        yield _quoted(record, name, path)
    yield from _lost_links(record, path)
    for span in _spans(record):
        if span.start is not None and span.end is not None and span.end < span.start:
            yield _end_before_start(span, path)


def _path(kind: str, record: Record, number: int) -> str:
    if kind == "me":
        return kind
    name = getattr(record, "name", None) or (record.id if kind != "log" else None)
    return f"{kind}[{name or number}]"


def _no_id(record: Record, said: str, path: str) -> Problem:
    message = f"{shown(said)} cannot be an id: use up to {LONGEST_SLUG} small letters, digits and hyphens."
    if said in RESERVED:
        message = f"{said} cannot be an id: that name is kept for another use."
    good = slug(said, "record")
    hint = f"Write id: {good}, or leave it out."
    if path.startswith("messages") and record.field_written("id") == record.written:
        hint = f"Rename the file to {good}.md."
    return Problem(record.field_written("id"), "not-an-id", message, hint, f"{path}.id")


def _quoted(record: Record, name: str, path: str) -> Problem:
    message = f"The quotation marks of {shown(name)} are a part of the name."
    hint = f"If they are not meant, write {shown(name[1:-1])}"
    return Problem(record.field_written("name"), "smart-quotes", message, hint, f"{path}.name", severity="hint")


def _lost_links(record: Record, path: str) -> Iterator[Problem]:
    """The first link or picture in each note that lies where the note was written, and not in a site."""
    for field in ("notes", "private_notes"):
        said = getattr(record, field) or ""
        # Few notes have any link, and to look for one with the pattern takes a while.
        if "](" in said and (found := _NOT_SHOWN.search(_CODE.sub("", said))):
            message = f"{shown(found['address'])} leads nowhere from here, so only the words of this link are shown."
            hint = "Write its whole address, which begins with https://, or put the file into files/ and name it there."
            if found["picture"]:
                message = f"Notes show no pictures, so {shown(found['address'])} is left out."
                hint = "Put the picture into files/ and name it under files."
            yield Problem(record.field_written(field), "not-a-link", message, hint, f"{path}.{field}", severity="hint")


def _files(record: Record, path: str, folder: Path, coming: Collection[str]) -> Iterable[Problem]:
    path = f"{path}.files"
    for name in record.files:
        place = record.field_written("files")
        if "/" in name or "\\" in name or name.startswith("."):
            own_name = re.split(r"[\\/]", name)[-1].lstrip(".")
            hint = f"Put it into {folder.name}/files/ and write {own_name or 'its name'} alone."
            yield Problem(place, "not-a-file", f"{shown(name)} is not the name of a file in files/.", hint, path)
        elif name in coming:
            continue
        elif not _is_file(folder / "files" / name):
            hint = f"Put it into {folder.name}/files/, or correct the name."
            yield Problem(place, "no-such-file", f"There is no file {shown(name)} in files/.", hint, path)
        elif not (folder / "files" / name).resolve().is_relative_to(folder.resolve()):
            hint = "Put the file itself into files/."
            yield Problem(place, "outside-file", f"{name} is a link to a file outside the workbook.", hint, path)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name longer than the file system allows
        return False


class _Span(NamedTuple):
    """Two days of which the first should come first."""

    noun: Noun
    start: date | None
    end: date | None
    field: str
    """Of the end."""
    message: str
    where: str
    """Below the record's path."""


def _spans(record: Record) -> Iterator[_Span]:
    match record:
        case Me(rhythm=RhythmWishes(pause=pauses)):
            for number, pause in enumerate(pauses, 1):
                words, where = "The pause ends before it begins.", f".rhythm.pause[{number}].to"
                yield _Span(pause, pause.from_, pause.to, "to", words, where)
        case LogLine():
            yield _Span(record, record.date, record.until, "until", "They are back before they left.", ".until")
        case Conversation():
            words = "They were thanked before the talk."
            yield _Span(record, record.date, record.thanked, "thanked", words, ".thanked")
            for number, promise in enumerate(record.introductions, 1):
                words, where = "The introduction was made before it was promised.", f".introductions[{number}].made"
                yield _Span(promise, promise.promised, promise.made, "made", words, where)


def _end_before_start(span: _Span, path: str) -> Problem:
    hint = f"{span.end} comes before {span.start}: correct one of them."
    return Problem(span.noun.field_written(span.field), "end-before-start", span.message, hint, f"{path}{span.where}")


def _starts(workbook: Workbook, library: Library) -> Iterator[Problem]:
    known = [str(checklist.id) for checklist in library.checklists]
    for checklist in workbook.checklists:
        if checklist.start is None or checklist.start in known:
            continue
        near = get_close_matches(checklist.start, known, n=1, cutoff=0.6)
        hint = f"Did you mean {near[0]}?" if near else f"Built in are {', '.join(known)}."
        message = f"There is no built-in checklist {shown(checklist.start)}."
        place = checklist.field_written("start")
        yield Problem(place, "unknown-checklist", message, hint, f"checklists[{checklist.name}].start")


def _circles(workbook: Workbook) -> Iterator[Problem]:
    """Each circle of introductions once, at the person it is met first."""
    settled: set[str] = set()
    for person in workbook.people:
        chain: list[Person] = []
        walker: Person | None = person
        while walker is not None and walker.id not in settled:
            settled.add(walker.id or "")
            chain.append(walker)
            by = walker.introduced_by
            walker = workbook.person.get(by.id) if by and by.id else None
        if walker is not None and walker in chain:
            circle = [*chain[chain.index(walker) :], walker]
            yield Problem(
                walker.field_written("introduced_by"),
                "circular-introduction",
                _circle_in_words([member.name for member in circle]),
                "Take out the introduced_by of the one you met first.",
                f"people[{walker.name}].introduced_by",
            )


def _circle_in_words(names: list[str]) -> str:
    if len(names) == 2:
        return f"Nobody introduces themselves, and {names[0]} is introduced by {names[1]}."
    links = [f"{who} by {by}" for who, by in pairwise(names)]
    if len(links) > 5:
        links = [*links[:4], "and so on"]
    return f"The introductions go in a circle: {', '.join(links)}."
