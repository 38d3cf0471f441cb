"""The guide's files: which files of which folders are published. Knows folders, not MkDocs."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import bothways

DATA_FOLDERS = ("questions", "checklists", "messages")
"""Folders of the guide that hold records, not pages. Other rooms read them; they are never published raw."""

NOT_PUBLISHED = (".yaml", ".yml", ".bak", ".orig", ".rej", ".tmp", ".swp", ".swo", "~")
"""Ends of names that are data or an editor's leavings."""


class GuideFile(NamedTuple):
    """A file that belongs to the guide: a chapter, or a picture that a chapter shows."""

    uri: str
    """Where it lies in the guide, with forward slashes: `situations/career-change.md`."""
    path: Path
    """Where it lies on this machine."""

    @property
    def is_chapter(self) -> bool:
        """Whether it is a page, written in Markdown."""
        return self.uri.endswith(".md")


def guide_folder() -> Path:
    """The folder of the guide that comes with the package; in the repository that is `content/`."""
    package = Path(bothways.__file__).parent
    packed = package / "data" / "guide"
    return packed if packed.is_dir() else package.parent.parent / "content"


def guide_files(*folders: Path) -> tuple[GuideFile, ...]:
    """The files to publish, by name. A file in a later folder replaces one of the same name in an earlier."""
    found: dict[str, GuideFile] = {}
    for folder in folders:
        found.update((file.uri, file) for file in _files_in(folder))
    return tuple(found[uri] for uri in sorted(found))


def _files_in(folder: Path) -> Iterator[GuideFile]:
    home = folder.resolve()
    for place, folders, names in os.walk(home):
        not_pages = DATA_FOLDERS if Path(place) == home else ()
        folders[:] = [name for name in folders if not name.startswith(".") and name not in not_pages]
        for name in names:
            path = Path(place, name)
            if _is_published(name) and _is_within(path, home):
                yield GuideFile(path.relative_to(home).as_posix(), path)


def _is_published(name: str) -> bool:
    return not name.startswith((".", "#")) and not name.lower().endswith(NOT_PUBLISHED) and name != "README.md"


def _is_within(path: Path, home: Path) -> bool:
    """Whether the file itself lies in the folder: a symbolic link may point at one that is not to be shown."""
    return path.is_file() and path.resolve().is_relative_to(home)
