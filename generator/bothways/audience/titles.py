"""What everybody and everything is called on its own in a shared copy, and the address of its page.

A pseudonym carries meaning: `Person 7, head of food services`; where the organisation is hidden, what it does too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bothways.audience.cleaning import Cleaner
from bothways.audience.masks import Mask, built_in, mode_of
from bothways.audience.profiles import Profile
from bothways.model.names import slug
from bothways.model.organisations import Organisation
from bothways.model.people import Person
from bothways.model.workbook import Workbook
from bothways.reading.kinds import BY_NAME

LONGEST_MEANING = 60
"""Characters of a role that go into a name: ours."""


def with_titles(masks: Sequence[Mask], workbook: Workbook, profile: Profile, cleaner: Cleaner) -> Iterator[Mask]:
    """The masks with their titles and, for records, their ids: each id once in its kind."""
    taken = {(kind, str(record.id)) for kind in ("questions", "messages") for record in built_in(workbook, kind)}
    for mask in masks:
        title = _title(mask, workbook, profile, cleaner)
        id_ = None
        if not mask.key.startswith("name:"):
            # The address says no more than the mention does: a role may change, and is no part of who it is.
            named = mask.mention if mask.mode in ("pseudonym", "initials") else title
            id_ = _free(slug(named, BY_NAME[mask.kind].noun), mask.kind, taken)
            taken.add((mask.kind, id_))
        yield replace(mask, title=title, id=id_)


def _title(mask: Mask, workbook: Workbook, profile: Profile, cleaner: Cleaner) -> str:
    if mask.mode == "full":
        return mask.names[0] if mask.kind in ("people", "me") else cleaner.clean(mask.names[0]).text
    if mask.mode != "pseudonym":
        return mask.mention
    meaning = _meaning(mask, workbook, profile)
    said = (cleaner.clean(_short(words), {mask.key}).text for words in meaning)
    return ", ".join([mask.mention, *filter(None, said)])


def _meaning(mask: Mask, workbook: Workbook, profile: Profile) -> Iterator[str]:
    """What says who or what it is, without saying the name."""
    if mask.kind == "people" and (person := workbook.person.get(mask.key)):
        yield from _if_shown(person, "people", "role", profile)
        place = workbook.organisation.get((person.organisation.id or "") if person.organisation else "")
        if place and mode_of(place, "organisations", profile) == "pseudonym":
            yield from _what_it_does(place, profile)
    if mask.kind == "organisations" and (place := workbook.organisation.get(mask.key)):
        yield from _what_it_does(place, profile)


def _what_it_does(place: Organisation, profile: Profile) -> Iterator[str]:
    sector = tuple(_if_shown(place, "organisations", "sector", profile))
    yield from sector or _if_shown(place, "organisations", "size", profile)


def _if_shown(record: Person | Organisation, kind: str, field: str, profile: Profile) -> Iterator[str]:
    words = getattr(record, field)
    if words and profile.shows(f"{kind}.{field}", type(record), field):
        yield words


def _short(words: str) -> str:
    """The beginning of a role, as it goes on after a comma: `retired midwife`."""
    first = re.split(r"[;.,(]", words)[0].strip() or words
    if len(first) > LONGEST_MEANING:
        first = first[:LONGEST_MEANING].rsplit(" ", 1)[0]
    return first if first[1:2].isupper() else first[:1].lower() + first[1:]


def _free(id_: str, kind: str, taken: set[tuple[str, str]]) -> str:
    """The id, or with a number where something else has it."""
    number, found = 1, id_
    while (kind, found) in taken:
        number += 1
        found = f"{id_}-{number}"
    return found
