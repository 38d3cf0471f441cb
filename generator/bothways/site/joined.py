"""Joined: one script and one style for every page, from a file for each behaviour and each part.

A page asks once for each: on a telephone a request takes longer than the few kilobytes that a page may not need.
"""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

HERE = Path(__file__).parent
SCRIPT, STYLE = "assets/bothways.js", "assets/bothways.css"


def joined_files(config: MkDocsConfig) -> Iterator[File]:
    """The two files, as MkDocs wants them."""
    for address in (SCRIPT, STYLE):
        yield File.generated(config, address, content=joined(address), inclusion=InclusionLevel.INCLUDED)


def joined(address: str) -> str:
    """All scripts in the order of their names, so that `when` speaks last; or the style, whose names carry numbers."""
    folder, end = ("scripts", "js") if address == SCRIPT else ("style", "css")
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(HERE.joinpath(folder).glob(f"*.{end}")))
