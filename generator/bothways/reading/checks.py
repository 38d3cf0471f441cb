"""What only the whole workbook can tell: files that are not there, ends before their start, circles."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from bothways.model.base import Noun, Record
from bothways.model.names import slug
from bothways.model.people import Person
from bothways.model.workbook import Workbook
from bothways.problems import Problem
from bothways.reading.kinds import KINDS, MESSAGES
from bothways.reading.library import Library

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def problems_of_the_whole(workbook: Workbook, library: Library, folder: Path) -> Iterator[Problem]:
    """Every problem that no single field shows."""
    for kind, record in _own_records(workbook):
        path = f"{kind}[{getattr(record, 'name', None) or record.id}]" if kind != "me" else "me"
        yield from _id(record, path)
        yield from _files(record, path, folder)
    yield from _ends(workbook)
    yield from _starts(workbook, library)
    yield from _circles(workbook)


def _own_records(workbook: Workbook) -> Iterator[tuple[str, Record]]:
    if workbook.me:
        yield "me", workbook.me
    for kind in (*KINDS[1:], MESSAGES):
        own = workbook.own.get(kind.name)
        for record in getattr(workbook, kind.name):
            if own is None or record.id in own:
                yield kind.name, record


def _id(record: Record, path: str) -> Iterable[Problem]:
    if record.id is None or _ID.fullmatch(record.id):
        return
    hint = f"Write id: {slug(record.id, 'record')}, or leave it out."
    if path.startswith("messages"):
        hint = f"Rename the file to {slug(record.id, 'message')}.md."
    message = f"{record.id} cannot be part of an address: lower-case letters, digits and hyphens can."
    yield Problem(record.field_written("id"), "not-an-id", message, hint, f"{path}.id")


def _files(record: Record, path: str, folder: Path) -> Iterable[Problem]:
    for name in record.files:
        place = record.field_written("files")
        if "/" in name or "\\" in name or name.startswith("."):
            hint = "Put it straight into files/ and write its name only."
            yield Problem(place, "not-a-file", f"{name} is not the name of a file in files/.", hint, f"{path}.files")
        elif not (folder / "files" / name).is_file():
            hint = f"Put it into {folder.name}/files/, or correct the name."
            yield Problem(place, "no-such-file", f"There is no file {name} in files/.", hint, f"{path}.files")


def _ends(workbook: Workbook) -> Iterator[Problem]:
    rhythm = workbook.me.rhythm if workbook.me else None
    for pause in rhythm.pause if rhythm else ():
        yield from _end(pause, "to", pause.from_, pause.to, "The pause ends before it begins.", "me.rhythm.pause")
    for line in workbook.log:
        yield from _end(line, "until", line.date, line.until, "They are back before they left.", "log.until")
    for talk in workbook.conversations:
        path = f"conversations[{talk.id}]"
        yield from _end(
            talk, "thanked", talk.date, talk.thanked, "They were thanked before the talk.", f"{path}.thanked"
        )
        for promise in talk.introductions:
            words = "The introduction was made before it was promised."
            yield from _end(promise, "made", promise.promised, promise.made, words, f"{path}.introductions.made")


def _end(noun: Noun, field: str, start: date | None, end: date | None, message: str, path: str) -> Iterable[Problem]:
    if start is not None and end is not None and end < start:
        hint = f"{end} comes before {start}: correct one of them."
        yield Problem(noun.field_written(field), "end-before-start", message, hint, path)


def _starts(workbook: Workbook, library: Library) -> Iterator[Problem]:
    known = [str(checklist.id) for checklist in library.checklists]
    for checklist in workbook.checklists:
        if checklist.start is None or checklist.start in known:
            continue
        near = get_close_matches(checklist.start, known, n=1, cutoff=0.6)
        hint = f"Did you mean {near[0]}?" if near else f"Built in are {', '.join(known)}."
        message = f"There is no built-in checklist {checklist.start}."
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
            names = " by ".join(member.name for member in circle)
            yield Problem(
                walker.field_written("introduced_by"),
                "circular-introduction",
                f"The introductions go in a circle: {names}.",
                "Take out the introduced_by of the one you met first.",
                f"people[{walker.name}].introduced_by",
            )
