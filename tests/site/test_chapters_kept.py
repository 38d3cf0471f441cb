"""The guide that comes with bothways is rendered once for each installation, and nobody can tell."""

import json
import sys
from pathlib import Path

import pytest
from mkdocs.structure.pages import Page as MkDocsPage

import bothways
from bothways.site.cache import Cache
from bothways.site.frame import Frame
from bothways.site.frame_kept import Frames
from bothways.site.guide import files_of_guide
from bothways.site.home import read_settings
from bothways.site.outline import GUIDE_ALONE, WHOLE, Outline

OURS = {"guide/index.md", "guide/why.md", "guide/asking.md", "guide/situations/career-change.md"}


@pytest.fixture
def place(home, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where an installation keeps rendered chapters."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    folder = Path(bothways.__file__).parent / "site" / "__pycache__"
    folder.mkdir(parents=True)
    home.write("content/mine.md", "# Mine\n\nQuincewort, as [they say](why.md).\n")
    return folder


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The chapters that MkDocs rendered."""
    names: list[str] = []
    render = MkDocsPage.render
    monkeypatch.setattr(
        MkDocsPage, "render", lambda page, *asked: names.append(page.file.src_uri) or render(page, *asked)
    )
    return names


def frame(home, outline: Outline = WHOLE) -> Frame:
    """A new one, with nothing kept beside the workbook."""
    settings = read_settings(home.folder)
    return Frames(home.folder, Cache(None)).make(outline, files_of_guide(settings.content), settings)


@pytest.mark.parametrize("outline", [WHOLE, GUIDE_ALONE], ids=["beside a workbook", "alone"])
def test_a_chapter_is_rendered_once(home, place: Path, rendered: list[str], outline: Outline):
    """The second frame has the same pages, search entries and all; only the person's own page was rendered again."""
    first = frame(home, outline)
    assert set(rendered) == OURS | {"guide/mine.md"}
    rendered.clear()
    second = frame(home, outline)
    assert rendered == ["guide/mine.md"]
    assert second == first
    assert any(place.iterdir())


def test_a_page_of_the_persons_own_is_never_kept_there(home, place: Path):
    """Nor is one that takes the place of a chapter."""
    home.write("content/why.md", "# Why\n\nMuch quincewort.\n")
    frame(home)
    kept = [file.read_text() for file in place.iterdir()]
    assert len(kept) == len(OURS) - 1
    assert not any("uincewort" in text for text in kept)


def test_other_words_are_rendered_anew(home, place: Path, rendered: list[str]):
    """So are other settings, a damaged file, and one of another program."""
    frame(home)
    rendered.clear()
    (home.guide / "why.md").write_text("# Why\n\nOther words.\n")
    assert "Other words." in frame(home).chapters["guide/why.html"].text
    assert "guide/why.md" in rendered
    rendered.clear()
    home.write("mkdocs.yml", "site_name: A\nplugins: [bothways]\nmarkdown_extensions: [nl2br]\n")
    frame(home)
    assert set(rendered) >= OURS
    rendered.clear()
    damaged, other = sorted(place.iterdir())[:2]
    damaged.write_text("1")
    other.write_text(json.dumps(["of another program", json.loads(other.read_text())[1]]))
    frame(home)
    assert len(OURS.intersection(rendered)) == 2


def test_nothing_is_kept_where_python_may_not_write(home, place: Path, monkeypatch: pytest.MonkeyPatch):
    """The control: a kept chapter is looked for there, and there alone."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    frame(home)
    assert not any(place.iterdir())
