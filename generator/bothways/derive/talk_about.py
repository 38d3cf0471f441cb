"""What to talk about next: open promises, news to tell, the last talk's threads, open questions, what they care about.

Everything in it was written down before; nothing is made up.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bothways.derive.coverage import Answers, key_of_question
from bothways.derive.loops import Loop
from bothways.derive.ties import Promise, Tie
from bothways.model.conversations import Conversation
from bothways.model.log import LogLine
from bothways.model.step import Step
from bothways.model.workbook import Workbook

MOST = 3
"""Of each kind: more would not fit a talk."""


class TalkAbout(NamedTuple):
    """What there is to talk about with one person."""

    promised: tuple[Promise, ...]
    """Introductions they offered and have not made yet."""
    owed: tuple[Step, ...]
    """Steps of mine that are about them."""
    to_tell: tuple[Loop, ...]
    """What I did with their advice or introduction, and they do not know."""
    threads: tuple[str, ...]
    """What they wrote since our last talk, or what was said in it."""
    unanswered: tuple[str, ...]
    """Questions I have: about their organisation, for our talks, of my own lists that we used."""
    interests: tuple[str, ...]

    @property
    def is_something(self) -> bool:
        """Whether there is anything at all."""
        return any((self.promised, self.owed, self.to_tell, self.threads, self.unanswered, self.interests))


def talk_about(tie: Tie, loops: Sequence[Loop], workbook: Workbook, answers: Answers) -> TalkAbout:
    """What to talk about with somebody, at most three of each kind."""
    steps = (*tie.person.steps, *(step for talk in reversed(tie.talks) for step in talk.follow_ups))
    return TalkAbout(
        promised=tuple(promise for promise in tie.promises if not promise.introduction.made)[:MOST],
        owed=tuple(step for step in steps if not step.is_done)[:MOST],
        to_tell=tuple(loop for loop in loops if loop.stand == "to tell")[:MOST],
        threads=tuple(_threads(tie))[:MOST],
        unanswered=tuple(dict.fromkeys(_unanswered(tie, workbook, answers)))[:MOST],
        interests=tie.person.interests,
    )


def _threads(tie: Tie) -> Iterator[str]:
    last = tie.talks[-1] if tie.talks else None
    for contact in reversed(tie.history.contacts):
        line = contact.source
        if isinstance(line, LogLine) and line.did in ("heard", "received") and line.about:
            if last is None or line.date > last.date:
                yield line.about
            break
    if last:
        yield from last.learned
        if last.surprise:
            yield last.surprise


def _unanswered(tie: Tie, workbook: Workbook, answers: Answers) -> Iterator[str]:
    organisation = workbook.organisation.get(tie.person.organisation.id or "") if tie.person.organisation else None
    yield from (
        research.question for research in (organisation.research if organisation else ()) if not research.answer
    )
    talks = (*((tie.next_talk,) if tie.next_talk else ()), *reversed(tie.talks))
    yield from (ask for talk in talks for ask in talk.extra_questions if not _answered_by(tie, ask, answers))
    yield from (ask for ask in _listed(talks, workbook) if key_of_question(ask) not in answers)


def _answered_by(tie: Tie, ask: str, answers: Answers) -> bool:
    return any(tie.who in one.talk.with_ for one in answers.get(key_of_question(ask), ()))


def _listed(talks: Sequence[Conversation], workbook: Workbook) -> Iterator[str]:
    own = workbook.own.get("questions", frozenset())
    for id_ in dict.fromkeys(ref.id for talk in talks for ref in talk.questions if ref.id in own):
        for section in workbook.question_list[str(id_)].sections:
            yield from (question.ask for question in section.questions)
