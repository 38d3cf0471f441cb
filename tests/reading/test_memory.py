"""A workbook read again with a memory: the same as read afresh, after any edit, and only what changed is read."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.model.workbook import Workbook
from bothways.problems import Problem, ProblemsFound
from bothways.reading import pieces
from bothways.reading.library import Library
from bothways.reading.memory import Memory
from bothways.reading.workbook import read_workbook
from workbooks import folder

FILES = {
    "me.yaml": "name: Mara\nneeds:\n  - {need: A bakery, people: [Dana Okafor]}\nrhythm: {pause: [{from: 2026-12-20, to: 2026-12-27}]}\n",
    "people.yaml": """\
- name: Dana Okafor
  also_known_as: Dee
  steps:
    - {do: Send it, by: 2026-11-20}
- name: Bea Lin
  introduced_by: Dana Okafor
  notes: |
    She knows *everybody*.

- name: Piet Sandoval
  knows: [Bea Lin, Dee]
  met_at: Harvest Supper
  role: *chef
""",
    "organisations.yaml": "- name: Kettle Row\n- name: Orchard\n  goals: A kitchen\n",
    "goals.yaml": "- goal: A kitchen\n  organisations: [Kettle Row]\n  steps:\n    - Ask around\n",
    "conversations.yaml": "- with: [Dee, Bea Lin]\n  date: 2026-11-12\n  introductions: [{to: Piet Sandoval}]\n",
    "conversations/2026-11-20-piet.yaml": "with: Piet Sandoval\ndate: 2026-11-20\nadvice: [Wait]\n",
    "log.yaml": "- {date: 2026-11-03, who: Dana Okafor, did: wrote}\n- {date: 2026-11-04, who: Bea Lin, did: heard}\n",
    "events.yaml": "- name: Harvest Supper\n  date: 2026-10-01\n  met: [Bea Lin]\n",
    "messages/hello.md": "---\ntitle: Hello\n---\nDear {{ person.first_name }}\n",
}
"""Everything that can refer to something else."""

EDITS = (
    ("", "# a remark\n"),
    ("", "\n\n"),
    ("Dana Okafor", "Dana Oyelaran"),
    ("Dana Okafor", "Danielle Okafor"),
    ("Bea Lin", "dana okafor"),
    ("Dee", "Bea"),
    ("- name: Bea Lin\n", "- name: Bea Lin\n  id: bea\n"),
    ("- name: Bea Lin\n", '- name: "Bea Lin\n'),
    ("- name: Bea Lin\n", "- name: Ana Sol\n- name: Bea Lin\n"),
    ("  introduced_by: Dana Okafor\n", ""),
    ("  introduced_by: Dana Okafor\n", "  introducd_by: Dana Okafor\n"),
    ("Kettle Row", "Kettle Lane"),
    ("Harvest Supper", "Harvest supper"),
    ("A kitchen", "[A kitchen"),
    ("2026-11-12", "2026-11-13"),
    ("2026-11-03", "2026-13-03"),
    ("- ", "- # here\n  "),
    ("name: Mara\n", "name: Mara\nhints_off: [quote-it]\n"),
    ("{{ person.first_name }}", "you"),
    ("title: Hello\n", "title: Hello\nprivate: yes\n"),
)

Files = dict[str, str]


def said(home: Path, memory: Memory | None = None) -> tuple[Workbook, tuple[Problem, ...]] | tuple[Problem, ...]:
    """The workbook with its hints, or the problems."""
    try:
        read = read_workbook(home, Library(), memory=memory)
    except ProblemsFound as found:
        return found.problems
    return read.workbook, read.hints


def versions(chance: random.Random, count: int) -> Iterator[Files]:
    """The files after one edit and another: a change, its undoing, a file taken away, one put back."""
    files = dict(FILES)
    for _ in range(count):
        name = chance.choice(list(FILES))
        match chance.randrange(6):
            case 0:
                files[name] = FILES[name]
            case 1:
                files.pop(name, None)
            case 2:
                records = files.get(name, "").split("\n- ")
                chance.shuffle(records)
                files[name] = "\n- ".join(records)
            case _:
                before, after = chance.choice(EDITS)
                files = {name: text.replace(before, after, 1) for name, text in files.items()}
        yield files


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 10**6))
def test_read_again_is_read_afresh(seed: int) -> None:
    """The same records at the same places, or the same problems, after every edit of many."""
    memory = Memory()
    for files in versions(random.Random(seed), 8):
        with tempfile.TemporaryDirectory() as where:
            home = folder(files, Path(where))
            assert said(home, memory) == said(home)


def test_a_record_on_another_line_is_not_the_same(tmp_path: Path) -> None:
    """The comparison sees places: one remark above a file makes a difference."""
    once = said(folder(FILES, tmp_path / "a"))
    more = said(folder(FILES | {"people.yaml": "# a remark\n" + FILES["people.yaml"]}, tmp_path / "b"))
    assert isinstance(once[0], Workbook)
    assert isinstance(more[0], Workbook)
    assert once[0].people != more[0].people
    assert once[0].log == more[0].log


@pytest.fixture
def pieces_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pieces that were read, as they are."""
    read: list[str] = []

    def noted(text: str, *more: object) -> object:
        read.append(text)
        return READ_PIECE(text, *more)

    monkeypatch.setattr(pieces, "read_piece", noted)
    return read


READ_PIECE = pieces.read_piece


def test_only_what_changed_is_read(tmp_path: Path, pieces_read: list[str]) -> None:
    """An edit of one record reads that record, though all below it have moved."""
    memory = Memory()
    said(folder(FILES, tmp_path), memory)
    assert pieces_read
    pieces_read.clear()
    changed = FILES["people.yaml"].replace("- name: Dana Okafor\n", "- name: Dana Okafor\n  location: Bristol\n")
    home = folder(FILES | {"people.yaml": changed}, tmp_path)
    assert said(home, memory) == said(home)
    assert [text.split("\n")[0] for text in pieces_read] == ["- name: Dana Okafor"]


def test_what_is_gone_is_forgotten(tmp_path: Path, pieces_read: list[str]) -> None:
    """A memory holds no more than the last reading: a record taken out and put back is read."""
    memory = Memory()
    said(folder(FILES, tmp_path), memory)
    said(folder(FILES | {"people.yaml": "- name: Dana Okafor\n"}, tmp_path), memory)
    pieces_read.clear()
    said(folder(FILES, tmp_path), memory)
    assert len(pieces_read) == FILES["people.yaml"].count("- name")


def test_what_has_not_changed_is_what_it_was(tmp_path: Path) -> None:
    """An edit of one file leaves the records of the others as they are, and those beside the one that was edited."""
    memory = Memory()
    before = read_workbook(folder(FILES, tmp_path), Library(), memory=memory).workbook
    changed = FILES["people.yaml"].replace("role: *chef", "role: *cook")
    after = read_workbook(folder(FILES | {"people.yaml": changed}, tmp_path), Library(), memory=memory).workbook
    assert [one is other for one, other in zip(before.people, after.people, strict=True)] == [True, True, False]
    assert all(one is other for one, other in zip(before.log, after.log, strict=True))
    assert all(one is other for one, other in zip(before.conversations, after.conversations, strict=True))
