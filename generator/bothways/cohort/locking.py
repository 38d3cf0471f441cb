"""A workbook's locked file for its coach, and its line for the overview, both from one cut."""

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bothways.audience.edition import edition
from bothways.audience.numbers import Numbers
from bothways.audience.profiles import NoSuchProfile, Profile, profile, written_by
from bothways.cohort.kept import frames, library
from bothways.cohort.line import Line, as_plain, from_plain, line_of
from bothways.cohort.places import WORKBOOK
from bothways.cohort.secrets import Secrets
from bothways.derive.facts import Facts
from bothways.model.workbook import Workbook
from bothways.problems import Place, Problem, ProblemsFound
from bothways.reading.workbook import read_workbook
from bothways.share.making import make
from bothways.share.parcel import locked_parcel
from bothways.share.pseudonyms import USE


@dataclass(frozen=True)
class Locking:
    """What a locked file is made with, besides the workbook."""

    name: str
    """The workbook's folder."""
    day: date
    reader: str
    """The name of a profile."""
    secrets: Secrets

    def locked(self, folder: Path, sealed_before: str) -> tuple[bytes, str]:
        """The locked file of the workbook in `folder`, and what goes into its record, sealed.

        `sealed_before` is that of the last run. Raises `ProblemsFound`, and `StillThere` when the second lock holds.
        """
        book = read_workbook(folder / WORKBOOK, library(), WORKBOOK).workbook
        keyed = self.secrets.keyed(self.name)
        numbers = Numbers(keyed.key_for(USE), _opened(self.secrets, self.name, sealed_before).get("numbers", {}))
        cut = edition(book, _profile(self.reader, book), numbers)
        made = make(cut, library(), folder / WORKBOOK, self.day, cache=frames(), shown_as=WORKBOOK)
        passphrase = self.secrets.passphrase(self.name)
        parcel = locked_parcel(cut, made, self.day, passphrases=[passphrase], keyed=keyed, randomness=os.urandom)
        line = line_of(self.name, Facts(cut.workbook, self.day))
        kept = {"line": as_plain(line), "numbers": dict(cut.numbers.given)}
        return parcel.locked, self.secrets.seal(self.name, json.dumps(kept).encode(), os.urandom)


def line_in(secrets: Secrets, name: str, sealed: str) -> Line | None:
    """The line that was sealed into a record; None where it was not by this key."""
    kept = _opened(secrets, name, sealed)
    return from_plain(kept["line"]) if kept else None


def _opened(secrets: Secrets, name: str, sealed: str) -> dict[str, Any]:
    content = secrets.unseal(name, sealed)
    opened: dict[str, Any] = json.loads(content) if content else {}
    return opened


def _profile(reader: str, book: Workbook) -> Profile:
    try:
        return profile(reader, written_by(book, {}))
    except NoSuchProfile as error:
        message = f"There is no profile {error.name}."
        hint = f"Write it under sharing, or share for {', '.join(error.known)}."
        raise ProblemsFound([Problem(Place(f"{WORKBOOK}/me.yaml"), "unknown-profile", message, hint)]) from error
