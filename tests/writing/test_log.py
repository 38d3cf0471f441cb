"""The quick way to a line in the log."""

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from bothways.model.log import Did, LogLine, Via
from bothways.writing.log import DID, FIELDS, VIA, people_at_a_glance, write_quickly
from workbooks import EXAMPLE, folder

HEAVY = ("pydantic", "mkdocs", "jinja2", "markdown", "material")


def test_the_words_are_those_of_the_model() -> None:
    """Said twice, so compared: a new word in the model is missed here."""
    assert get_args(Did) == DID
    assert get_args(Via) == VIA
    assert set(FIELDS) <= set(LogLine.model_fields)


def loaded_by(*words: str, cwd: Path) -> set[str]:
    """Which of the heavy libraries a command loads."""
    code = (
        "import sys\nfrom bothways.cli import main\n"
        "try:\n    main(sys.argv[1:])\nfinally:\n    print('LOADED', *sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code, *words], cwd=cwd, capture_output=True, text=True, check=True)
    return set(HEAVY) & set(ran.stderr.rpartition("LOADED")[2].split())


def test_a_line_loads_nothing_heavy(tmp_path: Path) -> None:
    """That is what makes it quick; another command loads it all."""
    folder(
        {
            "people.yaml": "- name: Dana Okafor\n",
            "log.yaml": "- {date: 2026-11-03, who: Dana Okafor, did: wrote}\n",
        },
        tmp_path,
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins:\n  - bothways:\n      workbook: workbook\n")
    assert loaded_by("log", "dana", "heard", cwd=tmp_path) == set()
    assert "pydantic" in loaded_by("check", cwd=tmp_path)


def test_a_glance_sees_everybody_of_the_example() -> None:
    """By name, id and other names."""
    people = people_at_a_glance(EXAMPLE)
    assert people is not None
    assert len(people) == 42
    assert next(who for who in people if who.name == "Bea Ostrander").also == ("Beatrice Ostrander",)


@pytest.mark.parametrize(
    "people",
    [
        "- name: [Dana]\n",
        "- tie: warm\n",
        "name: Dana Okafor\n",
        "- name: Dana Okafor\n  name: Bea\n",
        "- name: \tDana\n",
        "- Dana\n",
        "- - name: Dana\n",
        "- name: {first: Dana}\n  name: x\n",
        "- name: Dana\n---\n- name: Bea\n",
        "- name: [\n",
    ],
)
def test_what_is_doubtful_is_left_to_the_whole_reading(tmp_path: Path, people: str) -> None:
    """It will say what is wrong, and where."""
    assert people_at_a_glance(folder({"people.yaml": people}, tmp_path)) is None


@pytest.mark.parametrize(
    "log",
    [
        "",
        "# nothing yet\n",
        "[]\n",
        "- {date: 2026-11-03, who: Dana Okafor, did: wrote}",
        "# Mine\n  - {date: 2026-11-03, who: Dana Okafor, did: wrote}\n",
        "- {date: 2026-11-03, who: Dana Okafor, did: wrote\n",
        "- {date: 2026-11-03, who: Dana Okafor, did: wrote}\n...\n",
        "- about: 'it\n",
        "- about: |\n   - x\n  - y\n",
    ],
)
def test_a_doubtful_log_is_left_to_the_careful_way(tmp_path: Path, log: str) -> None:
    """Nothing is written."""
    book = folder({"log.yaml": log}, tmp_path)
    before = (book / "log.yaml").read_bytes()
    assert write_quickly(book, {"date": "2026-12-01", "who": "Dana Okafor", "did": "heard"}) is None
    assert (book / "log.yaml").read_bytes() == before
