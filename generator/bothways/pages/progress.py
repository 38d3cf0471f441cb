"""Progress: counts in words, the weeks both ways, where it sticks, what came of it. No percentages, nothing to fear."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from bothways.derive.facts import Facts
from bothways.derive.likely import Range
from bothways.derive.places import Place
from bothways.derive.progress import Path, Progress, Sticking
from bothways.model.refs import Ref
from bothways.model.words import capital, count, number
from bothways.pages.environment import page
from bothways.pages.introductions import outcome_words
from bothways.pages.navigation import PROGRESS
from bothways.pages.page import Page

FIRST_LINES = """\
- {{date: {day}, who: Bea Ostrander, did: wrote, via: message, about: A hello}}
- {{date: {day}, who: Bea Ostrander, did: heard}}
- {{date: {day}, who: Bea Ostrander, did: gave, about: A lift home}}"""

PLACES_SHOWN = 8
LATEST_SHOWN = 3


@dataclass(frozen=True)
class Step:
    """One count of the path, with its bar."""

    number: int
    words: str
    bar: float
    """The bar's length, of 100."""
    low: float | None
    """Where the bracket begins and ends, of 100; None without a range."""
    high: float | None
    remark: str
    people: tuple[Ref, ...] = ()
    """Whom the remark speaks of."""


@dataclass(frozen=True)
class Sticks:
    """Where it sticks: a sentence, and the paragraph of the guide that helps."""

    sentence: str
    guide: str = ""
    guide_words: str = ""


@dataclass(frozen=True)
class PaidBack:
    """A place, and how far it led."""

    place: Place
    remark: str


def pages(facts: Facts) -> Iterator[Page]:
    """The one page."""
    found = facts.progress
    yield page(
        "progress.html",
        "progress.html",
        "Progress",
        PROGRESS,
        today=facts.day,
        facts=facts,
        progress=found,
        first_day=found.weeks[0].monday,
        lede=_lede(found),
        steps=_steps(found),
        sticks=_sticks(found, facts),
        asked=_times(found.asked),
        gave=_times(found.gave),
        most=max(1, *(week.asks for week in found.weeks), *(week.gives for week in found.weeks)),
        outcomes=tuple((harvest, outcome_words(harvest.organisation)) for harvest in found.harvests),
        made=found.introductions_made[:LATEST_SHOWN],
        told=found.advice_told[:LATEST_SHOWN],
        has_wins=bool(found.harvests or found.goals_met or found.introductions_made or found.advice_told),
        places=tuple(PaidBack(place, _far(place)) for place in found.places[:PLACES_SHOWN]),
        first_lines=FIRST_LINES.format(day=facts.day - timedelta(days=1)),
    )


def _lede(found: Progress) -> str:
    if len(found.weeks) == 1:
        return "Your first week. There is nothing to compare it with, and that is pleasant."
    return "Small numbers swing; read them as a direction, not as a mark."


def _steps(found: Progress) -> tuple[Step, ...]:
    path = found.path
    longest = max(path.people, path.promised, 1)

    def step(
        counted: int, words: str, remark: str = "", expected: Range | None = None, people: tuple[Ref, ...] = ()
    ) -> Step:
        low, high = (_of(expected.low, longest), _of(expected.high, longest)) if expected else (None, None)
        return Step(counted, words, _of(counted, longest), low, high, remark, people)

    to_approach = path.people - path.tried
    awaited = tuple(promise.introduction.to for promise in found.introductions_open[:LATEST_SHOWN])
    return (
        step(path.people, "person on your list" if path.people == 1 else "people on your list"),
        step(path.tried, "you wrote to or called", _untried(to_approach) if path.tried else ""),
        step(path.answered, "answered", _expected(path.next_answers, "the next {} might bring"), path.next_answers),
        step(path.talked, "talked with you", _talked(path), path.next_talks),
        step(path.promised, "introduction promised" if path.promised == 1 else "introductions promised"),
        step(
            path.made,
            "introduction made" if path.made == 1 else "introductions made",
            _outstanding(path),
            people=awaited,
        ),
    )


