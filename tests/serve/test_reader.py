"""What is read again after an edit is what a fresh reading gives, whatever was kept from the reading before."""

import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothways.derive import carried
from bothways.problems import ProblemsFound
from bothways.serve.reader import Reader
from bothways.site.compose import compose
from bothways.site.edition import Edition
from bothways.writing.field import set_fields
from changing_home import WAYS, ChangingHome
from workbooks import TODAY

FIRST = ("add somebody", "add somebody", "add somebody", "add a line to the log", "add a talk")

CHANGES = st.lists(st.sampled_from(sorted(WAYS)), min_size=1, max_size=6)


def pages(edition: Edition) -> dict[str, str]:
    """Every page by its address."""
    return {page.address: page.html for page in edition.pages}


def read_again(reader: Reader) -> dict[str, str] | tuple[object, ...]:
    """What is shown, or the problems."""
    try:
        return pages(reader.edition())
    except ProblemsFound as found:
        return found.problems


def read_afresh(home: Path) -> dict[str, str] | tuple[object, ...]:
    """The same, with nothing kept."""
    try:
        return pages(compose(home / "workbook", TODAY, guide_only=False))
    except ProblemsFound as found:
        return found.problems


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), CHANGES)
def test_whatever_is_changed_every_page_is_that_of_a_fresh_reading(seed: int, ways: list[str]) -> None:
    """After each change of many."""
    with tempfile.TemporaryDirectory() as place:
        home = ChangingHome(Path(place), Random(seed))
        reader = Reader(home.folder / "workbook", "workbook", lambda: TODAY)
        for several in (FIRST, *((way,) for way in ways)):
            for way in several:
                home.change(way)
            home.write()
            assert read_again(reader) == read_afresh(home.folder)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Of a home with two people, one of whom wrote."""
    (tmp_path / "workbook").mkdir()
    (tmp_path / "workbook/people.yaml").write_text("- name: Dana Okafor\n- name: Bea Lin\n", encoding="utf-8")
    log = "- {date: 2026-09-01, who: Dana Okafor, did: heard}\n- {date: 2026-09-01, who: Bea Lin, did: heard}\n"
    (tmp_path / "workbook/log.yaml").write_text(log, encoding="utf-8")
    return Reader(tmp_path / "workbook", "workbook", lambda: TODAY)


def edit(reader: Reader, file: str, old: str, new: str) -> None:
    """Replaces some words in a file."""
    path = reader.workbook / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_only_the_histories_that_an_edit_is_about_are_worked_out(reader: Reader, monkeypatch) -> None:
    """What somebody does changes nobody's; a line of the log that comes to be about another changes both of theirs."""
    of: list[set[str]] = []
    histories = carried.histories

    def noted(workbook, day):
        of.append({str(person.id) for person in workbook.people})
        return histories(workbook, day)

    monkeypatch.setattr(carried, "histories", noted)
    pages(reader.edition())
    edit(reader, "people.yaml", "Bea Lin", "Bea Lin\n  role: Cook")
    assert "Cook" in pages(reader.edition())["people/bea-lin.html"]
    edit(reader, "log.yaml", "09-01, who: Bea Lin", "09-02, who: Dana Okafor")
    pages(reader.edition())
    assert of == [set(), {"bea-lin", "dana-okafor"}]


def test_nothing_changed_is_nothing_new(reader: Reader) -> None:
    """The edition is the same one: no page of it is made anew. With a word changed it is another."""
    before = reader.edition()
    edit(reader, "people.yaml", "Dana Okafor", "Dana Okafor")
    assert reader.edition() is before
    edit(reader, "people.yaml", "Bea Lin", "Bea Linden")
    edit(reader, "log.yaml", "Bea Lin", "Bea Linden")
    assert reader.edition() is not before


def test_the_first_form_reads_nothing_that_the_site_has_read(tmp_path: Path):
    """The desk begins with what was read for the site, and goes on by itself: what it prepares shows on no page."""
    home = ChangingHome(tmp_path, Random(7))
    for way in FIRST:
        home.change(way)
    home.write()
    reader = Reader(tmp_path / "workbook", "workbook", lambda: TODAY)
    reader.edition()
    desk = reader.desk()
    assert [id(one) for one in desk.workbook.people] == [id(one) for one in reader.facts.workbook.people]
    set_fields(desk, desk.workbook.people[0].written, {"role": "Only wished"})
    assert desk.prepare().reading.workbook.people[0].role == "Only wished"
    assert pages(reader.edition()) == read_afresh(tmp_path)
    assert reader.desk().workbook.people[0].role is None
