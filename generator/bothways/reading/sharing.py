"""What can be wrong in `sharing`: a field that is none, one that is never shared, a profile that starts from nowhere.

Here, while the workbook is read, so that a slip is found when it is made and not on the day of a share.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from bothways.model.me import Me, SharingProfile
from bothways.model.refusal import shown
from bothways.model.sharing import BUILT_IN, fields, kinds, spelt
from bothways.problems import Place, Problem, ProblemsFound


def sharing_slips(me: Me) -> Iterator[Problem]:
    """Every slip in the profiles of `me.yaml`."""
    return slips(me.sharing, me.field_written("sharing"), "me.sharing")


def profiles_of(written: Mapping[str, Any], place: Place) -> Mapping[str, SharingProfile]:
    """The profiles that another file than `me.yaml` holds, as its own reader gives them. Raises `ProblemsFound`."""
    try:
        found = {name: SharingProfile.model_validate(wishes) for name, wishes in written.items()}
    except ValidationError as error:
        message = f"sharing: {error.errors()[0]['msg']}"
        raise ProblemsFound([Problem(place, "mkdocs-yml", message, "Write it as in me.yaml.", "sharing")]) from error
    problems = tuple(slips(found, place, "sharing"))
    if problems:
        raise ProblemsFound(problems)
    return found


def slips(profiles: Mapping[str, SharingProfile], place: Place, path: str) -> Iterator[Problem]:
    """Every slip in these profiles, which stand under `path`; `place` is for those whose own place is not known."""
    for name, profile in profiles.items():
        here = f"{path}.{name}"
        for list_, named in (("show", profile.show), ("hide", profile.hide)):
            at = _at(profile, list_, place)
            for field in named:
                yield from _field(field, at, f"{here}.{list_}", is_show=list_ == "show")
        yield from _start(name, profiles, _at(profile, "like", place), f"{here}.like")


def _at(profile: SharingProfile, field: str, place: Place) -> Place:
    return profile.field_written(field) if profile.written.file else place


def _field(field: str, place: Place, path: str, *, is_show: bool) -> Iterator[Problem]:
    said = spelt(field)
    known = fields().get(said)
    if known is None and said not in kinds():
        near = get_close_matches(said, fields(), n=1, cutoff=0.6)
        hint = f"Did you mean {near[0]}?" if near else "Write the file and the field, such as people.role."
        yield Problem(place, "unknown-shared-field", f"{shown(field)} is not a field.", hint, path)
    elif is_show and known and known.decided not in ("shown", "hidden"):
        message = f"{said} is in no shared copy, whatever a profile says."
        yield Problem(place, "never-shared", message, "Take it out of show.", path)


def _start(name: str, profiles: Mapping[str, SharingProfile], place: Place, path: str) -> Iterator[Problem]:
    """Where the profile starts from: nowhere, or in the end from itself."""
    like = profiles[name].like
    if like is None or like == BUILT_IN:
        return
    if like not in profiles:
        near = get_close_matches(like, (BUILT_IN, *profiles), n=1, cutoff=0.6)
        hint = f"Did you mean {near[0]}?" if near else f"Write like: {BUILT_IN}, or a profile of your own."
        yield Problem(place, "unknown-profile", f"There is no profile {shown(like)}.", hint, path)
        return
    way = [name]
    while (next_ := profiles[way[-1]].like) in profiles and next_ not in way:
        way.append(str(next_))
    if next_ == name and name == min(way):
        message = f"The profile {shown(name)} starts from itself{_through(way[1:])}."
        yield Problem(place, "circular-profile", message, f"Let one of them start from {BUILT_IN}.", path)


def _through(others: list[str]) -> str:
    return f", by way of {', '.join(map(shown, others))}" if others else ""