def _of(value: int, longest: int) -> float:
    return round(100 * value / longest, 1)


def _untried(people: int) -> str:
    if not people:
        return ""
    return f"{capital(number(people))} not yet. Some never need it: you meet, or they write first."


def _expected(expected: Range | None, what: str) -> str:
    if expected is None:
        return ""
    if expected.ahead == 1:
        return "One person tells nothing yet about the next."
    return f"With numbers this small, {what.format(expected.ahead)} anything from {expected.low} to {expected.high}."


def _talked(path: Path) -> str:
    said = _expected(path.next_talks, "the next {} who answer might bring")
    if not path.talked_unasked:
        return said
    others = f"{capital(count(path.talked_unasked, 'more person', 'more people'))} talked with you without being asked."
    return f"{said} {others}".strip()


def _outstanding(path: Path) -> str:
    open_ = path.promised - path.made
    return f"{capital(number(open_))} {'is' if open_ == 1 else 'are'} outstanding" if open_ else ""


def _sticks(found: Progress, facts: Facts) -> Sticks:
    path, rhythm = found.path, facts.workbook.rhythm
    sentences: dict[Sticking, Sticks] = {
        "introductions": Sticks(
            f"{capital(number(path.promised))} introductions were promised and {_or_none(path.made)} "
            f"{'was' if path.made == 1 else 'were'} made. That is common: people mean it, and forget. "
            f"One short line, {rhythm.promised_introduction_after} on, is welcome.",
            "giving.html#promised-introduction",
            "How to ask after a promise",
        ),
        "names": Sticks(
            "You talk, and seldom leave with a name. Keep a minute for the question: "
            "“Who else sees this as you do, and who sees it quite differently?”",
            "informational-interview.html#end-questions",
            "The three questions for the end",
        ),
        "news": Sticks(
            "People advised you and have not heard what came of it. News is the easiest gift there is, "
            "also when you chose another way.",
            "giving.html#close-the-loop",
            "How to tell them",
        ),
        "talks": Sticks(
            f"{capital(number(path.answered))} people answered and {_or_none(path.talked)} talked with you so far. "
            "Offer two days and a length of time; then there is only one thing to decide.",
            "asking.html#answer",
            "When the answer comes",
        ),
        "answers": Sticks(
            f"Of {path.tried} people {_or_none(path.answered)} answered so far. That is enough to try other words: "
            "how you come to them first, and one question at the end.",
            "asking.html#check",
            "What to look at before you send it",
        ),
        "gives": Sticks(
            f"You asked {_times(found.asked)} and gave {_times(found.gave)}. Something small is enough: "
            "an article, a name, a word of praise.",
            "giving.html#menu",
            "A menu of gives",
        ),
        "asks": Sticks(
            f"You meant to write to {count(rhythm.new_asks, 'new person', 'new people')} a week, and it was less. "
            "That is news about your weeks. Halve the plan, and begin with three people who like you.",
            "measuring.html#stuck",
            "Are you stuck?",
        ),
    }
    if found.sticks_at is None:
        return Sticks(
            "Nowhere that these numbers show. Go on as you do.",
            "measuring.html#fooling",
            "Three ways we fool ourselves",
        )
    return sentences[found.sticks_at]


def _or_none(value: int) -> str:
    return number(value) if value else "none"


def _times(value: int) -> str:
    return {0: "not at all", 1: "once", 2: "twice"}.get(value, f"{number(value)} times")


def _far(place: Place) -> str:
    """How far it led, without anything that is nought."""
    parts = [count(len(place.people), "person", "people")]
    parts += [f"{number(place.led_to)} more through them"] if place.led_to else []
    parts += [count(place.talks, "talk")] if place.talks else []
    parts += [outcome_words(organisation) for organisation in place.outcomes]
    return ", ".join(parts if len(parts) > 1 else [*parts, "nothing more yet"])
