"""A page for everybody with a record: how it stands, what went each way, what came of it, what to talk about next."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from bothways.derive.contacts import Contact, Way
from bothways.derive.facts import Facts
from bothways.derive.introductions import has_outcomes, is_made
from bothways.derive.talk_about import talk_about
from bothways.derive.talks import held
from bothways.derive.ties import Promise, Tie
from bothways.model.conversations import Conversation
from bothways.model.events import Event
from bothways.model.log import LogLine
from bothways.model.organisations import Organisation
from bothways.model.people import Person
from bothways.model.refs import Ref, key_of
from bothways.model.words import capital
from bothways.pages import advice
from bothways.pages.environment import Values, page
from bothways.pages.introductions import outcome_words
from bothways.pages.letters import letters_to, people_with_letters
from bothways.pages.navigation import PEOPLE
from bothways.pages.page import Page
from bothways.pages.somebody import Wording, beside, wording

HAPPENED = {
    "heard": "You heard from {}",
    "received": "You were given",
    "met": "You met",
    "wrote": "You wrote",
    "called": "You called",
    "thanked": "You said thank you",
    "nudged": "You wrote once more",
    "asked-introduction": "You asked for an introduction",
    "gave": "You gave",
    "reported-back": "You told {} what came of it",
}


class Moment(NamedTuple):
    """One entry of the thread: what happened, and whose way it went."""

    day: date
    way: Way
    talk: Conversation | None
    before: str
    """The sentence, up to a name in it."""
    name: Ref | None
    said: str
    """What it was about, in the person's own words."""
    line: str = ""
    """What the line of the log is called that says so; empty where none does."""


class LedTo(NamedTuple):
    """Somebody they led to, with one remark."""

    who: Ref
    remark: str
    day: date | None
    """The day that the remark is about."""


class Fruit(NamedTuple):
    """What came of it through them, or through those they led to."""

    organisation: Organisation
    words: str


def pages(facts: Facts) -> Iterator[Page]:
    """A page for everybody, in the person's own order."""
    shared = _Shared(facts)
    for person in facts.workbook.people:
        apart = facts.namesakes.get(str(person.id))
        title = f"{person.name}, {apart}" if apart else person.name
        yield page("person.html", f"people/{person.id}.html", title, PEOPLE, partial(_values, str(person.id), shared))


class _Shared:
    """What is found out for all of them at once, when the first of their pages is asked for."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def known_by(self) -> Mapping[str | None, Sequence[Person]]:
        """Who says of each of them to know them."""
        found: dict[str | None, list[Person]] = defaultdict(list)
        for person in self.facts.workbook.people:
            for who in person.knows:
                found[who.id].append(person)
        return found

    @cached_property
    def fruits(self) -> Mapping[str, tuple[Fruit, ...]]:
        """What came of it through each of them."""
        return _fruits(self.facts)

    @cached_property
    def introduced(self) -> Mapping[str, list[Promise]]:
        """By whom I was introduced to each of them."""
        return _introduced(self.facts)

    @cached_property
    def with_letters(self) -> Collection[str]:
        """Who has letters on their page: they are the owner's own."""
        return () if self.facts.workbook.reader else people_with_letters(self.facts)


def _values(key: str, shared: _Shared) -> Values:
    """What the page of somebody shows, by their id."""
    facts, tie = shared.facts, shared.facts.ties[key]
    words, loops = wording(tie.person), facts.loops[key]
    return {
        "today": facts.day,
        "tie": tie,
        "person": tie.person,
        "wording": words,
        "loops": advice.lines(loops),
        "about": talk_about(tie, loops, facts.workbook, facts.answers),
        "thread": tuple(_thread(tie, shared.introduced[key], words, facts)),
        "led_to": tuple(_led_to(tie, facts)),
        "fruits": shared.fruits[key],
        "acquaintances": _acquaintances(tie.person, shared.known_by.get(key, ())),
        "promised_to_meet": tuple(one for one in tie.promises if not is_made(one.introduction, facts.day)),
        "introductions_made": tuple(one for one in tie.promises if is_made(one.introduction, facts.day)),
        "letters": letters_to(tie, facts) if key in shared.with_letters else (),
        "namesakes": facts.namesakes,
    }


