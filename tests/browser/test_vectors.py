"""The published test vectors hold in both browsers, as in Python (`tests/share/test_vectors.py`)."""

import json
from pathlib import Path

from bothways.share.envelope import new_keys, seal, unseal
from browser.reading import Person
from shared import PASSPHRASE, randomness
from vectors import ENVELOPES, VECTORS, expected, text_of

OPEN = """(async ([vectors]) => {
  const reader = window.bothwaysReader, found = [];
  for (const { kind, text, passphrase } of vectors) {
    try {
      const { content } = await reader.openEnvelope(await reader.readEnvelope(kind, text), passphrase);
      found.push("gives " + btoa(Array.from(content, (byte) => String.fromCharCode(byte)).join("")));
    } catch (fault) {
      found.push(fault.word || String(fault));
    }
  }
  return found;
})(given)"""
UNPACK = """(async ([packed]) => {
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const text = (data) => btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
  const container = await window.bothwaysReader.unpack(bytes(packed));
  const addresses = [...container.begins.keys(), ...container.others.keys()];
  return [container.front, Object.fromEntries(addresses.map((address) => [address, text(container.data(address))]))];
})(given)"""
SEAL = """(async ([text, passphrase, words]) => {
  const reader = window.bothwaysReader;
  const { keys } = await reader.openEnvelope(await reader.readEnvelope("reply", text), passphrase);
  return await reader.sealEnvelope("reply", new TextEncoder().encode(words), keys);
})(given)"""


def test_envelopes(person: Person, locked_file: Path) -> None:
    """Good ones give their content; broken ones do not open, and say why in the same word as in Python."""
    person.open(locked_file.as_uri())
    texts = [{"kind": each["kind"], "passphrase": each["passphrase"], "text": text_of(each)} for each in ENVELOPES]
    found = person.see(OPEN, texts)
    wrong = {
        vector["name"]: (given[:80], expected(vector)[:80])
        for vector, given in zip(ENVELOPES, found, strict=True)
        if given != expected(vector)
    }
    assert not wrong, json.dumps(wrong, indent=1)


def test_passphrases(person: Person, locked_file: Path) -> None:
    """Capitals, hyphens, spaces and the form of letters do not matter."""
    person.open(locked_file.as_uri())
    typed = [each["typed"] for each in VECTORS["passphrases"]]
    assert person.see("given[0].map(bothwaysReader.normal)", typed) == [each["used"] for each in VECTORS["passphrases"]]


def test_containers(person: Person, locked_file: Path) -> None:
    """A container gives back its files, and a broken one nothing."""
    said = VECTORS["container"]
    person.open(locked_file.as_uri())
    assert person.see(UNPACK, said["packed"]) == [said["front"], said["files"]]
    for broken in said["broken"]:
        assert person.see(f"({UNPACK}).then(() => 'opened', () => 'refused')", broken) == "refused"


def test_what_a_browser_locks_opens_in_python(person: Person, locked_file: Path) -> None:
    """A reply that is sealed in the browser opens with the same passphrase, and with no other."""
    person.open(locked_file.as_uri())
    text = seal("reply", b"", new_keys([PASSPHRASE], randomness()), randomness())
    words = "Grüße, 你好 " * 2000
    sealed = person.see(SEAL, text, PASSPHRASE, words)
    assert unseal("reply", sealed, PASSPHRASE)[0].decode() == words
