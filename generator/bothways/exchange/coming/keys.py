"""What tells one person from another across programs, made comparable: links, addresses, phone numbers, names."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from bothways.model.names import first_name, folded

MAIL, PHONE = "mailto:", "tel:"

_LINKEDIN = re.compile(r"([a-z]{2,3}\.)?linkedin\.com")
_PARTS = re.compile(
    r"https?://(?:[^/?#@]*@)?(?P<host>[^/?#:\[]+)(?::\d*)?(?P<path>[^?#]*)(?P<query>\?[^#]+)?", re.IGNORECASE
)
_ENOUGH_DIGITS = 6
"""Digits that make a number one's own; fewer is an extension."""


def link_keys(links: Iterable[str]) -> frozenset[str]:
    """The pages among the links, without what does not count: scheme, www, a country's LinkedIn, a tail."""
    return frozenset(_page(link) for link in links if link.lower().startswith(("http://", "https://")))


def email_keys(email: str | None, links: Iterable[str]) -> frozenset[str]:
    """The e-mail addresses, those among the links too."""
    also = (link[len(MAIL) :].split("?")[0] for link in links if link.lower().startswith(MAIL))
    return frozenset(address.casefold() for address in (email or "", *also) if address)


def phone_keys(phone: str | None, links: Iterable[str]) -> frozenset[str]:
    """The digits of the phone numbers, those among the links too."""
    numbers = [link[len(PHONE) :] for link in links if link.lower().startswith(PHONE)]
    numbers += [phone] if phone else []
    digits = (re.sub(r"\D", "", number) for number in numbers)
    return frozenset(number for number in digits if len(number) >= _ENOUGH_DIGITS)


def name_keys(names: Iterable[str]) -> frozenset[str]:
    """The names as references find them."""
    return frozenset(key for name in names if (key := folded(name)))


def given_names(names: Iterable[str]) -> frozenset[str]:
    """The names' first words, titles apart: a couple shares an address and a family name, and is two people."""
    return frozenset(folded(first_name(name)).strip(".,") for name in names)


def _page(link: str) -> str:
    parts = _PARTS.match(link)
    if parts is None:
        return link
    host, path = parts["host"].lower().removeprefix("www."), parts["path"]
    path = (unquote(path) if "%" in path else path).rstrip("/").casefold()
    if _LINKEDIN.fullmatch(host):
        return f"linkedin.com{path}"
    return f"{host}{path}{parts['query'] or ''}"
