"""Whatever is in a file: it is read, or refused in words. Nothing else happens."""

from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.exchange.coming.matching import propose
from bothways.exchange.coming.people_file import FOLDER, people_lines
from bothways.exchange.coming.recognise import KINDS, ColumnsWanted, read_address_book, recognised
from bothways.exchange.coming.source import decoded
from bothways.model.workbook import Workbook
from bothways.problems import ProblemsFound
from bothways.reading.library import Library
from bothways.writing.desk import Desk
from bothways.writing.homes import new_file
from workbooks import TODAY

LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
GOOGLE = "Name,Given Name,Family Name,Nickname,Notes,Group Membership,E-mail 1 - Value,Phone 1 - Value"
PIECES = st.sampled_from(
    [
        *("\n", "\r\n", "\r", ",", ";", "\t", '"', '""', "\\", ":::", " ", "=", "\0", "\x07", "\ufeff", "\u2028", "\x85"),
        *("Dana", "Okafor", "Dana Okafor", "é", "🎉", "<b>", "|#", "#", "null", "no", "12 Mar 2024", "3/4/2024"),
        *("a@example.org", "https://a.example.org/x", "javascript:x", "- a: b", "\ufdd0", "\u202e", "x" * 600),
        *("BEGIN:VCARD\n", "END:VCARD\n", "VERSION:3.0\n", "VERSION:2.1\n", "FN:", "N:", "N;X=Y;;:a;b", "ORG:a;b\n"),
        *("TEL;VALUE=uri:tel:1\n", "NOTE:", "ADR:;;;", "item1.", "ENCODING=QUOTED-PRINTABLE:=", "=C3", "\\n", "CATEGORIES:a\\,b,c\n"),
        *(f"{LINKEDIN}\n", f"{GOOGLE}\n", "name,links,met_on\n", "sep=;\n"),
    ]
)  # fmt: skip
TEXT = st.lists(PIECES, max_size=30).map("".join)
STARTS = st.sampled_from(
    ["", f"{LINKEDIN}\n", f"{GOOGLE}\n", "name,organisation,notes\n", "BEGIN:VCARD\nVERSION:3.0\nFN:"]
)


def take_in(data: bytes, kind: str | None = None) -> None:
    """The whole way of a file: read, compared, written down, read back."""
    source = decoded(data, "file.csv")
    book = read_address_book(source, kind or recognised(source), {})
    new = propose(book.contacts, Workbook()).new
    if new:
        desk = Desk(NOWHERE, Library(), "workbook")
        lines = people_lines(new, "file.csv", TODAY)
        new_file(desk, FOLDER, FOLDER, "new", lines, *(contact.fields for contact in new))
        assert [person.name for person in desk.prepare().reading.workbook.people] == [who.name for who in new]


NOWHERE = Path("a-folder-that-is-not-there")
SETTINGS = settings(max_examples=400, deadline=None, derandomize=True)


@SETTINGS
@given(STARTS, TEXT, st.none() | st.sampled_from(KINDS))
def test_any_text_is_taken_in_or_refused(start, text, kind):
    """What was proposed is what would be read again, to the letter."""
    with suppress(ProblemsFound, ColumnsWanted):
        take_in((start + text).encode("utf-8", "surrogatepass"), kind)


@SETTINGS
@given(st.binary(max_size=200))
def test_any_bytes_are_taken_in_or_refused(data):
    """Also those that are no text."""
    with suppress(ProblemsFound, ColumnsWanted):
        take_in(data)
