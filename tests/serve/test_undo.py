"""What was written can be taken back, and never at the cost of what a hand wrote since."""

import pytest

from serve.html_forms import forms_in
from serve.little_workbook import DANA, PEOPLE, WORKBOOK


@pytest.fixture
def server(editing):
    return editing(WORKBOOK)


def test_undo_goes_back_step_by_step(server):
    """Everything of this sitting."""
    form, _ = server.open(DANA)
    for role in ("Cook", "Baker", "Retired"):
        server.fill_in(DANA, role=role)
        server.ask("/")
    for role in ("Baker", "Cook", "Head of food services"):
        (words,) = _undo_words(server)
        assert words == "Undo: Dana Okafor: saved."
        server.send("/undo", {"token": form["token"], "address": "index.html"})
        server.ask("/")
        assert f"role: {role}\n" in server.file("people.yaml")
    assert server.file("people.yaml") == PEOPLE
    assert not _undo_words(server)


def _undo_words(server):
    return [words for form in forms_in(server.ask("/").text) if form.action == "/undo" for words in form.buttons]


def test_what_was_changed_by_hand_since_is_not_undone(server):
    """It is said, and nothing is touched."""
    server.fill_in(DANA, role="Cook")
    path = server.folder / "workbook" / "people.yaml"
    path.write_text(path.read_text() + "# by hand\n")
    form, _ = server.open(DANA)
    server.send("/undo", {"token": form["token"], "address": "index.html"})
    assert path.read_text().endswith("# by hand\n")
    assert "role: Cook" in path.read_text()
    assert "was changed since, so this was not undone" in server.ask("/").text


def test_undo_never_leaves_a_workbook_that_cannot_be_read(server):
    """Somebody who is named elsewhere by now is not taken back."""
    server.fill_in("/add?kind=person", name="Piet Sandoval")
    (server.folder / "workbook" / "events.yaml").write_text("- name: Fair\n  date: 2026-12-02\n")
    (server.folder / "workbook" / "goals.yaml").write_text("- goal: Bread\n  steps: [x]\n")
    conversations = server.folder / "workbook" / "conversations"
    (conversations / "piet.yaml").write_text("with: Piet Sandoval\ndate: 2026-12-02\n")
    form, _ = server.open(DANA)
    server.send("/undo", {"token": form["token"], "address": "index.html"})
    assert "Piet Sandoval" in server.file("people.yaml")
    assert "There is no person called Piet Sandoval" in server.ask("/").text
