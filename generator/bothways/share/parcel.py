"""The parcel: a share that is ready to be written, locked or laid out, with its line for the record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bothways.audience.edition import Cut
from bothways.share import folder as plain_folder
from bothways.share import pseudonyms
from bothways.share.keyed import Keyed
from bothways.share.locked import lock
from bothways.share.making import FRONT, Made
from bothways.share.passphrase import Randomness
from bothways.share.reply import reply_file
from bothways.share.shares import Share, fingerprint, fingerprint_of_folder, people_of, record
from bothways.writing.swap import FileChange, write

MARK_BYTES = 8
"""Of a share's mark: a reply names it."""


@dataclass(frozen=True)
class Parcel:
    """A share in memory."""

    share: Share
    cut: Cut
    locked: bytes = b""
    """The locked file; nothing, for a folder."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The files of a folder; none, for a locked file."""


def locked_parcel(
    cut: Cut, made: Made, day: date, *, passphrases: Sequence[str], keyed: Keyed, randomness: Randomness
) -> Parcel:
    """One file, which opens with any of the passphrases."""
    mark = randomness(MARK_BYTES).hex()
    address, content = reply_file(mark, made.pages, made.own_addresses, keyed)
    data = lock({**made.files, address: content}, FRONT, made.trusted, passphrases, randomness)
    share = Share(
        id=mark,
        day=day,
        profile=cut.workbook.reader,
        how="file",
        fingerprint=fingerprint(data),
        bytes=len(data),
        pages=len(made.pages),
        people=people_of(cut.people, keyed),
    )
    return Parcel(share, cut, locked=data)


def laid_out_parcel(cut: Cut, made: Made, day: date, *, keyed: Keyed, randomness: Randomness) -> Parcel:
    """A plain folder, for a host with its own log-in."""
    files = plain_folder.for_a_host(made.files, made.trusted)
    share = Share(
        id=randomness(MARK_BYTES).hex(),
        day=day,
        profile=cut.workbook.reader,
        how="folder",
        fingerprint=fingerprint_of_folder(files),
        bytes=sum(map(len, files.values())),
        pages=len(made.pages),
        people=people_of(cut.people, keyed),
    )
    return Parcel(share, cut, files=files)


def deliver(parcel: Parcel, place: Path, home: Path) -> None:
    """Writes it to `place`, whole or not at all; `home` is the folder with `mkdocs.yml`, which keeps the record.

    The record comes first: what was sent must never be missing from it. Raises `Unreadable`, `NotOurs`, and
    `ChangedMeanwhile`.
    """
    remember(parcel, home)
    if parcel.files:
        plain_folder.write(parcel.files, place)
        return
    before = place.read_bytes() if place.exists() else None
    write([FileChange(place, before, parcel.locked)], place.parent)


def remember(parcel: Parcel, home: Path) -> None:
    """Puts it on record, before it is handed out. Raises `Unreadable` and `ChangedMeanwhile`."""
    record(home, parcel.share)
    pseudonyms.keep(home, parcel.cut.numbers)
