"""The page that explains the codes: every code has its entry, and each example brings the code that it stands under."""

import re
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from bothways.derive.hints import hints
from bothways.guide.hints import message_hints
from bothways.problems import Problem, ProblemsFound
from bothways.reading.hints_off import HINT_CODES
from bothways.reading.library import Library, read_library
from bothways.reading.workbook import read_workbook
from content.chapters import CHAPTERS, Chapter, Heading
from content.problem_codes import codes, codes_in, hint_codes
from workbooks import GUIDE, REPOSITORY, TODAY, folder

PAGE = CHAPTERS["reading-problems.md"]
ENTRIES = {heading.id: heading for heading in PAGE.headings if heading.level == 3}


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(GUIDE)


def examples(entry: Heading) -> dict[str, str]:
    """The files that an entry shows, wrong as they are."""
    shown = Chapter(PAGE.name, entry.text).examples
    files = {example.file: example.text for example in shown if example.file and example.language == "text"}
    return {"people.yaml": "- name: Dana Okafor\n"} | files if "conversations.yaml" in files else files


def spoken(files: dict[str, str], library: Library, day: date = TODAY) -> Sequence[Problem]:
    """All that is said about a workbook of these files."""
    with tempfile.TemporaryDirectory() as where:
        try:
            reading = read_workbook(folder(files, Path(where)), library)
        except ProblemsFound as found:
            return found.problems
    return (*reading.hints, *hints(reading.workbook, day), *message_hints(reading.workbook))


def said(files: dict[str, str], library: Library) -> set[str]:
    """The codes of it."""
    return {problem.code for problem in spoken(files, library)}


def test_every_code_in_the_source_has_its_entry_and_no_entry_is_left_over():
    """The page and the program name the same codes."""
    found = codes()
    assert len(found) > 60
    assert found == set(ENTRIES), (sorted(found - set(ENTRIES)), sorted(set(ENTRIES) - found, key=str))


def test_every_code_that_a_reading_case_expects_is_among_those_found():
    """What is said in practice is in the source as we read it."""
    cases = (REPOSITORY / "tests" / "reading" / "cases").glob("*.txt")
    expected = set()
    for case in cases:
        expected |= set(re.findall(r"^    (?:problem|hint) ([\w-]+)", case.read_text("utf-8", "replace"), re.MULTILINE))
    assert len(expected) > 35
    assert expected <= codes()


def test_an_entry_is_headed_by_its_code_and_says_something():
    """So that a person who reads the code finds it by its name."""
    for code, entry in ENTRIES.items():
        assert entry.words == code
        assert len(re.findall(r"\w+", re.sub(r"```.*?```", "", entry.text, flags=re.DOTALL))) >= 10, code


@pytest.mark.parametrize("code", [code for code, entry in ENTRIES.items() if examples(entry)])
def test_the_line_that_is_shown_brings_the_code(code, library):
    """A wrong file that is shown is wrong in just that way."""
    assert code in said(examples(ENTRIES[code]), library)


def test_hints_off_may_name_every_code_of_a_hint_and_no_other():
    """As the source says them, and as the examples do."""
    assert set(HINT_CODES) == hint_codes()


@pytest.mark.parametrize("code", [code for code, entry in ENTRIES.items() if examples(entry)])
def test_what_is_said_as_a_hint_can_be_turned_off(code, library):
    """And what is said as a problem cannot, but for what may be either."""
    severities = {problem.severity for problem in spoken(examples(ENTRIES[code]), library) if problem.code == code}
    assert severities == {"hint" if code in HINT_CODES and code != "not-a-link" else "problem"}


def test_most_entries_show_a_line():
    """Those without one are about a whole file, or a sign that no page can show."""
    assert sum(bool(examples(entry)) for entry in ENTRIES.values()) >= 45


def test_the_control_a_new_code_is_found_wherever_it_is_written():
    """As an argument, by name, at the head of a tuple; and an ordinary word is no code."""
    source = """
Problem(place, "first-code", "message")
Problem(place, code="second-code", message="m")
raise refusal("third-code", "A sentence.")
return "fourth-code", message, hint
KINDS = ("thank", "second-try", "report-back")
"""
    assert codes_in(source) == {"first-code", "second-code", "third-code", "fourth-code"}


def test_the_control_a_right_file_brings_nothing(library):
    """Were the examples right, the codes would not be said."""
    assert said({"people.yaml": "- name: Dana Okafor\n"}, library) == set()
