"""Telltale phrases: what shows that a letter asks, thanks, reports, or names a connection.

They are few and plain. Where they find nothing, nothing is said; so it is better to miss a phrase than to accuse.
"""

import re

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_QUESTION_MARKS = re.compile("[?\u061f\uff1f]+")
"""Latin, Arabic and full-width."""

_CONNECTION = re.compile(
    r"\b(?:we (?:both|met|know|knew|share|spoke|talked|worked)|between us|in common|neighbou?rs?"
    r"|suggested|introduced|told me|gave me|sent me|mentioned"
    r"|I (?:read|heard|saw|noticed|listened|came across|thought of you|am an?|walk))\b",
    re.IGNORECASE,
)
_REQUEST = re.compile(r"\b(?:could|would|can|may|might) (?:I|we|you)\b[^.!?]{0,300}\?", re.IGNORECASE)
_WHAT_CAME = re.compile(
    r"\b(?:I (?:did|tried|went|wrote|asked|read|met|spoke|talked|rang|called|followed|learned|will be)"
    r"|we (?:spoke|met|talked)|came of it|came away|led me|it led|changed)\b",
    re.IGNORECASE,
)
_WHAT_NEXT = re.compile(r"\b(?:I (?:will|shall)|I'll|my next step)\b", re.IGNORECASE)

_JOB = re.compile(
    r"\b(?:you(?:'re| are)? (?:currently |now )?hiring|hire me|employ me|consider me for|recommend me"
    r"|(?:any|an?) (?:\w+ )?(?:openings?|vacanc(?:y|ies)|job opportunit(?:y|ies)|open positions?)\b(?! of)"
    r"|(?:do you|does your \w+|would you) have (?:an?|any|some) (?:\w+ )?(?:jobs?|positions?|roles?)"
    r"|(?:do|would) you have (?:any |some )?work for me"
    r"|(?:ask|asking|apply|applying|hope|hoping|look|looking|search|searching)"
    r" for (?:an?|any|some|my next|my first|paid) (?:\w+ )?(?:jobs?|positions?|roles?|employment)"
    r"|(?:look at|read|forward|pass on|attach|attached|enclosed|find|send you|here) (?:is )?my (?:cv|résumé|resume)"
    r"|let me know (?:if you hear )?of any)\b",
    re.IGNORECASE,
)
_NEAR = 80
"""Characters before a phrase in which a `not` can still mean it."""
_NEGATION = re.compile(r"\b(?:not|no|never|nor|without|rather than|\w+n't)\b(?:\W+\w+){0,4}\W*$", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of a text, near enough."""
    return _SENTENCE_END.split(text.strip())


def questions(text: str) -> int:
    """How many questions are asked."""
    return len(_QUESTION_MARKS.findall(text))


def names_a_connection(text: str) -> bool:
    """Whether it says how I come to somebody."""
    return bool(_CONNECTION.search(text))


def asks_for_something(text: str) -> bool:
    """Whether it asks for time, help or a favour. A friendly question is no such asking."""
    return bool(_REQUEST.search(text))


def says_what_came_of_it(text: str) -> bool:
    """Whether it says what I did, or what followed."""
    return bool(_WHAT_CAME.search(text))


def says_what_comes_next(text: str) -> bool:
    """Whether it says what I shall do."""
    return bool(_WHAT_NEXT.search(_straight(text)))


def asks_for_a_job(text: str) -> str:
    """The words that ask for a job, or nothing. Saying that one does not ask for a job is no asking."""
    for sentence in sentences(_straight(text)):
        for match in _JOB.finditer(sentence):
            if not _NEGATION.search(sentence[max(0, match.start() - _NEAR) : match.start()]):
                return match[0]
    return ""


def _straight(text: str) -> str:
    """The text with straight apostrophes."""
    return text.replace("\u2019", "'")
