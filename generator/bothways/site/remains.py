"""What of ours may still show somebody after the workbook has forgotten them: built sites and caches."""

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from bothways.housekeeping import CACHE
from bothways.site.finish import is_ours

SEARCHED = {".html", ".js", ".json", ".txt"}


def built_with(site: Path, name: re.Pattern[str]) -> Sequence[Path]:
    """The folders in which a build of ours names somebody: the site, and what a killed build left beside it."""
    return [folder for folder in _builds(site) if _names_them(folder, name)]


def caches(folder: Path) -> Sequence[Path]:
    """The caches of a home. They hold parts of pages, so they are never searched, only removed."""
    return [folder / CACHE] if (folder / CACHE).exists() else []


def remove(folder: Path) -> None:
    """Removes a build or a cache."""
    shutil.rmtree(folder)


def _builds(site: Path) -> Iterator[Path]:
    if site.is_dir() and is_ours(site):
        yield site
    yield from sorted(site.parent.glob(f".{site.name}.bothways-*"))


def _names_them(folder: Path, name: re.Pattern[str]) -> bool:
    return any(
        name.search(path.read_text(encoding="utf-8", errors="replace")) or name.search(path.name.replace("-", " "))
        for path in folder.rglob("*")
        if path.is_file() and path.suffix in SEARCHED
    )
