"""Names without the differences that do not count: case, spacing and Unicode form."""

import unicodedata


def folded(name: str) -> str:
    """The name without the differences that do not count in a reference."""
    if name.isascii():  # by far the most, and soon done
        return " ".join(name.lower().split())
    once = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(unicodedata.normalize("NFKC", once).casefold().split())
