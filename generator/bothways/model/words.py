"""Numbers and lists in plain British English."""

import re
from collections.abc import Sequence

NUMBERS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()


def number(value: int) -> str:
    """`seven`, up to twenty; digits from there on. Nought is `no`."""
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else str(value)


def count(value: int, one: str, many: str = "") -> str:
    """`one person`, `seven people`, `no people`."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def joined(words: Sequence[str]) -> str:
    """`leeks, salad and tea`."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def times(value: int) -> str:
    """How often: `once`, `twice`, `seven times`."""
    return {1: "once", 2: "twice"}.get(value, f"{number(value)} times")


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return re.sub(r"^\w", lambda match: match.group().upper(), text)
