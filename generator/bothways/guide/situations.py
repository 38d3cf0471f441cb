"""Situations: what each of the five brings along. Words, people to think of, and what ships for it, by id.

The guide's chapter of the same name says the same at length; a test compares the two. Whoever has not said which is
theirs is met as somebody who grows where they are, as the guide advises.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from bothways.model.questions import QuestionList
from bothways.model.situation import Situation


class Track(NamedTuple):
    """One situation."""

    situation: Situation
    heading: str
    """What it is called on a page: `Looking for work`."""
    begin: str
    """The first thing to think of, as a question."""
    first_goal: str
    """A goal to begin with, of which one can find out whether it is a good one."""
    people: tuple[str, ...]
    """Kinds of people to think of, so that names come to mind."""
    questions: str
    """The question list for a talk in it."""
    checklists: tuple[str, ...]
    messages: tuple[str, ...]
    anchor: str = "people"
    """Where its chapter names more people."""
    first_ask: str = ""
    """The message for a first ask, where this situation has its own; empty where the plain one fits."""

    @property
    def chapter(self) -> str:
        """Where its chapter of the guide names more people."""
        return f"situations/{self.situation}.html#{self.anchor}"


TRACKS: Mapping[Situation, Track] = {
    track.situation: track
    for track in (
        Track(
            "job-search",
            "Looking for work",
            begin="Which three people from your work so far would be glad to hear from you?",
            first_goal="Find out who takes people like me on, and what they look for",
            people=(
                "Old colleagues, above all those who left before you",
                "Your last manager but one",
                "Somebody who does the job you want, one step above you",
                "Somebody at one of your places, in any post",
                "Suppliers, inspectors, drivers, trainers: they see many workplaces from the inside",
                "A recruiter who knows your trade",
                "Somebody in the same boat",
            ),
            questions="job-search",
            checklists=("after-a-layoff", "first-week", "first-informational-interview", "profile-online"),
            messages=(
                "news-of-a-layoff-email",
                "first-ask-warm-email",
                "first-ask-email",
                "phone-script-first-call",
                "introduction-request-email",
                "introduction-to-forward",
                "thank-you-email",
                "second-try-email",
                "good-news-email",
            ),
        ),
        Track(
            "business",
            "Building a business",
            begin="Which three clients were glad of what you did? Thank them, and ask nothing.",
            first_goal="Three people who would pass on my name",
            people=(
                "A client who came back",
                "A client who went away, asked kindly",
                "Somebody who serves the same people with something else",
                "A supplier: they know who is growing",
                "Somebody in your trade two towns away",
                "The chamber of commerce, the market committee, the library’s business desk",
                "Everyday people: the barber, the coach of your child’s team",
            ),
            questions="business",
            checklists=("introduce-two-people", "before-an-event", "after-an-event", "monthly-half-hour"),
            messages=(
                "first-ask-business-email",
                "catch-up-email",
                "introduction-request-email",
                "congratulation-note",
                "event-follow-up-email",
            ),
            first_ask="first-ask-business-email",
        ),
        Track(
            "life-change",
            "A change in your life",
            begin="Who lives this in a way that you like? Two names will do.",
            first_goal="Find out how others live this, and are glad",
            people=(
                "Somebody two years further on than you",
                "Somebody who went through it in another way than you would",
                "Somebody who found it hard, and says so",
                "Somebody at your work who did it before you",
                "Whoever runs a thing you like: a choir, a club, the food bank",
                "Somebody you would miss from before",
                "Somebody who has been there all their life",
            ),
            questions="life-change",
            checklists=("new-city", "new-parents-or-retirement", "first-week", "monthly-half-hour", "starting-again"),
            messages=(
                "first-ask-role-model-message",
                "first-ask-warm-email",
                "first-ask-note",
                "phone-script-first-call",
                "catch-up-email",
                "connection-note",
            ),
            anchor="about",
            first_ask="first-ask-role-model-message",
        ),
        Track(
            "career-growth",
            "Growing where you are",
            begin="What would you like to do better at work, and who does it well?",
            first_goal="Learn how others do what I find hard",
            people=(
                "Somebody who does your job somewhere else",
                "The next person up, or the one above",
                "The people who hand you work, or get it from you",
                "A newcomer: they see what you no longer see",
                "Somebody who left. What did they find out there?",
                "A supplier, an inspector, a teacher of your trade",
                "Somebody twenty years older, or twenty years younger",
            ),
            questions="career-growth",
            checklists=(
                "monthly-half-hour",
                "quarterly-tour",
                "yearly-review",
                "before-an-event",
                "after-an-event",
                "profile-online",
            ),
            messages=(
                "first-ask-colleague-message",
                "first-ask-warm-email",
                "congratulation-note",
                "catch-up-email",
                "event-follow-up-email",
                "report-back-email",
            ),
        ),
        Track(
            "career-change",
            "Changing your line of work",
            begin="Who does what you dream of, or knows somebody who does? Three names.",
            first_goal="Find out whether this work is a place for me",
            people=(
                "Somebody who has done the work for years",
                "Somebody who started lately, and can still compare",
                "Somebody who left it, and why",
                "Somebody who made your change",
                "Somebody who takes people on: what must a newcomer bring?",
                "Somebody who teaches it",
            ),
            questions="career-change",
            checklists=("research-a-field", "first-informational-interview", "first-week", "coach-session"),
            messages=(
                "first-ask-email",
                "phone-script-first-call",
                "first-ask-note",
                "thank-you-email",
                "report-back-email",
            ),
        ),
    )
}
FIRST_TALK = "first-informational-interview"
"""The built-in list for somebody one has not met, whatever the situation."""
UNSAID: Situation = "career-growth"
"""Whoever has not said takes growth (guide, Which of the five are you)."""


def tracks_of(situations: Iterable[Situation]) -> tuple[Track, ...]:
    """What a person's situations bring along, the one they named first first."""
    return tuple(TRACKS[situation] for situation in situations)


def main_track(situations: Sequence[Situation]) -> Track:
    """The first of their situations, or growth."""
    return TRACKS[situations[0] if situations else UNSAID]


def list_for(lists: Iterable[QuestionList], own: Collection[str], mine: Sequence[Situation]) -> QuestionList | None:
    """The first list of the person's own that fits their situations; else the built-in one for the first of them.

    `own` are the ids of the person's own lists. One that names no situation fits all.
    """
    every = {str(one.id): one for one in lists}
    for id_, one in every.items():
        if id_ in own and (not one.situations or not mine or not set(one.situations).isdisjoint(mine)):
            return one
    return (every.get(TRACKS[mine[0]].questions) if mine else None) or every.get(FIRST_TALK)


def fitting(ids: Iterable[str], wanted: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Of these ids, those that a situation names, in its order; each once."""
    there = set(ids)
    return tuple(dict.fromkeys(id_ for several in wanted for id_ in several if id_ in there))


def person_to_think_of(tracks: Sequence[Track], week: int) -> tuple[Track, str]:
    """A kind of person for a week, in turn: with several situations each has its week. There is at least one track."""
    track = tracks[week % len(tracks)]
    return track, track.people[week // len(tracks) % len(track.people)]
