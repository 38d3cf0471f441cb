"""The record of what was shared: when, for whom, how much, and who was in it; never a name, a passphrase or a key.

It lies in `.bothways/shares.json`. People are in it as keyed hashes, so that somebody who is to be forgotten can be
looked up by name, and nobody can be read out of it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path

from bothways.housekeeping import HOUSEKEEPING
from bothways.share.kept import keep
from bothways.share.keyed import Keyed

FILE = "shares.json"
VERSION = 1


class Unreadable(Exception):
    """The record is there and cannot be read. Nothing is written over it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{HOUSEKEEPING}/{path.name} cannot be read as the record of what you shared. Move it elsewhere."
        )


@dataclass(frozen=True)
class Share:
    """One share."""

    id: str
    """Its mark, which a reply to it names."""
    day: date
    profile: str
    """For whom: the name of a profile."""
    how: str
    """`file` or `folder`."""
    fingerprint: str
    """The SHA-256 of the file, in groups; of a folder, that of all its files. Read it to the coach to compare."""
    bytes: int
    pages: int
    people: Mapping[str, str] = field(default_factory=dict)
    """How each person appears (`full`, `initials`, `pseudonym`), by keyed hash of each name and of the id."""


def fingerprint(data: bytes) -> str:
    """The SHA-256 of a file, in groups of eight that can be read aloud."""
    digest = hashlib.sha256(data).hexdigest()
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def fingerprint_of_folder(files: Mapping[str, bytes]) -> str:
    """One fingerprint for many files: of the list that `sha256sum` gives for them, by address."""
    lines = (f"{hashlib.sha256(data).hexdigest()}  {address}\n" for address, data in sorted(files.items()))
    return fingerprint("".join(lines).encode())


def people_of(shown: Iterable[tuple[Iterable[str], str]], keyed: Keyed) -> Mapping[str, str]:
    """`people` of a share, from all the names of each person and how they appear."""
    return {keyed.person(name): how for names, how in shown for name in names}


def record(folder: Path, share: Share) -> None:
    """Adds a share to the record of a folder. Raises `Unreadable` and `ChangedMeanwhile`."""
    keep(folder, FILE, lambda: _as_text((*shares(folder), share)))


def shares(folder: Path) -> tuple[Share, ...]:
    """Every share of a folder, the oldest first. Raises `Unreadable`."""
    path = folder / HOUSEKEEPING / FILE
    try:
        known = json.loads(path.read_bytes())
        return tuple(_share(one) for one in known["shares"])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(path) from error


def that_held(folder: Path, names: Iterable[str], keyed: Keyed | None) -> tuple[tuple[Share, str], ...]:
    """The shares in which somebody of these names was, each with how they appeared in it."""
    if keyed is None:
        return ()
    wanted = [keyed.person(name) for name in names]
    found = ((share, [share.people[who] for who in wanted if who in share.people]) for share in shares(folder))
    return tuple((share, how[0]) for share, how in found if how)


def _as_text(known: Iterable[Share]) -> str:
    """The record, a line for each share."""
    lines = [json.dumps(asdict(one), default=str, ensure_ascii=False, sort_keys=True) for one in known]
    return f'{{"version": {VERSION}, "shares": [\n' + ",\n".join(lines) + "\n]}\n"


def _share(said: Mapping[str, object]) -> Share:
    known = {one.name for one in fields(Share)}
    values = {key: value for key, value in said.items() if key in known}
    return Share(**values | {"day": date.fromisoformat(str(said["day"]))})  # type: ignore[arg-type]
