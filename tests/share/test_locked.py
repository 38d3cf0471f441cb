"""The locked file, and the envelope in it."""

import base64
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bothways.share.envelope import IV, Damaged, Keys, Wrong, _derived, new_keys, padded_size, seal, unseal
from bothways.share.locked import lock, unlock
from bothways.share.policy import Trusted
from shared import randomness

NOTHING = Trusted({}, {}, (), ())
FILES = {"index.html": b"<h1>Quincewort</h1>", "people/person-1.html": b"<h1>Person 1</h1>"}


def test_each_reader_opens_it() -> None:
    """With their own words, and with nobody else's."""
    data = lock(FILES, "index.html", NOTHING, ["one two three", "four five six"], randomness())
    for words in ("one two three", "Four-Five  six"):
        assert unlock(data, words) == (FILES, "index.html")
    with pytest.raises(Wrong):
        unlock(data, "one two six")


def test_the_same_randomness_gives_the_same_file_and_another_another() -> None:
    """Nothing else comes into it: no clock, no machine."""
    one, again, other = (lock(FILES, "index.html", NOTHING, ["w"], randomness(seed)) for seed in ("a", "a", "b"))
    assert one == again
    assert one != other


def test_nothing_of_it_can_be_seen() -> None:
    """No word, address or title, in no layer; and all small workbooks are of one size."""
    data = lock(FILES, "index.html", NOTHING, ["w"], randomness())
    envelope = data.split(b'id="locked">\n')[1]
    locked = base64.b64decode(b"".join(envelope.split(b"\n\n")[1].split()))
    for word in (b"Quincewort", b"person-1", b"Person 1"):
        assert word not in data
        assert word not in locked
    more = lock({**FILES, "b.html": bytes(range(256)) * 100}, "index.html", NOTHING, ["w"], randomness())
    assert len(more) == len(data)


def test_readers_cannot_be_counted() -> None:
    """One reader or eight: the file has as many places for keys."""
    sizes = {len(lock(FILES, "index.html", NOTHING, list("abcdefgh"[:count]), randomness())) for count in (1, 8)}
    assert len(sizes) == 1


def test_readers_are_in_no_order() -> None:
    """The first of three has one place in this file and another in that."""
    assert len({place_of("a", new_keys(list("abc"), randomness(str(seed)), 1)) for seed in range(20)}) > 4


def place_of(passphrase: str, keys: Keys) -> int:
    """The place that opens with it, of keys that were derived in one round: how dear that is, is of no matter here."""
    about, *places = keys.access.splitlines()
    derived = _derived(passphrase, base64.b64decode(about.split()[-1]), 1)
    (own,) = (number for number, place in enumerate(places) if opens(derived, base64.b64decode(place)))
    return own


def opens(derived: bytes, place: bytes) -> bool:
    try:
        AESGCM(derived).decrypt(place[:IV], place[IV:], None)
    except InvalidTag:
        return False
    return True


@pytest.mark.parametrize("size", [0, 1, 10_000, 262_139, 262_140, 262_141, 700_000, 1_000_000, 5_000_000])
def test_sizes_are_padded(size: int) -> None:
    """To one of few sizes, at most an eighth more than the content, but for the smallest."""
    padded = padded_size("locked file", size)
    assert padded >= size + 4
    assert padded <= max(262_144, (size + 4) * 9 / 8)
    assert padded_size("locked file", padded - 4) == padded


def test_it_survives_the_mail(tmp_path: Path) -> None:
    """Other line ends, and a byte order mark before it, do not harm it."""
    data = lock(FILES, "index.html", NOTHING, ["w"], randomness())
    assert unlock(data.replace(b"\n", b"\r\n"), "w")[0] == FILES
    assert unlock(b"\xef\xbb\xbf" + data, "w")[0] == FILES


@pytest.mark.parametrize("data", [b"", b"<html>", b'<script type="text/plain" id="locked">\n</script>', b"\xff\xfe"])
def test_what_is_no_locked_file_is_damaged(data: bytes) -> None:
    """Never another fault."""
    with pytest.raises(Damaged):
        unlock(data, "w")


def test_no_byte_can_be_changed() -> None:
    """Of a small reply, every single byte is tried."""
    text = seal("reply", b"hello", new_keys(["w"], randomness()), randomness())
    assert unseal("reply", text, "w")[0] == b"hello"
    for at in range(0, len(text), 7):
        other = text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]
        with pytest.raises(Damaged):
            unseal("reply", other, "w")
