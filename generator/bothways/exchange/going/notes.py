"""One Markdown note for each person, with links between them in the style of Obsidian. Private notes stay here."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bothways.derive.facts import Facts
from bothways.derive.ties import Tie
from bothways.exchange.file_names import file_names
from bothways.model.conversations import Conversation
from bothways.model.people import Person
from bothways.model.refs import Ref, key_of
from bothways.reading.yaml_words import text_for_others


def notes(facts: Facts) -> Mapping[str, bytes]:
    """The text of each note by its file's name."""
    people = facts.workbook.people
    names = dict(zip((str(person.id) for person in people), file_names(p.name for p in people), strict=True))
    written = _Notes(facts, names)
    return {f"{names[str(person.id)]}.md": written.note(person).encode("utf-8", "replace") for person in people}


class _Notes:
    def __init__(self, facts: Facts, names: Mapping[str, str]) -> None:
        self.facts, self.names = facts, names
        self._next_due: dict[str, date] = {}
        for item in facts.open_items:
            for who in item.people:
                self._next_due[key_of(who)] = min(item.due, self._next_due.get(key_of(who), item.due))

    def note(self, person: Person) -> str:
        """The whole note: facts for programs, then words."""
        tie = self.facts.ties[str(person.id)]
        parts = ["\n".join(self._front(person, tie)), f"# {person.name}", *self._parts(person, tie)]
        return "\n\n".join(parts) + "\n"

    def _front(self, person: Person, tie: Tie) -> Iterator[str]:
        last = tie.history.last()
        due = self._next_due.get(str(person.id))
        yield "---"
        yield from _list("aliases", person.also_known_as)
        yield from _list("tags", [re.sub(r"[^\w/-]+", "-", tag).strip("-") for tag in person.tags])
        if person.organisation:
            yield f"organisation: {text_for_others(person.organisation.name)}"
        yield from _day("last_contact", last.date if last else None)
        yield from _day("next_due", due)
        yield "---"

    def _parts(self, person: Person, tie: Tie) -> Iterator[str]:
        lines = [*self._about(person)]
        if lines:
            yield "\n".join(f"- {line}" for line in lines)
        if person.notes:
            yield person.notes.strip()
        steps = [f"- [{'x' if step.is_done else ' '}] {_on_one_line(step.do)}" for step in person.steps]
        if steps:
            yield "## Steps\n\n" + "\n".join(steps)
        for talk in tie.talks:
            yield self._talk(talk, person)

    def _about(self, person: Person) -> Iterator[str]:
        work = ", ".join(filter(None, [person.role, self._organisation(person)]))
        if work:
            yield work
        for word, text in (("Where", person.location), ("E-mail", person.email), ("Phone", person.phone)):
            if text:
                yield f"{word}: {text}"
        yield from (f"<{link}>" for link in person.links)
        if person.introduced_by:
            yield f"Introduced by {self._link(person.introduced_by)}"
        if person.met_at:
            yield f"Met at {person.met_at}{f', {person.met_on}' if person.met_on else ''}"
        for word, texts in (
            ("Cares about", person.interests),
            ("Helps with", person.helps_with),
            ("I can help with", person.i_can_help_with),
        ):
            if texts:
                yield f"{word}: {'; '.join(map(_on_one_line, texts))}"
        if person.knows:
            yield f"Knows {', '.join(map(self._link, person.knows))}"

    def _organisation(self, person: Person) -> str:
        return f"[[{_target(person.organisation.name)}]]" if person.organisation else ""

    def _talk(self, talk: Conversation, person: Person) -> str:
        others = [self._link(who) for who in talk.with_ if who.id != person.id]
        lines = [f"## {talk.date}" + (f", with {', '.join(others)}" if others else "")]
        for word, texts in (
            ("Learned", talk.learned),
            ("Advice", tuple(advice.advice for advice in talk.advice)),
            ("Introductions", tuple(self._link(introduction.to) for introduction in talk.introductions)),
            ("Gave", talk.gave),
        ):
            if texts:
                lines.append(f"{word}:\n\n" + "\n".join(f"- {_on_one_line(text)}" for text in texts))
        if talk.notes:
            lines.append(talk.notes.strip())
        return "\n\n".join(lines)

    def _link(self, who: Ref) -> str:
        """A link to somebody's note; to the note there could be, where they have no record."""
        target = self.names.get(who.id or "", _target(who.name))
        shown = re.sub(r"[\[\]|]", " ", who.name)
        return f"[[{target}]]" if target == who.name else f"[[{target}|{shown}]]"


def _target(name: str) -> str:
    """The name as a note of its own would be called."""
    return next(iter(file_names([name])))


def _list(field: str, texts: Sequence[str]) -> Iterator[str]:
    if several := [text for text in texts if text]:
        yield f"{field}:"
        yield from (f"  - {text_for_others(text)}" for text in several)


def _day(field: str, day: date | None) -> Iterator[str]:
    if day:
        yield f"{field}: {day}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
