"""Opening a locked file, and finding one's way in it."""

from pathlib import Path
from typing import Any

from browser.reading import Person
from shared import PASSPHRASE

SHOWN = "document.querySelector('#form') === null && document.readyState === 'complete' && document.title"
"""The title of the page that is shown, once the file is open."""
MESSAGE = (
    "Array.from(document.querySelectorAll('#say .say')).filter((part) => part.checkVisibility()).map((part) => part.id)"
)
"""The messages of the lock that are seen."""


def unlock(person: Person, address: str, words: str = PASSPHRASE) -> str:
    """Opens the file as if for the first time, and types the words; gives the title of its first page."""
    person.open(address)
    person.see("localStorage.clear()")
    return unlock_here(person, words)


def unlock_here(person: Person, words: str = PASSPHRASE) -> str:
    """Types the words into the lock that is shown."""
    person.wait("document.querySelector('#form:not([hidden])') !== null")
    person.type("#words", words)
    person.press("Enter")
    return str(person.wait(SHOWN))


def heading(person: Person) -> str:
    """The first heading of the page that is shown."""
    return str(person.see("document.querySelector('h1').textContent.trim()"))


def follow(person: Person, selector: str) -> str:
    """Follows a link, and gives the heading of the page it leads to."""
    before = person.see("history.state.step")
    person.see("document.querySelector(given[0]).click()", selector)
    # The reader numbers each place in the moment in which it shows it.
    person.wait("history.state && history.state.step !== given[0]", before)
    person.wait(SHOWN)
    return heading(person)


def address_of(path: Path) -> str:
    """A file as a browser names it."""
    return path.as_uri()


def messages(person: Person) -> Any:
    """The messages of the lock that are seen."""
    return person.see(MESSAGE)
