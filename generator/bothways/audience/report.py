"""The report: what is in a shared copy, what was cut, and what its owner had better look at before it is sent."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bothways.problems import Place


@dataclass(frozen=True)
class LookAt:
    """Words that stand in the shared copy and look like somebody's."""

    kind: str
    """`name`, `word` (an everyday word that is also a hidden name), `number`, `link`, `picture`."""
    words: str
    place: Place
    """Where it stands first."""
    times: int


@dataclass
class Report:
    """What a cut did. Filled while it is made."""

    profile: str
    people_as: str
    """`pseudonym`, `initials` or `full`."""
    shown: Counter[str] = field(default_factory=Counter)
    """Records, by kind."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Records that are not in it, by kind."""
    fields: Counter[str] = field(default_factory=Counter)
    """How often a field was left out where something was written, by its path."""
    people: Counter[str] = field(default_factory=Counter)
    """People by how they appear, those without a record too."""
    replaced: Counter[str] = field(default_factory=Counter)
    """Names, addresses, numbers, handles and links taken out of texts."""
    unknown_replaced: list[LookAt] = field(default_factory=list)
    """Those of them that the workbook knew nothing of."""
    pictures: list[str] = field(default_factory=list)
    """Pictures that are in it, as the owner knows them."""
    files_left_out: list[str] = field(default_factory=list)
    look_at: list[LookAt] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """What `--json` prints."""
        return {
            "profile": self.profile,
            "people_as": self.people_as,
            "shown": dict(self.shown),
            "left_out": dict(self.left_out),
            "fields_left_out": dict(sorted(self.fields.items())),
            "people": dict(self.people),
            "replaced": dict(self.replaced),
            "replaced_unknown": [_as_json(one) for one in self.unknown_replaced],
            "pictures": self.pictures,
            "files_left_out": self.files_left_out,
            "look_at": [_as_json(one) for one in self.look_at],
        }


class Gathering:
    """What was seen in texts, each once, with its first place and how often it stands there."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], list[Any]] = {}

    def add(self, kind: str, words: str, place: Place) -> None:
        """One more of these words."""
        one = self._found.setdefault((kind, words.casefold()), [words, place, 0])
        one[2] += 1

    def all(self) -> list[LookAt]:
        """All of it, by place."""
        found = (LookAt(kind, words, place, times) for (kind, _), (words, place, times) in self._found.items())
        return sorted(found, key=lambda one: (one.place, one.kind, one.words))


def _as_json(one: LookAt) -> dict[str, object]:
    return {"kind": one.kind, "words": one.words, "file": one.place.file, "line": one.place.line, "times": one.times}
