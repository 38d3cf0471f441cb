"""What holds for any text whatever: reading never fails in another way than in words, and both scanners agree."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.problems import ProblemsFound
from bothways.reading import yaml_text
from bothways.reading.library import Library
from bothways.reading.pieces import read_yaml
from bothways.reading.workbook import read_workbook
from bothways.reading.yaml_text import Read, read_piece, read_quickly
from reading.places import plain

PIECES = st.sampled_from(
    [
        *"-?:,[]{}#&*!|>'\"%@`~ \n\t\\=",
        *("- ", ": ", " #", ", ", "\n  ", "\n- ", "\n    ", "---\n", "...\n", "|-\n", ">+2\n", "? ", "<<: ", "!!str "),
        *(
            "name",
            "a",
            "é",
            "🎉",
            "\u00a0",
            "\u2028",
            "\x85",
            "\ufeff",
            "\r",
            "\r\n",
            "null",
            "2026-11-20",
            "yes",
            "1.10",
        ),
        *("\\u00e9", "\\x41", "\\ud83d", "\\UFFFFFFFF", '"a"', "'b'", "[a, b]", "{a: b}", "https://x.example.org/?z=1"),
        *("- name: Dana Okafor\n", "  introduced_by: ", "  steps:\n    - ", "  role: ", "  also_known_as: "),
    ]
)
YAML_LIKE = st.lists(PIECES, max_size=25).map("".join)
"""Texts made of what matters to YAML, in any order."""

EVERYTHING = settings(max_examples=400, deadline=None, derandomize=True)
"""The same texts in every run."""


def read(data: bytes, name: str = "people.yaml") -> Any:
    """What reading these bytes as the file gives: the workbook, or the problems."""
    with tempfile.TemporaryDirectory() as where:
        path = Path(where) / "workbook" / name
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        try:
            return read_workbook(Path(where) / "workbook", Library()).workbook
        except ProblemsFound as found:
            problems = found.problems
    assert problems
    assert all(problem.place.line >= 1 and "\n" not in str(problem) for problem in problems)
    assert not [problem for problem in problems if problem.code in ("wrong-value", "syntax")], (
        "nothing is said in general"
    )
    return problems


@EVERYTHING
@given(text=YAML_LIKE)
def test_any_yaml_like_text_is_read_or_refused_in_words(text: str) -> None:
    """Nothing but ProblemsFound comes out, each problem on one line."""
    read(text.encode())


@EVERYTHING
@given(data=st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    """Whatever another program left in the file."""
    read(data)


@EVERYTHING
@given(text=st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    """Even with half characters, which a file cannot hold."""
    read_yaml(text, "workbook/people.yaml")


@EVERYTHING
@given(
    name=st.sampled_from(["me.yaml", "log.yaml", "conversations.yaml", "questions.yaml", "messages/a.md"]),
    text=YAML_LIKE,
)
def test_every_kind_of_file_is_read_or_refused_in_words(name: str, text: str) -> None:
    """Not only people."""
    with tempfile.TemporaryDirectory() as where:
        (Path(where) / "messages").mkdir()
        read((f"---\n{text}\n---\n" if name.endswith(".md") else text).encode(), name)


FIELDS = {
    "people.yaml": "name role tie met_on keep_in_touch steps introduced_by knows links files id tags share",
    "conversations.yaml": "with date time minutes kind advice introductions follow_ups beliefs answers thanked goal id",
    "goals.yaml": "goal by status steps beliefs decision organisations situation id",
    "log.yaml": "date who did via to until about id private",
    "events.yaml": "name date kind met debrief prepare id",
    "questions.yaml": "list sections minutes situations id",
    "checklists.yaml": "checklist start items id",
}
VALUES = st.recursive(
    st.none()
    | st.sampled_from(["Dana", "2026-11-20", "yes", "no", "6 weeks", "held", "", " ", "<b>", "a: b"])
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["do", "by", "to", "made", "ask", "belief", "section", "x"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("file", FIELDS)
def test_any_value_in_any_field_is_read_or_refused_in_words(file: str) -> None:
    """Lists for texts, texts for lists, nothing at all, deep where flat is wanted."""

    @settings(max_examples=150, deadline=None, derandomize=True)
    @given(records=st.lists(st.dictionaries(st.sampled_from(FIELDS[file].split()), VALUES, max_size=6), max_size=3))
    def holds(records: list[Any]) -> None:
        read(json.dumps(records, ensure_ascii=True).encode(), file)

    holds()


def carefully(monkeypatch: pytest.MonkeyPatch, text: str) -> Read:
    """What the careful scanner reads."""
    with monkeypatch.context() as patch:
        patch.setattr(yaml_text, "read_quickly", lambda *_: None)
        return read_piece(text, "f")


def test_the_quick_and_the_careful_scanner_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the quick one is believed, the careful one sees the same tree at the same places."""

    @settings(max_examples=1500, deadline=None, derandomize=True)
    @given(text=YAML_LIKE)
    def holds(text: str) -> None:
        quick = read_quickly(text, "f")
        if quick:
            careful = carefully(monkeypatch, text)
            assert (plain(quick.written), quick.problems) == (plain(careful.written), careful.problems)

    holds()


def is_read_quickly(text: str) -> bool:
    """Whether the quick scanner has the last word about this text."""
    return read_quickly(text, "f") is not None


def test_the_quick_scanner_is_used_for_ordinary_files() -> None:
    """The comparison is about something: ordinary text goes the quick way, also with what means something to YAML."""
    assert is_read_quickly("- name: Dana Okafor\n  notes: a *bold* move, Smith & Co, 100 % {x}\n")
    assert is_read_quickly("---\n- {date: 2026-11-03, who: Dana, about: 'why?'}\n")
    assert is_read_quickly("- name: *dana\n  role: !important\n  notes: '@home & `code`'\n")
    assert is_read_quickly("- {about: why?, who: @dana}\n")
    assert not is_read_quickly("- name: Dana\tOkafor\n")
    assert not is_read_quickly("- {link: https://a.example.org/?b=1}\n")


NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<>\u2028\u2029\ufffe\uffff\ufdd0\ufdd1\ufdd2"),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip(" \t\n") == text and text.strip() != "")
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\ufdd0\ufdd1\ufdd2"), max_size=80
).filter(str.strip)


@pytest.mark.parametrize("ascii_only", [True, False], ids=["escaped", "as-it-is"])
def test_any_texts_come_back_as_they_were(ascii_only: bool) -> None:
    """People written in double quotes, as JSON is, have the same texts when read."""

    @settings(max_examples=200, deadline=None, derandomize=True)
    @given(
        people=st.lists(
            st.fixed_dictionaries(
                {"name": NAMES, "role": NAMES, "notes": TEXTS, "interests": st.lists(TEXTS, max_size=3)}
            ),
            max_size=3,
        )
    )
    def holds(people: list[dict[str, Any]]) -> None:
        numbered = [person | {"id": f"person-{number}"} for number, person in enumerate(people)]
        workbook = read(json.dumps(numbered, ensure_ascii=ascii_only).encode())
        back = [
            {"name": person.name, "role": person.role, "notes": person.notes, "interests": list(person.interests)}
            for person in workbook.people
        ]
        assert back == people

    holds()
