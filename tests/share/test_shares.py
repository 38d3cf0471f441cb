"""The record of shares knows who was in them, and names nobody."""

import stat
from datetime import date
from pathlib import Path

import pytest

from bothways.share.keyed import keyed, keyed_if_any
from bothways.share.shares import Share, Unreadable, fingerprint, people_of, record, shares, that_held
from folders import contents
from shared import randomness

PEOPLE = [(("Dana Okafor", "dana-okafor", "Dani"), "pseudonym"), (("Bea Lin",), "full")]


def shared(folder: Path, mark: str = "ab12") -> Share:
    share = Share(
        id=mark,
        day=date(2026, 12, 1),
        profile="coach",
        how="file",
        fingerprint=fingerprint(b"file"),
        bytes=4,
        pages=1,
        people=people_of(PEOPLE, keyed(folder, randomness())),
    )
    record(folder, share)
    return share


def test_a_share_is_kept(tmp_path: Path) -> None:
    """One after the other, the oldest first."""
    one, other = shared(tmp_path), shared(tmp_path, "cd34")
    assert shares(tmp_path) == (one, other)


def test_it_tells_who_was_in_it_by_any_name(tmp_path: Path) -> None:
    """By name, other name or id, in any case; and nothing of somebody who was not."""
    share = shared(tmp_path)
    key = keyed_if_any(tmp_path)
    for name in ("dana okafor", "DANI", "dana-okafor"):
        assert that_held(tmp_path, [name], key) == ((share, "pseudonym"),)
    assert that_held(tmp_path, ["Cole"], key) == ()
    assert that_held(tmp_path, ["Bea Lin"], keyed_if_any(tmp_path / "elsewhere")) == ()


def test_no_name_and_no_key_is_in_it(tmp_path: Path) -> None:
    """Whoever reads the record learns no name; the key is for its owner's eyes, and git is told to leave all of it alone."""
    shared(tmp_path)
    written = contents(tmp_path)
    key = written.pop(".bothways/key")
    for data in written.values():
        assert key.hex().encode() not in data
        for name in (b"Dana", b"dana", b"Okafor", b"Bea", b"Lin"):
            assert name not in data
    assert stat.S_IMODE((tmp_path / ".bothways" / "key").stat().st_mode) == 0o600
    assert written[".bothways/.gitignore"].rstrip().endswith(b"*")


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'{"shares": [1]}', b'{"shares": [{}]}', b"[" * 5000])
def test_a_damaged_record_is_not_written_over(tmp_path: Path, damaged: bytes) -> None:
    """It says so instead."""
    shared(tmp_path)
    path = tmp_path / ".bothways" / "shares.json"
    path.write_bytes(damaged)
    with pytest.raises(Unreadable):
        shared(tmp_path)
    assert path.read_bytes() == damaged


def test_a_fingerprint_can_be_compared() -> None:
    """It is the SHA-256 that any system prints, in groups."""
    assert fingerprint(b"") == "e3b0c442 98fc1c14 9afbf4c8 996fb924 27ae41e4 649b934c a495991b 7852b855"
