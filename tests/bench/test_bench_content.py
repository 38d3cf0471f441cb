"""What is compared is the same: nobody's tool is given less to do than ours."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bench.content import CHAPTERS, HAPPENED, LINKS, MARK, Content, content
from bench.homes import write_for_bothways, write_for_hugo, write_for_material
from bench.tools import Edit, _edit_of_person, _our_edits
from bothways.reading.library import read_library
from bothways.reading.workbook import read_workbook
from bothways.site.guide_files import guide_files
from workbooks import GUIDE

PEOPLE = 12


@pytest.fixture(scope="module")
def made() -> Content:
    return content(PEOPLE, GUIDE)


@pytest.fixture(scope="module")
def homes(made: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("homes")
    write_for_bothways(made, home / "ours")
    write_for_material(made, home / "material")
    write_for_hugo(made, home / "hugo")
    return home


def test_it_is_the_same_each_time_and_another_with_another_seed(made: Content) -> None:
    assert content(PEOPLE, GUIDE) == made
    assert content(PEOPLE, GUIDE, seed=1).people != made.people


def test_nobody_is_written_twice_and_nobody_knows_themselves(made: Content) -> None:
    assert len({person.page for person in made.people}) == PEOPLE
    assert all(person.name not in person.knows for person in made.people)


def test_a_person_has_150_words_a_table_a_list_and_three_links(made: Content) -> None:
    for person in made.people:
        assert sum(len(paragraph.split()) for paragraph in person.text) == 150
        assert (len(person.happened), len(person.knows)) == (HAPPENED, LINKS)


def test_the_workbook_that_bothways_gets_is_free_of_problems_and_says_it_all(made: Content, homes: Path) -> None:
    book = read_workbook(homes / "ours" / "workbook", read_library(GUIDE)).workbook
    assert [person.name for person in book.people] == [person.name for person in made.people]
    for wanted, found in zip(made.people, book.people, strict=True):
        assert all(paragraph in (found.notes or "") for paragraph in wanted.text)
        assert [step.do for step in found.steps] == [wanted.done, wanted.to_do]
        assert [ref.name for ref in found.knows] == list(wanted.knows)
        told = [(line.date, line.about) for line in book.log if line.who.name == wanted.name]
        assert told == list(wanted.happened)


@pytest.mark.parametrize("folder", ["material/docs", "hugo/content"])
def test_a_peers_page_of_a_person_says_the_same(folder: str, made: Content, homes: Path) -> None:
    for person in made.people:
        page = (homes / folder / "people" / f"{person.page}.md").read_text()
        assert person.name in page.partition("\n\n")[0]
        assert all(paragraph in page for paragraph in person.text)
        assert all(f"| {day} | {what} |" in page for day, what in person.happened)
        assert f"- [x] {person.done}\n- [ ] {person.to_do}" in page
        assert all(f"[{name}](" in page for name in person.knows)


def test_every_link_of_a_peers_page_leads_to_somebodys(made: Content, homes: Path) -> None:
    people = homes / "material/docs/people"
    linked = {
        word[:-1] for page in people.iterdir() for word in page.read_text().replace("(", " ").split() if ".md)" in word
    }
    assert linked
    assert all((people / name.rstrip(")")).is_file() for name in linked)


def test_all_have_the_same_chapters(made: Content, homes: Path) -> None:
    ours = {file.uri: file.path.read_text() for file in guide_files(GUIDE, homes / "ours/content") if file.is_chapter}
    assert len(ours) == CHAPTERS
    assert ours == made.chapters
    assert {uri: (homes / "material/docs/guide" / uri).read_text() for uri in ours} == ours
    hugo = homes / "hugo/content/guide"
    assert len(list(hugo.rglob("*.md"))) == CHAPTERS
    for uri, text in ours.items():
        assert (hugo / uri.replace("index.md", "front.md")).read_text().endswith(text.partition("\n")[2])


def test_the_settings_of_peers_can_be_read(made: Content, homes: Path) -> None:
    material = yaml.safe_load((homes / "material/mkdocs.yml").read_text())
    assert material["nav"][1]["Guide"] == [f"guide/{file}" for file in made.chapters]
    assert tomllib.loads((homes / "hugo/hugo.toml").read_text())["uglyURLs"] is True


@pytest.mark.parametrize(
    ("folder", "edits", "count"),
    [
        ("ours", _our_edits, 5),
        ("material", _edit_of_person("docs"), 1),
        ("hugo", _edit_of_person("content"), 1),
    ],
)
def test_what_is_edited_has_the_mark_once(
    folder: str, edits: Callable[[Content], tuple[Edit, ...]], count: int, made: Content, homes: Path
) -> None:
    found = edits(made)
    assert len(found) == count
    assert [(homes / folder / edit.file).read_text().count(MARK) for edit in found] == [1] * count
