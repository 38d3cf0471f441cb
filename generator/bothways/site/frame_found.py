"""The frame, found in the folder into which MkDocs has just written it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bothways.digest import digest
from bothways.site.chapter_html import tools_named
from bothways.site.entries import as_json
from bothways.site.frame import Frame, Part
from bothways.site.guide import Guide, in_the_site

INDEX = "search/search_index.json"
OTHER_LANGUAGES = "assets/javascripts/lunr/"
"""Scripts by which the theme's search reads words that are not English: one megabyte."""


def frame_in(folder: Path, name: str, stand_ins: Mapping[str, str | None], guide: Guide) -> Frame:
    """The frame of the site called `name`. `stand_ins`: the names of the shells by the addresses of the stand-ins.

    The guide's pictures are left out: a site takes them from where they lie. So is what no page would ask for.
    """
    found = dict(_files(folder))
    search, entries = _search(found.pop(INDEX, b""))
    left_out = {in_the_site(picture.uri) for picture in guide.pictures}
    if _is_english(search):
        left_out |= {address for address in found if address.startswith(OTHER_LANGUAGES)}
    parts: dict[str, dict[str, Part]] = {"files": {}, "chapters": {}, "shells": {}}
    for address, data in found.items():
        if address in stand_ins:
            shell = stand_ins[address]
            parts["shells"] |= {shell: Part(data, digest(data))} if shell else {}
        elif address.endswith(".html"):
            parts["chapters"][address] = chapter_part(data)
        elif address not in left_out:
            parts["files"][address] = Part(data, digest(data))
    return Frame(name, search, entries, **parts)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def chapter_part(data: bytes) -> Part:
    """A chapter as part of a frame."""
    return Part(data, digest(data), tuple(tools_named(data.decode())))


def by_chapter(entries: Iterable[dict[str, Any]]) -> Mapping[str, str]:
    """Search entries as JSON, by the address of their chapter."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        found[entry["location"].partition("#")[0]].append(as_json(entry))
    return {address: ",".join(several) for address, several in found.items()}


def _search(index: bytes) -> tuple[str, Mapping[str, str]]:
    """How words are read, and the entries."""
    if not index:
        return "", {}
    read = json.loads(index)
    return as_json(read["config"]), by_chapter(read["docs"])


def _is_english(search: str) -> bool:
    """Whether the search reads English alone, or nothing."""
    return not search or json.loads(search).get("lang") == ["en"]
