"""Somebody as they are compared: a person of the workbook, or a contact of the file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bothways.exchange.coming import keys
from bothways.exchange.coming.contact import Contact
from bothways.model.names import folded
from bothways.model.people import Person
from bothways.model.refusal import shown
from bothways.problems import Place

COMPARED = ("role", "location", "met_on", "private_notes")
"""Fields in which a file may have news, and which are compared as they stand."""

_OWN_PAGE = "linkedin.com/in/"
"""Begins a page that one person has."""


@dataclass(frozen=True)
class Somebody:
    """What tells them from others, made comparable, and what is said about them."""

    name: str
    place: Place
    names: frozenset[str]
    links: frozenset[str]
    emails: frozenset[str]
    phones: frozenset[str]
    organisation: str
    fields: Mapping[str, Any]
    is_new: bool
    """Whether they are of the file, and not of the workbook."""

    def could_be(self, other: "Somebody") -> bool:
        """Whether the two could be one by their names: a couple or an office may share an address."""
        return bool(keys.given_names(self.names) & keys.given_names(other.names))

    def has_another_page(self, other: "Somebody") -> bool:
        """Whether each has a LinkedIn page of their own."""
        here, there = ({link for link in who.links if link.startswith(_OWN_PAGE)} for who in (self, other))
        return bool(here and there and not here & there)

    def is_surely_another(self, other: "Somebody") -> bool:
        """Whether two rows of one file with one name are two people."""
        both_work = self.organisation and other.organisation
        return self.has_another_page(other) or bool(both_work and self.organisation != other.organisation)

    def news(self, other: "Somebody") -> Iterator[str]:
        """What is said here, and not in `other`."""
        if not self.names & other.names:
            yield f"name: {shown(self.name)}"
        for field in COMPARED:
            value = str(self.fields.get(field) or "")
            # Other programs have one kind of notes; here they may have been moved to the other.
            theirs = [other.fields.get(name) for name in ({field, "notes"} if field == "private_notes" else {field})]
            if value and folded(value) not in [folded(str(said)) for said in theirs if said]:
                yield f"{field}: {shown(value)}"
        if self.organisation and self.organisation != other.organisation:
            yield f"organisation: {shown(self.fields['organisation'])}"
        for name, here, there in (
            ("email", self.emails, other.emails),
            ("phone", self.phones, other.phones),
            ("link", self.links, other.links),
        ):
            yield from (f"{name}: {shown(value)}" for value in sorted(here - there))


def of_contact(contact: Contact, organisation: str) -> Somebody:
    """Somebody of the file. `organisation` is theirs as it is compared."""
    fields = contact.fields
    links = fields.get("links", [])
    return Somebody(
        name=contact.name,
        place=contact.place,
        names=keys.name_keys([contact.name]),
        links=keys.link_keys(links),
        emails=keys.email_keys(fields.get("email"), links),
        phones=keys.phone_keys(fields.get("phone"), links),
        organisation=organisation,
        fields=fields,
        is_new=True,
    )


def of_person(person: Person) -> Somebody:
    """Somebody of the workbook."""
    return Somebody(
        name=person.name,
        place=person.written,
        names=keys.name_keys([person.name, *person.also_known_as]),
        links=keys.link_keys(person.links),
        emails=keys.email_keys(person.email, person.links),
        phones=keys.phone_keys(person.phone, person.links),
        organisation=folded(person.organisation.name if person.organisation else ""),
        fields={field: getattr(person, field) for field in (*COMPARED, "notes")},
        is_new=False,
    )
