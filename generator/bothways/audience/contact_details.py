"""Contact details in a text: every e-mail address, telephone number, handle and profile link is taken out.

Not only those of the workbook: an address is nobody's but its owner's, known here or not.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

from bothways.audience.contact_patterns import (
    BRACKETED,
    DATA,
    DAYS,
    EMAIL,
    HANDLE,
    LINK,
    MARKDOWN_LINK,
    NUMBER,
    PROFILE_HOST,
    SAID_ALOUD,
    UNSEEN_IN_NUMBER,
)

Kind = Literal["name", "address", "number", "handle", "link", "sentence"]

LEFT_OUT = {
    "address": "(address left out)",
    "number": "(number left out)",
    "handle": "(handle left out)",
    "link": "(link left out)",
    "sentence": "(left out)",
}
"""What stands in the place of each."""

TAIL = 9
"""Digits from the end by which a telephone number is known, with or without its country's: ours."""
FEWEST, SURE = 7, 9
"""Digits of what looks like a telephone number, and of what surely is one when it begins with + or 0: ours."""

_MAY_HOLD_SOME = re.compile(r"[@\uff20:\[{(]|www\.|\d\D{0,3}\d|\sat\s|\w\.\w|-")


@dataclass(frozen=True)
class Seen:
    """Something in a text that is somebody's, or looks like it."""

    kind: Kind
    words: str
    is_known: bool
    """Whether the workbook knows whose it is."""
    is_left: bool = False
    """Whether it still stands there, so that somebody had better look."""


class ContactDetails:
    """The contact details that the workbook knows."""

    def __init__(self, addresses: Iterable[str], numbers: Iterable[str], links: Iterable[str]) -> None:
        digits = {_digits(number) for number in numbers} - {""}
        links = tuple(links)
        hosts = (_host(link) for link in links)
        handles = {handle for link in links if (handle := _handle(link))}
        self._addresses = {_plain_address(address) for address in addresses}
        self._tails = {one[-TAIL:] for one in digits if len(one) >= TAIL}
        self._short = {one for one in digits if len(one) < TAIL}
        self._links = {_plain_link(link) for link in links}
        self._hosts = {host for host in hosts if host and not PROFILE_HOST.search(host)}
        self._handles = handles
        names = sorted((*self._hosts, *handles), key=len, reverse=True)
        self.in_words = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?!\w)", re.IGNORECASE)
        """Finds the hosts and handles of known links where they stand alone."""

    def knows_address(self, written: str) -> bool:
        """Whether an e-mail address is one of the workbook's, spelt out or not."""
        return _plain_address(written) in self._addresses

    def knows_number(self, written: str) -> bool:
        """Whether there is a telephone number of the workbook's in it."""
        digits = _digits(written)
        ends = range(TAIL, len(digits) + 1)
        return digits in self._short or any(digits[end - TAIL : end] in self._tails for end in ends)

    def knows_link(self, link: str) -> bool:
        """Whether a link leads to a page of somebody's, or below it."""
        plain = _plain_link(link)
        return _host(link) in self._hosts or any(plain[:end] in self._links for end in _ends_of_steps(plain))

    def knows_handle(self, handle: str) -> bool:
        """Whether a handle is somebody's."""
        return handle.lstrip("@").casefold() in self._handles


def without_details(text: str, known: ContactDetails, names_somebody: Callable[[str], bool]) -> tuple[str, list[Seen]]:
    """The text without contact details, and what was seen. `names_somebody`: whether a link holds a hidden name."""
    if not _MAY_HOLD_SOME.search(text):
        return text, []
    sweep = _Sweep(known, names_somebody)
    return sweep.over(text), sweep.seen


