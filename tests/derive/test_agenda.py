"""The agenda, case by case. The cases are in `agenda/*.txt`, to be read by a coach; a new case is a new paragraph there.

A case is a sentence, the files of a workbook, and what `today` says on a day. Dana Okafor, Piet Sandoval and Bea Ostrander
have records, with no keep-in-touch, unless the case writes its own people.yaml.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from bothways.derive.agenda import A_WEEK, Agenda, agenda, coming, debts, starts_again
from bothways.derive.agenda_item import APPOINTMENTS
from bothways.derive.contacts import histories
from bothways.model.workbook import Workbook
from workbooks import TODAY, example, workbook

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
    assert len(CASES) > 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_today_says(case: Case):
    assert shown(agenda(workbook(case.files), case.day, case.ahead)) == case.said


def test_a_wrong_expectation_is_noticed():
    case = CASES[0]
    assert shown(agenda(workbook(case.files), case.day, case.ahead)) != ["2026-01-01 thank: Nobody"]


def to_come(book: Workbook):
    """What will be due in the week after the example's day."""
    return coming(book, TODAY, debts(book, TODAY, histories(book, TODAY)))


def owed(items):
    """What is owed, without appointments: kind, day and place say which it is."""
    return {(item.kind, item.due, item.place, item.what) for item in items if item.kind not in APPOINTMENTS}


@pytest.mark.parametrize("days", range(8))
def test_a_page_knows_a_week_ahead_what_will_be_due(days: int):
    """On each day of the week, today's items and those to come are what the agenda of that day says."""
    book, then = example(), TODAY + timedelta(days=days)
    known = [item for item in (*agenda(book, TODAY).items, *to_come(book)) if item.due <= then]
    assert owed(known) == owed(agenda(book, then).items)


def test_what_is_to_come_is_not_on_the_agenda_yet_and_not_further_than_a_week():
    """An appointment is known three days longer, since it shows three days before."""
    book = example()
    found = to_come(book)
    assert len(found) > 10
    assert not {id(item.subject) for item in found if item.kind in APPOINTMENTS} & {
        id(item.subject) for item in agenda(book, TODAY).items if item.kind in APPOINTMENTS
    }
    assert all(TODAY < item.due <= TODAY + A_WEEK for item in found if item.kind not in APPOINTMENTS)
    assert all(item.due <= TODAY + A_WEEK + timedelta(days=3) for item in found)


MEANWHILE = {
    "people.yaml": """
        - {name: Ada, keep_in_touch: no}
        - {name: Bea, tie: close, met_on: 2026-10-23}
        - {name: Cyril, tie: new, met_on: 2026-12-03}
        - {name: Dana, tie: close, met_on: 2026-10-24, steps: [{do: Send it, by: 2026-12-06}]}
        """,
    "goals.yaml": "- {goal: A, steps: [{do: Ask, by: 2026-12-05}]}",
    "log.yaml": """
        - {date: 2026-11-24, who: Emil, did: wrote}
        - {date: 2026-12-02, who: Bea, did: heard}
        - {date: 2026-12-04, who: Dana, did: introduced, to: Ada}
        """,
    "conversations.yaml": "- {with: [Dana, Bea], date: 2026-12-03, advice: Rest, follow_ups: [{do: Tell, by: 2026-12-06}]}",
    "events.yaml": "- {name: Supper, date: 2026-12-04, met: [Fay, Bea], prepare: [{do: Bake, by: 2026-12-03}]}",
}


@pytest.mark.parametrize("days", range(1, 8))
def test_what_happens_in_that_week_is_known_too(days: int):
    """A talk, an event, a line and a first meeting that are written down already, each with what it leaves to do."""
    book, then = workbook(MEANWHILE), TODAY + timedelta(days=days)
    known = [item for item in (*agenda(book, TODAY).items, *to_come(book)) if item.due <= then]
    assert owed(known) == owed(agenda(book, then).items)


def test_a_lapse_begins_fourteen_days_after_whatever_was_done_last():
    """Where nothing was ever done, there is no lapse."""
    log = "- {date: 2026-11-20, who: Dana Okafor, did: gave}"
    assert starts_again(workbook({"log.yaml": log}), TODAY) == date(2026, 12, 4)
    assert starts_again(workbook({}), TODAY) is None


def test_each_silent_person_leads_to_another_one_and_nobody_is_named_twice():
    """Everybody is at one organisation, and half of them are silent."""
    names = [f"P{n}" for n in range(60)]
    people = "".join(f"- {{name: {name}, organisation: The mill, keep_in_touch: no}}\n" for name in names)
    log = "".join(f"- {{date: 2026-11-{2 + n % 5:02}, who: {name}, did: wrote}}\n" for n, name in enumerate(names[:30]))
    files = {"me.yaml": "name: Ruth\nrhythm: brisk\n", "people.yaml": people, "log.yaml": log}
    asked = [item.people[0].name for item in agenda(workbook(files), TODAY).items if item.kind == "other-person"]
    assert sorted(asked) == sorted(names[30:])
