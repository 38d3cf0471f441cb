"""A record that goes, or a person who is forgotten: what will go is shown first, and can be undone."""

import html
from pathlib import Path

import pytest

from bothways.share.keyed import keyed
from bothways.share.shares import Share, people_of, record
from bothways.site.finish import GITIGNORE
from folders import contents
from serve.html_forms import forms_in

PEOPLE = """\
# Everybody
- name: Bea Ostrander   # from the choir
  knows: [Dana Okafor]

- name: Dana Okafor
  organisation: Northgate Hospital
  files: [dana.txt]
# the last line
"""
LOG = """\
- {date: 2026-11-05, who: Dana Okafor, did: wrote}
- {date: 2026-11-05, who: Dana Okafor, did: heard}   # on the train
- {date: 2026-11-06, who: Bea Ostrander, did: gave, about: what Dana Okafor wrote}
"""
WORKBOOK = {
    "me.yaml": "name: Ruth Calder\n",
    "people.yaml": PEOPLE,
    "log.yaml": LOG,
    "goals.yaml": "- goal: Bread\n- goal: Rye\n  organisations: [Northgate Hospital]\n",
    "organisations.yaml": "- name: Northgate Hospital\n",
    "events.yaml": "- name: Fair   # in the square\n  date: 2026-11-20\n",
    "conversations/2026-11-27-dana-okafor.yaml": "with: Dana Okafor\ndate: 2026-11-27\ngoal: Bread\n",
    "conversations/2026-11-28-bea-ostrander-dana-okafor.yaml": "with: [Bea Ostrander, Dana Okafor]\ndate: 2026-11-28\n",
    "messages/a-hello.md": "Dear you\n",
    "files/dana.txt": "Hers\n",
}
TALK = "/remove?of=conversations/2026-11-27-dana-okafor"
DANA = "/remove?of=people/dana-okafor"
HEARD = "/remove?of=log/2026-11-05-dana-okafor-2"


@pytest.fixture
def server(editing):
    return editing(WORKBOOK)


def remove(server, path: str):
    """Looks at the page and presses its button."""
    page = server.ask(path)
    assert page.status_code == 200, page.text
    return server.send(path, form_of(page.text))


def form_of(page: str) -> dict[str, object]:
    (form,) = [form.values for form in forms_in(page) if form.action.startswith("/remove")]
    return form


def book(server) -> dict[str, object]:
    return contents(server.folder / "workbook")


def undo(server):
    form = next(form for form in forms_in(server.ask("/").text) if form.action == "/undo")
    return server.send("/undo", form.values)


def built(folder: Path) -> Path:
    """A site as a build leaves it."""
    folder.mkdir()
    (folder / ".gitignore").write_text(GITIGNORE)
    (folder / "index.html").write_text("<h1>Dana Okafor</h1>")
    return folder


REMOVED = {
    HEARD: ("log.yaml", LOG.replace("- {date: 2026-11-05, who: Dana Okafor, did: heard}   # on the train\n", "")),
    "/remove?of=goals/rye": ("goals.yaml", "- goal: Bread\n"),
    "/remove?of=events/fair": ("events.yaml", ""),
    TALK: ("conversations/2026-11-27-dana-okafor.yaml", None),
    "/remove?of=messages/a-hello": ("messages/a-hello.md", None),
}


@pytest.mark.parametrize("path", REMOVED)
def test_a_record_goes_and_nothing_else_is_touched(server, path):
    """Its text is shown first. Undo brings it back, byte for byte."""
    before = book(server)
    page = html.unescape(server.ask(path).text)
    assert book(server) == before, "asking changes nothing"
    file, left = REMOVED[path]
    shown = page.partition("<pre")[2].partition("</code>")[0]
    assert [line for line in WORKBOOK[file].splitlines() if line not in shown] == (left or "").splitlines()
    assert remove(server, path).status_code == 303
    there = {name.removeprefix("workbook/"): data for name, data in book(server).items()}
    assert (server.file(file) if left is not None else file in there) == (left if left is not None else False)
    assert undo(server).status_code == 303
    assert book(server) == before


def test_the_form_of_a_record_leads_there(server):
    """That of a person in other words; that about oneself does not."""
    assert f'<a href="{TALK}">Remove this</a>' in server.ask(TALK.replace("remove", "edit")).text
    assert f'<a href="{DANA}">Forget Dana Okafor</a>' in server.ask(DANA.replace("remove", "edit")).text
    assert "/remove" not in server.ask("/edit?of=me").text
    assert server.ask("/remove?of=me").status_code == 404
    assert server.ask("/remove?of=messages/first-ask-email").status_code == 404


