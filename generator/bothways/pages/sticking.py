"""Where it sticks: what holds things up, in a sentence, and the paragraph of the guide that helps."""

from typing import NamedTuple

from bothways.derive.progress import Progress, Sticking
from bothways.model.rhythm import Rhythm
from bothways.model.words import capital, count, number, times


class Sticks(NamedTuple):
    """A sentence, and where to read on."""

    sentence: str
    guide: str
    guide_words: str


NOWHERE = Sticks(
    "Nowhere that these numbers show. Go on as you do.", "measuring.html#fooling", "Three ways we fool ourselves"
)


def sticks(found: Progress, rhythm: Rhythm) -> Sticks:
    """The sentence for what was found."""
    return _sentences(found, rhythm)[found.sticks_at] if found.sticks_at else NOWHERE


def both_ways(asked: int, gave: int, who: str = "you") -> str:
    """How often somebody asked and gave, as a clause: `you asked twice and gave seven times`. Nought is said kindly."""
    if not asked and not gave:
        return "nothing is written down either way"
    if not asked:
        return f"{who} gave {times(gave)} and asked for nothing"
    if not gave:
        return f"{who} asked {times(asked)}, and nothing given is written down"
    return f"{who} asked {times(asked)} and gave {times(gave)}"


def _sentences(found: Progress, rhythm: Rhythm) -> dict[Sticking, Sticks]:
    path = found.path
    return {
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
            f"{capital(both_ways(found.asked, found.gave))}. Something small is enough: "
            "an article, a name, a word of praise.",
            "giving.html#menu",
            "A menu of gives",
        ),
        "asks": Sticks(
            f"{_new_people(rhythm)} Halve the number, and begin with three people who like you.",
            "measuring.html#stuck",
            "Are you stuck?",
        ),
    }


def _new_people(rhythm: Rhythm) -> str:
    people = f"{count(rhythm.new_asks, 'new person', 'new people')} a week"
    if "new_asks" in rhythm.meant:
        return f"You meant to write to {people}, and it was less. That is news about your weeks."
    usual = f"The {rhythm.pack} rhythm has {people}, and yours were fewer."
    return f"{usual} It is only where one begins, and nothing you promised."


def _or_none(value: int) -> str:
    return number(value) if value else "none"
