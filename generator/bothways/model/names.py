"""The names that references can mean, gathered before the records are read."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from anyascii import anyascii

from bothways.model.folding import folded as folded  # noqa: PLC0414  # many know it from here
from bothways.model.guesses import Guesses, several_in

KIND_WORDS = {
    "person": "a person in people.yaml",
    "organisation": "an organisation in organisations.yaml",
    "goal": "a goal in goals.yaml",
    "event": "an event in events.yaml",
    "question list": "a question list",
}

_HOMES = {
    "person": "people.yaml",
    "organisation": "organisations.yaml",
    "goal": "goals.yaml",
    "event": "events.yaml",
    "question list": "questions.yaml",
}

LONGEST_SLUG = 80
"""Characters: names of 200 bytes and more must fit every file system, with room for a date before and `.html` after."""

RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)), "index"}
)
"""Names Windows does not allow for a file, whatever their ending (Microsoft, "Naming Files, Paths, and Namespaces"),
and the one that our overviews have."""

MOST_OFFERED = 4
"""Names to choose from in one sentence."""

_NUMBERED = re.compile(r"[^\W\d]+ \d+(?=,|$)")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Known:
    """A record as others may name it."""

    id: str
    name: str


class Naming(NamedTuple):
    """What is said of who and what there is: that there is a record, or that some cannot be read."""

    kind: str
    known: Known | None
    """None: there are records of this kind whose names are unknown."""
    also: tuple[str, ...] = ()
    """Other names."""
    replaces: bool = False
    """Whether it takes the place of one with the same id."""


Answer = tuple[Known, ...] | bool
"""What a reference means; where that is nothing, whether some records could not be read."""


class Names:
    """Finds records by name, other name or id, in any case, spacing and Unicode form."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        """What references asked, by kind and text, since the list was last emptied."""
        self._said: list[Naming] = []
        self._index: _Index | None = None
        """Made when somebody is first looked for: then all is said."""
        self._guesses: dict[str, Guesses] = {}
        """By kind; made when somebody is not found."""

    def say(self, namings: Iterable[Naming]) -> None:
        """Says who and what there is, in the order of the files."""
        self._said += namings
        self._index, self._guesses = None, {}

    def add(self, kind: str, known: Known, *also: str) -> None:
        """Makes a record findable by its id, its name and other names."""
        self.say([Naming(kind, known, also)])

    def is_incomplete(self, kind: str) -> bool:
        """Whether some records of this kind could not be read."""
        return kind in self._sorted.incomplete

    def find(self, kind: str, text: str) -> tuple[Known, ...]:
        """Every record of the kind that `text` can mean: none, one, or several to choose from. An exact id wins."""
        found = self._sorted.known.get(kind, {}).get(folded(text), {})
        return (found[text],) if text in found else tuple(found.values())

    def answer(self, kind: str, text: str) -> Answer:
        """What a reference is told."""
        return self.find(kind, text) or self.is_incomplete(kind)

    def mean_the_same(self, other: "Names") -> bool:
        """Whether every reference is told the same by both."""
        if self._said == other._said:  # noqa: SLF001
            self._index, self._guesses = other._sorted, other._guesses  # noqa: SLF001  # one is enough
        return self._sorted == other._sorted  # noqa: SLF001

    def all(self, kind: str) -> tuple[Known, ...]:
        """Every record of the kind once, by name."""
        once = {known.id: known for found in self._sorted.known.get(kind, {}).values() for known in found.values()}
        return tuple(sorted(once.values(), key=lambda known: known.name))

    def advice(self, kind: str, text: str) -> str:
        """What to do about a reference to nobody."""
        parts = several_in(text)
        if len(parts) > 1 and all(self.find(kind, part) for part in parts):
            return f"Write them as a list: [{', '.join(parts)}]"
        if kind not in self._guesses:
            self._guesses[kind] = Guesses(known.name for known in self.all(kind))
        several = self._guesses[kind].meant(text)
        if len(several) > MOST_OFFERED:
            return f"There are {len(several)} with that in their names: write the whole name, or the id."
        if several:
            return f"Did you mean {' or '.join(several)}?"
        return f"Add this {kind} to {_HOMES[kind]}, or correct the name."

    @property
    def _sorted(self) -> "_Index":
        if self._index is None:
            self._index = _sorted(self._said)
        return self._index


class _Index(NamedTuple):
    """Everything that was said, to be looked up."""

    known: Mapping[str, Mapping[str, Mapping[str, Known]]]
    """By kind, folded name and id."""
    incomplete: frozenset[str]


def _sorted(said: Iterable[Naming]) -> _Index:
    known: dict[str, dict[str, dict[str, Known]]] = defaultdict(lambda: defaultdict(dict))
    incomplete: set[str] = set()
    for kind, one, also, replaces in said:
        if one is None:
            incomplete.add(kind)
            continue
        if replaces:
            for namesakes in known[kind].values():
                namesakes.pop(one.id, None)
        for name in (one.id, one.name, *also):
            known[kind][folded(name)].setdefault(one.id, one)
    return _Index(known, frozenset(incomplete))


def is_id(text: str) -> bool:
    """Whether the text can be an address and a file's name on every computer, as every slug can."""
    return bool(_ID.fullmatch(text)) and text not in RESERVED and len(text) <= LONGEST_SLUG + len("-12345678")


TITLES = frozenset("dr mr mrs ms miss mx prof professor sir dame lady lord rev reverend fr sister brother".split())


def first_name(name: str) -> str:
    """The name that a letter begins with: `Amara`, of Dr Amara Nilsen. A number belongs to it: `Person 7`."""
    if numbered := _NUMBERED.match(name):
        return numbered[0]
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        words.pop(0)
    return words[0] if words else name


def slug(name: str, kind: str) -> str:
    """The id made from a name: Latin letters, lower case, hyphens.

    A name that leaves nothing gets its kind and a hash; one that is too long or reserved, its beginning and a hash.
    """
    latin = name if name.isascii() else anyascii(unicodedata.normalize("NFC", name))
    plain = _BETWEEN.sub("-", latin.lower()).strip("-")
    if plain and plain not in RESERVED and len(plain) <= LONGEST_SLUG:
        return plain
    digest = hashlib.sha256(folded(name).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    start = plain[:LONGEST_SLUG].strip("-") or kind.replace(" ", "-")
    return f"{start}-{digest}"
