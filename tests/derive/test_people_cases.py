"""People, case by case. The cases are in `people/*.txt`, to be read by a coach; a new case is a new paragraph there.

A case is a sentence, the files of a workbook, and what is said on a day: what came of it, who is losing touch, what to talk
about with Dana, what tells people of one name apart. Dana Okafor, Piet Sandoval and Helen Brandt have records, unless the
case writes its own people.yaml.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bothways.derive.facts import Facts
from bothways.derive.loops import Loop
from bothways.derive.talk_about import talk_about
from bothways.model.conversations import Advice
from workbooks import facts

FOLDER = Path(__file__).parent / "people"
PEOPLE = "- name: Dana Okafor\n- name: Piet Sandoval\n- name: Helen Brandt\n"


@dataclass
class Case:
    name: str
    files: dict[str, str]
    question: str
    day: date
    said: list[str]


def read_cases(path: Path) -> Iterator[Case]:
    """Every case of one file."""
    for part in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *sections = re.split(r"^--- ", part, flags=re.MULTILINE)
        files = {"people.yaml": PEOPLE}
        for section in sections:
            head, _, body = section.partition("\n")
            question, _, day = head.strip().rpartition(" ")
            if question not in QUESTIONS:
                files[head.strip()] = body
                continue
            said = [line.strip() for line in body.splitlines() if line.strip()]
            yield Case(f"{path.stem}: {' '.join(name.split())}", dict(files), question, date.fromisoformat(day), said)


def what_came_of_it(made: Facts) -> Iterator[str]:
    """A line for each loop: its giver, the gift, how far it has come round."""
    for loop in (loop for several in made.loops.values() for loop in several):
        gift = f'"{loop.gift.advice}"' if isinstance(loop.gift, Advice) else f"introduction to {loop.gift.to}"
        end = f"{loop.told} told" if loop.told else f"{loop.stand} by {loop.tell_by}"
        yield f"{loop.giver}, {loop.since}: {gift}, {_tried(loop)}, {end}"


def _tried(loop: Loop) -> str:
    if isinstance(loop.gift, Advice):
        return loop.gift.did or "nothing yet"
    if loop.ahead:
        return f"a talk on {loop.ahead.date}"
    return f"{loop.met.did} {loop.met.date}" if loop.met else "nothing yet"


def losing_touch(made: Facts) -> Iterator[str]:
    """Everybody who is losing touch: since when, and how often they were wanted."""
    for tie in made.ties.values():
        if tie.state == "losing touch":
            yield f"{tie.who}: wanted by {tie.hear_by}, every {tie.interval.every if tie.interval else '?'}"


def about_dana(made: Facts) -> Iterator[str]:
    """What there is to talk about with Dana, by kind."""
    about = talk_about(made.ties["dana-okafor"], made.loops["dana-okafor"], made.workbook, made.answers)
    yield from (f"promised: {promise.introduction.to}" for promise in about.promised)
    yield from (f"owed: {step.do}" for step in about.owed)
    yield from (f"to tell: {loop.gift.advice}" for loop in about.to_tell if isinstance(loop.gift, Advice))
    yield from (f"last time: {words}" for words in about.threads)
    yield from (f"not known yet: {ask}" for ask in about.unanswered)
    yield from (f"cares about: {words}" for words in about.interests)


def namesakes(made: Facts) -> Iterator[str]:
    """What tells people apart."""
    return (f"{id_}: {words}" for id_, words in made.namesakes.items())


QUESTIONS: dict[str, Callable[[Facts], Iterator[str]]] = {
    "what came of it on": what_came_of_it,
    "losing touch on": losing_touch,
    "to talk about with Dana on": about_dana,
    "one name on": namesakes,
}
CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in read_cases(path)]


def test_there_are_cases():
    """The folder was found, and every question is asked."""
    assert len(CASES) > 25
    assert {case.question for case in CASES} == set(QUESTIONS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_pages_are_told(case: Case):
    """Line by line."""
    assert list(QUESTIONS[case.question](facts(case.files, case.day))) == case.said


def test_a_wrong_expectation_is_noticed():
    """The control: another day, or another expectation, is a difference."""
    case = next(case for case in CASES if case.said)
    assert list(QUESTIONS[case.question](facts(case.files, case.day))) != [*case.said, "Nobody: nothing"]
