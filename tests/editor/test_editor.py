"""What an editor says as one types, by the real language server: the same as `bothways check`, and a help besides."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bothways.model.described import described
from bothways.model.people import Person
from bothways.problems import ProblemsFound
from bothways.reading.library import read_library
from bothways.reading.workbook import read_workbook
from editor.language_server import Editor
from reading.case_file import read_case

CASES = sorted((Path(__file__).parents[1] / "reading" / "cases").glob("*.txt"))
SMALL_GUIDE = Path(__file__).parents[1] / "reading" / "guide"

ELSEWHERE = {
    "bracket-not-closed-at-the-end": "check names the line of the bracket, the editor the one where it is missed",
    "bracket-not-closed-before-field": "the same",
    "bracket-not-closed-in-log": "the same",
    "bracket-opened-last": "the same",
    "quote-missing": "the same, of a quote",
    "many-slips-in-one-file": "the same, of both",
    "missing-field-in-a-broken-record": "the same, of both",
    "comma-missing-in-brackets": "check names the line before which the comma is missing, the editor the list",
    "dash-of-another-kind": "check names the line that is not read, the editor those after it as well",
    "dash-on-a-line-of-its-own": "the same",
    "remark-with-slashes": "the same",
    "quote-with-impossible-escape": "the editor names the record, check the text",
    "colon-in-text-over-lines": "the editor names the line where the text begins, check that of the colon",
    "hidden-fields-of-a-text": "the same, of a text and its indented fields",
    "indentation-more": "the same",
    "hints-off-beside-a-problem": "the person switched off the hint, and the editor does not know",
    "marks-round-code": "check names the mark that begins it, the editor the one that ends it as well",
    "two-versions": "check names the three signs, the editor the lines between them as well",
    "duplicate-spelling": "the editor names the American spelling, check the second one",
}
"""Cases that both flag, but not in all at the same line, and why. All others agree to the line."""

PEOPLE, LOG, TALKS = (f"workbook/{kind}.yaml" for kind in ("people", "log", "conversations"))


@dataclass
class Seen:
    """One case, in the editor and by `check`: the lines, by file."""

    underlined: dict[str, list[int]]
    named: dict[str, set[int]]

    @property
    def unanswered(self) -> list[str]:
        """What the editor underlines and `check` does not name."""
        return [
            f"{file}:{line}"
            for file, lines in self.underlined.items()
            for line in lines
            if line not in self.named.get(file, ())
        ]


def lines(said: Iterable[dict[str, Any]]) -> list[int]:
    """The lines of what the editor says, from 1."""
    return [diagnostic["range"]["start"]["line"] + 1 for diagnostic in said]


def labels(offered: Iterable[dict[str, Any]]) -> list[str]:
    """What one can choose."""
    return [item["label"] for item in offered]


def is_utf_8(text: bytes) -> bool:
    """Whether an editor would show it as it is."""
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


@pytest.fixture(scope="module")
def seen(editor: Editor) -> dict[str, Seen]:
    """Every case with YAML files, by its name."""
    library = read_library(SMALL_GUIDE)
    found: dict[str, Seen] = {}
    for path in CASES:
        case, folder = read_case(path), editor.folder / "cases" / path.stem
        for name, data in case.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        try:
            problems = read_workbook(folder / "workbook", library).hints
        except ProblemsFound as wrong:
            problems = wrong.problems
        shown = [name for name, data in case.files.items() if name.endswith((".yaml", ".yml")) and is_utf_8(data)]
        named = {name: {problem.place.line for problem in problems if problem.place.file == name} for name in shown}
        found[path.stem] = Seen({name: [] for name in shown}, named)
    files = {f"cases/{case}/{name}": (case, name) for case, it in found.items() for name in it.underlined}
    for file, said in editor.underlined(*files).items():
        case, name = files[file]
        found[case].underlined[name] = lines(said)
    return found


def test_a_good_workbook_is_left_alone(editor, home):
    """Nothing is underlined in the example, nor in the files that a beginner is given."""
    files = [
        path.relative_to(home).as_posix() for top in (home, home / "empty") for path in top.glob("workbook/**/*.yaml")
    ]
    assert len(files) > 40
    assert {file: said for file, said in editor.underlined(*files).items() if said} == {}


@pytest.mark.parametrize("case", [path.stem for path in CASES])
def test_what_it_underlines_check_names_at_the_same_line(seen, case):
    """A broken file is never underlined where `check` has nothing to say."""
    if case in ELSEWHERE:
        assert seen[case].unanswered
        assert any(seen[case].named.values())
    else:
        assert seen[case].unanswered == []


def test_it_underlines_much_of_what_check_names(seen):
    """The comparison is about something: most of the broken files have a line underlined."""
    underlined = [case for case, it in seen.items() if any(it.underlined.values())]
    assert len(underlined) > 100
    assert set(ELSEWHERE) < set(underlined)


def test_a_wrong_line_would_be_noticed(seen):
    """The control: had `check` named the line below, the comparison would say so."""
    right = seen["field-near-miss"]
    assert right.unanswered == []
    moved = {file: {line + 1 for line in lines} for file, lines in right.named.items()}
    assert Seen(right.underlined, moved).unanswered == [f"{PEOPLE}:2"]


def test_the_first_line_of_a_file_names_its_schema(editor, home):
    """The control for the files that a beginner is given: with another schema named there, they are underlined."""
    wrong = home / "empty" / "workbook" / "wrong.yaml"
    text = "# yaml-language-server: $schema=../.bothways/schema/{}.schema.json\n- name: Dana Okafor\n"
    wrong.write_text(text.format("people"))
    assert editor.underlined("empty/workbook/wrong.yaml") == {"empty/workbook/wrong.yaml": []}
    wrong.write_text(text.format("log"))
    assert set(lines(editor.underlined("empty/workbook/wrong.yaml")["empty/workbook/wrong.yaml"])) == {2}


def test_it_completes_fields(editor):
    """Those of a person, in either spelling; not those of other records, nor those that are there."""
    offered = set(labels(editor.offered(PEOPLE, "- name: Dana Okafor\n  |")))
    assert set(Person.model_fields) - {"name"} | {"organization"} == offered


@pytest.mark.parametrize(
    ("file", "text", "choices"),
    [
        (PEOPLE, "- name: Dana Okafor\n  tie: |", "close warm loose dormant new"),
        (PEOPLE, "- {name: Dana Okafor, share: |}", "never initials full"),
        (TALKS, "- with: Dana Okafor\n  still_interested: |", "more same less"),
        ("workbook/me.yaml", "name: Ruth\nrhythm: |", "gentle standard brisk"),
    ],
)
def test_it_completes_choices(editor, file, text, choices):
    """All that may stand there, and nothing besides."""
    assert set(choices.split()) <= set(labels(editor.offered(file, text)))
    assert "null" not in labels(editor.offered(file, text))


@pytest.mark.parametrize(
    ("file", "text", "name"),
    [
        (PEOPLE, "- name: Somebody New\n  introduced_by: |", "Bea Ostrander"),
        (PEOPLE, "- name: Somebody New\n  knows: [|]", "Bea Ostrander"),
        (PEOPLE, "- name: Somebody New\n  knows:\n    - |", "Bea Ostrander"),
        (PEOPLE, "- name: Somebody New\n  organisation: |", "Marrowgate Hospital"),
        (PEOPLE, "- name: Somebody New\n  organization: |", "Marrowgate Hospital"),
        (PEOPLE, "- name: Somebody New\n  met_at: |", "Pelican alumni evening"),
        (LOG, "- {date: 2026-12-01, who: |}", "Bea Ostrander"),
        (TALKS, "- with: |", "Bea Ostrander"),
        (TALKS, "- with: Bea Ostrander\n  goal: |", "A post in a hospital or care kitchen"),
        (TALKS, "- with: Bea Ostrander\n  questions: |", "Kitchens that feed people"),
        (TALKS, "- with: Bea Ostrander\n  questions: |", "A first informational interview"),
    ],
)
def test_it_completes_names(editor, file, text, name):
    """People, organisations, events, goals and question lists of the workbook, and the lists that come with the guide."""
    assert name in labels(editor.offered(file, text))


def test_names_are_those_of_the_workbook(editor):
    """The control: in the example they are offered; a beginner's workbook has nobody in it yet, and nobody is offered."""
    first_line = "# yaml-language-server: $schema=../.bothways/schema/people.schema.json\n"
    text = first_line + "- name: Somebody New\n  introduced_by: |"
    assert "Bea Ostrander" in labels(editor.offered(PEOPLE, text))
    # Any text will do for a name, and so will these two words, which the server offers for that reason.
    assert set(labels(editor.offered(f"empty/{PEOPLE}", text))) <= {"true", "false"}


