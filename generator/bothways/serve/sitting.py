"""One start of the server: the word that its own forms know, what was done since, and how to undo it."""

import secrets
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bothways.writing.swap import FileChange

MOST_UNDONE = 200
"""Changes that are remembered. A long evening makes some dozens."""


@dataclass(frozen=True)
class Done:
    """One change that was made."""

    words: str
    """What it was: `Dana Okafor is added`."""
    changes: Sequence[FileChange]


class Sitting:
    """What one start of the server knows, and nobody else."""

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(32)
        """In every form of ours. Another site can send a form, but cannot know this."""
        self.writing = threading.Lock()
        """Held while the workbook is read to be written or shared: one at a time."""
        self._done: list[Done] = []
        self._notice = ""

    def remember(self, words: str, changes: Sequence[FileChange]) -> None:
        """Remembers a change, and what to say on the next page."""
        made = tuple(change for change in changes if change.before != change.after or change.name)
        self._done.append(Done(words, made))
        del self._done[:-MOST_UNDONE]
        self.say(words)

    def say(self, words: str) -> None:
        """Has something said on the next page."""
        self._notice = words

    def say_too(self, sentences: Iterable[str]) -> None:
        """Has more said on the next page, after what was done."""
        self._notice = " ".join((self._notice, *sentences))

    def notice(self) -> str:
        """What to say now, once."""
        words, self._notice = self._notice, ""
        return words

    @property
    def last(self) -> Done | None:
        """The change that could be undone."""
        return self._done[-1] if self._done else None

    def forget_last(self) -> None:
        """It was undone."""
        self._done.pop()
