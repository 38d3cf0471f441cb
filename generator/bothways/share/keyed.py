"""The key of a home: with it, people and pages are written down as hashes that say nothing to anybody else.

It lies in `.bothways/key`, is made with the first share, and never leaves this machine. Without it old shares can no
longer be asked who was in them, and an old reply no longer finds its pages; nothing else is lost.
"""

import hashlib
import hmac
from pathlib import Path

from bothways.housekeeping import HOUSEKEEPING
from bothways.model.names import folded
from bothways.share.kept import home_of
from bothways.share.passphrase import Randomness
from bothways.whole_file import put_whole

KEY_FILE = "key"
KEY_BYTES = 32
HASH = 16
"""Hexadecimal digits: among 10,000 people or pages two alike come up once in 300 thousand million workbooks."""


class Keyed:
    """Hashes with the key of one home."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def page(self, address: str) -> str:
        """A page of the owner's own site."""
        return self._hash("page", address)

    def person(self, name: str) -> str:
        """Somebody by a name, however it is spelt in capitals and spaces."""
        return self._hash("person", folded(name))

    def key_for(self, use: str) -> bytes:
        """A key for another use, from which nobody can tell this one."""
        return hmac.new(self._key, f"key\0{use}".encode(), hashlib.sha256).digest()

    def _hash(self, what: str, said: str) -> str:
        return hmac.new(self._key, f"{what}\0{said}".encode(), hashlib.sha256).hexdigest()[:HASH]


def keyed(folder: Path, randomness: Randomness) -> Keyed:
    """With the key of the folder with `mkdocs.yml`, which is made where there is none."""
    return keyed_if_any(folder) or Keyed(_new_key(home_of(folder), randomness(KEY_BYTES)))


def keyed_if_any(folder: Path) -> Keyed | None:
    """With the key of the folder; None where nothing was shared from it, or the key is no key."""
    try:
        key = (folder / HOUSEKEEPING / KEY_FILE).read_bytes()
    except OSError:
        return None
    return Keyed(key) if len(key) == KEY_BYTES else None


def _new_key(home: Path, key: bytes) -> bytes:
    """Writes it for the owner's eyes alone."""
    put_whole(home / KEY_FILE, key, mode=0o600)
    return key
