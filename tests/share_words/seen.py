"""All that a reader can find in pages: text, titles, addresses, search; and in what form it may stand there."""

import unicodedata
from collections.abc import Iterable
from html import unescape
from urllib.parse import unquote

from bothways.pages.page import Page
from bothways.site.entries import entries


def everything(pages: Iterable[Page], title: str = "") -> str:
    """Every page, its search entries with it, in small letters and without the escapes of HTML and of addresses."""
    parts = [title]
    for page in pages:
        parts += (page.address, page.title, page.html)
        parts += [] if page.is_bare else [str(entry) for entry in entries(page)]
    text = unquote(unescape("\n".join(parts)))
    return unicodedata.normalize("NFKC", text).casefold()


def digits(text: str) -> str:
    """The text without anything between its digits."""
    return "".join(letter for letter in text if letter.isdigit() or letter.isalpha())
