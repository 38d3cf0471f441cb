"""Every command that writes, brings in or gives out, on the example, on nothing at all, and on Windows' line ends."""

import shutil
from pathlib import Path

import pytest

from workbooks import EXAMPLE

MARK = b"\xef\xbb\xbf"
ROWS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nOrla,Brennock,,,Hill & Sons,Buyer,12 Mar 2024\n"

COMMANDS = {
    "check": (0, 0),
    "log dana wrote --via email --about a:b": (0, 1),
    "log Somebody\N{NO-BREAK SPACE}New heard": (0, 0),
    "met dana": (0, 1),
    "add person Ines\N{NO-BREAK SPACE}Marlow --set tie=warm --set interests=bees --set interests=bread": (0, 0),
    "add organisation Hill": (0, 0),
    "add goal Rest": (0, 0),
    "add event Supper --set date=2026-12-20": (0, 0),
    "done article": (0, 1),
    "import Connections.csv": (0, 0),
    "import Connections.csv --yes": (0, 0),
    "export ics --out x.ics": (0, 0),
    "export csv --what people --out people.csv": (0, 0),
    "export csv --what log --out log.csv": (0, 0),
    "export json --out x.json": (0, 0),
    "export vcard --out x.vcf": (0, 0),
    "export markdown --out notes": (0, 0),
    "schema --out schemas": (0, 0),
    "forget dana": (0, 1),
    "forget dana --yes": (0, 1),
    "check --json": (0, 0),
}
"""What is typed, and how it ends: beside the example, and beside an empty workbook, in which there is no Dana."""


def as_on_windows(folder: Path) -> None:
    """A byte order mark and Windows' line ends in every file."""
    for path in [*folder.rglob("*.yaml"), *folder.rglob("*.md")]:
        path.write_bytes(MARK + path.read_bytes().replace(b"\n", b"\r\n"))


def is_as_on_windows(data: bytes) -> bool:
    """Whether the mark is there once, and every line ends as on Windows."""
    return data.startswith(MARK) and data.count(MARK) == 1 and data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize("kind", ["example", "empty", "windows"])
def test_every_command_works(run, home, files_below, kind):
    """One after the other, in one folder. Only what a command is for has changed, and every line ends as it did."""
    folder = home({})
    workbook = folder / "workbook"
    if kind != "empty":
        shutil.copytree(EXAMPLE, workbook, dirs_exist_ok=True)
    if kind == "windows":
        as_on_windows(workbook)
    (folder / "Connections.csv").write_text(ROWS, encoding="utf-8")
    theirs = files_below(workbook)
    for words, ends in COMMANDS.items():
        ran = run(
            *(word.replace("\N{NO-BREAK SPACE}", " ") for word in words.split(" ")), "--today", "2026-12-01", cwd=folder
        )
        assert ran.code == ends[kind == "empty"], (words, ran.out, ran.err)
        if kind == "windows":
            now = files_below(workbook)
            kept = [name for name in theirs if name in now and name.endswith((".yaml", ".md"))]
            assert len(kept) > 5
            assert [name for name in kept if not is_as_on_windows(now[name])] == []
    assert run("check", cwd=folder).code == 0


def test_another_line_end_is_noticed():
    """The control: one line that ends otherwise, or a second mark, is seen."""
    assert is_as_on_windows(MARK + b"- name: Dana\r\n")
    assert not is_as_on_windows(MARK + b"- name: Dana\r\n- name: Bea\n")
    assert not is_as_on_windows(MARK + MARK + b"- name: Dana\r\n")
