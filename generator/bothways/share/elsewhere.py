"""Where somebody still is beside the person's own files: built sites, a history in git, copies that were shared."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bothways.share.keyed import keyed_if_any
from bothways.share.shares import Share, Unreadable, that_held
from bothways.site.remains import built_with, caches
from bothways.writing.history import Commit, NotSearched, commits_with
from bothways.writing.mentions import in_full
from bothways.writing.whom import Somebody

MOST_COMMITS = 12
"""Of those that are listed: more help nobody."""


@dataclass(frozen=True)
class Elsewhere:
    """What names somebody, and is none of the person's own files."""

    builds: Sequence[Path]
    """Built sites and caches: made anew without them, so they are removed."""
    commits: Sequence[Commit] | None
    """What git remembers. None: its history could not be searched."""
    shares: Sequence[tuple[Share, str]] | None
    """The copies that had them, each with how they appeared. None: the record cannot be read."""


def elsewhere(folder: Path, site: Path, who: Somebody, others: Iterable[Somebody]) -> Elsewhere:
    """Where somebody is in a home, the one with `mkdocs.yml`. `site`: where its builds go; `others`: everybody else."""
    names: re.Pattern[str] = in_full(who, others)
    try:
        commits = commits_with([who.name, *who.also], folder)
    except NotSearched:
        commits = None
    return Elsewhere([*built_with(site, names), *caches(folder)], commits, _shares_with(who, folder))


def _shares_with(who: Somebody, folder: Path) -> Sequence[tuple[Share, str]] | None:
    try:
        return that_held(folder, who.names, keyed_if_any(folder))
    except Unreadable:
        return None
