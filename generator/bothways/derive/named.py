"""Named: the people whom a few lines mention, by any of their names, or by a first name that is nobody else's."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bothways.model.names import first_name, folded
from bothways.model.people import Person

_WORD = re.compile(r"[^\W_]+")


def named(texts: Iterable[str], people: Sequence[Person]) -> tuple[Person, ...]:
    """Those whom the texts mention, in the order in which they first do."""
    said = _words(" . ".join(texts))
    first_names = Counter(_words(first_name(person.name)) for person in people)
    found = []
    for person in people:
        first = _words(first_name(person.name))
        names = [_words(name) for name in (person.name, *person.also_known_as)]
        names += [first] if first_names[first] == 1 else []
        places = [place for name in names if name.strip() and (place := said.find(name)) >= 0]
        if places:
            found.append((min(places), person))
    return tuple(person for _, person in sorted(found, key=lambda each: each[0]))


def _words(text: str) -> str:
    """The words alone, each between two spaces."""
    return f" {' '.join(_WORD.findall(folded(text)))} "
