"""vCards, versions 2.1, 3.0 and 4.0. Takes a Source; gives entries."""

from collections.abc import Iterator

from bothways.exchange.coming.card_lines import Card, cards
from bothways.exchange.coming.entry import Entry, joined
from bothways.exchange.coming.source import Source
from bothways.exchange.coming.tables import LEFT_OUT
from bothways.problems import Place, Problem


def entries(source: Source, left_out: list[Problem]) -> Iterator[Entry]:
    """An entry for each card of a person. `left_out` gains the other cards."""
    for line, card in cards(source):
        place = Place(source.name, line)
        if card is None:
            hint = "Export it again as vCard 3.0."
            left_out.append(Problem(place, LEFT_OUT, "This card cannot be read.", hint))
            continue
        entry = _entry(card, place)
        if kind := _no_person(card, entry):
            left_out.append(Problem(place, LEFT_OUT, f"This is the card of {kind}.", "Add the people there by hand."))
        else:
            yield entry


def _entry(card: Card, place: Place) -> Entry:
    return Entry(
        place=place,
        name=_first(card, "FN") or _name(card),
        role=_first(card, "TITLE") or _first(card, "ROLE"),
        organisation=_part(card, "ORG", 0),
        location=_part(card, "ADR", 3),
        also_known_as=tuple(_several(card, "NICKNAME")),
        emails=tuple(_addresses(card, "EMAIL", "mailto:")),
        phones=tuple(_addresses(card, "TEL", "tel:")),
        links=tuple(_links(card)),
        tags=tuple(_several(card, "CATEGORIES")),
        notes="\n\n".join(_texts(card, "NOTE")),
    )


def _no_person(card: Card, entry: Entry) -> str:
    """What the card is of, where that is nobody."""
    kind = (_first(card, "KIND") or _first(card, "X-ADDRESSBOOKSERVER-KIND")).lower()
    if kind in ("group", "location"):
        return f"a {kind}"
    is_company = kind == "org" or _first(card, "X-ABSHOWAS").upper() == "COMPANY"
    return "an organisation" if is_company or (not entry.name and entry.organisation) else ""


def _texts(card: Card, name: str) -> list[str]:
    return [line.text for line in card.get(name, ()) if line.text]


def _first(card: Card, name: str) -> str:
    return next(iter(_texts(card, name)), "")


def _part(card: Card, name: str, number: int) -> str:
    """One part of the first line of that name: of ORG the organisation without departments, of ADR the town."""
    for line in card.get(name, ()):
        parts = line.parts(";")
        return parts[number].strip() if number < len(parts) else ""
    return ""


def _name(card: Card) -> str:
    """The name from its parts, where the card does not say it whole."""
    family, given, additional, before, after = (_part(card, "N", number) for number in range(5))
    return joined(before, given, additional, family, after)


def _several(card: Card, name: str) -> Iterator[str]:
    """The values of lines that can hold many."""
    for line in card.get(name, ()):
        yield from (value.strip() for value in line.parts(",") if value.strip())


def _addresses(card: Card, name: str, scheme: str) -> Iterator[str]:
    """Addresses or numbers, the preferred one first. A link, as version 4 has them, becomes the text in it."""
    for line in sorted(card.get(name, ()), key=lambda line: "pref" not in line.words):
        text = line.text
        yield text[len(scheme) :] if "uri" in line.words and text.lower().startswith(scheme) else text


def _links(card: Card) -> Iterator[str]:
    yield from _texts(card, "URL")
    yield from (text for text in _texts(card, "X-SOCIALPROFILE") if text.startswith(("http://", "https://")))
