"""Plain `mkdocs build` in the same folder gives the same pages."""

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from bothways.problems import Place, Problem, ProblemsFound
from bothways.site import plain
from bothways.site.home import read_settings
from folders import contents

FOUR_LINES = "site_name: Ruth's street\ndocs_dir: workbook\ntheme: {theme}\nplugins: [bothways]\n"


def plain_build(home):
    """What `mkdocs build` does."""
    mkdocs_build(load_config(str(home.folder / "mkdocs.yml"), site_dir=str(home.folder / "plain")))


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_mkdocs_alone_makes_the_same_pages(home, monkeypatch, theme):
    """Whatever theme is named, and without content/: docs_dir may be the workbook, which is never published."""
    monkeypatch.setattr(plain, "compose", lambda *_: home.edition)
    home.write("mkdocs.yml", FOUR_LINES.format(theme=theme))
    plain_build(home)
    home.build()
    assert contents(home.folder / "plain") == contents(home.out)


def test_own_pages_are_found_beside_a_workbook_that_is_docs_dir(home, monkeypatch):
    """content/ joins the guide as soon as it is there."""
    monkeypatch.setattr(plain, "compose", lambda *_: home.edition)
    home.write("mkdocs.yml", FOUR_LINES.format(theme="material"))
    home.write("content/mine.md", "# Mine\n")
    plain_build(home)
    assert (home.folder / "plain" / "guide" / "mine.html").is_file()


def test_problems_stop_mkdocs_before_it_empties_the_old_site(home, monkeypatch, caplog):
    """With the text of all problems."""
    slips = [Problem(Place("workbook/people.yaml", line), "x", f"Slip {line}.") for line in (2, 5)]

    def compose(*_):
        raise ProblemsFound(slips)

    monkeypatch.setattr(plain, "compose", compose)
    home.write("mkdocs.yml", FOUR_LINES.format(theme="material"))
    home.write("plain/index.html", "the old site")
    with pytest.raises(Abort):
        plain_build(home)
    assert "workbook/people.yaml:2:1: Slip 2.\nworkbook/people.yaml:5:1: Slip 5." in caplog.text
    assert contents(home.folder / "plain") == {"index.html": b"the old site"}


def test_the_settings_say_where_everything_is(home):
    """For the commands that read the folders themselves."""
    home.write("content/mine.md", "# Mine\n")
    home.write(
        "mkdocs.yml",
        "site_name: A\nsite_dir: out\nplugins:\n  - bothways:\n      workbook: book\n      today: 2026-12-01\n",
    )
    settings = read_settings(home.folder)
    assert settings.workbook == home.folder / "book"
    assert settings.content == home.folder / "content"
    assert settings.site == home.folder / "out"
    assert str(settings.today) == "2026-12-01"
    assert settings.guide_only is False


def test_a_day_that_is_none_is_a_problem(home):
    """With its line in mkdocs.yml."""
    home.write("mkdocs.yml", "site_name: A\nplugins:\n  - bothways:\n      today: soon\n")
    with pytest.raises(ProblemsFound, match="2026-12-01"):
        read_settings(home.folder)
