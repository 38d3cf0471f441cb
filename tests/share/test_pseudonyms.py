"""The numbers of pseudonyms, kept from share to share."""

from pathlib import Path

import pytest

from bothways.audience.numbers import Numbers
from bothways.share.keyed import KEY_BYTES, Keyed
from bothways.share.pseudonyms import FILE, keep, numbers

KEYED = Keyed(b"k" * KEY_BYTES)


def given(*people: str) -> Numbers:
    return Numbers(KEYED.key_for("pseudonyms")).with_all([("people", person) for person in people], {})


def test_what_is_kept_is_found_again(tmp_path: Path):
    """By whoever has the same key; another one knows nobody."""
    kept = given("dana-okafor", "piet-sandoval")
    keep(tmp_path, kept)
    assert numbers(tmp_path, KEYED) == kept
    other = numbers(tmp_path, Keyed(b"o" * KEY_BYTES))
    assert other.with_all([("people", "dana-okafor")], {}).of("people", "dana-okafor") == 3


def test_the_file_names_nobody(tmp_path: Path):
    keep(tmp_path, given("dana-okafor"))
    text = (tmp_path / ".bothways" / FILE).read_text()
    assert "dana" not in text
    assert (tmp_path / ".bothways" / ".gitignore").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"numbers": 3}', '{"numbers": {"people/x": "many"}}', "\udcff"])
def test_a_damaged_file_begins_anew(tmp_path: Path, text: str):
    """A share must not fail over it."""
    (tmp_path / ".bothways").mkdir()
    (tmp_path / ".bothways" / FILE).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert numbers(tmp_path, KEYED).given == {}