class _Sweep:
    """One pass over one text."""

    def __init__(self, known: ContactDetails, names_somebody: Callable[[str], bool]) -> None:
        self.known, self.names_somebody = known, names_somebody
        self.seen: list[Seen] = []

    def over(self, text: str) -> str:
        """The text without them: what holds others goes first."""
        text = UNSEEN_IN_NUMBER.sub("", text)
        text = DATA.sub(lambda match: self._out("link", match[0], is_known=False), text)
        text = MARKDOWN_LINK.sub(self._markdown_link, text)
        text = LINK.sub(self._link, text)
        text = BRACKETED.sub(self._address, EMAIL.sub(self._address, text))
        text = SAID_ALOUD.sub(self._address_if_known, text)
        text = HANDLE.sub(self._handle, text)
        text = NUMBER.sub(self._number, text)
        return self.known.in_words.sub(lambda match: self._out("link", match[0], is_known=True), text)

    def _out(self, kind: Kind, words: str, *, is_known: bool) -> str:
        self.seen.append(Seen(kind, words, is_known))
        return LEFT_OUT[kind]

    def _left(self, kind: Kind, words: str) -> str:
        self.seen.append(Seen(kind, words, is_known=False, is_left=True))
        return words

    def _markdown_link(self, match: re.Match[str]) -> str:
        words, target = match[1], match[2]
        if not self._is_somebodys(target):
            return match[0]
        self.seen.append(Seen("link", target, self.known.knows_link(target)))
        return words

    def _is_somebodys(self, target: str) -> bool:
        plain = unquote(target)
        return bool(
            self.known.knows_link(target)
            or _is_profile(target)
            or target.casefold().startswith(("mailto:", "tel:"))
            or EMAIL.search(plain)
            or self.names_somebody(plain)
        )

    def _link(self, match: re.Match[str]) -> str:
        words = match[0].rstrip(".,;:!?)'*_")
        rest = match[0][len(words) :]
        if self._is_somebodys(words):
            return self._out("link", words, is_known=self.known.knows_link(words)) + rest
        return self._left("link", words) + rest

    def _address(self, match: re.Match[str]) -> str:
        return self._out("address", match[0], is_known=self.known.knows_address(match[0]))

    def _address_if_known(self, match: re.Match[str]) -> str:
        return self._address(match) if self.known.knows_address(match[0]) else match[0]

    def _handle(self, match: re.Match[str]) -> str:
        return self._out("handle", match[0], is_known=self.known.knows_handle(match[0]))

    def _number(self, match: re.Match[str]) -> str:
        if self.known.knows_number(match[0]):
            return self._out("number", match[0], is_known=True)
        how_many = len(_digits(match[0]))
        if how_many < FEWEST or DAYS.fullmatch(match[0].strip()):
            return match[0]
        begins = match[0].removeprefix("tel:").lstrip("( ")
        if how_many >= SURE and begins.startswith(("+", "0")):
            return self._out("number", match[0], is_known=False)
        return self._left("number", match[0])


def _digits(written: str) -> str:
    """The digits of any script, as ours."""
    return "".join(str(unicodedata.decimal(letter)) for letter in written if letter.isdecimal())


def _plain_address(written: str) -> str:
    """`dana@example.org`, of `Dana (at) example dot org`."""
    once = unicodedata.normalize("NFKC", written).casefold().removeprefix("mailto:")
    once = re.sub(r"\s*[(\[{]\s*(at|dot)\s*[)\]}]\s*|\s+(at|dot)\s+", lambda m: "@" if "at" in m[0] else ".", once)
    return re.sub(r"\s+", "", once)


def _plain_link(link: str) -> str:
    """The link without what does not count: `example.org/dana`."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", unquote(link).strip().casefold()).split("#")[0].rstrip("/")


def _ends_of_steps(plain: str) -> Iterator[int]:
    yield from (at for at, sign in enumerate(plain) if sign in "/?")
    yield len(plain)


def _host(link: str) -> str:
    try:
        return (urlsplit(link if "//" in link else f"//{link}").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _is_profile(link: str) -> bool:
    return bool(PROFILE_HOST.search(_host(link)))


def _handle(link: str) -> str:
    """Somebody's name on a site, where it is told apart from a word: `dana-okafor-82`."""
    last = _plain_link(link).rsplit("/", 1)[-1].lstrip("@")
    is_one = _is_profile(link) or re.search(r"[\d_-]", last)
    return last if is_one and "/" in _plain_link(link) and len(last) > 3 else ""
