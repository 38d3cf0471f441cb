"""Writes generator/locked-file-vectors.json: envelopes that open, and envelopes that must not, for whoever reads the format.

    python tests/share/make_vectors.py

Broken ones are told by what is exchanged in a good one. The bytes are the same every time.
"""

import base64
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bothways.share.container import pack
from bothways.share.envelope import Kind, new_keys, seal
from shared import randomness
from workbooks import REPOSITORY

VECTORS = REPOSITORY / "generator" / "locked-file-vectors.json"
WORDS = "gravel untaxed barley marbled tinsel oxford"
FILES = {
    "index.html": b"<h1>Hello</h1>\n\n<p>Both ways</p>\n",
    "people/one.html": b"<h1>Hello</h1>\n",
    "dot.png": b"\x89PNG\xff",
}


def main() -> None:
    """Writes them."""
    VECTORS.write_text(json.dumps(vectors(), indent=1, ensure_ascii=True) + "\n", encoding="utf-8")


def vectors() -> dict[str, Any]:
    """All of them."""
    good = list(_good())
    return {
        "about": "Test vectors of the locked file, version 1. locked-file.md says what each part means.",
        "passphrases": [{"typed": typed, "used": used} for typed, used in TYPED],
        "container": _container(),
        "good": good,
        "broken": list(_broken(good)),
    }


TYPED = (
    ("gravel untaxed barley", "gravel untaxed barley"),
    ("  Gravel-Untaxed   BARLEY\n", "gravel untaxed barley"),
    ("gravel\u2011untaxed \u2013 barley", "gravel untaxed barley"),
    ("felt-tip t-shirt", "felt tip t shirt"),
    ("Stra\u00dfe \u00c4ra", "stra\u00dfe \u00e4ra"),
    ("A\u0308ra", "\u00e4ra"),
    ("\uff27\uff32\uff21\uff36\uff25\uff2c\u3000\uff11", "gravel 1"),
    ("\u039f\u0394\u039f\u03a3", "\u03bf\u03b4\u03bf\u03c2"),
    ("\u0130stanbul", "i\u0307stanbul"),
    (
        "\u043f\u0430\u0440\u043e\u043b\u044c \u041f\u0410\u0420\u041e\u041b\u042c",
        "\u043f\u0430\u0440\u043e\u043b\u044c \u043f\u0430\u0440\u043e\u043b\u044c",
    ),
    ("\ufb01ve\u00a0words", "five words"),
)


def _container() -> dict[str, Any]:
    packed = pack(FILES, "index.html", randomness("container"))
    return {
        "packed": _base64(packed),
        "front": "index.html",
        "files": {address: _base64(data) for address, data in FILES.items()},
        "broken": [_base64(data) for data in (b"", packed[:-9], packed[:20], b"\xff" * 40, bytes(reversed(packed)))],
    }


def _good() -> Iterator[dict[str, Any]]:
    reply = b'{"bothways": "reply", "version": 1, "comments": []}'
    yield _sealed("one reader", "reply", reply, [WORDS], WORDS)
    yield _sealed("three readers, the second reads", "reply", reply, ["one is not it", WORDS, "nor is three"], WORDS)
    yield _sealed("nine readers take sixteen places", "reply", b"nine", [f"reader {n}" for n in range(9)], "Reader-8")
    yield _sealed("nothing in it", "reply", b"", [WORDS], WORDS.upper().replace(" ", "-"))
    yield _sealed("more than the smallest size", "reply", bytes(range(256)) * 80, [WORDS], WORDS)
    yield _sealed(
        "a passphrase that is not English",
        "reply",
        b"ok",
        ["\u00dcber f\u00fcnf Br\u00fccken"],
        "u\u0308ber fu\u0308nf bru\u0308cken",
    )
    yield _sealed("more rounds", "reply", b"slow", [WORDS], WORDS, rounds=1_000_001)
    locked = _sealed("a locked file", "locked file", pack(FILES, "index.html", randomness("file")), [WORDS], WORDS)
    yield locked
    yield {
        "name": "line ends of another system, and empty lines around",
        "of": "one reader",
        "replace": [["\n", "\r\n"]],
        "kind": "reply",
        "passphrase": WORDS,
        "gives": _base64(reply),
    }


