"""A copy for a reader, made in memory from the workbook as it is now."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bothways.audience.edition import edition
from bothways.audience.profiles import Profile, profile, written_by
from bothways.model.me import SharingProfile
from bothways.model.sharing import BUILT_IN
from bothways.model.workbook import Workbook
from bothways.share import pseudonyms
from bothways.share.keyed import keyed
from bothways.share.making import make
from bothways.share.parcel import Parcel, locked_parcel
from bothways.site.cache import Cache
from bothways.writing.desk import Desk


def profiles(workbook: Workbook, elsewhere: Mapping[str, SharingProfile]) -> Mapping[str, Profile]:
    """Every profile one may choose, by name: the built-in one first. `elsewhere`: those that `mkdocs.yml` holds."""
    written = written_by(workbook, elsewhere)
    return {name: profile(name, written) for name in dict.fromkeys((BUILT_IN, *written))}


def locked_copy(folder: Path, desk: Desk, day: date, chosen: Profile, passphrase: str) -> Parcel:
    """The locked file of a workbook for one reader; `folder` is the one with `mkdocs.yml`. The workbook stays as it is.

    Raises `ProblemsFound`, and `StillThere` when something that was taken out is in it all the same.
    """
    key = keyed(folder, os.urandom)
    cut = edition(desk.workbook, chosen, pseudonyms.numbers(folder, key))
    made = make(cut, desk.library, desk.folder, day, cache=Cache(folder), shown_as=desk.shown_as)
    return locked_parcel(cut, made, day, passphrases=[passphrase], keyed=key, randomness=os.urandom)
