"""A form that meets a change by another hand, or files that cannot be read: nothing that was typed is lost."""

import pytest

from serve.html_forms import form_in, forms_in
from serve.little_workbook import DANA, PEOPLE, WORKBOOK


@pytest.fixture
def server(editing):
    return editing(WORKBOOK)


def test_a_field_that_was_changed_elsewhere_meanwhile_shows_both_and_asks(server):
    """Saved once more, what stands in the form holds."""
    form, _ = server.open(DANA)
    path = server.folder / "workbook" / "people.yaml"
    path.write_text(PEOPLE.replace("Head of food services", "Retired"))
    answer = server.send(DANA, form | {"f.role": "Cook"})
    assert answer.status_code == 409
    assert "In the file it says now: <q>Retired</q>" in answer.text
    assert 'value="Cook"' in answer.text
    assert "role: Retired" in path.read_text()
    assert server.send(DANA, form_in(answer.text)).status_code == 303
    assert "role: Cook" in path.read_text()


def test_what_was_changed_elsewhere_beside_a_clash_is_kept_when_it_is_settled(server):
    """The other change is not taken back by saving once more."""
    form, _ = server.open(DANA)
    path = server.folder / "workbook" / "people.yaml"
    path.write_text(PEOPLE.replace("Head of food services", "Retired").replace("[sourdough, chess]", "[sourdough, go]"))
    answer = server.send(DANA, form | {"f.role": "Cook"})
    assert answer.status_code == 409
    assert server.send(DANA, form_in(answer.text)).status_code == 303
    assert "role: Cook" in path.read_text()
    assert "[sourdough, go]" in path.read_text()


def test_a_change_elsewhere_in_the_same_record_is_kept(server):
    """Two people at two fields do not disturb each other."""
    form, _ = server.open(DANA)
    path = server.folder / "workbook" / "people.yaml"
    path.write_text(PEOPLE.replace("[sourdough, chess]", "[sourdough, go]"))
    assert server.send(DANA, form | {"f.role": "Cook"}).status_code == 303
    assert "[sourdough, go]" in path.read_text()
    assert "role: Cook" in path.read_text()


def test_what_was_typed_is_shown_when_the_record_is_gone(server):
    """To be copied from the page."""
    form, _ = server.open(DANA)
    (server.folder / "workbook" / "people.yaml").write_text(PEOPLE.replace("Dana Okafor", "Dana Vale"))
    answer = server.send(DANA, form | {"f.role": "Cook, typed with care"})
    assert answer.status_code in (404, 422)
    assert "Cook, typed with care" in answer.text


def test_while_the_workbook_has_problems_nothing_is_written_and_they_are_shown(server):
    """What was typed stands below them."""
    form, _ = server.open(DANA)
    (server.folder / "workbook" / "goals.yaml").write_text("- gaol: x\n")
    answer = server.send(DANA, form | {"f.role": "Cook, typed with care"})
    assert answer.status_code == 422
    assert "gaol is not a field" in answer.text
    assert "Cook, typed with care" in answer.text
    assert server.file("people.yaml") == PEOPLE


def test_what_met_a_broken_file_is_saved_once_more_with_one_click(server):
    """As often as it takes: nobody types it again. A page that was only looked at has nothing to send."""
    form, _ = server.open(DANA)
    goals = server.folder / "workbook" / "goals.yaml"
    goals.write_text("- gaol: x\n")
    assert "Save once more" not in server.ask(DANA).text
    said = form | {"f.role": "Cook, typed with care", "f.interests": "go\r\nbees"}
    for _ in range(2):
        answer = server.send(DANA, said)
        said = form_in(answer.text)
        (sent,) = [one for one in forms_in(answer.text) if "Save once more" in one.buttons]
        assert (answer.status_code, sent.action) == (422, DANA)
    goals.write_text("- goal: Understand hospital food\n")
    assert server.send(DANA, said).status_code == 303
    assert "  interests: [go, bees]\n" in server.file("people.yaml")
