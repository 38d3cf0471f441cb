"""The frame, found in the folder into which MkDocs has just written it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from bothways.digest import digest
from bothways.site.chapter_html import tools_named
from bothways.site.entries import as_json
from bothways.site.frame import Frame, Part
from bothways.site.guide import Guide, in_the_site

INDEX = "search/search_index.json"


def frame_in(folder: Path, name: str, stand_ins: Mapping[str, str | None], guide: Guide) -> Frame:
    """The frame of the site called `name`. `stand_ins`: the names of the shells by the addresses of the stand-ins.

    The guide's pictures are left out: a site takes them from where they lie.
    """
    found = dict(_files(folder))
    search, entries = _search(found.pop(INDEX, b""))
    left_out = {in_the_site(picture.uri) for picture in guide.pictures}
    parts: dict[str, dict[str, Part]] = {"files": {}, "chapters": {}, "shells": {}}
    for address, data in found.items():
        if address in stand_ins:
            shell = stand_ins[address]
            parts["shells"] |= {shell: Part(data, digest(data))} if shell else {}
        elif address.endswith(".html"):
            parts["chapters"][address] = Part(data, digest(data), tuple(tools_named(data.decode())))
        elif address not in left_out:
            parts["files"][address] = Part(data, digest(data))
    return Frame(name, search, entries, **parts)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _search(index: bytes) -> tuple[str, str]:
    """How words are read, and the entries, both as JSON."""
    if not index:
        return "", ""
    read = json.loads(index)
    return as_json(read["config"]), ",".join(map(as_json, read["docs"]))
