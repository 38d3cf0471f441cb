"""The agenda, case by case. The cases are in `agenda/*.txt`, to be read by a coach; a new case is a new paragraph there.

A case is a sentence, the files of a workbook, and what `today` says on a day. Dana Okafor, Piet Sandoval and Bea Ostrander
have records, with no keep-in-touch, unless the case writes its own people.yaml.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bothways.derive.agenda import Agenda, agenda
from workbooks import workbook

FOLDER = Path(__file__).parent / "agenda"
PEOPLE = """
- {name: Dana Okafor, keep_in_touch: no}
- {name: Piet Sandoval, keep_in_touch: no}
- {name: Bea Ostrander, keep_in_touch: no}
"""


@dataclass
class Case:
    name: str
    files: dict[str, str]
    day: date
    ahead: int
    said: list[str]


def read_cases(path: Path) -> list[Case]:
    """Every case of one file."""
    cases = []
    for part in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *sections = re.split(r"^--- ", part, flags=re.MULTILINE)
        files = {"people.yaml": PEOPLE}
        for section in sections:
            head, _, body = section.partition("\n")
            if not head.startswith("today"):
                files[head.strip()] = body
                continue
            _, day, *ahead = head.split()
            said = [line.strip() for line in body.splitlines() if line.strip()]
            cases.append(
                Case(f"{path.stem}: {' '.join(name.split())}", dict(files), date.fromisoformat(day), int(*ahead), said)
            )
    return cases


CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in read_cases(path)]


def shown(said: Agenda) -> list[str]:
    """The agenda as the cases write it."""
    lines = ["starting again"] if said.starting_again else []
    for item in said.items:
        who = f": {', '.join(person.name for person in item.people)}" if item.people else ""
        where = f"{item.place.file.removeprefix('workbook/')}:{item.place.line}"
        folded = " folded" if item.folded else ""
        lines.append(f"{item.due} {item.kind}{who} ({item.rule}, {where}){folded}")
    return lines


def test_there_are_cases():
    assert len(CASES) > 90


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_today_says(case: Case):
    assert shown(agenda(workbook(case.files), case.day, case.ahead)) == case.said


def test_a_wrong_expectation_is_noticed():
    case = CASES[0]
    assert shown(agenda(workbook(case.files), case.day, case.ahead)) != ["2026-01-01 thank: Nobody"]
