"""The published test vectors hold in Python. `tests/browser/test_vectors.py` holds the same for both browsers."""

import base64
import json
from typing import Any

import pytest

from bothways.share.container import Broken, unpack
from bothways.share.envelope import NotOpened, unseal
from bothways.share.passphrase import normal
from share import make_vectors
from vectors import ENVELOPES, VECTORS, expected, text_of


@pytest.mark.parametrize("vector", ENVELOPES, ids=lambda vector: vector["name"])
def test_an_envelope(vector: dict[str, Any]) -> None:
    """A good one gives its content; a broken one does not open, and says why in the same word everywhere."""
    try:
        given = f"gives {base64.b64encode(unseal(vector['kind'], text_of(vector), vector['passphrase'])[0]).decode()}"
    except NotOpened as fault:
        given = fault.word
    assert given == expected(vector)


@pytest.mark.parametrize("typed", VECTORS["passphrases"], ids=lambda vector: vector["used"])
def test_a_passphrase(typed: dict[str, str]) -> None:
    """Capitals, hyphens, spaces and the form of letters do not matter."""
    assert normal(typed["typed"]) == typed["used"]


def test_a_container() -> None:
    """It gives back its files, and a broken one is no container."""
    said = VECTORS["container"]
    files, front = unpack(base64.b64decode(said["packed"]))
    assert front == said["front"]
    assert {address: base64.b64encode(data).decode() for address, data in files.items()} == said["files"]
    for broken in said["broken"]:
        with pytest.raises(Broken):
            unpack(base64.b64decode(broken))


def test_there_are_enough_and_they_are_what_we_make() -> None:
    """At least 30 are broken, no two are alike, and the file is what the code would write today."""
    texts = [(text_of(vector), vector["kind"], vector["passphrase"]) for vector in ENVELOPES]
    assert len(VECTORS["broken"]) >= 30
    assert len(set(texts)) == len(texts)
    assert json.loads(json.dumps(make_vectors.vectors())) == VECTORS
