"""An address book taken in from the browser: looked through, ticked, and written as `bothways import` writes it."""

import html
import subprocess
import sys

import pytest

from bothways.serve.importing import LARGEST
from serve.html_forms import forms_in
from serve.uploads import multipart, type_of_body

PEOPLE = """\
- name: Dana Okafor   # from the choir
  email: dana@example.org
- name: Bea Lin
  organisation: Hill & Sons
"""
WORKBOOK = {"people.yaml": PEOPLE, "me.yaml": "name: Ruth Amadi\n"}
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROWS = HEAD + (
    "Orla,Brennock,,,Hill & Sons,Buyer,12 Mar 2024\n"
    "Dana,Okafor,,dana@example.org,Northgate,Head of food services,\n"
    "Bea,Lin,,,Somewhere Else,Driver,\n"
    "Teo,Vasquez,,teo@example.org,,,\n"
)
NEW = "people/imported-linkedin-2026-12-01.yaml"
ORLA, TEO, BEA = "2", "5", "4"
"""The lines on which they stand."""


@pytest.fixture
def server(editing):
    return editing(WORKBOOK)


def form_for(page: str, action: str) -> dict[str, object]:
    (form,) = [form for form in forms_in(page) if form.action == action]
    return form.values


def upload(server, text: str | bytes, name: str = "Connections.csv"):
    data = text if isinstance(text, bytes) else text.encode()
    form = form_for(server.ask("/import").text, "/import")
    return server.send("/import", multipart({"token": form["token"]}, data, name), headers=type_of_body())


def take(server, page, *lines: str, **more):
    return server.send("/import-take", form_for(page.text, "/import-take") | {"tick": list(lines)} | more)


def undo(server):
    token = form_for(server.ask("/import").text, "/import")["token"]
    return server.send("/undo", {"token": token, "address": "index.html"})


def files(server) -> dict[str, str]:
    book = server.folder / "workbook"
    return {path.relative_to(book).as_posix(): path.read_text() for path in book.rglob("*.yaml")}


def test_one_sees_who_is_new_who_is_known_and_who_is_in_doubt(server):
    """Nobody is ticked, and nothing is written."""
    page = upload(server, ROWS)
    text = html.unescape(page.text)
    assert "LinkedIn's connections: 2 new, 1 you have already, 1 in doubt." in text
    new, rest = text.split('id="doubts"')
    doubts, known = rest.split('id="known"')
    assert "Orla Brennock" in new
    assert "Buyer, Hill & Sons" in new
    assert "Teo Vasquez" in new
    assert "Bea Lin (workbook/people.yaml:3) has the same name." in doubts
    assert '<a href="/people/dana-okafor.html" dir="auto">Dana Okafor</a>' in known
    assert "role: Head of food services" in known
    assert " checked" not in page.text
    assert files(server) == WORKBOOK


def test_those_who_are_ticked_are_written_and_nobody_else(server):
    """Into a file of their own; the others stay byte for byte."""
    page = upload(server, ROWS)
    answer = take(server, page, ORLA)
    assert (answer.status_code, answer.location) == (303, "/people/")
    assert files(server) == WORKBOOK | {
        NEW: "# 1 person from LinkedIn's connections, taken in on 2026-12-01.\n"
        "# Take out whom you do not want to keep; change what you like. Nothing here is taken in a second time.\n"
        "# keep_in_touch: no keeps old acquaintances off the list of today. "
        "Take that line away for those you want to hear from.\n\n"
        "- name: Orla Brennock\n  role: Buyer\n  organisation: Hill & Sons\n  met_on: 2024-03-12\n  keep_in_touch: no\n"
        "  tags: [linkedin]\n"
    }
    assert "One person taken in: workbook/people/imported-linkedin-2026-12-01.yaml." in server.ask("/").text


def test_all_who_are_new_are_those_whom_the_command_would_take(server, tmp_path):
    """Record by record the same file, but for what it says of where they are from."""
    take(server, upload(server, ROWS), all="yes")
    home = tmp_path / "home"
    (home / "workbook").mkdir(parents=True)
    (home / "mkdocs.yml").write_text("site_name: Mine\n")
    for name, text in WORKBOOK.items():
        (home / "workbook" / name).write_text(text)
    (home / "Connections.csv").write_text(ROWS)
    command = [sys.executable, "-m", "bothways", "import", "Connections.csv", "--yes", "--today", "2026-12-01"]
    subprocess.run([*command, "--quiet"], cwd=home, check=True)
    written = (home / "workbook" / NEW).read_text()
    assert files(server)[NEW].splitlines()[1:] == written.splitlines()[1:]
    assert "Teo Vasquez" in written


def test_what_was_taken_in_can_be_undone(server):
    """All of it at once."""
    take(server, upload(server, ROWS), all="yes")
    assert undo(server).status_code == 303
    assert files(server) == WORKBOOK


def test_somebody_in_doubt_is_taken_only_if_ticked(server):
    """As another person of that name, with an id that tells them apart."""
    take(server, upload(server, ROWS), BEA)
    assert "- name: Bea Lin\n  id: bea-lin-somewhere-else\n" in files(server)[NEW]
    assert server.shown.now.problems is None


def test_who_makes_a_name_unclear_is_refused_with_the_reason_and_the_ticks_stay(server):
    """A second Bea Lin, where a talk is with Bea Lin."""
    talk = server.folder / "workbook" / "conversations" / "bea.yaml"
    talk.parent.mkdir()
    talk.write_text("with: Bea Lin\ndate: 2026-11-03\n")
    before = files(server)
    answer = take(server, upload(server, ROWS), BEA, ORLA)
    assert answer.status_code == 422
    assert "Nobody is taken in yet." in answer.text
    assert "fits" in html.unescape(answer.text)
    assert files(server) == before
    assert form_for(answer.text, "/import-take")["tick"] == [ORLA, BEA]
    assert take(server, answer, ORLA).status_code == 303


