"""The kinds of file in a workbook: what each is called, and what its records are."""

from collections.abc import Iterator
from typing import NamedTuple

from bothways.model.base import Noun, Record, noun_in
from bothways.model.checklists import Checklist
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.goals import Goal
from bothways.model.log import LogLine
from bothways.model.me import Me
from bothways.model.messages import Message
from bothways.model.organisations import Organisation
from bothways.model.people import Person
from bothways.model.questions import QuestionList


class Kind(NamedTuple):
    """One kind of file."""

    name: str
    """The file's name without its ending, and the folder's."""
    noun: str
    """One record, in the person's words; the word that references use."""
    record: type[Record]
    """What a record of this kind holds."""
    title: str = "name"
    """The field that names a record."""
    is_list: bool = True
    """False where the file is one record."""


KINDS = (
    Kind("me", "me", Me, is_list=False),
    Kind("goals", "goal", Goal, title="goal"),
    Kind("organisations", "organisation", Organisation),
    Kind("people", "person", Person),
    Kind("log", "log line", LogLine, title=""),
    Kind("conversations", "conversation", Conversation, title=""),
    Kind("questions", "question list", QuestionList, title="list"),
    Kind("events", "event", Event),
    Kind("checklists", "checklist", Checklist, title="checklist"),
)
"""In the order in which the pages speak of them."""

MESSAGES = Kind("messages", "message", Message, title="title", is_list=False)
"""Messages are Markdown files with a YAML head, one a file."""

BY_NAME = {kind.name: kind for kind in (*KINDS, MESSAGES)}

TITLES = frozenset(kind.title for kind in KINDS if kind.title and kind.is_list)
"""The fields by which records of a list are named: as a rule they come first."""

AMERICAN = {
    "organization": "organisation",
    "organizations": "organisations",
    "active_organizations": "active_organisations",
    "organization_order": "organisation_order",
}
"""American spelling of a key, file or folder, and ours: they are the same."""

BRITISH = {british: american for american, british in AMERICAN.items()}
"""The other way round."""

SINGULAR = {kind.noun: kind.name for kind in BY_NAME.values() if " " not in kind.noun}
"""From the word for one record to its kind: a likely name for a file, though not the right one."""


def _field_names(noun: type[Noun]) -> Iterator[str]:
    for name, field in noun.model_fields.items():
        yield field.alias or name
        if part := noun_in(field.annotation):
            yield from _field_names(part)


FIELD_NAMES = frozenset(name for kind in BY_NAME.values() for name in _field_names(kind.record)) | frozenset(AMERICAN)
"""The name of every field that a workbook may have: a word that begins a line is likely meant as one."""
