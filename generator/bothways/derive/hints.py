"""Hints: what the method would look at once more. They stop nothing, and each can be switched off by its code.

Takes a Workbook and a day; gives hints at their places. Hints about the person's own messages are in `guide.hints`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from bothways.derive.contacts import History, histories
from bothways.derive.no_record import no_records
from bothways.derive.talks import has_debrief, held
from bothways.derive.unkind import unkind_words
from bothways.model.conversations import Conversation
from bothways.model.days import day_and_month
from bothways.model.near import NearNames
from bothways.model.refs import and_names, key_of
from bothways.model.workbook import Workbook
from bothways.problems import Place, Problem, in_order

LONGEST_INTRODUCTION = 80
"""Words: about 150 are spoken in a minute, and the introduction takes half of one (workbook format, me.yaml)."""
DEBRIEF_WITHIN = timedelta(days=7)
"""Ours: after a week most of a talk is forgotten. The agenda asks from the day after."""
ASKS_WITHOUT_GIVE = 2
"""Ours: the second time something is asked of somebody, it is time to give."""

Histories = Mapping[str, History]


def hints(workbook: Workbook, day: date) -> list[Problem]:
    """Every hint, by place; those that are switched off too."""
    known = histories(workbook, day)
    return list(
        in_order(
            (
                *_about_me(workbook),
                *_goals(workbook),
                *_organisations(workbook),
                *_near_organisations(workbook),
                *no_records(workbook),
                *_log(workbook, day),
                *_asks_without_give(workbook, day, known),
                *_too_many_tries(workbook, known),
                *_no_debrief(workbook, day),
                *_unkind_notes(workbook),
            )
        )
    )


def _hint(place: Place, code: str, message: str, advice: str, field: str) -> Problem:
    return Problem(place, code, message, advice, field, severity="hint")


def _about_me(workbook: Workbook) -> Iterator[Problem]:
    me = workbook.me
    if me is None:
        return
    words = len((me.introduction or "").split())
    if words > LONGEST_INTRODUCTION:
        yield _hint(
            me.field_written("introduction"),
            "long-introduction",
            f"Your introduction has {words} words; half a minute holds about {LONGEST_INTRODUCTION}.",
            "Say it aloud once, and cut what you stumble over.",
            "me.introduction",
        )
    for number, need in enumerate(me.needs, 1):
        if len(need.people) < 2:
            have = "one name so far" if need.people else "no name yet"
            yield _hint(
                need.field_written("people"),
                "second-name",
                f"{_short(need.need)}: {have}.",
                "Add a second name, in case the first cannot help." if need.people else "Add two people you would ask.",
                f"me.needs[{number}].people",
            )


def _goals(workbook: Workbook) -> Iterator[Problem]:
    for goal in workbook.goals:
        if goal.status == "active" and all(step.is_done for step in goal.steps):
            yield _hint(
                goal.field_written("steps"),
                "goal-without-step",
                f"{goal.goal} has no step that is still open.",
                "Write the next small thing to do under steps, or set status: to paused or met.",
                f"goals[{goal.goal}].steps",
            )


def _organisations(workbook: Workbook) -> Iterator[Problem]:
    with_somebody = {person.organisation.id for person in workbook.people if person.organisation}
    for organisation in workbook.organisations:
        if organisation.status in ("approaching", "talking") and organisation.id not in with_somebody:
            yield _hint(
                organisation.field_written("status"),
                "organisation-with-nobody",
                f"You are {organisation.status} {'to ' * (organisation.status == 'talking')}{organisation.name}, "
                "and nobody in people.yaml is there.",
                "Add the person you have in mind, or set status: back to researching.",
                f"organisations[{organisation.name}].status",
            )


def _near_organisations(workbook: Workbook) -> Iterator[Problem]:
    known = NearNames(organisation.name for organisation in workbook.organisations)
    for person in workbook.people:
        where = person.organisation
        if where and where.id is None and (near := known.near(where.name)):
            yield _hint(
                person.field_written("organisation"),
                "near-organisation",
                f"{where.name} is not in organisations.yaml, but {near} is.",
                f"If they are the same, write {near}.",
                f"people[{person.name}].organisation",
            )


def _log(workbook: Workbook, day: date) -> Iterator[Problem]:
    for number, line in enumerate(workbook.log, 1):
        if line.date > day:
            yield _hint(
                line.field_written("date"),
                "future-log-line",
                f"{line.date} is still to come, so this line does not count yet.",
                "Correct the date, or write a plan as a conversation or a step.",
                f"log[{number}].date",
            )


def _asks_without_give(workbook: Workbook, day: date, known: Histories) -> Iterator[Problem]:
    """An ask is an interview they gave me, or an introduction asked for; a try without an answer is none."""
    asks: dict[str, int] = defaultdict(int)
    given: set[str] = set()
    for talk in held(workbook, day):
        for who in talk.with_:
            asks[key_of(who)] += talk.kind == "informational-interview"
            given |= {key_of(who)} if talk.gave else set()
    for person in workbook.people:
        key = str(person.id)
        dids = [contact.did for contact in known[key].contacts]
        asked = asks[key] + dids.count("asked-introduction")
        if asked < ASKS_WITHOUT_GIVE or key in given or "gave" in dids or "introduced" in dids:
            continue
        offer = person.i_can_help_with[0] if person.i_can_help_with else "an article, a name, a word of thanks"
        times = "twice" if asked == 2 else f"{asked} times"
        yield _hint(
            person.written,
            "ask-without-give",
            f"{person.name} has been asked {times}, and nothing that you gave is written down.",
            f"Offer something of use: {_short(offer)}.",
            f"people[{person.name}]",
        )


def _too_many_tries(workbook: Workbook, known: Histories) -> Iterator[Problem]:
    most = workbook.rhythm.tries
    numbers = {line.written: number for number, line in enumerate(workbook.log, 1)}
    for history in known.values():
        if history.is_unanswered and len(history.tries) > most:
            one_too_many = history.tries[most].written
            yield _hint(
                one_too_many,
                "too-many-tries",
                f"{history.who} has not answered {len(history.tries)} tries; your rhythm has {most} at most.",
                "Let it rest: write rest_until: and a day some months away into their record.",
                f"log[{numbers[one_too_many]}].did",
            )


def _no_debrief(workbook: Workbook, day: date) -> Iterator[Problem]:
    for talk in held(workbook, day):
        if day - talk.date > DEBRIEF_WITHIN and not has_debrief(talk):
            yield _hint(
                talk.written,
                "no-debrief",
                f"Nothing is written about the talk with {and_names(talk.with_)} on {day_and_month(talk.date)}.",
                "Write one line under learned:, or status: no-show if it did not take place.",
                f"conversations[{talk.id}]",
            )


def _unkind_notes(workbook: Workbook) -> Iterator[Problem]:
    for place, field, text, who in _texts_about_people(workbook):
        if words := unkind_words(text, (name.split()[0] for name in who if name)):
            yield _hint(
                place,
                "unkind-note",
                f"They may not be glad to read this about themselves: {words}.",
                "Move it to private_notes:, or say it more kindly.",
                field,
            )


def _texts_about_people(workbook: Workbook) -> Iterator[tuple[Place, str, str, tuple[str, ...]]]:
    for person in workbook.people:
        if person.notes:
            yield person.field_written("notes"), f"people[{person.name}].notes", person.notes, (person.name,)
    for number, line in enumerate(workbook.log, 1):
        if line.about:
            yield line.field_written("about"), f"log[{number}].about", line.about, (line.who.name,)
    for talk in workbook.conversations:
        for field, texts in _texts_of(talk):
            who = tuple(person.name for person in talk.with_)
            yield talk.field_written(field), f"conversations[{talk.id}].{field}", "\n".join(texts), who


def _texts_of(talk: Conversation) -> Iterator[tuple[str, tuple[str, ...]]]:
    if talk.learned:
        yield "learned", talk.learned
    if talk.notes:
        yield "notes", (talk.notes,)


def _short(text: str) -> str:
    """The beginning of a text, on one line."""
    words = text.split()
    return " ".join(words[:12]).rstrip(".") + ("…" if len(words) > 12 else "")
