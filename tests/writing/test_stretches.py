"""A change made in the records around it gives the bytes that it gives when the whole file is read for it."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothways.problems import ProblemsFound
from bothways.reading.files import find_files
from bothways.reading.library import Library
from bothways.reading.memory import Memory
from bothways.reading.workbook import understood
from bothways.writing.change import Add, Change, Put, Take
from bothways.writing.desk import Desk
from bothways.writing.edited import edit, edit_records
from bothways.writing.source import Source
from bothways.writing.stretches import Stretches

PEOPLE = """\
# Everybody I know
# in two lines

- name: Bea Ostrander   # from the choir
  tie: close

-

-   name: Dana Okafor
    # she decides about the kitchen
    role: Head of food services

    notes: |
      Met at the market.

      - name: No item, but a text
    steps:
      - Send the article   # the one about rye
      - do: Call
        by: 2026-12-04
    # the end of Dana
# between two

- {name: Piet Sandoval, tags: [ovens, rye]}
- name: Zoe Hart
  role: "A cook
    of two lines"

# the last line
"""
FILES = {
    "a file": PEOPLE,
    "without a last line end": PEOPLE.rstrip("\n"),
    "of another system": PEOPLE.replace("\n", "\r\n"),
    "indented": "\n".join(f"  {line}" if line else "" for line in PEOPLE.splitlines()),
    "without blank lines": "- name: A\n  role: b\n- name: C\n  role: d\n- name: E\n",
}
CHANGES: list[Change] = [
    *(Put((number, "location"), "Here: now") for number in range(4)),
    *(Put((number, "name"), "Another") for number in range(4)),
    Put((1, "notes"), "One\ntwo\n"),
    Take((0, "tie")),
    Take((1, "role")),
    Take((1, "notes")),
    Take((1, "steps", 0)),
    Add((1, "steps"), "Write"),
    Add((2, "tags"), "bread"),
    Take((3, "role")),
    *(Take((number,)) for number in range(4)),
    Add((), {"name": "Somebody new", "role": "Cook"}),
    Add((), {"name": "Somebody else"}),
]


def both_ways(text: str, changes: list[Change]) -> tuple[bytes | None, bytes | None]:
    """The file after the changes: made around them, and in the whole. None: it is left to the person."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "workbook"
        folder.mkdir()
        (folder / "people.yaml").write_bytes(text.encode())
        found, problems = find_files(folder, "workbook")
        memory = Memory()
        understood(found, problems, Library(), folder, memory)
        contents = memory.all_contents["workbook/people.yaml"]
        assert Stretches(contents).is_parted
    around, whole = Source(text.encode()), Source(text.encode())
    return (
        _after(around, lambda: edit_records(around, contents, changes)),
        _after(whole, lambda: edit(whole, contents.source, changes)),
    )


def _after(text: Source, make) -> bytes | None:
    try:
        make()
    except ProblemsFound:
        return None
    return text.data


def fits(change: Change, text: str) -> bool:
    """Whether the file has what is to be changed."""
    if "Dana" in text or not change.path:
        return True
    return change.path[0] in (0, 1, 2) and change.path[1:] in ((), ("location",), ("name",))


@pytest.mark.parametrize("change", CHANGES, ids=str)
@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_one_change(text: str, change: Change):
    """Byte for byte."""
    if fits(change, text):
        around, whole = both_ways(text, [change])
        assert around == whole
        assert around is not None


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(CHANGES), min_size=2, max_size=4, unique_by=lambda change: change.path[:2]))
def test_several_changes(changes: list[Change]):
    """Near each other and far apart; a record that goes is not changed as well."""
    gone = {change.path[0] for change in changes if isinstance(change, Take) and len(change.path) == 1}
    several = [change for change in changes if len(change.path) < 2 or change.path[0] not in gone]
    around, whole = both_ways(PEOPLE, several)
    assert around == whole


def test_what_is_asked_of_one_record_is_asked_of_its_lines_alone(tmp_path: Path):
    """Its places and paths are those of the file."""
    (tmp_path / "people.yaml").write_text(PEOPLE)
    desk = Desk(tmp_path, Library(), "workbook")
    dana = desk.workbook.people[1]
    around = desk.around(dana.written)
    assert around.text.startswith("-   name: Dana Okafor")
    assert "Bea" not in around.text
    assert "Piet" not in around.text
    assert around.path(dana.written) == (1,)
    whole = desk.outline("workbook/people.yaml")
    for step in dana.steps:
        assert around.path(step.written) == whole.at(step.written.line, step.written.column)
    assert around.part((1, "role")).said == "Head of food services"
    assert desk.records("workbook/people.yaml") == 4
