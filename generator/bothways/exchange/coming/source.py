"""A file of another program, as text. Refuses what is no text, and says where the text had to be guessed."""

import re
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bothways.problems import Place, Problem, ProblemsFound

MOST_BYTES = 64_000_000
"""30,000 rows of an address book take about 15 MB; cards with pictures more."""

NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FOLD = re.compile(rb"\r?\n[ \t]")
"""Some programs fold the lines of a card in the middle of a letter."""
CODE = "not-an-address-book"

_ADVICE = "Export your contacts as CSV or as a vCard (.vcf), and import that file."
_PACKED = "Unpack it first. LinkedIn's archive holds Connections.csv; a spreadsheet can be saved as CSV."


@dataclass(frozen=True)
class Source:
    """One file."""

    name: str
    """As messages name it."""
    text: str
    remark: str = ""
    """What the person should know about how it was read."""


def refused(file: str, line: int, message: str, hint: str = _ADVICE) -> ProblemsFound:
    """The error for a file that cannot be used."""
    return ProblemsFound([Problem(Place(file, line), CODE, message, hint)])


def read_source(path: Path, name: str) -> Source:
    """The text of a file. Raises ProblemsFound where it has none."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise refused(name, 1, "This is not a file of text.")
    if status.st_size > MOST_BYTES:
        hint = "Export the contacts in several files, without pictures."
        raise refused(name, 1, f"This file is larger than {MOST_BYTES // 1_000_000} MB.", hint)
    return decoded(path.read_bytes(), name)


def decoded(data: bytes, name: str) -> Source:
    """The text that the bytes mean. Why not UTF-8 alone: Excel saves in the machine's own code page."""
    if data.startswith(b"PK\x03\x04"):
        raise refused(name, 1, "This is a packed file.", _PACKED)
    text, remark = _text(data, name)
    controls = NOT_TEXT.findall(text)
    if len(controls) * 100 > len(text):
        raise refused(name, 1, "This is not a file of text.")
    if not text.strip():
        raise refused(name, 1, "There is nothing in this file.")
    return Source(name, text, remark)


def _text(data: bytes, name: str) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), ""
        except UnicodeDecodeError as error:
            raise refused(name, 1, "This file begins as UTF-16, and then is not.") from error
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
    with suppress(UnicodeDecodeError):
        if b"BEGIN:VCARD" in data:
            return _FOLD.sub(b"", data).decode("utf-8-sig"), ""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise refused(name, line, "This is not a file of text, or not in UTF-8.") from error
    return text, f"{name}:{line} is not in UTF-8, and was read as Windows text (cp1252). Look at the accents in names."
