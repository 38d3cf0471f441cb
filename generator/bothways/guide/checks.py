"""The draft checks: what is good about a draft, and what to look at once more. They advise; they stop nothing.

Takes the filled pieces and whom they are for; gives a few kind words each, with the guide page that explains them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bothways.guide.particulars import particulars
from bothways.guide.phrases import (
    asks_for_a_job,
    asks_for_something,
    names_a_connection,
    questions,
    says_what_came_of_it,
    says_what_comes_next,
    sentences,
)
from bothways.guide.pieces import Paragraph, as_text
from bothways.model.conversations import Conversation
from bothways.model.messages import Message, MessageKind
from bothways.model.names import folded
from bothways.model.people import Person
from bothways.model.words import count

MOST_WORDS: dict[MessageKind, int] = {"first-ask": 75, "second-try": 60, "connection-note": 50}
"""The 2-Hour Job Search for a first ask (see the guide, Asking); the other two are ours: both are shorter."""
MOST_WORDS_ELSEWHERE = 150
"""Ours: what fits on a phone's screen twice."""

_ASKS = ("first-ask", "second-try", "introduction-request", "introduction-to-forward", "event-follow-up")
_MUST_ASK = ("first-ask", "introduction-request", "introduction-to-forward")
_NO_JOB = (*_ASKS, "phone-script", "connection-note")
_ASK_NOTHING = ("thank-you", "report-back", "catch-up", "congratulation", "connection-note")
_FOR_ONE_PERSON = (*_ASKS, "thank-you", "report-back", "catch-up", "congratulation")

_GREETING = re.compile(r"(?:Dear|Hello|Hi|Hey|Good (?:morning|afternoon|evening)),? ([^,.!?:\n]{1,80})[,.!?:\n]?\s*")
_TITLES = frozenset({"mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor", "all", "both", "everybody", "friend"})


class Check(NamedTuple):
    """One remark under a draft."""

    is_good: bool
    """Good as it is; otherwise something to look at."""
    words: str
    guide: str
    """The guide page that explains it, such as `asking.md#first-ask`."""


class _Letter(NamedTuple):
    """A draft as the checks see it."""

    kind: MessageKind
    words: int
    """All of them, those of the gaps too."""
    said: str
    """What is said, each gap as an ellipsis."""
    gaps: int
    person: Person | None
    conversation: Conversation | None

    @property
    def after_greeting(self) -> str:
        """The words from the first sentence on."""
        greeting = _GREETING.match(self.said)
        return self.said[greeting.end() :] if greeting else self.said


def checks(
    message: Message,
    paragraphs: Iterable[Paragraph],
    subject: Paragraph,
    *,
    person: Person | None = None,
    conversation: Conversation | None = None,
    tries_left: int | None = None,
) -> tuple[Check, ...]:
    """What to say about a draft: what is good first, then what to look at."""
    paragraphs = tuple(paragraphs)
    letter = _Letter(
        kind=message.for_,
        words=len(" ".join(as_text(paragraph, gap="{}") for paragraph in paragraphs).split()),
        said="\n\n".join(as_text(paragraph, gap="…") for paragraph in paragraphs),
        gaps=sum(piece.is_gap for paragraph in (subject, *paragraphs) for piece in paragraph),
        person=person,
        conversation=conversation,
    )
    remarks = [remark for look in _LOOKS for remark in look(letter)]
    if tries_left is not None and tries_left <= 0 and letter.kind in ("first-ask", "second-try"):
        remarks.append(Check(False, "no try is left: let it rest", "silence.md#second-try"))
    return tuple(sorted(remarks, key=lambda remark: not remark.is_good))


def _length(letter: _Letter) -> Iterator[Check]:
    if letter.kind == "phone-script":
        return
    most = MOST_WORDS.get(letter.kind, MOST_WORDS_ELSEWHERE)
    guide = "asking.md#second-try" if letter.kind == "second-try" else "asking.md#first-ask"
    words = count(letter.words, "word") if letter.words == 1 else f"{letter.words} words"
    is_good = letter.words <= most
    yield Check(is_good, words if is_good else f"{words}, where {most} are enough", guide)


def _question(letter: _Letter) -> Iterator[Check]:
    number = questions(letter.said)
    if letter.kind not in _ASKS or (number == 0 and letter.kind not in _MUST_ASK):
        return
    words = "one question" if number == 1 else "no question yet"
    if number > 1:
        words = f"{count(number, 'question')}, where one is easier to answer"
    yield Check(number == 1, words, "asking.md#first-ask")


def _no_job(letter: _Letter) -> Iterator[Check]:
    if letter.kind in _NO_JOB:
        asks = asks_for_a_job(letter.said)
        yield Check(not asks, "sounds like asking for a job" if asks else "no job asked for", "asking.md#never")


def _connection(letter: _Letter) -> Iterator[Check]:
    """The first two sentences say how I come to them. Where a gap is still open there, nothing can be said yet."""
    if letter.kind != "first-ask":
        return
    opening = " ".join(sentences(letter.after_greeting)[:2])
    known = [str(ref) for ref in (letter.person.introduced_by, letter.person.met_at) if ref] if letter.person else []
    names = {part for name in known for part in (folded(name), folded(name).split()[0])}
    if names_a_connection(opening) or any(name in folded(opening) for name in names):
        yield Check(True, "connection first", "asking.md#first-ask")
    elif "…" not in opening:
        yield Check(False, "say first how you come to them", "asking.md#first-ask")


def _what_came(letter: _Letter) -> Iterator[Check]:
    if letter.kind == "report-back":
        says = says_what_came_of_it(letter.said)
        words = "says what came of it" if says else "say what came of it"
        yield Check(says, words, "informational-interview.md#report")
    if letter.kind == "thank-you" and says_what_comes_next(letter.said):
        yield Check(True, "says what you do next", "informational-interview.md#thank")


def _asks_nothing(letter: _Letter) -> Iterator[Check]:
    if letter.kind in _ASK_NOTHING:
        asks = asks_for_something(letter.said)
        words = "asks for something; let it wait" if asks else "asks for nothing"
        yield Check(not asks, words, "giving.md#close-the-loop")


def _name(letter: _Letter) -> Iterator[Check]:
    """The greeting names the person, by any of their names."""
    greeting = _GREETING.match(letter.said)
    if letter.person is None or greeting is None:
        return
    named = [
        word for word in re.findall(r"[\w'’-]+", greeting[1]) if not word[0].islower() and folded(word) not in _TITLES
    ]
    theirs = {part for name in (letter.person.name, *letter.person.also_known_as) for part in folded(name).split()}
    if greeting[1][:1].islower() or not named or any(folded(word) in theirs for word in named):
        return
    yield Check(False, f"greets {' '.join(named)}, and goes to {letter.person.name}", "asking.md#check")


def _gaps(letter: _Letter) -> Iterator[Check]:
    if letter.gaps:
        yield Check(False, f"{count(letter.gaps, 'gap')} to fill", "asking.md#check")


def _anybody(letter: _Letter) -> Iterator[Check]:
    """The swap test, once no gap is left: something in it is theirs alone. Needs something known about them."""
    if letter.gaps or letter.person is None or letter.kind not in _FOR_ONE_PERSON:
        return
    theirs = particulars(letter.person, letter.conversation)
    if theirs and not theirs & set(re.findall(r"\w+", folded(letter.after_greeting))):
        yield Check(False, "would fit anybody: name one thing of theirs", "asking.md#unlinked")


_LOOKS = (_length, _connection, _what_came, _question, _asks_nothing, _no_job, _name, _gaps, _anybody)
"""In the order in which they are said."""
