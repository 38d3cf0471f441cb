"""A site, written into a folder. What the last build wrote there and is the same again is taken over, not written."""

import json
import os
import posixpath
from collections.abc import Mapping
from pathlib import Path

from bothways.site.cache import Cache
from bothways.site.finish import GITIGNORE
from bothways.site.gists import Gist
from bothways.site.hands import HANDS, spread
from bothways.site.whole import Site

NAME = "site"
MARK = ".gitignore"

Stamp = tuple[int, int]
"""Size, and the time of the last change: another one when somebody else has touched the file."""


class Written:
    """The files that the last build left in a folder, as far as they are still as it left them."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        """`folder`: where the site goes."""
        self.folder, self._cache = folder, cache
        kept = cache.get(NAME, str(folder))
        self._made_of: Mapping[str, tuple[str, int, int]] = json.loads(kept) if kept else {}
        self._there = _stamps(folder)

    def is_all_of(self, site: Site) -> bool:
        """Whether the folder holds this site already, and nothing else."""
        addresses = site.addresses()
        return self._there.keys() == {*addresses, MARK} and all(self.has(address, site) for address in addresses)

    def has(self, address: str, site: Site) -> bool:
        """Whether the file is there as the site has it."""
        made_of, *stamp = self._made_of.get(address, ("",))
        return tuple(stamp) == self._there.get(address) and made_of == site.made_of(address)

    def holds(self, address: str, data: bytes) -> bool:
        """Whether the file is there and holds these bytes, whatever it was made of."""
        size, _ = self._there.get(address, (-1, 0))
        return size == len(data) and (self.folder / address).read_bytes() == data

    def keep(self, site: Site) -> None:
        """Keeps for the next build what is in the folder now."""
        there = _stamps(self.folder)
        rows = {address: (site.made_of(address), *there[address]) for address in site.addresses() if address in there}
        self._cache.put(NAME, str(self.folder), json.dumps(rows).encode())


def write(site: Site, folder: Path, last: Written | None = None, hands: int = HANDS) -> None:
    """Writes every file of the site into an empty folder, and the mark that it is ours; with so many hands at most.

    What is there from the `last` build is linked: one file under two names, until the old folder goes.
    """
    for parent in {posixpath.dirname(address) for address in site.addresses()}:
        (folder / parent).mkdir(parents=True, exist_ok=True)

    def written(address: str) -> None:
        data = None if last and last.has(address, site) else site.read(address) or b""
        _put(address, data, folder, last)

    def page_written(address: str) -> tuple[str, Gist]:
        written(address)
        return address, site.done_with(address)

    for address, gist in spread(tuple(site.rendered), page_written, hands):
        site.know(address, gist)
    for address in site.addresses() - site.rendered.keys():
        written(address)
    _put(MARK, GITIGNORE.encode(), folder, last)


def _put(address: str, data: bytes | None, folder: Path, last: Written | None) -> None:
    """Writes a file, or links the last one where it holds just this. No data: it is known to."""
    if last and (data is None or last.holds(address, data)):
        if _linked(f"{last.folder}/{address}", f"{folder}/{address}"):
            return
        data = (last.folder / address).read_bytes()
    (folder / address).write_bytes(data or b"")


def _linked(there: str, here: str) -> bool:
    """Whether the file system let us do so. Some know no links."""
    try:
        os.link(there, here)
    except OSError:
        return False
    return True


def _stamps(folder: Path) -> dict[str, Stamp]:
    """Every file in the folder, by address."""
    stamps: dict[str, Stamp] = {}
    folders = [(str(folder), "")]
    while folders:
        place, before = folders.pop()
        try:
            entries = list(os.scandir(place))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, f"{before}{entry.name}/"))
            else:
                about = entry.stat(follow_symlinks=False)
                stamps[before + entry.name] = about.st_size, about.st_mtime_ns
    return stamps
