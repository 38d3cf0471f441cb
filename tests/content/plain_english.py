"""Words that the guide does without: American spellings, and filler. Short lists, of words that do turn up."""

import re

AMERICAN = (
    "color colors colored favorite favorites favor favors honor honors honored labor neighbor neighbors neighborhood "
    "behavior behaviors humor rumor harbor center centers theater meter liter fiber "
    "organize organizes organized organizing organization organizations organizational organizer "
    "recognize recognized recognizes realize realized realizes apologize apologized summarize emphasize prioritize "
    "analyze analyzed analyzing criticize minimize maximize specialize specialized "
    "canceled canceling traveled traveling traveler modeling labeled counselor jewelry "
    "gray program's catalog dialog defense offense license's practicing mom fall's resumé resume skillful fulfill "
    "enrollment installment gotten someplace sidewalk vacation apartment cellphone mailbox"
).split()
"""As they would be typed; `program` is British in a computer, and `practice` and `license` are nouns and verbs."""

FILLER = (
    "simply basically actually literally obviously clearly essentially really-good very-unique leverage utilize utilise "
    "synergy seamless seamlessly robust empower empowers empowering unlock unleash game-changer delve journey-to "
    "cutting-edge state-of-the-art world-class best-in-class holistic ecosystem impactful actionable takeaway takeaways "
    "deep-dive low-hanging circle-back touch-base reach-out-today in-today's-world needless-to-say it-goes-without-saying "
    "at-the-end-of-the-day in-order-to supercharge elevate-your level-up personal-brand"
).split()
"""A hyphen stands for a hyphen or a space."""


def american_in(text: str) -> list[str]:
    """The American spellings in a text, as typed there."""
    return _found(AMERICAN, text)


def filler_in(text: str) -> list[str]:
    """The filler in a text, as typed there."""
    return _found(FILLER, text)


def _found(words: list[str], text: str) -> list[str]:
    pattern = "|".join(re.escape(word).replace(r"\-", "[- ]") for word in words)
    return re.findall(rf"(?<![\w-])(?:{pattern})(?![\w-])", text, re.IGNORECASE)
