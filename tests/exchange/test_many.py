"""As many people as anybody has in an address book."""

from pathlib import Path

from bothways.exchange.coming.matching import propose
from bothways.exchange.coming.people_file import FOLDER, people_lines
from bothways.exchange.coming.recognise import read_address_book, recognised
from bothways.exchange.coming.source import decoded
from bothways.model.workbook import Workbook
from bothways.reading.library import Library
from bothways.writing.desk import Desk
from bothways.writing.homes import new_file
from workbooks import TODAY

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def test_thirty_thousand_rows_come_in_and_are_known_from_then_on(tmp_path: Path):
    """A hundred share each name; every one has a record, an id and a place of their own."""
    rows = "".join(
        f'Dana,Okafor {n % 300},https://www.linkedin.com/in/p-{n},,"Firm {n}, Ltd",Buyer,12 Mar 2024\n'
        for n in range(30_000)
    )
    source = decoded((HEADER + rows).encode(), "Connections.csv")
    assert recognised(source) == "linkedin"
    book = read_address_book(source, "linkedin", {})
    proposal = propose(book.contacts, Workbook())
    assert (len(proposal.new), proposal.known, proposal.doubts, proposal.left_out) == (30_000, (), (), ())
    desk = Desk(tmp_path, Library(), "workbook")
    lines = people_lines(proposal.new, "Connections.csv", TODAY)
    name = new_file(desk, FOLDER, FOLDER, "imported", lines, *(contact.fields for contact in proposal.new))
    prepared = desk.prepare()
    prepared.write()
    assert name == "workbook/people/imported.yaml"
    assert [path.name for path in (tmp_path / "people").iterdir()] == ["imported.yaml"]
    again = propose(book.contacts, prepared.reading.workbook)
    assert (len(again.known), again.new, again.doubts) == (30_000, (), ())
