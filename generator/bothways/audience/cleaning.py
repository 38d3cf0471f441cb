"""Cleaning: a text without the names that its reader must not see, and without contact details.

One look at each word of the text, however many people there are.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bothways.audience.contact_details import LEFT_OUT, ContactDetails, Seen, without_details
from bothways.audience.finding import Found, find
from bothways.audience.masks import Mask
from bothways.audience.name_index import NameIndex
from bothways.audience.private_sentences import PrivateSentences

PEOPLE = ("people", "me")
SOMEBODY, SOMETHING = "somebody", "something"
"""What stands for a name that several people, or things, may be meant by."""

_TURNED_OR_SECRET = re.compile("[\u202d\u202e\U000e0000-\U000e007f]")
"""Signs that turn what follows round, so that it reads otherwise than it stands there, and letters that nobody sees."""
_BEFORE_A_SENTENCE = re.compile(r"(?:^|[.!?:\n]|[-*] )[\s\"'“\u2018(*_]*$")


@dataclass(frozen=True)
class Cleaned:
    """A text as its reader may see it."""

    text: str
    seen: tuple[Seen, ...] = ()
    """What was taken out, and what had better be looked at."""


class Cleaner:
    """Knows every name, and everybody's contact details."""

    def __init__(self, masks: Sequence[Mask], details: ContactDetails, private: Iterable[str] = ()) -> None:
        """`private`: notes that are for their owner alone. A sentence of theirs goes wherever it is repeated."""
        # Names of people who are shown count too: they tell whether a first name may mean somebody who is not.
        self._masks = [mask for mask in masks if mask.is_hidden or mask.kind in PEOPLE]
        self._index = NameIndex(self._masks)
        self._details = details
        self._private = PrivateSentences(private)

    def clean(self, text: str, about: Collection[str] = ()) -> Cleaned:
        """The text as its reader may see it. `about` are the keys of those it is about: a first name means them."""
        text = _TURNED_OR_SECRET.sub("", unicodedata.normalize("NFC", text))
        text, private = self._without_private(text)
        text, seen = without_details(text, self._details, self.names_somebody)
        seen += private
        parts: list[str] = []
        at = 0
        for found in find(text, self._index):
            words = text[found.start : found.end]
            instead = self._instead(found, about)
            if found.is_everyday:
                seen.append(Seen("name", words, is_known=True, is_left=True))
            elif instead is not None:
                seen.append(Seen("name", words, is_known=True))
                before = "".join((*parts[-1:], text[at : found.start]))
                # A digit after a name would make another number of it.
                apart = "-" if text[found.end : found.end + 1].isdigit() else ""
                parts += (text[at : found.start], _in_place(instead, before) + apart)
                # The full stop of initials ends the sentence too.
                at = found.end + (instead.endswith(".") and text.startswith(".", found.end))
        return Cleaned("".join((*parts, text[at:])), tuple(seen))

    def _without_private(self, text: str) -> tuple[str, list[Seen]]:
        parts: list[str] = []
        seen: list[Seen] = []
        at = 0
        for start, end in self._private.found_in(text):
            seen.append(Seen("sentence", text[start:end], is_known=True))
            parts += (text[at:start], LEFT_OUT["sentence"])
            at = end
        return "".join((*parts, text[at:])), seen

    def names_somebody(self, text: str) -> bool:
        """Whether there is a hidden name in it."""
        return any(
            not found.is_everyday and any(self._masks[number].is_hidden for number in found.whose)
            for found in find(text, self._index)
        )

    def _instead(self, found: Found, about: Collection[str]) -> str | None:
        """What stands in the place of a name; None: the name itself."""
        possible = [self._masks[number] for number in found.whose]
        likely = [mask for mask in possible if mask.kind in PEOPLE and mask.key in about]
        meant = likely or possible
        if not any(mask.is_hidden for mask in meant):
            return None
        mentions = {mask.mention for mask in meant}
        if len(mentions) == 1 and not found.is_inside:
            return mentions.pop()
        return SOMEBODY if all(mask.kind in PEOPLE for mask in meant) else SOMETHING


def _in_place(instead: str, before: str) -> str:
    return instead[:1].upper() + instead[1:] if _BEFORE_A_SENTENCE.search(before[-40:]) else instead