def _sealed(name: str, kind: Kind, content: bytes, passphrases: list[str], typed: str, **more: int) -> dict[str, Any]:
    keys = new_keys(passphrases, randomness(name), **more)
    text = seal(kind, content, keys, randomness(f"{name}, content"))
    return {"name": name, "kind": kind, "passphrase": typed, "gives": _base64(content), "text": text}


def _broken(good: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each field flipped, cut, swapped or out of bounds: once as chance would do it, once with the digest set right again."""
    one = next(each for each in good if each["name"] == "one reader")
    three = next(each for each in good if each["name"].startswith("three"))
    file = next(each for each in good if each["kind"] == "locked file")
    yield {"name": "another passphrase", "of": "one reader", "kind": "reply", "passphrase": "gravel", "fault": "wrong"}
    yield {"name": "no passphrase", "of": "one reader", "kind": "reply", "passphrase": "", "fault": "wrong"}
    yield {
        "name": "a reply where a file is wanted",
        "of": "one reader",
        "kind": "locked file",
        "passphrase": WORDS,
        "fault": "damaged",
    }
    yield {
        "name": "a file where a reply is wanted",
        "of": "a locked file",
        "kind": "reply",
        "passphrase": WORDS,
        "fault": "damaged",
    }
    text = one["text"]
    lines = text.split("\n")
    keys, cipher, locked = lines[2:10], lines[10], lines[12:-3]
    salt = lines[1].split(" ")[2]
    iv, size = cipher.split(" ")[1:]

    def becomes(name: str, old: str, new: str, fault: str, *, right: bool = True, whole: str = text) -> dict[str, Any]:
        changed = whole.replace(old, new, 1)
        assert changed != whole, name
        replace = [[old, new]]
        if right:
            signed, _, digest = changed.rpartition("SHA-256 ")
            replace.append([digest.strip(), _base64(hashlib.sha256(signed.encode()).digest())])
        of = next(each["name"] for each in good if each.get("text") is whole)
        kind = next(each["kind"] for each in good if each.get("text") is whole)
        return {"name": name, "of": of, "kind": kind, "replace": replace, "passphrase": WORDS, "fault": fault}

    by_chance = {
        "a letter of the salt by chance": (salt, _flipped(salt)),
        "a letter of a key by chance": (keys[0], _flipped(keys[0])),
        "a letter of the iv by chance": (iv, _flipped(iv)),
        "a letter of the locked bytes by chance": (locked[3], _flipped(locked[3])),
        "a letter of the digest": (lines[-2], lines[-2].replace(lines[-2][9], "A" if lines[-2][9] != "A" else "B", 1)),
        "a locked line missing": (locked[3] + "\n", ""),
        "two locked lines swapped by chance": ("\n".join(locked[3:5]), "\n".join(reversed(locked[3:5]))),
        "a key line missing by chance": (keys[2] + "\n", ""),
        "the first line missing": (lines[0] + "\n", ""),
        "an empty line too many": (lines[10] + "\n", lines[10] + "\n\n"),
        "a space at the end of a line": (keys[1], keys[1] + " "),
    }
    for name, (old, new) in by_chance.items():
        yield becomes(name, old, new, "damaged", right=False)
    on_purpose = {
        "the version of tomorrow": ("reply 1\n", "reply 2\n", "newer"),
        "version nought": ("reply 1\n", "reply 0\n", "damaged"),
        "version 1.0": ("reply 1\n", "reply 1.0\n", "damaged"),
        "another kind": ("bothways reply", "bothways letter", "damaged"),
        "an unknown key derivation": ("PBKDF2-SHA256", "ARGON2ID", "newer"),
        "a key derivation in small letters": ("PBKDF2-SHA256", "pbkdf2-sha256", "damaged"),
        "an unknown cipher": ("AES-256-GCM", "AES-128-GCM", "newer"),
        "one round": (" 1000000 ", " 1 ", "damaged"),
        "a round too few": (" 1000000 ", " 999999 ", "damaged"),
        "no rounds": (" 1000000 ", " 0 ", "damaged"),
        "rounds below nought": (" 1000000 ", " -1000000 ", "damaged"),
        "rounds that take for ever": (" 1000000 ", " 4000000000 ", "damaged"),
        "rounds with a nought before": (" 1000000 ", " 01000000 ", "damaged"),
        "rounds as 1e6": (" 1000000 ", " 1e6 ", "damaged"),
        "one round more": (" 1000000 ", " 1000001 ", "wrong"),
        "another salt": (salt, _flipped(salt), "wrong"),
        "a salt cut short": (salt, salt[4:], "damaged"),
        "a salt that hides bits": (salt, salt[:21] + _next(salt[21]) + "==", "damaged"),
        "the salt twice": (salt, f"{salt} {salt}", "damaged"),
        "every key flipped": ("\n".join(keys), "\n".join(map(_flipped, keys)), "wrong"),
        "a key of nobody flipped": (keys[_nobody(one)], _flipped(keys[_nobody(one)]), "damaged"),
        "a key missing": (keys[0] + "\n", "", "damaged"),
        "a key twice": (keys[0], f"{keys[0]}\n{keys[0]}", "damaged"),
        "no key at all": ("\n".join(keys) + "\n", "", "damaged"),
        "keys swapped": (f"{keys[0]}\n{keys[1]}", f"{keys[1]}\n{keys[0]}", "damaged"),
        "another iv": (iv, _flipped(iv), "damaged"),
        "an iv cut short": (iv, iv[4:], "damaged"),
        "another size": (f" {size}\n", f" {int(size) + 1}\n", "damaged"),
        "no size": (f" {size}\n", "\n", "damaged"),
        "a locked letter flipped": (locked[3], _flipped(locked[3]), "damaged"),
        "the first locked line missing": (locked[0] + "\n", "", "damaged"),
        "the tag flipped": (locked[-1], _flipped(locked[-1], at=-8), "damaged"),
        "two locked lines swapped": ("\n".join(locked[3:5]), "\n".join(reversed(locked[3:5])), "damaged"),
        "locked lines broken elsewhere": (locked[3], f"{locked[3][:500]}\n{locked[3][500:]}", "damaged"),
        "a line of more than a thousand": (
            f"{locked[3]}\n{locked[4]}",
            f"{locked[3]}{locked[4][:4]}\n{locked[4][4:]}",
            "damaged",
        ),
        "a sign that is not Base64": (locked[3], "*" + locked[3][1:], "damaged"),
        "the letters of addresses": (locked[3], "-_" + locked[3][2:], "damaged"),
        "fields in another order": ("\n".join(lines[1:11]), "\n".join([lines[10], *lines[1:10]]), "damaged"),
        "a field twice": (lines[10], f"{lines[10]}\n{lines[10]}", "damaged"),
        "a field nobody knows": (lines[10], f"{lines[10]}\nHINT my dog", "damaged"),
        "a tab for a space": ("PBKDF2-SHA256 ", "PBKDF2-SHA256\t", "damaged"),
    }
    for name, (old, new, fault) in on_purpose.items():
        yield becomes(name, old, new, fault)
    yield becomes(
        "a file that says it is a reply", "bothways locked file", "bothways reply", "damaged", whole=file["text"]
    ) | {"kind": "reply"}
    yield becomes(
        "a reader's key from another file", "\n".join(keys), "\n".join(three["text"].split("\n")[2:10]), "wrong"
    )
    for name, keep in (
        ("nothing", 0),
        ("the first line", 17),
        ("half", len(text) // 2),
        ("all but the last line", text.rindex("SHA-256")),
    ):
        yield {
            "name": f"only {name} of it",
            "of": "one reader",
            "keep": keep,
            "kind": "reply",
            "passphrase": WORDS,
            "fault": "damaged",
        }


def _flipped(text: str, at: int = 5) -> str:
    """One letter of Base64 exchanged for another."""
    where = at % len(text)
    return text[:where] + ("A" if text[where] != "A" else "B") + text[where + 1 :]


def _next(letter: str) -> str:
    """The letter of Base64 that differs in the last bit."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return letters[letters.index(letter) ^ 1]


def _nobody(vector: dict[str, Any]) -> int:
    """Which of the keys is nobody's."""
    from bothways.share import envelope

    wrapped = re.findall(r"^[A-Za-z0-9+/]{80}$", vector["text"], re.MULTILINE)
    parts = envelope.WHOLE.fullmatch(vector["text"])
    assert parts
    derived = envelope._derived(WORDS, base64.b64decode(parts["salt"]), int(parts["rounds"]))
    for number, key in enumerate(wrapped):
        try:
            envelope._unwrapped(derived, [base64.b64decode(key)])
        except envelope.Wrong:
            return number
    raise AssertionError


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


if __name__ == "__main__":
    main()
