"""The page: what the pages room gives and the site room publishes."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from bothways.pages.own import unmarked, without_own

if TYPE_CHECKING:
    from bothways.pages.digest import Digests


class Page:
    """One page of the site, ready to be put into the theme's shell. Its body is made when it is first asked for."""

    def __init__(
        self,
        address: str,
        title: str,
        section: str,
        html: str | Callable[[], str],
        *,
        is_bare: bool = False,
        values: Callable[[], object] | None = None,
        let_go: Callable[[], object] = lambda: None,
    ) -> None:
        """`values` gives all that the body is made from, where it is made when it is asked for; `let_go` forgets it."""
        self.address = address
        """Where it lives, relative to the site: `people/dana-okafor.html`. Today is `index.html`."""
        self.title = title
        """The title in the browser's tab and in search. Plain text, not escaped."""
        self.section = section
        """The tab that is shown as active: one of the tabs in `pages.navigation`."""
        self.is_bare = is_bare
        """Whether it is a whole document already, meant for paper: no shell goes round it, and search leaves it out."""
        self._html, self._values, self._let_go = html, values, let_go

    @cached_property
    def html(self) -> str:
        """The body, with `<h1 id="top">`. Every value of the person's in it is escaped or sanitised already."""
        return unmarked(self._marked())

    def for_another(self) -> "Page":
        """The page for a reader who is not its owner: without drafts, lines to copy and the like."""
        return self._with(lambda: without_own(self._marked()), "for another")

    def followed_by(self, more: Callable[[], str], values: object) -> "Page":
        """The page with more below it, which is made when the body is asked for. `values`: all that it is made from."""
        return self._with(lambda: self._marked() + more(), "followed by", values)

    def forget(self) -> None:
        """Lets go of the body and what it is made from, which thousands of pages need not keep at once.

        Asked for again, it is made again.
        """
        vars(self).pop("html", None)
        self._let_go()

    def digest(self, digests: "Digests") -> str:
        """Another text as soon as the page could be another. Nothing is rendered to know it."""
        return digests.of((self.address, self.title, self.section, self.is_bare, self._made_from))

    def _with(self, html: Callable[[], str], *how: object) -> "Page":
        """The same page with another body, made from what this one is made from, and from `how`."""
        return Page(
            self.address,
            self.title,
            self.section,
            html,
            is_bare=self.is_bare,
            values=lambda: (*how, self._made_from),
            let_go=self.forget,
        )

    @property
    def _made_from(self) -> object:
        return self._marked() if self._values is None else self._values()

    def _marked(self) -> str:
        return self._html if isinstance(self._html, str) else self._html()

    def __repr__(self) -> str:
        return f"Page({self.address!r})"
