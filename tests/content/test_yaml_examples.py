"""Every YAML that the guide tells a person to write can be pasted: the real reader takes it, in the file named before it."""

import tempfile
from pathlib import Path

import pytest

from bothways.problems import Problem, ProblemsFound
from bothways.reading.library import Library, read_library
from bothways.reading.workbook import read_workbook
from content.chapters import CHAPTERS, Chapter, Example
from workbooks import GUIDE, folder

NOBODY = "reference-to-nobody"
FIRST = "begin.md"
"""The page that a person begins with."""


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(GUIDE)


def examples(chapter: Chapter) -> list[Example]:
    """The YAML of a chapter."""
    return [example for example in chapter.examples if example.language == "yaml"]


def said(example: Example, library: Library) -> list[Problem]:
    """All that the reader says about an example, alone in its file."""
    assert example.file, f"{example.chapter}: say before it which file it belongs to\n{example.text}"
    with tempfile.TemporaryDirectory() as where:
        try:
            return list(read_workbook(folder({example.file: example.text}, Path(where)), library).hints)
        except ProblemsFound as found:
            return list(found.problems)


def problems(chapter: Chapter, library: Library) -> list[Problem]:
    """What is said about a chapter's examples, but for names that another file on the page holds."""
    return [problem for example in examples(chapter) for problem in said(example, library) if problem.code != NOBODY]


def nobodies(chapter: Chapter, library: Library) -> list[str]:
    """Whom and what a chapter's examples name without a record of theirs beside it."""
    found = [problem for example in examples(chapter) for problem in said(example, library) if problem.code == NOBODY]
    return [problem.message.split(" called ")[1].rstrip(".") for problem in found]


@pytest.mark.parametrize("name", [name for name, chapter in CHAPTERS.items() if examples(chapter)])
def test_the_yaml_of_a_chapter_is_read_as_it_stands(name, library):
    """No problem, and no hint about how it is written."""
    assert problems(CHAPTERS[name], library) == []


@pytest.mark.parametrize("name", [name for name, chapter in CHAPTERS.items() if examples(chapter)])
def test_whoever_an_example_names_is_written_down_on_its_page_or_on_the_first(name, library):
    """Whoever copies a page from top to bottom, after `Where to begin`, has a workbook that can be built."""
    chapter = CHAPTERS[name]
    known = " ".join(example.text for example in (*examples(chapter), *examples(CHAPTERS[FIRST])))
    assert [called for called in nobodies(chapter, library) if f": {called}" not in known] == []


def test_there_are_many_examples():
    """The guide says what to write, chapter by chapter."""
    assert sum(len(examples(chapter)) for chapter in CHAPTERS.values()) >= 80
    assert sum(bool(examples(chapter)) for chapter in CHAPTERS.values()) >= 20


def test_the_control_a_wrong_field_is_found(library):
    """And so is an example that names no file."""
    wrong = Chapter("wrong.md", "In `people.yaml`:\n\n```yaml\n- name: Dana Okafor\n  introducd_by: Bea\n```\n")
    assert [problem.code for problem in problems(wrong, library)] == ["unknown-field"]
    nobody = Chapter(
        "nobody.md", "In `conversations.yaml`:\n\n```yaml\n- {with: Nobody Known, date: 2026-11-20}\n```\n"
    )
    assert nobodies(nobody, library) == ["Nobody Known"]
    nameless = Chapter("nameless.md", "Write this:\n\n```yaml\n- name: Dana Okafor\n```\n")
    with pytest.raises(AssertionError, match="say before it"):
        problems(nameless, library)
