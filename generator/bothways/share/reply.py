"""The coach's reply: what the opened file asks with, and what comes back. It comes from outside: nothing is trusted.

A reply names pages by keyed hashes of the owner's own addresses. Only the owner's key can tell which page is meant, and
a page that does not exist cannot be named.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bothways.share.container import REPLY
from bothways.share.envelope import FIRST_LINE, Damaged, Newer, unseal
from bothways.share.keyed import Keyed

VERSION = 1
MOST_BYTES = 3_000_000
MOST_COMMENTS = 500
LONGEST, LONGEST_LINE = 10_000, 300
"""Characters of what was said, and of a title or question."""

_PART = re.compile(r"[\w.:-]{1,120}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHARE = re.compile(r"[0-9a-f]{1,64}")
_TURNS = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
"""Signs that are not seen, and turn the order of letters or hide between them."""


@dataclass(frozen=True)
class Said:
    """One comment or answer."""

    page: str | None
    """The keyed hash of the page; None for one that has none of the owner's."""
    part: str | None
    about: str | None
    asked: str | None
    said: str


@dataclass(frozen=True)
class CoachReply:
    """A reply as it came, made harmless."""

    share: str
    made: date | None
    """The day on which it was saved, by the coach's own clock."""
    comments: tuple[Said, ...]

    @property
    def mark(self) -> str:
        """A short word that is the same for the same content."""
        return hashlib.sha256(repr((self.share, self.comments)).encode()).hexdigest()[:8]


def reply_file(share: str, pages: Iterable[str], owns: Mapping[str, str], keyed: Keyed) -> tuple[str, bytes]:
    """What lets the opened file take comments: its address in the container, and its content.

    `share` is the mark of the share, `pages` the addresses of its pages, and `owns` the owner's own address for each
    that has another there.
    """
    tokens = {address: keyed.page(owns.get(address, address)) for address in pages}
    return REPLY, json.dumps({"share": share, "pages": tokens}).encode()


def is_locked(data: bytes) -> bool:
    """Whether a passphrase is needed to read it."""
    return FIRST_LINE.match(data[:100].decode("utf-8-sig", "ignore").replace("\r", "").lstrip("\n")) is not None


def read_reply(data: bytes, passphrase: str = "") -> CoachReply:
    """The reply in a file. Raises `NotOpened`."""
    if len(data) > MOST_BYTES:
        raise Damaged
    content = unseal("reply", _text(data), passphrase)[0] if is_locked(data) else data
    try:
        said = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Damaged from error
    if not isinstance(said, dict) or said.get("bothways") != "reply" or not isinstance(said.get("comments"), list):
        raise Damaged
    if said.get("version") != VERSION:
        raise Newer
    if len(said["comments"]) > MOST_COMMENTS:
        raise Damaged
    return CoachReply(
        share=_matching(_SHARE, said.get("share")) or "",
        made=_day(said.get("made")),
        comments=tuple(dict.fromkeys(comment for each in said["comments"] for comment in _comment(each))),
    )


def placed(reply: CoachReply, addresses: Collection[str], keyed: Keyed | None) -> Iterator[tuple[str | None, Said]]:
    """Each comment with the page of the owner's site that it means; None where it means none that there is."""
    pages = {keyed.page(address): address for address in addresses} if keyed else {}
    for comment in reply.comments:
        yield pages.get(comment.page or ""), comment


def _comment(said: Any) -> Iterator[Said]:
    if not isinstance(said, dict) or not isinstance(said.get("said"), str):
        raise Damaged
    words = harmless(said["said"])
    if not words:
        return
    yield Said(
        page=_matching(_SHARE, said.get("page")),
        part=_matching(_PART, said.get("part")),
        about=_line(said.get("about")),
        asked=_line(said.get("asked")),
        said=words[:LONGEST],
    )


def harmless(text: str) -> str:
    """Text without signs that command a terminal, turn the order of letters, or are not seen."""
    text = text.encode("utf-8", "ignore").decode()
    text = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", _TURNS.sub("", text))
    kept = (sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cn", "Co", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept)).replace("\t", " ").strip()


def _line(said: Any) -> str | None:
    """One line, without what could be taken for markup."""
    if not isinstance(said, str):
        return None
    return " ".join(re.sub("[<>]", "", harmless(said)).split())[:LONGEST_LINE].strip() or None


def _matching(pattern: re.Pattern[str], said: Any) -> str | None:
    return said if isinstance(said, str) and pattern.fullmatch(said) else None


def _day(said: Any) -> date | None:
    try:
        return date.fromisoformat(said) if isinstance(said, str) and _DAY.fullmatch(said) else None
    except ValueError:
        return None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Damaged from error
