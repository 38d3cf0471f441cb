"""What would go with a record, worked out and checked before anybody is asked: a record, or a person everywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werkzeug.exceptions import NotFound

from bothways.digest import digest
from bothways.model.base import Record
from bothways.model.people import Person
from bothways.problems import Place, Problem, ProblemsFound, serious
from bothways.serve.records import name_of, page_of, record_shown
from bothways.share.elsewhere import Elsewhere, elsewhere
from bothways.writing.desk import Desk, Prepared
from bothways.writing.everybody import everybody, somebody_of
from bothways.writing.field import said_at
from bothways.writing.forget import forget
from bothways.writing.mentions import Trace
from bothways.writing.remove import remove_record


@dataclass(frozen=True)
class Removal:
    """What would go, and what is to be known before."""

    title: str
    name: str
    """What the record is called in a sentence."""
    place: Place
    shown: Mapping[str, Any]
    """What the record says, by which it is known again."""
    back: str
    """The address of its page."""
    done_at: str
    """The address to go to afterwards."""
    prepared: Prepared | None
    """The files without it. None: something is in the way."""
    in_the_way: Sequence[Problem] = ()
    """In the words of check, what would be wrong without it."""
    text: str = ""
    """The record as it is written, where it alone goes."""
    attachments: Sequence[str] = ()
    """Files of the record's, which stay."""
    gone: Sequence[Trace] = ()
    """Of a person: everything that goes."""
    look_at: Sequence[Trace] = ()
    """Of a person: lines that may still be about them."""
    elsewhere: Elsewhere | None = None
    """Of a person: where else they are."""
    hints: Sequence[Problem] = ()
    """What check would say then, and does not say now."""

    @property
    def seen(self) -> str:
        """Another word whenever something else would go."""
        return digest(self.text, repr([*self.gone, *self.in_the_way]))


def removal(desk: Desk, home: Path, site: Path, of: str, shown: Mapping[str, Any]) -> Removal:
    """What would go with a record. `shown`: what a page before said of it. `site`: where builds of the home go.

    Raises `NotFound`.
    """
    kind, record = record_shown(desk, of, shown)
    if kind == "me":
        raise NotFound
    if isinstance(record, Person):
        return _of_person(desk, home, site, record)
    return _of_record(desk, kind, record)


def _of_record(desk: Desk, kind: str, record: Record) -> Removal:
    said, name = said_at(desk, record.written), name_of(kind, record)
    text = remove_record(desk, record.written)
    prepared, in_the_way = None, tuple[Problem, ...]()
    try:
        prepared = desk.prepare()
    except ProblemsFound as found:
        in_the_way = tuple(serious(found.problems))
    page = page_of(kind, record)
    return Removal(
        title=f"Remove {name}?",
        name=name,
        place=record.written,
        shown=said,
        back=page,
        done_at=page if kind == "log" else f"{kind}/index.html",
        prepared=prepared,
        in_the_way=in_the_way,
        text=text,
        attachments=record.files,
        hints=desk.new_hints(prepared) if prepared else (),
    )


def _of_person(desk: Desk, home: Path, site: Path, person: Person) -> Removal:
    who = somebody_of(person)
    said, others = said_at(desk, person.written), [other for other in everybody(desk.workbook) if other != who]
    found, in_the_way = None, tuple[Problem, ...]()
    try:
        found = forget(desk, who)
    except ProblemsFound as problems:
        in_the_way = tuple(serious(problems.problems))
    prepared = found.prepared if found else None
    return Removal(
        title=f"Forget {person.name}?",
        name=person.name,
        place=person.written,
        shown=said,
        back=page_of("people", person),
        done_at="people/index.html",
        prepared=prepared,
        in_the_way=in_the_way,
        gone=found.gone if found else (),
        look_at=found.look_at_now if found else (),
        elsewhere=elsewhere(home, site, who, others),
        hints=desk.new_hints(prepared) if prepared else (),
    )
