"""A form that is sent while the power goes: whenever it is, each file is what it was or what it is to be.

Where several files change, the workbook can be read between them too.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bothways.reading.library import read_library
from bothways.reading.workbook import read_workbook
from bothways.site.guide_files import guide_folder
from bothways.writing import swap
from bothways.writing.swap import FileChange
from folders import contents
from kills import states_after_each_kill
from serve.conftest import Running, write_workbook
from serve.html_forms import form_in, forms_in
from serve.uploads import multipart, type_of_body

WORKBOOK = {
    "people.yaml": "# Everybody\n- name: Dana Okafor   # from the choir\n  role: Cook\n",
    "log.yaml": "- {date: 2026-11-03, who: Dana Okafor, did: wrote}\n",
}
CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Orla Brennock\r\nN:Brennock;Orla;;;\r\nEND:VCARD\r\n"
DANA = "/remove?of=people/dana-okafor"
Wish = Callable[[], None]


def edited(server: Running) -> Wish:
    """A field changed where it stands."""
    form = form_in(server.ask("/edit?of=people/dana-okafor").text)
    said = form | {"f.role": "Head of food services", "f.notes": "One\r\nTwo"}
    return lambda: _sent(server, "/edit?of=people/dana-okafor", said)


def planned(server: Running) -> Wish:
    """A new file."""
    form = form_in(server.ask("/talk?with=dana-okafor").text)
    return lambda: _sent(server, "/talk?with=dana-okafor", form | {"f.date": "2026-12-09"})


def taken_in(server: Running) -> Wish:
    """People of an address book."""
    (first,) = [form.values for form in forms_in(server.ask("/import").text) if form.action == "/import"]
    page = server.send("/import", multipart({"token": first["token"]}, CARD), headers=type_of_body())
    (form,) = [form.values for form in forms_in(page.text) if form.action == "/import-take"]
    return lambda: _sent(server, "/import-take", form | {"all": "yes"})


def undone(server: Running) -> Wish:
    """What was written a moment ago is taken back."""
    edited(server)()
    (form,) = [form.values for form in forms_in(server.ask("/").text) if form.action == "/undo"]
    return lambda: _sent(server, "/undo", form)


def forgotten(server: Running) -> Wish:
    """Somebody, everywhere."""
    return lambda: _sent(server, DANA, _removal(server))


def brought_back(server: Running) -> Wish:
    """Somebody who was forgotten a moment ago."""
    _sent(server, DANA, _removal(server))
    (form,) = [form.values for form in forms_in(server.ask("/").text) if form.action == "/undo"]
    return lambda: _sent(server, "/undo", form)


def _removal(server: Running) -> Mapping[str, object]:
    (form,) = [form.values for form in forms_in(server.ask(DANA).text) if form.action == DANA]
    return form


WISHES = {
    "edited": edited,
    "planned": planned,
    "taken in": taken_in,
    "undone": undone,
    "forgotten": forgotten,
    "brought back": brought_back,
}


def _sent(server: Running, path: str, form: Mapping[str, object]) -> None:
    assert server.send(path, dict(form)).status_code == 303


def states(folder: Path, wish: Callable[[Running], Wish]) -> list[dict[str, bytes]]:
    """The workbook before, then after a kill at each operation, and at last after none."""
    found: list[dict[str, bytes]] = []

    def begin(place: Path) -> Wish:
        write_workbook(place, WORKBOOK)
        ready = wish(Running().start(place, has_editor=True))
        found[:1] = [seen(place)]
        return ready

    found += [state for _, state in states_after_each_kill(folder, begin, seen)]
    return found


def seen(place: Path) -> dict[str, bytes]:
    """What stands in the workbook: what is beside its files for a moment, nothing reads."""
    return {name: data for name, data in contents(place / "workbook").items() if ".bothways-" not in name}


@pytest.mark.parametrize("wish", WISHES.values(), ids=WISHES)
def test_a_kill_at_any_operation_leaves_the_old_or_the_new(tmp_path: Path, wish: Callable[[Running], Wish]) -> None:
    """Through the editor's own way, from the request to the page that follows; what is left can be read."""
    before, *after_kills = states(tmp_path, wish)
    whole = after_kills[-1]
    assert before != whole
    assert len(after_kills) > 12
    for state in after_kills:
        for name in {*before, *whole}:
            assert state.get(name) in (before.get(name), whole.get(name)), name
    assert before in after_kills, "some kills came before it was written"
    assert after_kills.count(whole) > 1, "and some after"
    library = read_library(guide_folder())
    for number, _ in enumerate(after_kills):
        read_workbook(tmp_path / str(number) / "workbook", library)


def test_a_careless_writer_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same proof finds a writer that writes straight into the file."""

    def careless(path: Path, change: FileChange) -> None:
        with path.open("wb") as file:
            file.write(change.after or b"")

    monkeypatch.setattr(swap, "_replace", careless)
    before, *after_kills = states(tmp_path, edited)
    assert any(state not in (before, after_kills[-1]) for state in after_kills)
