"""Claims with a number: a passage of the guide that says how many, how much or how often something is in the world.

Every figure in digits counts as a claim, and every share or size in words; what is none is named below, so that the list can
be read. Passages are paragraphs, items, and rows of tables.
"""

import re
from collections.abc import Iterator

from content.chapters import Chapter, prose

_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty"

IN_WORDS = (
    rf"\b(?:{_WORDS}) (?:in|out of) (?:a |every )?(?:{_WORDS}|hundred)\b(?! minutes)",
    rf"\b(?:{_WORDS}) of (?:{_WORDS}|a hundred)\b",
    r"\b(?:about|nearly|over|more than|up to|as much as|near) (?:half|a third|a quarter|a fifth)\b",
    r"\b(?:half|a third|a quarter|most) of (?:all|jobs|people)\b",
    r"\b(?:hundreds?|thousands?|millions?|billions?) of (?:people|jobs|firms|studies)\b",
    r"\bper ?cent\b|%",
)
"""Shares and sizes without a digit."""

NO_CLAIM = (
    r"^\d+\. ",  # the number of an item
    r"\b(?:19|20)\d\d\b",  # a year
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    r"\b\d{1,2}:\d\d\b",
    r"\b[Ww]eeks? \d+(?: (?:and|to) \d+)?\b|\b[Dd]ays? \d+\b|\bplan for 12 weeks\b",  # places in a plan
    r"\b3B7\b|\b20-[Mm]inute\b|\b2-Hour\b|\bPerson 7\b",  # names
    r"\bfrom [01] to 3\b|\b0 (?:means|for)\b|\b1 means none, 3 means\b",  # what a field takes
    r"\b(?:for|about) 200 rolls\b",  # an order, in an example
)
"""Digits that are a date, a name, a place in a plan, or what a field takes."""

OURS_IN_A_TABLE = r"\b\d+ (?:weeks?|months?|year)\b|\| \d(?: or \d| at first, then more)? (?=\|)"
"""The intervals of a rhythm, and the pace of a plan: ours to set, and marked so beside the table."""

WORKED_OUT = {
    "measuring.md": ("two of six", "one in ten", "seven in ten", "twenty of sixty", "between two and five in ten")
}
"""Numbers of an example that a page works out before the reader's eyes."""

_CLAIM = re.compile("|".join((r"\d[\d,.]*", *IN_WORDS)), re.IGNORECASE)
_NO_CLAIM = re.compile("|".join(NO_CLAIM))


def claims(chapter: Chapter) -> list[str]:
    """The passages that hold a claim, proofs and all."""
    return [passage for passage in passages(chapter) if claim_in(passage, chapter.name)]


def passages(chapter: Chapter) -> Iterator[str]:
    """Its paragraphs and items, then the rows of its tables."""
    yield from chapter.paragraphs
    yield from re.findall(r"^\|.*\|$", chapter.text, re.MULTILINE)


def claim_in(passage: str, name: str = "") -> str | None:
    """The first claim of a passage, if it has one."""
    said = _NO_CLAIM.sub("", prose(passage))
    if passage.startswith("|"):
        said = re.sub(OURS_IN_A_TABLE, "", said)
    for example in WORKED_OUT.get(name, ()):
        said = re.sub(rf"\b{example}\b", "", said, flags=re.IGNORECASE)
    found = _CLAIM.search(said)
    return found[0] if found else None
