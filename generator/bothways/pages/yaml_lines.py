"""YAML to copy: a text written so that it is read back as the same text."""

import json
import re

_PLAIN = re.compile(r"[^\W\d_][\w ,.?!()/’'-]*")
"""Begins with a letter and holds nothing that YAML takes for its own."""


def yaml_text(text: str) -> str:
    """The text as it stands where that is safe, else in double quotes."""
    is_plain = _PLAIN.fullmatch(text) and text == text.strip() and text.casefold() != "null"
    return text if is_plain else json.dumps(text, ensure_ascii=False)
