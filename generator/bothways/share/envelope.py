"""The envelope: bytes locked for several readers, each with a passphrase of their own, as lines of text.

generator/locked-file.md is the contract. The reader in the browser (`reader/envelope.js`) does the same; published test
vectors hold both to it.
"""

import base64
import hashlib
import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from bothways.share.passphrase import Randomness, normal

Kind = Literal["locked file", "reply"]

VERSION = 1
ROUNDS = 1_000_000
"""Of PBKDF2-HMAC-SHA256. OWASP's cheat sheet on password storage asked for 600,000 in 2023."""
MOST_ROUNDS = 20_000_000
"""More would only keep the reader's machine busy."""
PLACES = 8
"""Keys stand in a multiple of so many places. The rest are random bytes, so that nobody can count readers."""
SALT, IV, KEY, TAG = 16, 12, 32, 16
"""Bytes."""
SMALLEST = {"locked file": 1 << 18, "reply": 1 << 14}
"""Bytes of what is locked, padding included: all small workbooks look the same, and so do all replies."""
LINE = 1000
"""Characters of a line of the locked bytes."""

WHOLE = re.compile(
    r"(?P<signed>"
    r"(?P<header>bothways (?:locked file|reply) [1-9][0-9]{0,3}\n"
    r"(?P<access>(?P<kdf>[A-Z0-9-]{1,40}) (?P<rounds>[1-9][0-9]{0,9}) (?P<salt>[A-Za-z0-9+/]{22}==)\n"
    r"(?P<wrapped>(?:[A-Za-z0-9+/]{80}\n)+))"
    r"(?P<cipher>[A-Z0-9-]{1,40}) (?P<iv>[A-Za-z0-9+/]{16}) (?P<size>[1-9][0-9]{0,9})\n)"
    r"\n(?P<locked>(?:[A-Za-z0-9+/=]{1,1000}\n)+)\n)"
    r"SHA-256 (?P<digest>[A-Za-z0-9+/]{43}=)\n"
)
FIRST_LINE = re.compile(r"bothways (?P<kind>locked file|reply) (?P<version>[1-9][0-9]{0,3})\n")


class NotOpened(Exception):
    """An envelope that does not open. Its class says why; `word` is the same word in the browser and in the vectors."""

    word = ""


class Wrong(NotOpened):
    """The passphrase is none of its readers'."""

    word = "wrong"


class Damaged(NotOpened):
    """Part of it is missing, or was changed, or it was never one of ours."""

    word = "damaged"


class Newer(NotOpened):
    """It was made by a later version, or in a way that this one does not know."""

    word = "newer"


@dataclass(frozen=True)
class Keys:
    """What opens an envelope."""

    content: bytes
    access: str
    """The lines of the header that give it to the readers: the key derivation, and the wrapped keys."""


def new_keys(passphrases: Sequence[str], randomness: Randomness, rounds: int = ROUNDS) -> Keys:
    """A fresh content key, wrapped for each passphrase."""
    content, salt = randomness(KEY), randomness(SALT)
    wrapped = []
    for passphrase in passphrases:
        iv = randomness(IV)
        wrapped.append(iv + AESGCM(_derived(passphrase, salt, rounds)).encrypt(iv, content, None))
    wrapped += [randomness(IV + KEY + TAG) for _ in range(-len(wrapped) % PLACES)]
    # In an order of their own: their random bytes are as good as a shuffle.
    wrapped.sort()
    lines = [f"PBKDF2-SHA256 {rounds} {_text(salt)}", *map(_text, wrapped)]
    return Keys(content, "".join(f"{line}\n" for line in lines))


def seal(kind: Kind, content: bytes, keys: Keys, randomness: Randomness) -> str:
    """The content, padded and locked, as text."""
    plain = _padded(kind, content)
    iv = randomness(IV)
    size = len(plain) + TAG
    header = f"bothways {kind} {VERSION}\n{keys.access}AES-256-GCM {_text(iv)} {size}\n"
    locked = _text(AESGCM(keys.content).encrypt(iv, plain, header.encode()))
    lines = "".join(f"{locked[at : at + LINE]}\n" for at in range(0, len(locked), LINE))
    signed = f"{header}\n{lines}\n"
    return f"{signed}SHA-256 {_text(hashlib.sha256(signed.encode()).digest())}\n"


