"""The page: what the pages room gives and the site room publishes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading that the contents list and the search can point at."""

    id: str
    """The anchor on the page, without `#`."""
    text: str
    """Plain text, not escaped."""
    level: int
    """2 for `<h2>`, 3 for `<h3>`."""


@dataclass(frozen=True)
class Page:
    """One page of the site, ready to be put into the theme's shell."""

    address: str
    """Where it lives, relative to the site: `people/dana-okafor.html`. Today is `index.html`."""
    title: str
    """The title in the browser's tab and in search. Plain text, not escaped."""
    section: str
    """The tab that is shown as active: one of the tabs in `pages.navigation`."""
    html: str
    """The body. Every value of the person's in it is escaped or sanitised already."""
    headings: tuple[Heading, ...] = ()