def _acquaintances(person: Person, known_by: Iterable[Person]) -> tuple[Ref, ...]:
    """Whom somebody knows: those they are said to know, then those who are said to know them, each once."""
    others = (other.who for other in known_by)
    known: dict[str, Ref] = {}
    for who in (*person.knows, *others):
        known.setdefault(key_of(who), who)
    return tuple(known.values())


def _fruits(facts: Facts) -> Mapping[str, tuple[Fruit, ...]]:
    """What came of it, for everybody on the way there."""
    found: dict[str, list[Fruit]] = defaultdict(list)
    for harvest in facts.introductions.harvests if has_outcomes(facts.workbook) else ():
        on_the_way = dict.fromkeys(key_of(who) for chain in harvest.chains for who in chain)
        for key in on_the_way:
            found[key].append(Fruit(harvest.organisation, outcome_words(harvest.organisation)))
    return defaultdict(tuple, {key: tuple(several) for key, several in found.items()})


def _introduced(facts: Facts) -> Mapping[str, list[Promise]]:
    """Who was introduced to me, and by whom, as far as a talk says so."""
    found: dict[str, list[Promise]] = defaultdict(list)
    for talk in held(facts.workbook, facts.day):
        for introduction in talk.introductions:
            if is_made(introduction, facts.day):
                found[key_of(introduction.to)].append(Promise(introduction, talk))
    return found


def _led_to(tie: Tie, facts: Facts) -> Iterator[LedTo]:
    """Whom they introduced or promised, each once, with what comes next or else what they do."""
    promised = {key_of(promise.introduction.to): promise for promise in tie.promises}
    others = {str(person.id): person.who for person in tie.led_to}
    others |= {key: promise.introduction.to for key, promise in promised.items() if key not in others}
    for key, who in others.items():
        theirs = facts.ties.get(key)
        promise = promised.get(key)
        if theirs and theirs.next_talk:
            yield LedTo(who, "you talk on", theirs.next_talk.date)
        elif promise and not is_made(promise.introduction, facts.day) and not (theirs and theirs.history.contacts):
            yield LedTo(who, "promised, not made yet", None)
        elif theirs:
            yield LedTo(who, beside(theirs.person), None)


def _thread(tie: Tie, introduced: Sequence[Promise], words: Wording, facts: Facts) -> Iterator[Moment]:
    """Everything that happened, the newest first; of one day, an introduction stands above the talk."""
    moments = [_moment(contact, tie.history.who, words, facts) for contact in tie.history.contacts]
    for promise in tie.promises:
        if promise.introduction.made and is_made(promise.introduction, facts.day):
            before = f"{capital(words.subject)} introduced you to"
            moments.append(Moment(promise.introduction.made, "in", None, before, promise.introduction.to, ""))
    for promise in introduced:
        if promise.introduction.made:
            before = f"You were introduced to {words.object} by"
            moments += [
                Moment(promise.introduction.made, "in", None, before, who, "") for who in promise.talk.with_[:1]
            ]
    return iter(sorted(moments, key=lambda moment: moment.day)[::-1])


def _moment(contact: Contact, who: Ref, words: Wording, facts: Facts) -> Moment:
    before, name, said = "", None, ""
    match contact.source:
        case LogLine(did="introduced") as line:
            before = f"You introduced {words.object} to"
            name, said = (line.to if line.to and line.to != who else line.who), line.about or ""
        case LogLine() as line:
            before, said = HAPPENED[line.did].format(words.object), line.about or ""
            if line.did == "asked-introduction" and line.to:
                before, name = f"{before} to", line.to
        case Event() as event:
            before = f"You met at {event.name}"
        case Person() as person:
            before, said = "You met", person.met_at.name if person.met_at else ""
    talk = contact.source if isinstance(contact.source, Conversation) else None
    called = facts.line_names.of(contact.source) if isinstance(contact.source, LogLine) else ""
    return Moment(contact.date, contact.way, talk, before, name, said, called)