def test_other_names_are_not_underlined(editor, home):
    """A name may be written in another way, or belong to somebody without a record: that is for `check` to judge."""
    file = home / "names" / PEOPLE
    file.parent.mkdir(parents=True)
    file.write_text("- name: Somebody New\n  introduced_by: bea  OSTRANDER\n  met_at: The quay\n  knows: [Dana]\n")
    assert editor.underlined(f"names/{PEOPLE}") == {f"names/{PEOPLE}": []}


@pytest.mark.parametrize(
    ("file", "text", "field"),
    [
        (PEOPLE, "- name: Dana Okafor\n  introduced|_by: Bea Ostrander", described(Person)["introduced_by"]),
        (PEOPLE, "- name: Dana Okafor\n  ti|e: warm", described(Person)["tie"]),
        (PEOPLE, "- name: Dana Okafor\n  keep_in|_touch: 6 weeks", described(Person)["keep_in_touch"]),
    ],
)
def test_it_explains_a_field_under_the_mouse(editor, file, text, field):
    """In the words of its definition."""
    assert field.replace("`", "") in editor.explained(file, text).replace("`", "").replace("\\", "")


def test_nothing_is_fetched(home, settings):
    """The control for all of the above: a server that opens a connection is ended at once."""
    file = home / "far" / "away.yaml"
    file.parent.mkdir()
    file.write_text("# yaml-language-server: $schema=http://localhost:9/people.schema.json\n- name: Dana Okafor\n")
    editor = Editor(home, settings)
    with pytest.raises(RuntimeError, match="ended, with 99"):
        editor.underlined("far/away.yaml")
    editor.close()
