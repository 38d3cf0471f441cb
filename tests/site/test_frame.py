"""A page put into the frame is what the theme itself would have made of it."""

from pathlib import Path

import pytest
from markupsafe import escape

from bothways.pages.page import Page
from bothways.site import plugin as plugin_module
from bothways.site.cache import Cache
from bothways.site.compose import compose
from bothways.site.frame import SITE, Shell
from bothways.site.stand_ins import symbols
from bothways.site.whole import Site
from bothways.site.workshop import Workshop
from workbooks import TODAY, folder

PEOPLE = {
    "people.yaml": """
        - {name: Dana Okafor, notes: "**Kind** & quick", introduced_by: Bea Ostrander}
        - {name: Bea & Co Ostrander, also_known_as: Bea Ostrander, id: bea}
        - {name: ليلى فاروق}
        - {name: "bothways-title {{ page.title }} \\\\1"}
    """,
    "me.yaml": 'name: Ruth & Sons "O\'Neill"',
    "conversations.yaml": "- {with: Dana Okafor, date: 2026-11-20, learned: '<b>bold</b>'}",
    "goals.yaml": "- goal: Find out what's & what's not",
}
IN_THE_WEB = "site_name: A\nsite_url: https://example.org/here/\nplugins: [bothways]\n"


@pytest.fixture(params=["", IN_THE_WEB], ids=["from disk", "in the web"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    place = folder(PEOPLE, tmp_path).parent
    if request.param:
        (place / "mkdocs.yml").write_text(request.param, encoding="utf-8")
    return place


def made(home: Path) -> Site:
    return Workshop(home, Cache(None)).site(lambda: compose(home / "workbook", TODAY, guide_only=False))


def read(site: Site) -> dict[str, str]:
    return {page.address: (site.read(page.address) or b"").decode() for page in site.edition.pages}


def test_every_page_is_what_the_theme_would_make(home: Path, monkeypatch: pytest.MonkeyPatch):
    """Byte for byte, whatever stands in a title or a body, and whether the site has an address in the web."""
    site = made(home)
    quick = read(site)
    # The pages themselves go through the theme, one by one. It prints titles as HTML.
    framed = [page for page in site.edition.pages if not page.is_bare]
    pages = {
        Page(page.address, str(escape(page.title)), page.section, page.html + symbols()): page.address
        for page in framed
    }
    monkeypatch.setattr(plugin_module, "stand_ins", lambda *_: pages)
    shells = made(home).frame.shells
    slow = {address: shell.text.replace(SITE, str(escape(site.name))) for address, shell in shells.items()}
    assert "people/dana-okafor.html" in slow
    assert slow == {page.address: quick[page.address] for page in framed}


def test_a_wrong_shell_would_be_noticed(home: Path, monkeypatch: pytest.MonkeyPatch):
    """The control: pages that all have the title of one."""
    right = read(made(home))
    around = Shell.around
    monkeypatch.setattr(
        Shell, "around", lambda self, page, site: around(self, Page(page.address, "A", page.section, page.html), site)
    )
    assert read(made(home)) != right
