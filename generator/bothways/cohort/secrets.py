"""The coach's file of passphrases: a line for each workbook. Workers read it where it lies; no task carries any of it.

It also holds the passphrase of the overview, and a key. With the key, what the overview is made of is locked beside
each result, and pseudonyms keep their numbers from run to run.
"""

import base64
import csv
import hashlib
import hmac
import io
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bothways.share.keyed import KEY_BYTES, Keyed
from bothways.share.passphrase import Randomness, Weak, generated, normal, refuse_if_weak
from bothways.whole_file import put_whole

HEADER = ("name", "passphrase")
OVERVIEW, KEY = ".overview", ".key"
"""Names of lines that are no workbook's: folders whose names begin with a dot are not looked at."""
NONCE = 12
"""Bytes, as AES-GCM wants them (NIST SP 800-38D, section 5.2.1.1)."""


class BadFile(Exception):
    """The file cannot be used. Its words say why, and nothing that stands in it but names."""


@dataclass(frozen=True, repr=False)
class Secrets:
    """What stands in the file."""

    lines: Mapping[str, str]

    def passphrase(self, name: str) -> str:
        """Of a workbook, or of the overview."""
        return self.lines[name]

    def keyed(self, name: str) -> Keyed:
        """The key of one workbook's shares: another one for each."""
        return Keyed(self._derived(f"shares\0{name}"))

    def mark(self, name: str) -> str:
        """A digest that changes with the passphrase, and does not tell it."""
        return hmac.new(self._derived("mark"), self.passphrase(name).encode(), hashlib.sha256).hexdigest()

    def seal(self, name: str, content: bytes, randomness: Randomness) -> str:
        """Content locked for the run that makes the overview."""
        nonce = randomness(NONCE)
        return base64.b64encode(nonce + AESGCM(self._derived("lines")).encrypt(nonce, content, name.encode())).decode()

    def unseal(self, name: str, sealed: str) -> bytes | None:
        """The content; None where it was locked with another key, for another workbook, or is damaged."""
        try:
            data = base64.b64decode(sealed, validate=True)
            return AESGCM(self._derived("lines")).decrypt(data[:NONCE], data[NONCE:], name.encode())
        except (InvalidTag, ValueError):
            return None

    def _derived(self, use: str) -> bytes:
        return hmac.new(bytes.fromhex(self.lines[KEY]), use.encode(), hashlib.sha256).digest()


def completed(path: Path, names: Iterable[str], randomness: Randomness) -> Secrets:
    """The file with a line for each of these workbooks; what it lacks is chosen, and written. Raises `BadFile`."""
    known = dict(_read(path)) if path.exists() else {}
    wanted = (*names, OVERVIEW)
    lines = known | {name: generated(randomness) for name in wanted if name not in known}
    lines.setdefault(KEY, randomness(KEY_BYTES).hex())
    _refuse_bad(lines)
    if lines != known:
        _write(path, lines)
    return Secrets(lines)


def read_secrets(path: Path) -> Secrets:
    """The file as it is. Raises `BadFile`, and `OSError` where it is not there."""
    about = path.stat()
    return _remembered(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=1)
def _remembered(path: Path, _changed: int, _size: int) -> Secrets:
    return Secrets(_read(path))


def _read(path: Path) -> Mapping[str, str]:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise BadFile(f"{path.name} can be read by others. Close it first: chmod 600 {path.name}")
    try:
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadFile(f"{path.name} is no table in UTF-8.") from error
    if not rows or tuple(rows[0]) != HEADER or any(len(row) != len(HEADER) for row in rows[1:] if row):
        raise BadFile(f"{path.name} has two columns, and begins with the line: {','.join(HEADER)}")
    lines = {row[0]: row[1] for row in rows[1:] if row}
    if len(lines) < sum(map(bool, rows[1:])):
        raise BadFile(f"{path.name} names a workbook twice.")
    return lines


def _refuse_bad(lines: Mapping[str, str]) -> None:
    """Every passphrase is hard to guess, and opens one file."""
    owner: dict[str, str] = {}
    for name, said in lines.items():
        if name == KEY:
            _refuse_bad_key(said)
            continue
        try:
            refuse_if_weak(said)
        except Weak as error:
            raise BadFile(f"{name}: {error}") from error
        if other := owner.get(normal(said)):
            raise BadFile(f"{other} and {name} have the same passphrase. Each needs its own.")
        owner[normal(said)] = name


def _refuse_bad_key(said: str) -> None:
    try:
        is_key = len(bytes.fromhex(said)) == KEY_BYTES
    except ValueError:
        is_key = False
    if not is_key:
        raise BadFile(f"The line {KEY} is damaged. Take it out, and a new one is made; all files are made anew then.")


def _write(path: Path, lines: Mapping[str, str]) -> None:
    """For the coach's eyes alone, and whole or not at all."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(HEADER)
    table.writerows(lines.items())
    put_whole(path, text.getvalue().encode(), mode=0o600)
