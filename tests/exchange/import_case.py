r"""An address book, the workbook it comes into, and what `bothways import --yes` makes of it, in one readable file.

    # What the person did.
    === Connections.csv (crlf)
    First Name,Last Name,URL,...
    === workbook/people.yaml
    - name: Dana Okafor
    === words
    --from linkedin
    === said
    exit 0
    LinkedIn's connections, 1 person: ...
    === written
    - name: ...

After a file's name, in brackets, may stand how it is written: `crlf`, `bom`, `latin-1`, `utf-16`, or `escapes`, where
`\x00` stands for the byte. `words` is what is typed after the file; `said` and `written` are what is expected.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_SECTION = re.compile(r"^=== (?P<name>.+?)(?: \((?P<how>[\w, -]+)\))?$", re.MULTILINE)
EXPECTED = ("said", "written")


@dataclass(frozen=True)
class Case:
    """A case file, taken apart."""

    given: str
    """Everything above what is expected."""
    book: str
    """The address book's name."""
    files: dict[str, bytes]
    words: list[str]
    expected: str


def read_case(path: Path) -> Case:
    """The case in a file."""
    text = path.read_text(encoding="utf-8")
    given, mark, expected = text.partition("=== said\n")
    _, *parts = _SECTION.split(given)
    sections = {name: _bytes(body.removeprefix("\n"), how) for name, how, body in zip(*[iter(parts)] * 3, strict=True)}
    words = sections.pop("words", b"").decode().split("\n")
    book = next(name for name in sections if not name.startswith("workbook/"))
    return Case(given, book, sections, [word for word in words if word], f"{mark}{expected}")


def _bytes(text: str, how: str | None) -> bytes:
    data = text.encode()
    for way in (how or "").split(", "):
        match way:
            case "":
                pass
            case "crlf":
                data = data.replace(b"\n", b"\r\n")
            case "bom":
                data = b"\xef\xbb\xbf" + data
            case "escapes":
                data = re.sub(rb"\\x([0-9a-f]{2})", lambda match: bytes.fromhex(match[1].decode()), data)
            case _:
                data = data.decode().encode(way)
    return data
