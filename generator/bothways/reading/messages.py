"""Message files: a YAML head between two lines of dashes, then the words."""

import re

from bothways.model.names import is_id, slug
from bothways.problems import Place, Problem
from bothways.reading.files import SourceFile
from bothways.reading.written import WrittenMapping, text_at
from bothways.reading.yaml_text import read_yaml

_HEAD = re.compile(r"\A\s*^---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def read_message(source: SourceFile) -> tuple[WrittenMapping | None, list[Problem]]:
    """The fields of a message, its words as `body`. Its id is the file's name."""
    top = Place(source.name)
    match = _HEAD.match(source.text)
    if match is None:
        return None, [_no_head(source.text, top)]
    first_line = source.text.count("\n", 0, match.start(1)) + 1
    fields, problems = read_yaml(match[1], source.name, first_line)
    if any(problem.severity == "problem" for problem in problems):
        return None, problems
    if not isinstance(fields, WrittenMapping):
        hint = "Write title: and what it is called."
        return None, [*problems, Problem(top, "message-head", "The head of a message holds fields.", hint)]
    if "body" in fields:
        hint = "Write the words under the second line of ---."
        place, path = fields.keys_at["body"], f"messages[{source.stem}].body"
        problems.append(Problem(place, "unknown-field", "body is not a field of a message's head.", hint, path))
    words = source.text[match.end() :]
    begins = match.end() + len(words) - len(words.lstrip("\n"))
    fields.keys_at["body"] = Place(source.name, source.text.count("\n", 0, begins) + 1)
    fields["body"] = text_at(words.strip("\n"), fields.keys_at["body"])
    fields.setdefault("id", text_at(source.stem if is_id(source.stem) else slug(source.stem, "message"), top))
    return fields, problems


def _no_head(text: str, top: Place) -> Problem:
    if text.lstrip().startswith("---"):
        hint = "Write a line --- under its last field, and the words below that."
        return Problem(top, "message-head", "The head of this message has no end.", hint)
    hint = "Begin the file with a line ---, then title: and what it is called, then a line ---."
    return Problem(top, "message-head", "A message begins with a head between two lines of ---.", hint)
