"""The numbers of pseudonyms: the same for somebody in every share, and telling nothing of their own.

New numbers follow the day of the first contact, which the shared copy shows anyway; those without one come after, in
the order of a keyed digest. The order of the files, often that of the alphabet, is not used.
"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from bothways.model.refs import Ref, key_of
from bothways.model.workbook import Workbook


@dataclass(frozen=True)
class Numbers:
    """The numbers given so far, kept under a keyed digest: the list of them names nobody."""

    key: bytes = b""
    given: Mapping[str, int] = field(default_factory=dict)
    """By `people/` and a digest. Nobody gets the number of somebody who is forgotten."""

    def with_all(self, keys: Iterable[tuple[str, str]], first_days: Mapping[str, date]) -> "Numbers":
        """The numbers of all these, given by kind and key."""
        given = dict(self.given)
        last: dict[str, int] = {}
        for place, number in given.items():
            kind = place.split("/")[0]
            last[kind] = max(last.get(kind, 0), number)
        for kind, key in sorted(keys, key=lambda one: (first_days.get(one[1], date.max), self.place(*one))):
            if self.place(kind, key) not in given:
                given[self.place(kind, key)] = last[kind] = last.get(kind, 0) + 1
        return Numbers(self.key, given)

    def of(self, kind: str, key: str) -> int:
        """Somebody's number."""
        return self.given[self.place(kind, key)]

    def place(self, kind: str, key: str) -> str:
        """What somebody's number is kept under."""
        digest = hmac.new(self.key, f"{kind}/{key}".encode("utf-8", "surrogatepass"), hashlib.sha256)
        return f"{kind}/{digest.hexdigest()}"


def first_days(workbook: Workbook) -> Mapping[str, date]:
    """The first day on which the workbook names each person, by key."""
    found: dict[str, date] = {}
    for who, day in _days(workbook):
        found[key_of(who)] = min(found.get(key_of(who), day), day)
    return found


def _days(workbook: Workbook) -> Iterator[tuple[Ref, date]]:
    for line in workbook.log:
        yield from ((who, line.date) for who in (line.who, line.to) if who)
    for talk in workbook.conversations:
        yield from ((who, talk.date) for who in talk.with_)
        yield from ((offer.to, talk.date) for offer in talk.introductions)
    for event in workbook.events:
        yield from ((who, event.date) for who in event.met)
    for person in workbook.people:
        if person.met_on:
            yield person.who, person.met_on
