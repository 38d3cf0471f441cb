"""What only the whole workbook can tell: files that are not there, ends before their start, circles."""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path

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
from bothways.reading.kinds import KINDS, MESSAGES
from bothways.reading.library import Library


def problems_of_the_whole(workbook: Workbook, library: Library, folder: Path) -> Iterator[Problem]:
    """Every problem that no single field shows."""
    for record, path in _own_records(workbook):
        yield from _id(record, path)
        yield from _files(record, path, folder)
        yield from _ends(record, path)
    yield from _starts(workbook, library)
    yield from _circles(workbook)


def _own_records(workbook: Workbook) -> Iterator[tuple[Record, str]]:
    """The records of the person's own, each with its path."""
    if workbook.me:
        yield workbook.me, "me"
    for kind in (*KINDS[1:], MESSAGES):
        own = workbook.own.get(kind.name)
        for number, record in enumerate(getattr(workbook, kind.name), 1):
            if own is None or record.id in own:
                name = getattr(record, "name", None) or (record.id if kind.name != "log" else None)
                yield record, f"{kind.name}[{name or number}]"


def _id(record: Record, path: str) -> Iterable[Problem]:
    if record.id is None or is_id(record.id):
        return
    message = f"{shown(record.id)} cannot be an id: use up to {LONGEST_SLUG} small letters, digits and hyphens."
    if record.id in RESERVED:
        message = f"{record.id} cannot be an id: that name is kept for another use."
    good = slug(record.id, "record")
    hint = f"Write id: {good}, or leave it out."
    if path.startswith("messages") and record.field_written("id") == record.written:
        hint = f"Rename the file to {good}.md."
    yield Problem(record.field_written("id"), "not-an-id", message, hint, f"{path}.id")


def _files(record: Record, path: str, folder: Path) -> Iterable[Problem]:
    path = f"{path}.files"
    for name in record.files:
        place = record.field_written("files")
        if "/" in name or "\\" in name or name.startswith("."):
            hint = "Put it straight into files/ and write its name only."
            yield Problem(place, "not-a-file", f"{shown(name)} is not the name of a file in files/.", hint, path)
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


def _ends(record: Record, path: str) -> Iterator[Problem]:
    match record:
        case Me(rhythm=RhythmWishes(pause=pauses)):
            for number, pause in enumerate(pauses, 1):
                words, where = "The pause ends before it begins.", f"{path}.rhythm.pause[{number}].to"
                yield from _end(pause, "to", pause.from_, pause.to, message=words, path=where)
        case LogLine():
            words = "They are back before they left."
            yield from _end(record, "until", record.date, record.until, message=words, path=f"{path}.until")
        case Conversation():
            words = "They were thanked before the talk."
            yield from _end(record, "thanked", record.date, record.thanked, message=words, path=f"{path}.thanked")
            for number, promise in enumerate(record.introductions, 1):
                words, where = "The introduction was made before it was promised.", f"{path}.introductions[{number}]"
                yield from _end(promise, "made", promise.promised, promise.made, message=words, path=f"{where}.made")


def _end(noun: Noun, field: str, start: date | None, end: date | None, *, message: str, path: str) -> Iterable[Problem]:
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
