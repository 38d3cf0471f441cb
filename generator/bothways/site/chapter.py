"""A chapter of the guide, read: its Markdown and its front matter."""

from typing import Any, NamedTuple

from bothways.problems import Place, Problem, ProblemsFound
from bothways.site.guide_files import GuideFile


class Chapter(NamedTuple):
    """One page of the guide as it was written."""

    uri: str
    """Where it lies in the guide: `situations/career-change.md`."""
    shown_as: str
    """The file's name for the person: relative to the folder with `mkdocs.yml`."""
    text: str
    """The whole file."""
    markdown: str
    """The file without its front matter."""
    meta: dict[str, Any]
    """The front matter."""

    def place_of(self, words: str) -> Place:
        """The first place in the file that holds these words; its beginning when none does."""
        for number, line in enumerate(self.text.splitlines(), 1):
            if words in line:
                return Place(self.shown_as, number, line.index(words) + 1)
        return Place(self.shown_as)


def read_chapter(file: GuideFile, shown_as: str) -> Chapter:
    """Reads one chapter. Raises `ProblemsFound` when it is not UTF-8 or its front matter cannot be read.

    Why not MkDocs' own reading: it publishes front matter that does not parse as text, and takes a
    first line such as `Note: read this` for data, so that it vanishes from the page.
    """
    try:
        text = file.path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise _found(shown_as, "not-utf-8", "This file is not UTF-8 text.", "Save it as UTF-8.") from error
    except OSError as error:
        message = f"This file cannot be read: {error.strerror}."
        raise _found(shown_as, "unreadable-file", message, "Look at its permissions.") from error
    if not text.startswith("---"):
        return Chapter(file.uri, shown_as, text, markdown=text, meta={})
    from mkdocs.utils.meta import get_data  # noqa: PLC0415  # it brings MkDocs, which only the first build needs

    markdown, meta = get_data(text)
    if markdown == text:
        message = "The front matter, between the two lines of dashes, cannot be read."
        raise _found(shown_as, "front-matter", message, "Put quotes around a value that holds a colon.")
    return Chapter(file.uri, shown_as, text, markdown, meta)


def _found(file: str, code: str, message: str, hint: str) -> ProblemsFound:
    return ProblemsFound([Problem(Place(file), code, message, hint)])
