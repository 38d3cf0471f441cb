"""vCards: what goes out comes in again as it was."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.exchange.coming.recognise import read_address_book, recognised
from bothways.exchange.coming.source import decoded
from bothways.exchange.going.cards import cards
from bothways.model.people import Person
from bothways.model.workbook import Workbook
from workbooks import example, workbook

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="<>\ufeff")
LINE = st.text(st.one_of(st.sampled_from(";,:\\=\"'n é🎉"), LETTERS), min_size=1, max_size=90)
TEXT = LINE.map(str.strip).filter(
    lambda text: text.strip("\ufdd0") and not any("\ufdd0" <= c <= "\ufdef" for c in text)
)
ADDRESS = st.from_regex(r"[a-z0-9.+_-]{1,20}@[a-z0-9-]{1,20}\.example", fullmatch=True)


def back(data: bytes) -> list[dict[str, object]]:
    """What importing the cards gives."""
    source = decoded(data, "people.vcf")
    assert recognised(source) == "vcard"
    book = read_address_book(source, "vcard", {})
    assert book.left_out == ()
    return [contact.fields for contact in book.contacts]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXT, st.none() | ADDRESS, st.none() | TEXT, st.none() | TEXT)
def test_names_addresses_and_numbers_survive(name, email, phone, role):
    """Whatever is in them, out and in again they are as typed."""
    person = Person(id="x", name=name, email=email, phone=phone, role=role)
    said = {"name": name, "role": role, "email": email, "phone": phone}
    assert back(cards(Workbook(people=(person,)))) == [{key: value for key, value in said.items() if value}]


def test_the_example_comes_back_with_everybody():
    """Names, addresses, numbers and links of all."""
    people = example().people
    found = back(cards(example()))
    assert [card["name"] for card in found] == [person.name for person in people]
    for field in ("email", "phone"):
        assert [card.get(field) for card in found] == [getattr(person, field) for person in people]


def test_a_card_is_as_other_programs_read_it_best():
    """Version 3.0, escaped, folded at 75 bytes, the same bytes every time; private notes stay here."""
    text = """
        - name: Dr Amara Nilsen-Öztürk
          role: "Ward; kitchen, \\"planner\\""
          organisation: Hill & Sons
          links: [https://amara.example.org, "mailto:two@example.org", "tel:+441632960222"]
          notes: "Likes long walks, and longer sentences than anybody would ever put upon a card of any kind. é\\nTwice."
          private_notes: plum
          tags: [choir, quinces]
    """
    book = workbook({"people.yaml": text})
    data = cards(book)
    assert data == cards(book)
    assert all(len(line) <= 76 for line in data.split(b"\r\n"))
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    assert "N:Nilsen-Öztürk;Amara;;Dr;" in lines
    assert "EMAIL:two@example.org" in lines
    assert "TEL:+441632960222" in lines
    assert 'TITLE:Ward\\; kitchen\\, "planner"' in lines
    assert b"plum" not in data
    assert back(data)[0]["private_notes"].startswith("Likes long walks, and")


def test_an_empty_workbook_has_no_cards():
    """And no fault."""
    assert cards(Workbook()) == b""
