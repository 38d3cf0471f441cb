"""Somebody: how a person is spoken of, wherever they appear."""

from typing import NamedTuple

from bothways.model.names import first_name
from bothways.model.people import Person


class Wording(NamedTuple):
    """How somebody is spoken of: by their pronouns if they are known, else by their first name."""

    subject: str
    object: str
    owner: str


def wording(person: Person) -> Wording:
    """`she, her, her` for she/her; the first name where pronouns are not said, or are others."""
    first = (person.pronouns or "").casefold().replace(",", "/").split("/")[0].strip()
    match first:
        case "she":
            return Wording("she", "her", "her")
        case "he":
            return Wording("he", "him", "his")
        case "they":
            return Wording("they", "them", "their")
    name = first_name(person.name)
    return Wording(name, name, f"{name}’s")


def beside(person: Person) -> str:
    """Their role and organisation, as far as they are written."""
    place = person.organisation.name if person.organisation else None
    return ", ".join(filter(None, (person.role, place)))
