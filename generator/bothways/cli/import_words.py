"""What an import would bring, or brought, in words and as JSON."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bothways.cli.terminal import Terminal
from bothways.exchange.coming.contact import Contact
from bothways.exchange.coming.matching import Proposal
from bothways.exchange.coming.recognise import WHOSE, Kind
from bothways.problems import Place, Problem, in_order

FIRST = 5
"""New people whom a proposal shows."""
MOST = 20
"""Lines of any other list. JSON has all of them."""


@dataclass(frozen=True)
class Outcome:
    """What came of an import."""

    kind: Kind
    target: str
    """The file that the new people go into."""
    is_written: bool
    proposal: Proposal
    left_out: tuple[Problem, ...]


def tell(outcome: Outcome, terminal: Terminal) -> None:
    """Says who is new, known, in doubt and left out, and what was written."""
    found = outcome.proposal
    terminal.say(_summary(outcome))
    if not outcome.is_written:
        _list(terminal, f"New{_of(len(found.new), FIRST)}:", map(_new, found.new), FIRST)
    news = [f"{m.name} ({_at(m.place)}): {'; '.join(m.news)}" for m in found.known if m.news]
    _list(terminal, "Known, and the file says something that yours does not. Nothing of it is written:", news)
    doubts = [f"{_at(doubt.contact.place)}: {doubt.contact.name}. {doubt.why}" for doubt in found.doubts]
    _list(terminal, "Perhaps known: you decide. Nothing of it is written:", doubts)
    _list(terminal, "Left out:", map(str, in_order(outcome.left_out)))
    for line in _closing(outcome):
        terminal.remark(line, to_err=False)


def as_json(outcome: Outcome) -> dict[str, object]:
    """The object that `--json` prints."""
    found = outcome.proposal
    return {
        "kind": outcome.kind,
        "file": outcome.target,
        "written": outcome.is_written,
        "new": [contact.fields | {"line": contact.place.line} for contact in found.new],
        "known": [
            {"name": m.name, "line": m.contact.place.line, "is": _at(m.place), "news": list(m.news)}
            for m in found.known
        ],
        "doubts": [{"name": d.contact.name, "line": d.contact.place.line, "why": d.why} for d in found.doubts],
        "left_out": [problem.as_json() for problem in in_order(outcome.left_out)],
    }


def _summary(outcome: Outcome) -> str:
    found = outcome.proposal
    number = len(found.new) + len(found.known) + len(found.doubts)
    people = f"{number:,} {'person' if number == 1 else 'people'}"
    new = "written" if outcome.is_written else "new"
    return (
        f"{WHOSE[outcome.kind]}, {people}: {len(found.new):,} {new}, {len(found.known):,} known, "
        f"{len(found.doubts):,} in doubt."
    )


def _closing(outcome: Outcome) -> Iterator[str]:
    if outcome.is_written:
        yield f"They are in {outcome.target}. Look it through, and take out whom you do not want to keep."
    elif outcome.proposal.new:
        yield f"Nothing is written yet. With --yes they go into {outcome.target}."
    else:
        yield "There is nobody to write."


def _list(terminal: Terminal, heading: str, lines: Iterable[str], most: int = MOST) -> None:
    lines = list(lines)
    if not lines:
        return
    terminal.say(heading)
    for line in lines[:most]:
        terminal.say(line, indent=2)
    if len(lines) > most:
        terminal.say(f"and {len(lines) - most:,} more; --json lists them all.", indent=2)


def _new(contact: Contact) -> str:
    parts = (contact.fields.get(field) for field in ("name", "role", "organisation"))
    return ", ".join(str(part) for part in parts if part)


def _of(number: int, most: int) -> str:
    return f", the first {most} of {number:,}" if number > most else ""


def _at(place: Place) -> str:
    return f"{place.file}:{place.line}"
