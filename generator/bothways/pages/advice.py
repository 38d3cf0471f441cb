"""What came of it: advice and introductions, what one did with them, and whether those who gave them know."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from bothways.derive.facts import Facts
from bothways.derive.loops import Loop, Stand
from bothways.derive.ties import Tie
from bothways.model.conversations import Advice
from bothways.model.people import Person
from bothways.model.refs import Ref
from bothways.model.words import capital, count
from bothways.pages.commands import command
from bothways.pages.environment import Values, page
from bothways.pages.navigation import PEOPLE
from bothways.pages.page import Page
from bothways.pages.people import Filter, happened
from bothways.pages.somebody import Wording, wording

FIRST_LINES = """\
- with: Dana Okafor
  date: {day}
  advice: Do one early shift before you decide"""

FILTERS: dict[Stand, str] = {"to tell": "To tell", "not tried": "Not tried yet", "told": "They know"}


class Line(NamedTuple):
    """One thing to go on, and how far it has come round."""

    stand: Stand
    advice: str
    """Their words; empty for an introduction."""
    to: Ref | None
    """For an introduction: to whom."""
    since: date
    talk: str
    """The id of the talk it came from."""
    did: str
    """What I did about it."""
    did_on: date | None
    """The day of it, where it is known."""
    told: date | None
    tell_by: date | None

    @property
    def shown_as(self) -> str:
        """The button above the list that shows it."""
        return self.stand.replace(" ", "-")


class Giver(NamedTuple):
    """Somebody, and what they gave to go on."""

    who: Ref
    wording: Wording
    lines: tuple[Line, ...]
    shown_as: str
    """The buttons that show any of it."""

    def told(self, namesakes: Mapping[str, str]) -> str:
        """The command that records that they know; by id where others are called so too."""
        return command("log", str(self.who.id) if self.who.id in namesakes else self.who.name, "reported-back")


class Part(NamedTuple):
    """People under one heading."""

    id: str
    heading: str
    givers: tuple[Giver, ...]
    shown_as: str
    """The buttons that show anything of it."""


def pages(facts: Facts) -> Iterator[Page]:
    """The one page."""
    yield page("advice.html", "what-came-of-it.html", "What came of it", PEOPLE, partial(_values, facts))


def _values(facts: Facts) -> Values:
    """What the page shows."""
    loops = [loop for several in facts.loops.values() for loop in several]
    return {
        "today": facts.day,
        "lede": _lede(loops),
        "filters": tuple(_filters(loops)),
        "parts": tuple(_parts(facts.loops, facts.ties)),
        "report_back_after": facts.workbook.rhythm.report_back_after,
        "namesakes": facts.namesakes,
        "first_lines": FIRST_LINES.format(day=facts.day),
    }


def _line(loop: Loop) -> Line:
    gift, did, did_on = loop.gift, "", None
    if isinstance(gift, Advice):
        did = " ".join((gift.did or "").split())
    elif loop.ahead:
        did, did_on = "you talk on", loop.ahead.date
    elif loop.met:
        did, did_on = happened(loop.met), loop.met.date
    return Line(
        stand=loop.stand,
        advice=gift.advice if isinstance(gift, Advice) else "",
        to=None if isinstance(gift, Advice) else gift.to,
        since=loop.since,
        talk=str(loop.talk.id),
        did=did,
        did_on=did_on,
        told=loop.told,
        tell_by=loop.tell_by,
    )


def _lede(loops: Sequence[Loop]) -> str:
    things = capital(count(len(loops), "thing"))
    ready = len({loop.giver for loop in loops if loop.stand == "to tell"})
    said = f"{things} people gave you to go on."
    if ready:
        return f"{said} With {count(ready, 'person', 'people')} there is news to share."
    if any(loop.stand == "not tried" for loop in loops):
        return f"{said} There is no news to share just now."
    return f"{said} Everybody knows what came of it."


def _filters(loops: Sequence[Loop]) -> Iterator[Filter]:
    stands = Counter(loop.stand for loop in loops)
    yield Filter("all", "Everything", len(loops))
    yield from (
        Filter(stand.replace(" ", "-"), words, stands[stand]) for stand, words in FILTERS.items() if stands[stand]
    )


def _parts(loops: Mapping[str, tuple[Loop, ...]], ties: Mapping[str, Tie]) -> Iterator[Part]:
    """What is open first, whoever is to be told soonest at the top; then what has come round, the latest at the top."""
    to_tell = {key: [loop for loop in several if loop.tell_by] for key, several in loops.items()}
    known = {key: [loop for loop in several if not loop.tell_by] for key, several in loops.items()}
    soonest = sorted((key for key in to_tell if to_tell[key]), key=lambda key: min(map(_tell_by, to_tell[key])))
    latest = sorted((key for key in known if known[key]), key=lambda key: max(map(_told, known[key])), reverse=True)
    for id_, heading, keys, several in (
        ("to-tell", "To tell", soonest, to_tell),
        ("known", "They know", latest, known),
    ):
        if keys:
            givers = tuple(_giver(several[key], ties.get(key)) for key in keys)
            yield Part(id_, heading, givers, _all(giver.shown_as for giver in givers))


def _giver(loops: Sequence[Loop], tie: Tie | None) -> Giver:
    """Somebody without a record is spoken of by name: in a shared copy there are such."""
    who, shown = loops[0].giver, lines(loops)
    words = wording(tie.person if tie else Person(name=who.name))
    return Giver(who, words, shown, _all(line.shown_as for line in shown))


def _all(shown_as: Iterable[str]) -> str:
    """Every button that any of them names, each once."""
    return " ".join(sorted({word for words in shown_as for word in words.split()}))


def lines(loops: Iterable[Loop]) -> tuple[Line, ...]:
    """Loops as a page shows them: what there is to tell, then what is not tried yet, then what is known."""
    return tuple(map(_line, sorted(loops, key=lambda loop: (list(FILTERS).index(loop.stand), _tell_by(loop)))))


def _tell_by(loop: Loop) -> date:
    return loop.tell_by or date.max


def _told(loop: Loop) -> date:
    return loop.told or loop.since
