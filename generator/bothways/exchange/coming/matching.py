"""Who in an address book is new, who is known already, and where only the person can tell.

Takes contacts and a Workbook; gives a Proposal. Somebody is known by a link, then an e-mail address, then a name with
the organisation or the phone number. Nothing known is ever changed. Every lookup is by key: 30,000 rows are soon done.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from bothways.exchange.coming import keys
from bothways.exchange.coming.contact import Contact
from bothways.exchange.coming.mentions import names_without_record
from bothways.exchange.coming.somebody import Somebody, of_contact, of_person
from bothways.exchange.coming.tables import LEFT_OUT
from bothways.model.names import Known, Names, folded, slug
from bothways.model.refs import fits_several
from bothways.model.refusal import shown
from bothways.model.words import joined
from bothways.model.workbook import Workbook
from bothways.problems import Place, Problem


@dataclass(frozen=True)
class Match:
    """Somebody in the file who is known already."""

    contact: Contact
    name: str
    """Who they are, as written there."""
    place: Place
    """Where they are written: in the workbook, or further up in the file."""
    news: tuple[str, ...] = ()
    """What the file says and the record does not: `role: Head of food services`."""


@dataclass(frozen=True)
class Doubt:
    """Somebody in the file of whom only the person can say whether they are known."""

    contact: Contact
    why: str
    """As a sentence."""


@dataclass(frozen=True)
class Proposal:
    """What an address book would bring."""

    new: tuple[Contact, ...] = ()
    known: tuple[Match, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[Problem, ...] = ()
    """Those whom the workbook's own rules refuse."""


def propose(contacts: Iterable[Contact], workbook: Workbook, surely_new: Collection[Place] = ()) -> Proposal:
    """Each contact weighed against the workbook, and against those before it in the file.

    `surely_new`: where those are written of whom the person says that they are nobody they have.
    """
    weighing = _Weighing(workbook, surely_new)
    for contact in contacts:
        weighing.weigh(contact)
    return Proposal(tuple(weighing.new), tuple(weighing.known), tuple(weighing.doubts), tuple(weighing.left_out))


class _Weighing:
    def __init__(self, workbook: Workbook, surely_new: Collection[Place]) -> None:
        self._surely_new = surely_new
        self.new: list[Contact] = []
        self.known: list[Match] = []
        self.doubts: list[Doubt] = []
        self.left_out: list[Problem] = []
        self._organisations = Names()
        for organisation in workbook.organisations:
            self._organisations.add("organisation", Known(str(organisation.id), organisation.name))
        self._by: dict[str, dict[str, list[Somebody]]] = {
            key: defaultdict(list) for key in ("names", "links", "emails")
        }
        self._ids = {str(person.id) for person in workbook.people}
        self._id_keys = set(map(folded, self._ids))
        self._spoken_of = names_without_record(workbook)
        for person in workbook.people:
            self._remember(of_person(person))

    def weigh(self, contact: Contact) -> None:
        """Finds the place of a contact: known, in doubt, or new."""
        text = contact.fields.get("organisation", "")
        places = self._organisations.find("organisation", text) if text else ()
        if len(places) > 1:
            self._leave_out(contact, places)
            return
        somebody = of_contact(contact, folded(places[0].name if places else text))
        if contact.place in self._surely_new:
            self._add(contact, somebody)
            return
        for key, word in (("links", "link"), ("emails", "e-mail address")):
            found = self._found(key, somebody)
            same = [other for other in found if other.could_be(somebody)]
            if len(same) > 1:
                same = [other for other in same if other.names & somebody.names] or same
            if len(same) == 1:
                self._know(contact, somebody, same[0])
                return
            if others := same or [other for other in found if not other.is_new]:
                self._doubt(contact, others, f"the same {word}")
                return
        self._weigh_by_name(contact, somebody)

    def _leave_out(self, contact: Contact, places: Sequence[Known]) -> None:
        """Somebody at an organisation of which there are several of that name: the workbook's own rules refuse it."""
        message = fits_several(contact.fields["organisation"], places)
        hint = "Correct it there, or add the person by hand."
        self.left_out.append(Problem(contact.place, LEFT_OUT, message, hint))

    def _weigh_by_name(self, contact: Contact, somebody: Somebody) -> None:
        found = self._found("names", somebody)
        same = [other for other in found if _fits(other, somebody)]
        is_clear = all(other.is_new and other.is_surely_another(somebody) for other in found)
        if len(same) == 1:
            self._know(contact, somebody, same[0])
        elif found and (same or not is_clear or somebody.names & self._spoken_of):
            self._doubt(contact, same or found, "the same name")
        elif not found and somebody.names & self._id_keys:
            self.doubts.append(Doubt(contact, f"{shown(contact.name)} is the id of somebody else."))
        else:
            self._add(contact, somebody)

    def _know(self, contact: Contact, somebody: Somebody, other: Somebody) -> None:
        self.known.append(Match(contact, other.name, other.place, tuple(somebody.news(other))))

    def _doubt(self, contact: Contact, others: Sequence[Somebody], what: str) -> None:
        places = joined([f"{shown(other.name)} ({other.place.file}:{other.place.line})" for other in others[:3]])
        self.doubts.append(Doubt(contact, f"{places} {'has' if len(others) == 1 else 'have'} {what}."))

    def _add(self, contact: Contact, somebody: Somebody) -> None:
        rest = dict(contact.fields)
        name = rest.pop("name")
        plain = slug(name, "person")
        id_ = self._free_id(contact, plain)
        others = [other for other in rest.pop("also_known_as", ()) if self._is_free(folded(other))]
        fields = {"name": name}
        fields |= {"id": id_} if id_ != plain else {}
        fields |= {"also_known_as": others} if others else {}
        fields |= rest
        self._ids.add(id_)
        self._id_keys.add(folded(id_))
        self.new.append(Contact(contact.place, fields))
        self._remember(replace(somebody, names=keys.name_keys([name, *others])) if others else somebody)

    def _is_free(self, name: str) -> bool:
        """Whether nobody is meant by the name so far."""
        return name not in self._id_keys and name not in self._spoken_of and not self._by["names"].get(name)

    def _free_id(self, contact: Contact, plain: str) -> str:
        """The slug of the name; where that is taken, with the organisation or a number."""
        if plain not in self._ids:
            return plain
        longer = slug(f"{contact.name} {contact.fields.get('organisation', '')}", "person")
        number = 2
        while longer in self._ids or not self._is_free(folded(longer)):
            longer = f"{plain}-{number}"
            number += 1
        return longer

    def _remember(self, somebody: Somebody) -> None:
        for key, index in self._by.items():
            for value in getattr(somebody, key):
                index[value].append(somebody)

    def _found(self, key: str, somebody: Somebody) -> list[Somebody]:
        """Everybody who has one of the same keys, once."""
        several = (other for value in sorted(getattr(somebody, key)) for other in self._by[key].get(value, ()))
        return list({id(other): other for other in several}.values())


def _fits(one: Somebody, other: Somebody) -> bool:
    """Whether two of one name are one person: at one organisation or none, or with one phone number."""
    has_same = one.organisation == other.organisation or bool(one.phones & other.phones)
    return has_same and not one.has_another_page(other)
