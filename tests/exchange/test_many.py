"""As many people as anybody has in an address book."""

from pathlib import Path

from bothways.exchange.coming.matching import propose
from bothways.exchange.coming.people_file import check, people_text, write
from bothways.exchange.coming.recognise import read_address_book, recognised
from bothways.exchange.coming.source import decoded
from bothways.model.workbook import Workbook
from workbooks import TODAY, reading

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
    text = people_text(proposal.new, "Connections.csv", TODAY)
    check(text, "workbook/people/imported.yaml", proposal.new, Workbook(), tmp_path)
    some = text.split("\n\n")
    sample = "\n\n".join(["", *some[1:2000:7]])
    people = reading({"people/imported.yaml": sample}).workbook
    again = propose(book.contacts[:2000:1], people)
    assert len(again.known) == len(people.people)
    assert write(text, tmp_path, "imported.yaml").read_text(encoding="utf-8") == text
    assert [path.name for path in (tmp_path / "people").iterdir()] == ["imported.yaml"]
