"""The theme's shell, rendered once for many pages, gives each page as the theme itself would."""

from pathlib import Path

import pytest
from jinja2 import Template

from bothways.site import once
from bothways.site.build import build
from bothways.site.compose import compose
from folders import contents
from workbooks import REPOSITORY, TODAY, folder

PEOPLE = {
    "people.yaml": """
        - {name: Dana Okafor, notes: "**Kind** & quick", introduced_by: Bea Ostrander}
        - {name: Bea & Co Ostrander, also_known_as: Bea Ostrander, id: bea}
        - {name: ليلى فاروق}
        - {name: "bothways-title {{ page.title }} \\\\1"}
    """,
    "conversations.yaml": "- {with: Dana Okafor, date: 2026-11-20, learned: '<b>bold</b>'}",
    "goals.yaml": "- goal: Find out what's & what's not",
}


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return folder(PEOPLE, tmp_path)


def made(workbook: Path, out: Path) -> dict[str, bytes]:
    return contents(build(REPOSITORY, out, lambda: compose(workbook, TODAY, guide_only=False)).out)


def test_every_page_is_what_the_theme_would_make(workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Byte for byte, whatever stands in a title or a body."""
    quick = made(workbook, tmp_path / "quick")
    monkeypatch.setattr(once.OncePerFolder, "render", Template.render)
    assert made(workbook, tmp_path / "slow") == quick


def test_a_wrong_shortcut_would_be_noticed(workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The control: a shell that keeps the title of the first page."""
    slow = made(workbook, tmp_path / "right")
    monkeypatch.setattr(once, "_filled", lambda shell, page: shell.replace(once.BODY, page.content))
    assert made(workbook, tmp_path / "wrong") != slow