def unseal(kind: Kind, text: str, passphrase: str) -> tuple[bytes, Keys]:
    """The content of an envelope of this kind, and its keys. Raises `NotOpened`."""
    envelope = _read(kind, text)
    derived = _derived(passphrase, envelope.salt, envelope.rounds)
    content_key = _unwrapped(derived, envelope.wrapped)
    try:
        plain = AESGCM(content_key).decrypt(envelope.iv, envelope.locked, envelope.header.encode())
    except InvalidTag as error:
        raise Damaged from error
    return _unpadded(kind, plain), Keys(content_key, envelope.access)


def padded_size(kind: Kind, size: int) -> int:
    """Bytes that are locked for a content of this size: Padmé, which hides all but the first few digits of a length.

    Nikitin and others, Reducing Metadata Leakage from Encrypted Files and Communication with PURBs, 2019, section 4.3:
    at most 12 % more, and 3 % for a megabyte.
    """
    size = max(size + 4, SMALLEST[kind])
    exponent = size.bit_length() - 1
    last_bits = exponent - exponent.bit_length()
    step = 1 << last_bits
    return -(-size // step) * step


@dataclass(frozen=True)
class _Envelope:
    header: str
    access: str
    salt: bytes
    rounds: int
    wrapped: tuple[bytes, ...]
    iv: bytes
    locked: bytes


def _read(kind: Kind, text: str) -> _Envelope:
    """What stands in it. Raises `Newer` or `Damaged`, before any passphrase is asked for."""
    text = text.replace("\r\n", "\n").strip("\n") + "\n"
    first = FIRST_LINE.match(text)
    if first is None or first["kind"] != kind:
        raise Damaged
    if int(first["version"]) != VERSION:
        raise Newer
    parts = WHOLE.fullmatch(text)
    if parts is None or _bytes(parts["digest"]) != hashlib.sha256(parts["signed"].encode()).digest():
        raise Damaged
    if (parts["kdf"], parts["cipher"]) != ("PBKDF2-SHA256", "AES-256-GCM"):
        raise Newer
    rounds, size = int(parts["rounds"]), int(parts["size"])
    wrapped = tuple(_bytes(line) for line in parts["wrapped"].split())
    lines = parts["locked"].split()
    locked = _bytes("".join(lines))
    is_whole = len(locked) == size and all(len(line) == LINE for line in lines[:-1])
    if not (ROUNDS <= rounds <= MOST_ROUNDS and len(wrapped) % PLACES == 0 and is_whole):
        raise Damaged
    salt, iv = _bytes(parts["salt"]), _bytes(parts["iv"])
    return _Envelope(parts["header"], parts["access"], salt, rounds, wrapped, iv, locked)


def _unwrapped(derived: bytes, wrapped: Sequence[bytes]) -> bytes:
    for place in wrapped:
        try:
            return AESGCM(derived).decrypt(place[:IV], place[IV:], None)
        except InvalidTag:
            continue
    raise Wrong


def _derived(passphrase: str, salt: bytes, rounds: int) -> bytes:
    return PBKDF2HMAC(SHA256(), KEY, salt, rounds).derive(normal(passphrase).encode())


def _padded(kind: Kind, content: bytes) -> bytes:
    plain = struct.pack("<I", len(content)) + content
    return plain.ljust(padded_size(kind, len(content)), b"\0")


def _unpadded(kind: Kind, plain: bytes) -> bytes:
    size = int.from_bytes(plain[:4], "little")
    if len(plain) < 4 or len(plain) != padded_size(kind, size) or any(plain[4 + size :]):
        raise Damaged
    return plain[4 : 4 + size]


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    """Base64 as we write it, and no other: its last letter may not hide bits."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Damaged from error
    if _text(data) != text:
        raise Damaged
    return data
