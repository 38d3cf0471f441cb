"""The page: what the pages room gives and the site room publishes."""

from dataclasses import dataclass


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
