"""People as vCards, version 3.0, which every address book reads. Private notes stay here."""

from typing import Any

from bothways.exchange.extra import library
from bothways.model.names import TITLES
from bothways.model.people import Person
from bothways.model.workbook import Workbook


def cards(workbook: Workbook) -> bytes:
    """The file with a card for everybody."""
    vobject = library("vobject", "vCards")
    return b"".join(_card(vobject, person) for person in workbook.people)


def _card(vobject: Any, person: Person) -> bytes:
    card = vobject.vCard()
    _add(card, "fn", person.name)
    _add(card, "n", _name(vobject, person.name))
    _add(card, "uid", f"{person.id}@bothways")
    if person.also_known_as:
        _add(card, "nickname", ", ".join(person.also_known_as))
    if person.organisation:
        _add(card, "org", [person.organisation.name])
    if person.role:
        _add(card, "title", person.role)
    for kind, values in _reachable(person).items():
        for value in values:
            _add(card, kind, value)
    if person.location:
        _add(card, "adr", vobject.vcard.Address(city=person.location))
    if person.tags:
        _add(card, "categories", list(person.tags))
    if person.notes:
        _add(card, "note", person.notes)
    text: str = card.serialize()
    return text.encode("utf-8", "replace")


def _reachable(person: Person) -> dict[str, list[str]]:
    """E-mail addresses, phone numbers and pages, those among the links each in its place."""
    found: dict[str, list[str]] = {"email": [], "tel": [], "url": []}
    if person.email:
        found["email"].append(person.email)
    if person.phone:
        found["tel"].append(person.phone)
    for link in person.links:
        scheme, _, rest = link.partition(":")
        kind = {"mailto": "email", "tel": "tel"}.get(scheme.lower(), "url")
        found[kind].append(link if kind == "url" else rest)
    return found


def _name(vobject: Any, name: str) -> Any:
    """The name in parts, as a card wants it: titles, then the last word for the family. Only a guess: FN counts."""
    words = name.split()
    titles = []
    while len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        titles.append(words.pop(0))
    family = words.pop() if len(words) > 1 else ""
    return vobject.vcard.Name(family=family, given=" ".join(words), prefix=" ".join(titles))


def _add(card: Any, kind: str, value: Any) -> None:
    card.add(kind).value = value
