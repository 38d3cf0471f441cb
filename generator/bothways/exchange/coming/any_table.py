"""A table of any program, by a mapping from our fields to its columns."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bothways.exchange.coming.entry import Entry, joined
from bothways.exchange.coming.tables import Row, Table, key

FIELDS = (
    "name first_name last_name role organisation location email phone links also_known_as met_on tags notes".split()
)
"""What a column can be mapped to. Either `name`, or `first_name` and `last_name`, is needed."""

OTHER_WORDS = {
    "full name": "name",
    "display name": "name",
    "contact": "name",
    "first name": "first_name",
    "given name": "first_name",
    "forename": "first_name",
    "last name": "last_name",
    "family name": "last_name",
    "surname": "last_name",
    "job title": "role",
    "title": "role",
    "position": "role",
    "company": "organisation",
    "company name": "organisation",
    "organization": "organisation",
    "city": "location",
    "e-mail": "email",
    "e-mail address": "email",
    "email address": "email",
    "mail": "email",
    "telephone": "phone",
    "phone number": "phone",
    "mobile": "phone",
    "mobile phone": "phone",
    "link": "links",
    "url": "links",
    "website": "links",
    "web page": "links",
    "nickname": "also_known_as",
}
"""What other programs call them."""

ELSEWHERE = {
    "first_name": "vorname prénom prenom nombre voornaam nome",
    "last_name": "nachname familienname nom apellido apellidos achternaam cognome sobrenome",
    "role": "beruf jobtitel poste fonction cargo puesto functie",
    "organisation": "firma unternehmen organisation entreprise société societe empresa azienda bedrijf",
    "location": "ort stadt ville ciudad città plaats",
    "email": "e-mail-adresse mailadresse courriel correo adresse_e-mail correo_electrónico e-mailadres",
    "phone": "telefon mobil handy mobiltelefon rufnummer téléphone teléfono móvil telefono telefoon",
    "links": "webseite site_web sitio_web",
    "met_on": "connected_on verbunden_am",
}
"""The same in the languages of address books that we have seen, with `_` for a space. One of two names will do for a
whole one, so a word that can mean either is no danger."""

_BETWEEN = re.compile(r"\s*(?:;|:::|\n)\s*")
_GUARDED = re.compile(r"'(?=[=+@\t\r-])")
"""How our own export keeps a cell from being taken for a formula."""


def likely(columns: Sequence[str]) -> dict[str, str]:
    """The mapping that the columns' names suggest."""
    found: dict[str, str] = {}
    for column in columns:
        word = key(column)
        field = word.replace(" ", "_")
        field = field if field in FIELDS else OTHER_WORDS.get(word) or _elsewhere(word.replace(" ", "_"))
        if field:
            found.setdefault(field, column)
    return found


def _elsewhere(word: str) -> str:
    return next((field for field, words in ELSEWHERE.items() if word in words.split()), "")


def has_name(mapping: Mapping[str, str]) -> bool:
    """Whether the mapping says where names are."""
    return "name" in mapping or "first_name" in mapping or "last_name" in mapping


def entries(table: Table, mapping: Mapping[str, str]) -> Iterator[Entry]:
    """An entry for each row."""
    for row in table.rows:
        said = {field: _cell(row, column) for field, column in mapping.items()}
        yield Entry(
            place=row.place,
            name=said.get("name") or joined(said.get("first_name", ""), said.get("last_name", "")),
            role=said.get("role", ""),
            organisation=said.get("organisation", ""),
            location=said.get("location", ""),
            also_known_as=_several(said.get("also_known_as", "")),
            emails=_several(said.get("email", "")),
            phones=tuple(filter(None, [said.get("phone", "")])),
            links=_several(said.get("links", "")),
            met_on=said.get("met_on", ""),
            tags=_several(said.get("tags", "")),
            notes=said.get("notes", ""),
        )


def _cell(row: Row, column: str) -> str:
    return _GUARDED.sub("", row.get(key(column)), count=1)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in _BETWEEN.split(cell) if part))
