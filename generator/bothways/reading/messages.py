"""Message files: a YAML head between two lines of dashes, then the words. Words alone will do."""

import re
from typing import NamedTuple

from bothways.model.names import is_id, slug
from bothways.model.words import capital
from bothways.problems import Place, Problem
from bothways.reading.files import SourceFile
from bothways.reading.pieces import read_yaml
from bothways.reading.written import WrittenMapping, text_at
from bothways.reading.yaml_text import Read

_HEAD = re.compile(r"\A\s*^---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PART_OF_A_HEAD = re.compile(
    r"\A\s*---|\A\s*(?:title|for|via|subject|id):.*^---[ \t]*$|\A\s*(?:title:.*^[ \t]*for|for:.*^[ \t]*title):",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
"""A head that was begun and not ended, or ended and not begun, or neither."""


class Parts(NamedTuple):
    """Where head and words stand in the text of a message. Places are counted in characters, from 0."""

    head: tuple[int, int] | None
    """Without its two lines of dashes. None: there are words alone."""
    after_head: int
    words: tuple[int, int]
    """Without the blank lines around them."""


def parts(text: str) -> Parts | None:
    """The parts of a message; None where its head has no beginning or no end, and where nothing is said."""
    match = _HEAD.match(text)
    if match is None and (_PART_OF_A_HEAD.match(text) or not text.strip()):
        return None
    after_head = match.end() if match else 0
    words = text[after_head:]
    begins = after_head + len(words) - len(words.lstrip("\n"))
    return Parts(match.span(1) if match else None, after_head, (begins, max(begins, len(text.rstrip("\n")))))


def read_message(source: SourceFile) -> Read:
    """The fields of a message, its words as `body`. Its id is the file's name; so is its title, if it has no other."""
    top = Place(source.name)
    found = parts(source.text)
    if found is None:
        return Read(None, [_no_head(source.text, top)], is_whole=False)
    start, end = found.head or (0, 0)
    head = read_yaml(source.text[start:end], source.name, source.text.count("\n", 0, start) + 1)
    fields, problems = head.written, head.problems
    if fields is None and head.is_whole:
        fields = _nothing_at(top)
    if not isinstance(fields, WrittenMapping):
        hint = "Write title: and what it is called."
        no_fields = [Problem(top, "message-head", "The head of a message holds fields.", hint)] if head.is_whole else []
        return Read(None, [*problems, *no_fields], is_whole=False)
    if "body" in fields.keys_at:
        hint = "Write the words under the second line of ---."
        place, path = fields.keys_at["body"], f"messages[{source.stem}].body"
        problems.append(Problem(place, "unknown-field", "body is not a field of a message's head.", hint, path))
    begins, ends = found.words
    fields.keys_at["body"] = Place(source.name, source.text.count("\n", 0, begins) + 1)
    fields["body"] = text_at(source.text[begins:ends], fields.keys_at["body"])
    fields.setdefault("title", text_at(_title(source.stem), top))
    fields.setdefault("id", text_at(source.stem if is_id(source.stem) else slug(source.stem, "message"), top))
    return Read(fields, problems, head.is_whole)


def _nothing_at(place: Place) -> WrittenMapping:
    fields = WrittenMapping()
    fields.place, fields.keys_at = place, {}
    return fields


def _title(stem: str) -> str:
    """The file's name as words: `What came of it`, of `what-came-of-it.md`."""
    return capital(" ".join(re.sub(r"[-_<>]", " ", stem).split())) or "A message"


def _no_head(text: str, top: Place) -> Problem:
    if text.lstrip().startswith("---"):
        hint = "Write a line --- under its last field, and the words below that."
        return Problem(top, "message-head", "The head of this message has no end.", hint)
    if not text.strip():
        return Problem(top, "message-head", "This message has no words yet.", "Write them, or take the file away.")
    hint = "Begin the file with a line ---, above that field."
    if not re.search(r"^---[ \t]*$", text, re.MULTILINE):
        hint = "Write a line --- above its first field, and another one below its last."
    return Problem(top, "message-head", "The head of this message has no beginning.", hint)
