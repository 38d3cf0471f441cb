"""Before records are read: who and what there is, so that references can be checked.

Works on what was written, which may be wrong in any way; what cannot be used here is said later, by the model.
"""

from dataclasses import dataclass, replace
from typing import Any

from bothways.model.conversations import talk_id
from bothways.model.days import day_written
from bothways.model.names import Known, Names, Naming, folded, slug
from bothways.problems import Place
from bothways.reading.kinds import BY_NAME, Kind
from bothways.reading.written import WrittenList, WrittenMapping

CONVERSATIONS = BY_NAME["conversations"]
UNNAMED = (CONVERSATIONS, BY_NAME["log"])
"""Nobody refers to them."""


@dataclass(frozen=True)
class Found:
    """One record as written, with the id that it will have."""

    kind: Kind
    written: Any
    """Fields, as a rule; anything at all when the file is wrong."""
    read_at: Place
    """Where it was when it was read. So are the places in what is written."""
    moved: int = 0
    """Lines that it has moved down since, or up."""
    id: str | None = None
    is_whole: bool = True
    """False where some of its fields could not be read."""
    naming: Naming | None = None
    """What it says of who and what there is; None for what nobody can refer to."""

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.read_at.below(self.moved)

    @property
    def name(self) -> str:
        """How messages name it: its name or title, else its id."""
        if isinstance(self.written, WrittenMapping):
            title = self.written.get(self.kind.title)
            if isinstance(title, str):
                return " ".join(title.split())
        return self.id or ""


def found(kind: Kind, written: Any, place: Place, *, is_whole: bool = True) -> Found:
    """A record as written. That of a conversation has its id later: it is made of other records' ids."""
    own_id = _id(kind, written) if isinstance(written, WrittenMapping) else None
    record = Found(kind, written, place, id=own_id, is_whole=is_whole)
    return record if kind in UNNAMED else replace(record, naming=_naming(record))


def _id(kind: Kind, written: WrittenMapping) -> str | None:
    given = written.get("id")
    if isinstance(given, str):
        return str(given)
    title = written.get(kind.title) or (written.get("start") if kind.name == "checklists" else None)
    return slug(title, kind.noun) if isinstance(title, str) else None


def with_id(record: Found, names: Names) -> Found:
    """The record with its id. That of a conversation is its date and its people, so `names` knows them all by now."""
    written = record.written
    is_to_be_made = record.kind is CONVERSATIONS and record.id is None and isinstance(written, WrittenMapping)
    return replace(record, id=_conversation_id(written, names)) if is_to_be_made else record


def _conversation_id(written: WrittenMapping, names: Names) -> str | None:
    day, people = written.get("date"), written.get("with")
    then = day_written(day) if isinstance(day, str) else None
    if then is None or not people:
        return None
    who = [text for text in (people if isinstance(people, WrittenList) else [people]) if isinstance(text, str)]
    return talk_id(then, (_person_id(text, names) for text in who))


def _person_id(text: str, names: Names) -> str:
    found = names.find("person", text)
    return found[0].id if len(found) == 1 else slug(text, "person")


def _naming(record: Found) -> Naming:
    if record.id is None or not isinstance(record.written, WrittenMapping):
        return Naming(record.kind.noun, None)  # its name is unknown, so others may well refer to it
    also = record.written.get("also_known_as", [])
    others = also if isinstance(also, WrittenList) else [also]
    name = record.name if folded(record.name) else record.id
    return Naming(
        record.kind.noun,
        Known(record.id, name),
        tuple(other for other in others if isinstance(other, str)),
        # A list of the same id replaces the one that comes with the guide.
        replaces=record.kind is BY_NAME["questions"],
    )
