"""The example, shared with its coach: the edition's files, and the locked file made of them."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bothways.audience.edition import edition
from bothways.audience.profiles import Profile
from bothways.reading.library import read_library
from bothways.reading.workbook import read_workbook
from bothways.share.keyed import Keyed
from bothways.share.locked import lock
from bothways.share.making import FRONT, make
from bothways.share.policy import Trusted
from bothways.share.reply import reply_file
from workbooks import GUIDE, TODAY

PASSPHRASE = "gravel untaxed barley marbled tinsel oxford"
OTHER_PASSPHRASE = "second reader has six words too"
KEYED = Keyed(b"the key of a home, for tests....")
SHARE = "ab12cd34"


@dataclass(frozen=True)
class Shared:
    """An edition for a coach, ready to be locked or laid out."""

    files: Mapping[str, bytes]
    trusted: Trusted

    def locked(self, *passphrases: str) -> bytes:
        """The locked file."""
        return lock(self.files, FRONT, self.trusted, passphrases or (PASSPHRASE,), randomness())


def share(workbook: Path) -> Shared:
    """The edition for the coach of a workbook."""
    library = read_library(GUIDE)
    made = make(edition(read_workbook(workbook, library).workbook, Profile()), library, workbook, TODAY)
    address, asks = reply_file(SHARE, made.pages, made.own_addresses, KEYED)
    return Shared({**made.files, address: asks}, made.trusted)


def randomness(seed: str = "bothways") -> Callable[[int], bytes]:
    """Bytes that look random and are the same every time."""
    count = 0

    def give(size: int) -> bytes:
        nonlocal count
        count += 1
        return hashlib.shake_256(f"{seed} {count}".encode()).digest(size)

    return give
