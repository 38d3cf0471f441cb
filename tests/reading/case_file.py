r"""One broken workbook and what is said about it, in one file that reads from top to bottom.

    # What the person did.
    === workbook/people.yaml
    - name: Dana Okafor
      introducd_by: Bea Lin
    === check
    workbook/people.yaml:2:3: introducd_by is not a field of a person.
        Did you mean introduced_by?
        problem unknown-field people[Dana Okafor].introducd_by

After a file's name, in brackets, may stand how it is written: `crlf`, `bom`, `utf-16`, `latin-1`, or `escapes`, where
`\x00` stands for the byte.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from bothways.problems import Problem, ProblemsFound
from bothways.reading.library import Library
from bothways.reading.workbook import read_workbook

_SECTION = re.compile(r"^=== (?P<name>.+?)(?: \((?P<how>[\w-]+)\))?$", re.MULTILINE)
CHECK = "check"


@dataclass(frozen=True)
class Case:
    """A case file, taken apart."""

    story: str
    files: dict[str, bytes]
    expected: str


def read_case(path: Path) -> Case:
    """The case in a file."""
    story, *parts = _SECTION.split(path.read_text(encoding="utf-8"))
    sections = {name: (how, text.removeprefix("\n")) for name, how, text in zip(*[iter(parts)] * 3, strict=True)}
    _, expected = sections.pop(CHECK, (None, ""))
    files = {name: _bytes(text, how) for name, (how, text) in sections.items()}
    return Case(story.strip(), files, expected)


def _bytes(text: str, how: str | None) -> bytes:
    match how:
        case None:
            return text.encode()
        case "crlf":
            return text.replace("\n", "\r\n").encode()
        case "bom":
            return text.encode("utf-8-sig")
        case "escapes":
            return re.sub(rb"\\x([0-9a-f]{2})", lambda match: bytes.fromhex(match[1].decode()), text.encode())
        case _:
            return text.encode(how)


def check(case: Case, home: Path, library: Library) -> str:
    """What reading the case's workbook says, written below `home`, in the words of a case file."""
    for name, data in case.files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    try:
        said = read_workbook(home / "workbook", library).hints
    except ProblemsFound as found:
        said = found.problems
    return "".join(map(_in_words, said))


def _in_words(problem: Problem) -> str:
    place = problem.place
    return (
        f"{place.file}:{place.line}:{place.column}: {problem.message}\n"
        f"    {problem.hint}\n"
        f"    {problem.severity} {problem.code} {problem.field}".rstrip()
        + "\n"
    )


def rewrite(path: Path, said: str) -> None:
    """Puts what is said now into the case file."""
    line = f"=== {CHECK}\n"
    start, _, _ = path.read_text(encoding="utf-8").partition(line)
    path.write_text(start + line + said, encoding="utf-8")
