"""Coverage: which questions have been answered, by whom, in which talk.

Takes a Workbook and a day; gives every answer under its question. An answer belongs to a question when the two ask the
same words: capitals, spacing and the mark at the end do not count.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bothways.model.conversations import Answer, Conversation
from bothways.model.names import folded
from bothways.model.questions import Question, QuestionList, Section
from bothways.model.workbook import Workbook

MARKS_AT_THE_END = "?؟!.… "
"""What people leave out when they copy a question by hand."""


class Answered(NamedTuple):
    """An answer, with the talk it was given in."""

    answer: Answer
    talk: Conversation


Answers = Mapping[str, tuple[Answered, ...]]
"""Every answer by `key_of_question`, oldest first."""


class Covered(NamedTuple):
    """A question of a list, and what was answered to it so far."""

    question: Question
    number: int
    """Counts through the whole list, from 1."""
    answers: tuple[Answered, ...]


class CoveredSection(NamedTuple):
    """A section of a list, with its questions."""

    section: Section
    questions: tuple[Covered, ...]


class Coverage(NamedTuple):
    """How far the questions of a list are answered."""

    list: QuestionList
    sections: tuple[CoveredSection, ...]
    talks: tuple[Conversation, ...]
    """Talks that name the list, oldest first; those that were cancelled are left out."""

    @property
    def questions(self) -> tuple[Covered, ...]:
        """Every question of the list, in order."""
        return tuple(covered for section in self.sections for covered in section.questions)

    @property
    def answered(self) -> int:
        """How many of its questions have an answer."""
        return sum(bool(covered.answers) for covered in self.questions)


def key_of_question(ask: str) -> str:
    """What tells one question from another."""
    return folded(ask).rstrip(MARKS_AT_THE_END)


def answers(workbook: Workbook, day: date) -> Answers:
    """Every answer that was written down, of talks up to `day`. A question noted without an answer is none."""
    found: dict[str, list[Answered]] = defaultdict(list)
    for talk in sorted(workbook.conversations, key=lambda talk: talk.date):
        for answer in talk.answers if talk.date <= day else ():
            if answer.answer:
                found[key_of_question(answer.ask)].append(Answered(answer, talk))
    return {key: tuple(several) for key, several in found.items()}


def coverage(workbook: Workbook, known: Answers) -> Mapping[str, Coverage]:
    """How far each list is answered, by its id, in the workbook's order."""
    return {
        str(questions.id): Coverage(questions, tuple(_sections(questions, known)), _talks(questions, workbook))
        for questions in workbook.questions
    }


def _sections(questions: QuestionList, known: Answers) -> Iterator[CoveredSection]:
    number = 0
    for section in questions.sections:
        covered = []
        for question in section.questions:
            number += 1
            covered.append(Covered(question, number, known.get(key_of_question(question.ask), ())))
        yield CoveredSection(section, tuple(covered))


def _talks(questions: QuestionList, workbook: Workbook) -> tuple[Conversation, ...]:
    named = (
        talk
        for talk in workbook.conversations
        if talk.status != "cancelled" and any(ref.id == questions.id for ref in talk.questions)
    )
    return tuple(sorted(named, key=lambda talk: talk.date))
