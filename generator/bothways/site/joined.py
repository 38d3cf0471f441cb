"""Joined: one script and one style for every page, from a file for each behaviour and each part.

A page asks once for each: on a telephone a request takes longer than the few kilobytes that a page may not need. A
script that fails leaves the others alone.
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
    if address == STYLE:
        return "\n".join(_texts("style", "*.css"))
    return "\n".join(
        f"try {{\n{text}}} catch (error) {{\n  reportError(error);\n}}" for text in _texts("scripts", "*.js")
    )


def _texts(folder: str, names: str) -> Iterator[str]:
    return (path.read_text(encoding="utf-8") for path in sorted(HERE.joinpath(folder).glob(names)))
