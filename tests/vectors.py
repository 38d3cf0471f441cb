"""The published test vectors, as texts to be opened."""

import json
from typing import Any

from workbooks import REPOSITORY

VECTORS: dict[str, Any] = json.loads(
    (REPOSITORY / "generator" / "locked-file-vectors.json").read_text(encoding="utf-8")
)
GOOD: dict[str, dict[str, Any]] = {vector["name"]: vector for vector in VECTORS["good"]}
ENVELOPES = (*VECTORS["good"], *VECTORS["broken"])


def text_of(vector: dict[str, Any]) -> str:
    """The envelope: its own text, or another's with something exchanged or cut off."""
    text: str = vector.get("text") or GOOD[vector["of"]]["text"]
    for old, new in vector.get("replace", ()):
        text = text.replace(old, new) if old == "\n" else text.replace(old, new, 1)
    return text[: vector.get("keep")]


def expected(vector: dict[str, Any]) -> str:
    """What comes of it: the content in Base64, or why it does not open."""
    return str(vector.get("fault") or f"gives {vector['gives']}")