def test_without_a_tick_nobody_is_written(server):
    """And that is said."""
    answer = take(server, upload(server, ROWS))
    assert answer.status_code == 422
    assert "Tick at least one of them." in answer.text
    assert files(server) == WORKBOOK


@pytest.mark.parametrize("line", ["3", "1", "99", "0", "-1", "x", "../people", "\0", "2 "])
def test_a_box_that_was_never_shown_takes_nobody(server, line):
    """Who is known already is not written a second time, whatever is sent."""
    assert take(server, upload(server, ROWS), line).status_code == 422
    assert files(server) == WORKBOOK


def test_an_older_page_takes_nobody_of_another_file(server):
    """Nor one that was taken in or left already."""
    older = upload(server, ROWS)
    newer = upload(server, HEAD + "Ana,Ruiz,,,,,\n")
    assert take(server, older, ORLA).status_code == 409
    assert server.send("/import-leave", form_for(newer.text, "/import-take")).location == "/"
    assert take(server, newer, "2").status_code == 409
    assert files(server) == WORKBOOK


def test_what_is_left_is_no_longer_here(server):
    """Nothing of the file is in the server's memory."""
    page = upload(server, ROWS)
    assert any("Brennock" in repr(vars(one)) for one in server.who_answer)
    server.send("/import-leave", form_for(page.text, "/import-take"))
    assert not any("Brennock" in repr(vars(one)) for one in server.who_answer)


def test_a_table_of_any_program_asks_which_column_holds_what(server):
    """With a guess where its names say something."""
    page = upload(server, "Nr,Whole Name,Company\n1,Orla Brennock,Hill & Sons\n")
    form = form_for(page.text, "/import-columns")
    assert (form["f.name"], form["f.organisation"]) == ("", "Company")
    again = server.send("/import-columns", form)
    assert again.status_code == 422
    assert "Without a name nobody can be taken in." in again.text
    page = server.send("/import-columns", form | {"f.name": "Whole Name"})
    assert "A table: 1 new" in page.text
    take(server, page, "2")
    text = files(server)["people/imported-csv-2026-12-01.yaml"]
    assert text.startswith("# 1 person from a table, taken in on 2026-12-01.\n")
    assert text.endswith("- name: Orla Brennock\n  organisation: Hill & Sons\n")


CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Orla Brennock\r\nN:Brennock;Orla;;;\r\nEND:VCARD\r\n"


def test_cards_are_taken_too(server):
    """From any telephone."""
    page = upload(server, CARD, "contacts.vcf")
    assert "vCards: 1 new" in page.text
    take(server, page, all="yes")
    assert "- name: Orla Brennock\n" in files(server)["people/imported-vcard-2026-12-01.yaml"]


REFUSED = {
    "nothing": ("", "Choose a file first."),
    "blank": ("  \n", "There is nothing in this file."),
    "packed": (b"PK\x03\x04rest", "This is a packed file."),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\1\2", "This is not a file of text"),
    "a web page": ("<html><body>hello</body></html>", "This is neither a table (CSV) nor a vCard."),
    "an open quotation mark": (ROWS + '"Ana,Ruiz,,,,,\n', "Line 6: A quotation mark is opened"),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_address_book_is_said_to_be_none(server, data, words):
    """With what to do; nothing is written, and nothing fails."""
    answer = upload(server, data)
    assert answer.status_code == 422
    assert words in html.unescape(answer.text)
    assert files(server) == WORKBOOK
    assert server.faults == []


def test_rows_that_cannot_be_taken_are_listed(server):
    """With their line; the others can be taken."""
    page = upload(server, ROWS + "<b>Ana</b>,Ruiz,,,,,\nAna,Ruiz,,no address,,,\n")
    text = html.unescape(page.text).split('id="left-out"')[1]
    assert "Line 6: The name" in text
    assert "Line 7: " in text
    assert "&lt;b&gt;" in page.text


@pytest.mark.parametrize("name", ["../../people.yaml", "/etc/passwd", "..\\x", "evil%0Aname: x", "# x"])
def test_what_a_browser_calls_the_file_is_never_looked_at(server, name):
    """It is neither shown nor written."""
    page = upload(server, ROWS, name)
    take(server, page, ORLA)
    assert set(files(server)) == {*WORKBOOK, NEW}
    assert name not in page.text
    assert "passwd" not in files(server)[NEW]
    assert "name: x" not in files(server)[NEW]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(server):
    """By its length."""
    assert upload(server, ROWS.encode() + b"\n" * (LARGEST + 20_000)).status_code == 413


def test_more_people_than_one_looks_through_are_for_the_command(server):
    """That is said, and the file is let go."""
    answer = upload(server, HEAD + "".join(f"Ana,R{n},,,,,\n" for n in range(5_001)))
    assert answer.status_code == 422
    assert "take it in with bothways import" in answer.text


def test_while_the_workbook_has_problems_they_are_shown(server):
    """Nobody is taken into it."""
    page = upload(server, ROWS)
    (server.folder / "workbook" / "goals.yaml").write_text("- gaol: x\n")
    answer = take(server, page, ORLA)
    assert answer.status_code == 422
    assert "gaol is not a field" in answer.text
    assert NEW not in files(server)
