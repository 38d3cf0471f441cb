"""The guide's chapters, taken apart for the tests: headings, sections, prose, and the YAML that they tell a person to write."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from workbooks import GUIDE

TOOLS = ("questions", "checklists", "messages")
"""Folders of the guide that hold no chapters."""

_HEADING = re.compile(r"^(#{1,4}) (?P<words>.+?)(?: \{ ?#(?P<id>[\w-]+)[^}]*\})?$", re.MULTILINE)
_FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`(?:workbook/)?(?P<file>[\w-]+\.yaml|messages/[\w-]+\.md)`")
_PROOF = re.compile(r"\[[^\]]*\]\([^)]*\)\{ ?\.bw-proof[^}]*\}")
_LINK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<to>[^)\s]+)\)")


@dataclass(frozen=True)
class Heading:
    """A heading, and all that stands under it up to the next one of its own rank or above."""

    level: int
    words: str
    id: str | None
    text: str


@dataclass(frozen=True)
class Example:
    """A fenced block that says which file it belongs to."""

    chapter: str
    language: str
    file: str | None
    text: str


@dataclass(frozen=True)
class Chapter:
    """One page of the guide."""

    name: str
    """As links name it: `situations/job-search.md`."""
    text: str

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading, the title first."""
        blank = _FENCE.sub(lambda fence: " " * len(fence[0]), self.text)
        found = list(_HEADING.finditer(blank))
        made = []
        for number, match in enumerate(found):
            level = len(match[1])
            after = (later.start() for later in found[number + 1 :] if len(later[1]) <= level)
            under = self.text[match.end() : next(after, len(self.text))]
            made.append(Heading(level, match["words"], match["id"], under))
        return tuple(made)

    def section(self, anchor: str) -> str | None:
        """The text under the heading with this anchor; the whole chapter for an empty one."""
        if not anchor:
            return self.text
        return next((f"{heading.words}\n{heading.text}" for heading in self.headings if heading.id == anchor), None)

    @property
    def anchors(self) -> frozenset[str]:
        """Every anchor that a link may use."""
        return frozenset(heading.id for heading in self.headings if heading.id)

    @property
    def examples(self) -> tuple[Example, ...]:
        """The fenced blocks, each with the file that was named last in the paragraph before it."""
        made = []
        for fence in _FENCE.finditer(self.text):
            before = self.text[: fence.start()].rstrip().rsplit("\n\n", 1)[-1]
            files = _FILE.findall(before)
            made.append(Example(self.name, fence["language"], files[-1] if files else None, fence["text"]))
        return tuple(made)

    @property
    def links(self) -> tuple[str, ...]:
        """Where its links lead, as written."""
        return tuple(match["to"] for match in _LINK.finditer(_FENCE.sub("", self.text)))

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """What a person reads in sentences, a paragraph or an item each, with its proofs. No code, tables or headings."""
        text = _FENCE.sub("\n\n", self.text)
        text = re.sub(r"<(?:script|svg|style)\b.*?</(?:script|svg|style)>", "", text, flags=re.DOTALL)
        text = re.sub(r"^\{ .*\}$|^#{1,4} .*$|^\|.*$", "\n", text, flags=re.MULTILINE)
        text = re.sub(r"</?(?:p|li|br|h\d|figcaption|footer|div|section|figure|ul|ol|button)\b[^>]*>", "\n\n", text)
        text = re.sub(r"<[^>]+>", "", text)
        parts = re.split(r"\n\s*\n|^\s*(?:[-*]|\d+\.) +|^> ?", text, flags=re.MULTILINE)
        return tuple(" ".join(part.split()) for part in parts if re.search(r"\w", part))


def prose(paragraph: str) -> str:
    """A paragraph without its marks: no proofs, link addresses, stars or code letters. Code stands as one short word."""
    text = _PROOF.sub("", paragraph)
    text = _LINK.sub(lambda link: link["words"], text)
    text = re.sub(r"`[^`]*`", "this", text)
    return " ".join(re.sub(r"[*_]{1,2}|\\", "", text).split())


def read_chapters(guide: Path = GUIDE) -> dict[str, Chapter]:
    """The chapters by name."""
    paths = [path for path in sorted(guide.rglob("*.md")) if path.relative_to(guide).parts[0] not in TOOLS]
    names = {path.relative_to(guide).as_posix(): path for path in paths}
    return {name: Chapter(name, path.read_text(encoding="utf-8")) for name, path in names.items()}


CHAPTERS = read_chapters()
