"""Message files: a YAML head between two lines of dashes, then the words."""

import re

from bothways.problems import Place, Problem
from bothways.reading.files import SourceFile
from bothways.reading.written import WrittenMapping, text_at
from bothways.reading.yaml_text import read_yaml

_HEAD = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def read_message(source: SourceFile) -> tuple[WrittenMapping | None, list[Problem]]:
    """The fields of a message, its words as `body`. Its id is the file's name."""
    top = Place(source.name)
    match = _HEAD.match(source.text)
    if match is None:
        hint = "Begin the file with a line ---, then title: and what it is called, then a line ---."
        return None, [Problem(top, "message-head", "A message begins with a head between two lines of ---.", hint)]
    fields, problems = read_yaml(match[1], source.name, first_line=2)
    if any(problem.severity == "problem" for problem in problems):
        return None, problems
    if not isinstance(fields, WrittenMapping):
        hint = "Write title: and what it is called."
        return None, [*problems, Problem(top, "message-head", "The head of a message holds fields.", hint)]
    if "body" in fields:
        hint = "Write the words under the second line of ---."
        problems.append(Problem(fields.keys_at["body"], "unknown-field", "body is not a field of a head.", hint))
    body_line = source.text.count("\n", 0, match.end()) + 1
    fields["body"] = text_at(source.text[match.end() :].strip("\r\n"), Place(source.name, body_line))
    fields.setdefault("id", text_at(source.stem, top))
    return fields, problems
