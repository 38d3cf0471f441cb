"""The person's long text: Markdown, then a sanitiser. Nothing in it can run, load or leave the page."""

from functools import lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup

TAGS = frozenset(
    "p br hr em strong del code pre blockquote ul ol li dl dt dd a table thead tbody tr th td h4 h5 h6".split()
)
"""No pictures: one from the web would tell its host who reads. `files` is for one's own."""
SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_MARKDOWN = Markdown(extensions=["tables", "def_list", "sane_lists"], output_format="html")


@lru_cache(maxsize=20_000)
def prose(text: str) -> Markup:
    """The text as safe HTML."""
    html = _MARKDOWN.reset().convert(_deeper(text))
    clean = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={"a": {"href"}, "th": {"align"}, "td": {"align"}},
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )
    return Markup(clean)  # noqa: S704  # cleaned on the line above


def _deeper(text: str) -> str:
    """Headings in a note stand below those of its page."""
    return "\n".join(f"###{line}" if line.startswith("#") else line for line in text.splitlines())
