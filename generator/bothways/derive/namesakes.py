"""Namesakes: what tells people apart who have the same name."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from bothways.model.names import folded
from bothways.model.people import Person


def namesakes(people: Sequence[Person]) -> Mapping[str, str]:
    """A few words for everybody who shares a name, by id; nobody else is in it.

    The words are the first of role and organisation, place, where we met, who led me to them, that fits none of the
    others; failing all, the id.
    """
    by_name: dict[str, list[Person]] = defaultdict(list)
    names = [folded(person.name) for person in people]
    if len(set(names)) == len(names):
        return {}
    for name, person in zip(names, people, strict=True):
        by_name[name].append(person)
    found: dict[str, str] = {}
    for several in by_name.values():
        if len(several) > 1:
            how_many = Counter(words for person in several for words in _words(person))
            for person in several:
                alone = (words for words in _words(person) if how_many[words] == 1)
                found[str(person.id)] = next(alone, str(person.id))
    return found


def _words(person: Person) -> tuple[str, ...]:
    """What might tell somebody apart, the best first."""
    place = person.organisation.name if person.organisation else None
    words = (
        ", ".join(filter(None, (person.role, place))),
        person.location,
        person.met_at.name if person.met_at else None,
        f"through {person.introduced_by}" if person.introduced_by else None,
    )
    return tuple(dict.fromkeys(word for word in words if word))
