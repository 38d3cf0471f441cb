"""A workbook's locked file for its coach, and its line for the overview, both from one cut."""

import json
import os
from datetime import date
from pathlib import Path

from bothways.audience.edition import edition
from bothways.audience.numbers import Numbers
from bothways.audience.profiles import NoSuchProfile, Profile, profile
from bothways.cohort.frames import frames
from bothways.cohort.line import Line, as_plain, from_plain, line_of
from bothways.cohort.places import WORKBOOK
from bothways.cohort.secrets import Secrets
from bothways.derive.facts import Facts
from bothways.model.workbook import Workbook
from bothways.problems import Place, Problem, ProblemsFound
from bothways.reading.library import read_library
from bothways.reading.workbook import read_workbook
from bothways.share.making import make
from bothways.share.parcel import locked_parcel
from bothways.share.pseudonyms import USE
from bothways.site.guide_files import guide_folder


def locked_file(
    folder: Path, name: str, day: date, reader: str, secrets: Secrets, sealed_before: str
) -> tuple[bytes, str]:
    """The locked file of the workbook in `folder`, and what goes into its record, sealed.

    `sealed_before` is that of the last run. Raises `ProblemsFound`, and `StillThere` when the second lock holds.
    """
    library = read_library(guide_folder())
    book = read_workbook(folder / WORKBOOK, library, WORKBOOK).workbook
    keyed = secrets.keyed(name)
    numbers = Numbers(keyed.key_for(USE), _opened(secrets, name, sealed_before).get("numbers", {}))
    cut = edition(book, _profile(reader, book), numbers)
    made = make(cut, library, folder / WORKBOOK, day, cache=frames(), shown_as=WORKBOOK)
    parcel = locked_parcel(cut, made, day, passphrases=[secrets.passphrase(name)], keyed=keyed, randomness=os.urandom)
    kept = {"line": as_plain(line_of(name, Facts(cut.workbook, day))), "numbers": dict(cut.numbers.given)}
    return parcel.locked, secrets.seal(name, json.dumps(kept).encode(), os.urandom)


def line_in(secrets: Secrets, name: str, sealed: str) -> Line | None:
    """The line that was sealed into a record; None where it was not by this key."""
    kept = _opened(secrets, name, sealed)
    return from_plain(kept["line"]) if kept else None


def _opened(secrets: Secrets, name: str, sealed: str) -> dict[str, dict[str, int]]:
    content = secrets.unseal(name, sealed)
    return json.loads(content) if content else {}


def _profile(reader: str, book: Workbook) -> Profile:
    try:
        return profile(reader, book.me.sharing if book.me else {})
    except NoSuchProfile as error:
        message = f"There is no profile {error.name}."
        hint = f"Write it under sharing, or share for {', '.join(error.known)}."
        raise ProblemsFound([Problem(Place(f"{WORKBOOK}/me.yaml"), "unknown-profile", message, hint)]) from error
