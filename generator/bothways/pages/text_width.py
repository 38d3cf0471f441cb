"""How wide a text will be, near enough to draw round it. No font is asked: every system brings its own."""

import unicodedata

NARROW, USUAL, BROAD, FULL = 0.3, 0.54, 0.76, 1.0
"""Widths in units of the font's size, on the generous side for the serifs of the stylesheet."""


def text_width(text: str, size: float) -> float:
    """About how wide the text is at a font size, in the same unit."""
    return sum(map(_width, text)) * size


def shortened(text: str, size: float, width: float) -> str:
    """The text, or as much of its beginning as fits, with an ellipsis."""
    if text_width(text, size) <= width:
        return text
    room, kept = width / size - FULL, ""
    for char in text:
        room -= _width(char)
        if room < 0:
            break
        kept += char
    return kept.rstrip() + "…"


def _width(char: str) -> float:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return FULL
    if char in "ijltfIr.,:;'’!|()[] -":
        return NARROW
    return BROAD if char.isupper() or char in "mwMW…" else USUAL