def test_what_something_refers_to_cannot_go_and_check_says_why(server):
    """There is no button; a form that is sent all the same changes nothing."""
    before = book(server)
    page = server.ask("/remove?of=organisations/northgate-hospital")
    words = html.unescape(page.text)
    assert "It cannot go yet." in words
    assert "workbook/goals.yaml:3" in words
    assert "Northgate Hospital" in words
    assert not [form for form in forms_in(words) if form.action.startswith("/remove")]
    token = form_of(server.ask(TALK).text)["token"]
    for seen in ("", "x"):
        form = {"token": token, "seen": seen}
        assert server.send("/remove?of=organisations/northgate-hospital", form).status_code == 409
    assert book(server) == before


def test_a_person_is_forgotten_everywhere(server):
    """What goes is listed by file and line, as forget lists it; what may still be about them too."""
    page = html.unescape(server.ask(DANA).text)
    for trace in (
        "<code>workbook/people.yaml:5</code> their record",
        "<code>workbook/people.yaml:3</code> knows",
        "<code>workbook/log.yaml:1</code> a line of the log",
        "<code>workbook/log.yaml:3</code> their name in about",
        "<code>workbook/conversations/2026-11-27-dana-okafor.yaml:1</code> a talk with them alone",
        "<code>workbook/files/dana.txt:1</code> a file that only their records name",
    ):
        assert trace in page
    assert (answer := remove(server, DANA)).status_code == 303
    assert answer.location == "/people/"
    assert not [name for name, data in book(server).items() if "Dana" in str(data) or "dana" in name]
    assert "knows" not in server.file("people.yaml")


def test_forgetting_can_be_undone_in_this_sitting(server):
    """With files that were renamed or removed, attachments too."""
    before = book(server)
    remove(server, DANA)
    assert book(server) != before
    undo(server)
    assert book(server) == before


def test_an_undo_writes_over_no_file_that_was_made_since(server):
    """A talk's file was renamed; meanwhile there is another one of its old name."""
    remove(server, DANA)
    renamed = server.folder / "workbook" / "conversations" / "2026-11-28-bea-ostrander-dana-okafor.yaml"
    assert not renamed.exists()
    renamed.write_text("with: Bea Ostrander\ndate: 2026-10-01\n")
    before = book(server)
    undo(server)
    assert "so this was not undone" in server.ask("/people/").text
    assert book(server) == before


def test_a_built_site_and_a_copy_that_show_them_are_named(server):
    """The site goes with them; a copy cannot be taken back."""
    with_her, without = (built(server.folder / name) for name in ("site", "elsewhere"))
    people = people_of([(["Dana Okafor"], "initials")], keyed(server.folder, lambda count: b"k" * count))
    record(server.folder, Share("x", server.day, "coach", "file", "0", 1, 1, people))
    page = html.unescape(server.ask(DANA).text)
    assert "They are in one copy that you shared" in page
    assert "for coach: by initials" in page
    assert "<code>site</code> made by a build" in page
    assert with_her.exists(), "asking changes nothing"
    remove(server, DANA)
    assert (with_her.exists(), without.exists()) == (False, True)


def test_another_line_of_the_day_does_not_go_in_its_place(server):
    """The first of the day is removed elsewhere while the page is open: then the second is called as the first was."""
    page = server.ask(HEARD)
    path = server.folder / "workbook" / "log.yaml"
    path.write_text(LOG.partition("\n")[2])
    assert server.send(HEARD, form_of(page.text)).status_code == 303
    assert path.read_text() == LOG.splitlines(keepends=True)[2]


def test_what_was_changed_since_it_was_shown_is_shown_once_more(server):
    """Nothing goes that nobody has seen; the control: once more, and it goes."""
    page = server.ask(TALK)
    path: Path = server.folder / "workbook" / "conversations" / "2026-11-27-dana-okafor.yaml"
    path.write_text(path.read_text() + "notes: She was glad\n")
    answer = server.send(TALK, form_of(page.text))
    assert answer.status_code == 409
    assert "She was glad" in answer.text
    assert path.exists()
    assert server.send(TALK, form_of(answer.text)).status_code == 303
    assert not path.exists()


def test_a_form_of_another_start_or_another_site_removes_nothing(server):
    """And what is shown first is as with any form."""
    before = book(server)
    form = form_of(server.ask(TALK).text)
    assert server.send(TALK, form | {"token": "x"}).status_code == 403
    assert server.send(TALK, form, headers={"Origin": "https://example.org"}).status_code == 403
    assert server.ask(TALK, "PUT").status_code == 405
    assert book(server) == before
