"""Address books of every kind, each beside what becomes of it. A new case is a new file in `cases/`."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bothways.cli import main
from exchange.import_case import read_case

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
SETTINGS = "site_name: My network\ntheme: material\nplugins:\n  - bothways\n"


def imported(book: str, words: list[str]) -> str:
    """What typing the command says and writes."""
    result = CliRunner().invoke(main, ["import", book, "--yes", "--today", "2026-12-01", *words])
    said = f"=== said\nexit {result.exit_code}\n{result.stdout}{result.stderr}"
    return said + "".join(
        f"=== written\n{path.as_posix()}\n{path.read_text(encoding='utf-8')}"
        for path in sorted(Path("workbook").glob("people/imported-*"))
    )


def test_there_are_cases():
    """A walk over files that found none would prove nothing."""
    assert len(CASES) >= 20


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_address_book_becomes_what_its_case_says(path, tmp_path, monkeypatch, update_testdata):
    """What is said, what is written, and nothing else in the folder has changed."""
    case = read_case(path)
    monkeypatch.chdir(tmp_path)
    Path("workbook").mkdir()
    Path("mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for name, data in case.files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data)
    found = imported(case.book, case.words)
    if update_testdata:
        path.write_text(case.given + found, encoding="utf-8", newline="\n")
    assert found == case.expected or update_testdata
    assert {name: Path(name).read_bytes() for name in case.files} == case.files


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_second_time_adds_nobody_and_the_workbook_can_still_be_read(path, tmp_path, monkeypatch):
    """Whatever came in is known from then on, and `bothways check` finds no problem that was not there before."""
    case = read_case(path)
    monkeypatch.chdir(tmp_path)
    Path("workbook").mkdir()
    Path("mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for name, data in case.files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data)
    before = CliRunner().invoke(main, ["check"]).exit_code
    imported(case.book, case.words)
    first = {path: path.read_bytes() for path in Path("workbook").rglob("*") if path.is_file()}
    imported(case.book, case.words)
    assert {path: path.read_bytes() for path in Path("workbook").rglob("*") if path.is_file()} == first
    assert CliRunner().invoke(main, ["check"]).exit_code == before
