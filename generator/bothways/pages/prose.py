"""The person's long text: Markdown, then a sanitiser. Nothing in it can run, load or leave the page."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown import Markdown

TAGS = frozenset(
    "p br hr em strong del code pre blockquote ul ol li dl dt dd a table thead tbody tr th td h4 h5 h6".split()
)
"""No pictures: one from the web would tell its host who reads. `files` is for one's own."""
SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_LINE = r"[^\W\d_](?:[^\W_]|[ ,.;'’?!()/–-])*(?<! )"
_PLAIN = re.compile(rf"{_LINE}(?:\n+{_LINE})*\n*")
"""Lines that begin with a letter and go on with letters, digits and signs that mean nothing to Markdown after one."""
_BLANK = re.compile(r"\n\n+")


@lru_cache(maxsize=500)
def prose(text: str) -> Markup:
    """The text as safe HTML."""
    return Markup(_paragraphs(text) if _PLAIN.fullmatch(text) else _cleaned(text))  # noqa: S704  # safe, see below


def _paragraphs(text: str) -> str:
    """What Markdown and the sanitiser make of a text in which neither finds anything to do: most notes are such."""
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in _BLANK.split(text.rstrip("\n")))


def _cleaned(text: str) -> str:
    import nh3  # noqa: PLC0415  # with Markdown, it takes as long to load as a small page takes to make

    html = _markdown().reset().convert(_deeper(text))
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes={"a": {"href"}, "th": {"align"}, "td": {"align"}},
        url_schemes=set(SCHEMES),
        # A note may have been written anywhere; nothing here is where it was there. The words of the link stay.
        url_relative="deny",
        link_rel="noopener noreferrer",
    )


@cache
def _markdown() -> "Markdown":
    from markdown import Markdown  # noqa: PLC0415

    return Markdown(extensions=["tables", "def_list", "sane_lists"], output_format="html")


def _deeper(text: str) -> str:
    """Headings in a note stand below those of its page."""
    return "\n".join(f"###{line}" if line.startswith("#") else line for line in text.splitlines())
