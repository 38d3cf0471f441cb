"""A profile, worked out: what one kind of reader sees, by the allow-list beside the model and the person's wishes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bothways.model.base import Noun
from bothways.model.me import SharingProfile
from bothways.model.sharing import BUILT_IN, decided, spelt
from bothways.model.workbook import Workbook

Naming = Literal["pseudonym", "initials", "full"]
"""How other people appear."""


class NoSuchProfile(Exception):
    """There is no profile of this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.known = name, known


@dataclass(frozen=True)
class Profile:
    """What one kind of reader sees."""

    name: str = BUILT_IN
    people: Naming = "pseudonym"
    shown: frozenset[str] = frozenset()
    """Fields that are shown besides those of the allow-list, such as `people.location`."""
    hidden: frozenset[str] = frozenset()
    """Fields and whole kinds that are not shown, such as `goals.why` or `log`."""

    def shows(self, path: str, noun: type[Noun], key: str) -> bool:
        """Whether the field of a noun is shown, at its path. What nobody decided about is not."""
        decision = decided(noun, key)
        if decision not in ("shown", "hidden") or self.hides(path):
            return False
        return decision == "shown" or path in self.shown

    def hides(self, path: str) -> bool:
        """Whether the profile leaves out a field or a kind, by itself or with what it stands in."""
        steps = path.split(".")
        return any(".".join(steps[:length]) in self.hidden for length in range(1, len(steps) + 1))


def written_by(workbook: Workbook, elsewhere: Mapping[str, SharingProfile]) -> Mapping[str, SharingProfile]:
    """The profiles of a person's own, by name: one of `me.yaml` comes before one that is written `elsewhere`."""
    return {**elsewhere, **(workbook.me.sharing if workbook.me else {})}


def profile(name: str, written: Mapping[str, SharingProfile]) -> Profile:
    """The profile of this name among those that are `written`. Raises `NoSuchProfile`."""
    if name not in written and name != BUILT_IN:
        raise NoSuchProfile(name, tuple(dict.fromkeys((BUILT_IN, *written))))
    found = Profile(name)
    for wishes in reversed(_chain(name, written)):
        found = _with(found, wishes)
    return found


def _chain(name: str, written: Mapping[str, SharingProfile]) -> list[SharingProfile]:
    """The profile, the one it starts from, and so on. All start from the built-in one."""
    chain: list[SharingProfile] = []
    seen: set[str] = set()
    while name in written and name not in seen:
        seen.add(name)
        chain.append(written[name])
        name = written[name].like or BUILT_IN
    return chain


def _with(base: Profile, wishes: SharingProfile) -> Profile:
    """The profile with wishes on top. What is both shown and hidden is hidden."""
    show, hide = frozenset(map(spelt, wishes.show)), frozenset(map(spelt, wishes.hide))
    return Profile(
        name=base.name,
        people=wishes.people or base.people,
        shown=(base.shown | show) - hide,
        hidden=(base.hidden - show) | hide,
    )
