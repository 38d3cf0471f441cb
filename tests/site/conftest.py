"""A guide of a few chapters and a home with a workbook of three pages, for the tests of the site room."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

import bothways
from bothways.pages.navigation import Tab
from bothways.pages.page import Page
from bothways.site.build import Built, build
from bothways.site.edition import Edition
from folders import contents

GUIDE = {
    "index.md": "# Be interested\n\nRead [how to ask](asking.md#the-message).\n",
    "why.md": "---\ndescription: Why it works\n---\n# Why\n\nBack to [the front](index.md).\n",
    "asking.md": "# Asking\n\n## The message\n\n![A street](street.png)\n\n|  | b |\n|---|---|\n| 1 | 2 |\n",
    "situations/career-change.md": "# Career change\n\nSee [asking](../asking.md).\n",
    "street.png": "not a real picture",
    "questions/openers.yaml": "name: Openers of the guide's data\n",
}

PAGES = (
    Page(
        address="index.html",
        title="Today",
        section="Today",
        html='<h1 id="top">Today</h1><h2 id="due">Due</h2>'
        '<p><a href="people/dana-okafor.html#thread">Thank Dana</a></p>',
    ),
    Page(
        address="people/index.html",
        title="People",
        section="People",
        html='<h1 id="top">People</h1><ul><li><a href="dana-okafor.html">Dana Okafor</a></li></ul>',
    ),
    Page(
        address="people/dana-okafor.html",
        title="Dana Okafor & <Sons>",
        section="People",
        html='<h1 id="top">Dana</h1><h2 id="thread">The *thread*</h2>'
        '<p>Quincewort. <a href="../guide/asking.html#the-message">How to ask</a></p>',
    ),
)

EDITION = Edition(
    title="",
    pages=PAGES,
    tabs=(Tab("Today", "index.html"), Tab("People", "people/index.html"), Tab("Guide", "guide/index.html")),
    guide_root="guide/",
)

GUIDE_ONLY = Edition(title="", pages=(), tabs=(), guide_root="")


@dataclass
class Home:
    """A person's folder, the package's guide beside it, and what is built from them."""

    folder: Path
    guide: Path
    edition: Edition = field(default=EDITION)

    @property
    def out(self) -> Path:
        return self.folder / "site"

    def write(self, name: str, text: str) -> Path:
        """Writes a file of the person's."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def build(self, out: Path | None = None) -> Built:
        return build(self.folder, out or self.out, lambda: self.edition)

    def with_page(self, html: str) -> None:
        """One more page in the edition, its `<h1>` as every page of ours has it."""
        html = html.replace("<h1>", '<h1 id="top">')
        page = Page(address="extra.html", title="Extra", section="Today", html=html)
        self.edition = replace(self.edition, pages=(*PAGES, page))

    def page(self, address: str) -> str:
        return (self.out / address).read_text(encoding="utf-8")

    def files(self) -> set[str]:
        return set(contents(self.out))


def make_home(place: Path) -> Home:
    """Writes both folders."""
    for name, text in GUIDE.items():
        path = place / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    home = Home(folder=place / "home", guide=place / "content")
    home.write("mkdocs.yml", "site_name: Ruth's street\nplugins: [bothways]\n")
    home.write("workbook/people.yaml", "- name: Dana Okafor\n  notes: Quincewort\n")
    return home


def package_in(place: Path) -> str:
    """Where the package would be, if `place` were its repository."""
    return str(place / "generator" / "bothways" / "__init__.py")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home that the test may change."""
    monkeypatch.setattr(bothways, "__file__", package_in(tmp_path))
    return make_home(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """A home with its site, to look at and leave alone."""
    place = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bothways, "__file__", package_in(place))
        home = make_home(place)
        home.build()
        yield home


@pytest.fixture(scope="module")
def guide_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """The same home, with only the guide built."""
    place = tmp_path_factory.mktemp("guide")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bothways, "__file__", package_in(place))
        home = make_home(place)
        home.edition = GUIDE_ONLY
        home.build()
        yield home
