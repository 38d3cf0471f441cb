"""What a person types is what the page shows: every awkward text, from the workbook to the finished site."""

from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

from bothways.cli import main
from reading.test_text_stays_text import AS_TYPED, NEEDS_QUOTES, READ_WITH_A_HINT

ONE_LINE = [text for text in (*AS_TYPED, *READ_WITH_A_HINT) if not set("<>") & set(text)]
"""A one-line field refuses the two signs of a tag; `tests/reading` shows how."""


class Words(HTMLParser):
    """The words of a page, as a browser would show them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keeps each run of text."""
        self.said.append(data)


def said(html: str) -> list[str]:
    """The runs of text on a page, each as a browser would show it, without the space around."""
    words = Words()
    words.feed(html)
    words.close()
    return [run.strip(" \t\n") for run in words.said]


def record(number: int, text: str) -> str:
    """A person whose role and place are this text, with nothing round it where that can be read."""
    plain = text if text not in NEEDS_QUOTES else "'" + text.replace("'", "''") + "'"
    return f"- name: Person Number {number}\n  role: {plain}\n  location: {plain}\n"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Each awkward text, with the page of the person who has it."""
    folder = tmp_path_factory.mktemp("awkward")
    (folder / "workbook").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: My network\ntheme: material\nplugins:\n  - bothways\n")
    people = "".join(record(number, text) for number, text in enumerate(ONE_LINE, 1))
    (folder / "workbook" / "people.yaml").write_text(people, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        ran = CliRunner().invoke(main, ["build", "--quiet", "--today", "2026-12-01"])
    assert ran.exit_code == 0, ran.output
    return {
        text: (folder / "site" / "people" / f"person-number-{number}.html").read_text(encoding="utf-8")
        for number, text in enumerate(ONE_LINE, 1)
    }


def test_there_are_a_hundred_awkward_texts() -> None:
    """Phones, words that look like yes and no, times, marks of Markdown, other scripts, smart quotes."""
    assert len(set(ONE_LINE)) >= 100


@pytest.mark.parametrize("text", ONE_LINE)
def test_the_page_shows_what_was_typed(pages: dict[str, str], text: str) -> None:
    """Letter by letter, in the role and in the place."""
    shown = text.strip(" ")
    assert shown in said(pages[text])
    assert sum(shown in run for run in said(pages[text])) >= 2


def test_another_text_is_not_on_the_page(pages: dict[str, str]) -> None:
    """The control: the page of one does not show the text of another."""
    assert "0414 555 010" in said(pages["0414 555 010"])
    assert "0414 555 010" not in said(pages["+12"])
