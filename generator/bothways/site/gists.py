"""What is known of the last site's pages without making them again: what the search finds, and where they lead."""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property

from bothways.site.cache import Cache
from bothways.site.check import Seen, seen_in

NAME = "pages"


@dataclass(frozen=True)
class Gist:
    """What is known of a page, or of the shell around some."""

    made_of: str
    """Another one as soon as the page could be another."""
    entries: str
    """Its search entries, as JSON, with commas between them."""
    ids: str
    links: str
    loads: str
    """As in `Seen`, a line each."""

    @property
    def row(self) -> tuple[str, ...]:
        """All of it, to be kept."""
        return self.made_of, self.entries, self.ids, self.links, self.loads

    @cached_property
    def seen(self) -> Seen:
        """What the check of links looks at."""
        return Seen(frozenset(_lines(self.ids)), tuple(_lines(self.links)), tuple(_lines(self.loads)))


def gist_of(made_of: str, html: str, entries: str = "") -> Gist:
    """The gist of some HTML."""
    seen = seen_in(html)
    return Gist(made_of, entries, "\n".join(sorted(seen.ids)), "\n".join(seen.links), "\n".join(seen.loads))


class Gists:
    """Gists by the names of pages and shells, kept from build to build."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._is_new = False

    @cached_property
    def _known(self) -> dict[str, Gist]:
        kept = self._cache.get(NAME, "")
        return {name: Gist(*row) for name, row in json.loads(kept).items()} if kept else {}

    def of(self, name: str, made_of: str, make: Callable[[], Gist]) -> Gist:
        """What is known of a page that is made of this; found out by `make` where it was made of something else."""
        gist = self._known.get(name)
        if gist is None or gist.made_of != made_of:
            gist = self._known[name] = make()
            self._is_new = True
        return gist

    def know(self, name: str, gist: Gist) -> None:
        """Takes in what was found out elsewhere."""
        self._is_new = self._is_new or self._known.get(name) != gist
        self._known[name] = gist

    def keep(self, names: Collection[str]) -> None:
        """Keeps those of these names for the next build, and no others."""
        rows = {name: self._known[name].row for name in names if name in self._known}
        if self._is_new or len(rows) < len(self._known):
            self._cache.put(NAME, "", json.dumps(rows).encode())
            self._is_new = False


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []
