"""Whenever it is stopped, every file is what it was or what it is to be, and the workbook can be read."""

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bothways.reading.library import Library
from bothways.reading.workbook import read_workbook
from bothways.writing import swap
from bothways.writing.desk import Desk, Prepared
from bothways.writing.everybody import everybody
from bothways.writing.forget import forget
from bothways.writing.swap import ChangedMeanwhile, FileChange, write
from folders import contents
from kills import killed_at
from workbooks import folder

FILES = {
    "people.yaml": "- name: Dana Okafor\n  files: dana.png\n- name: Bea Lin\n  knows: [Dana Okafor]\n  notes: Dana Okafor!\n",
    "organisations.yaml": "- {name: Marrowgate, outcome: {what: role, through: Dana Okafor}}\n",
    "me.yaml": "name: Ruth\nneeds: {need: A cook, people: [Dana Okafor, Bea Lin]}\n",
    "log.yaml": "- {date: 2026-11-03, who: Dana Okafor, did: wrote}\n",
    "conversations/2026-11-04-dana-okafor.yaml": "with: Dana Okafor\ndate: 2026-11-04\n",
    "conversations/2026-11-05-bea-lin-dana-okafor.yaml": "with: [Bea Lin, Dana Okafor]\ndate: 2026-11-05\n",
    "files/dana.png": "a picture\n",
}


def prepared(book: Path) -> Prepared:
    """Dana forgotten: files written, renamed and removed."""
    desk = Desk(book, Library(), "workbook")
    dana = next(who for who in everybody(desk.workbook) if who.id == "dana-okafor")
    return forget(desk, dana).prepared


def wrong_after_each_kill(tmp_path: Path) -> Iterator[str]:
    """What is wrong with the files, whenever the process is killed. At least one of the kills comes after the last step."""
    original = folder(FILES, tmp_path / "original")
    whole = tmp_path / "whole" / "workbook"
    shutil.copytree(original, whole)
    prepared(whole).write()
    after = contents(whole)
    number, died = 0, True
    while died:
        book = tmp_path / str(number) / "workbook"
        shutil.copytree(original, book)
        ready = prepared(book)
        before = contents(book)
        died = killed_at(number, ready.write)
        yield from (f"{number}: {wrong}" for wrong in _wrong(contents(book), before, after))
        try:
            read_workbook(book, Library())
        except Exception as error:  # noqa: BLE001  # whatever it is, it is told
            yield f"{number}: {error}"
        number += 1
    assert number > 20
    assert contents(book) == after


def _wrong(now: dict[str, bytes], before: dict[str, bytes], after: dict[str, bytes]) -> Sequence[str]:
    seen = {name: data for name, data in now.items() if ".bothways-" not in name}
    old_and_new = {*before.values(), *after.values()}
    return [name for name, data in seen.items() if data not in old_and_new]


def test_a_kill_leaves_old_or_new(tmp_path: Path) -> None:
    """At whatever operation it is killed: each file is old or new, and the whole can be read."""
    assert list(wrong_after_each_kill(tmp_path)) == []


def test_whoever_writes_next_takes_away_what_a_killed_one_left(tmp_path: Path) -> None:
    """It is a copy of the file as it was, with those in it who have been forgotten since. Other files stay."""
    book = folder(FILES, tmp_path)
    for name in (".people.yaml.bothways-4321", ".people.yaml.old", ".people.yaml.bothways.md"):
        (book / name).write_text("- name: Dana Okafor\n")
    prepared(book).write()
    assert {name for name in contents(book) if name.startswith(".")} == {".people.yaml.old", ".people.yaml.bothways.md"}


def test_a_careless_writer_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same proof finds a writer that writes straight into the file."""

    def careless(path: Path, change: FileChange) -> None:
        with path.open("wb") as file:
            file.write(change.after or b"")

    monkeypatch.setattr(swap, "_replace", careless)
    assert list(wrong_after_each_kill(tmp_path))


def test_another_order_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same proof finds a record that goes before what refers to it."""
    real = swap.write
    monkeypatch.setattr("bothways.writing.desk.write", lambda changes, folder: real(changes[::-1], folder))
    assert any("There is no person" in wrong for wrong in wrong_after_each_kill(tmp_path))


@pytest.mark.parametrize("moment", ["before preparing", "before writing"])
def test_a_file_changed_meanwhile_is_refused(tmp_path: Path, moment: str) -> None:
    """What somebody else wrote in the meantime is never written over, and no other file is touched either."""
    book = folder(FILES, tmp_path)
    desk = Desk(book, Library(), "workbook")
    dana = everybody(desk.workbook)[0]
    ready = None if moment == "before preparing" else forget(desk, dana).prepared
    with (book / "people.yaml").open("a") as people:
        people.write("- name: Amara Nilsen\n")
    before = contents(book)
    with pytest.raises(ChangedMeanwhile):
        (ready or forget(desk, dana).prepared).write()
    assert contents(book) == before


def test_a_new_file_does_not_replace_one_that_came_meanwhile(tmp_path: Path) -> None:
    """A file that was not there when we looked, and is now, stays."""
    path = tmp_path / "log.yaml"
    path.write_text("mine\n")
    with pytest.raises(ChangedMeanwhile):
        write([FileChange(path, None, b"ours\n")], tmp_path)
    assert path.read_text() == "mine\n"


def test_the_mode_stays(tmp_path: Path) -> None:
    """A file that only its owner may read stays so."""
    path = tmp_path / "log.yaml"
    path.write_bytes(b"old\n")
    path.chmod(0o600)
    write([FileChange(path, b"old\n", b"new\n")], tmp_path)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new\n", 0o600)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Where a file is a link to another of the workbook's, that other one is written."""
    (tmp_path / "real.yaml").write_bytes(b"old\n")
    (tmp_path / "log.yaml").symlink_to("real.yaml")
    write([FileChange(tmp_path / "log.yaml", b"old\n", b"new\n")], tmp_path)
    assert (tmp_path / "log.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_bytes() == b"new\n"


def test_two_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """Of many processes that add to the same file, each that says it was written is there at the end."""
    path = tmp_path / "log.yaml"
    path.write_bytes(b"")
    children = [_adder(path, number) for number in range(8)]
    done = [number for number, child in enumerate(children) if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0]
    assert done
    assert sorted(path.read_text().split()) == sorted(str(number) for number in done)


def _adder(path: Path, number: int) -> int:
    child = os.fork()
    if child == 0:
        before = path.read_bytes()
        try:
            write([FileChange(path, before, before + f"{number}\n".encode())], path.parent)
        except ChangedMeanwhile:
            os._exit(1)
        os._exit(0)
    return child
