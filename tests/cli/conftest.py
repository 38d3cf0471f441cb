"""A folder of a person's, and a way to type a command in it."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from click.testing import CliRunner

from bothways.cli import main


@dataclass
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Types a command: `run("check", "--strict", cwd=folder)`."""

    def typed(*words: str, cwd: Path | None = None, **env: str) -> Ran:
        if cwd:
            monkeypatch.chdir(cwd)
        result = CliRunner(env=env).invoke(main, words)
        return Ran(result.exit_code, result.stdout, result.stderr)

    return typed


Home = Callable[..., Path]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Makes a folder with `mkdocs.yml` and a workbook: `home({"people.yaml": "- name: Dana Okafor"})`."""

    def made(workbook: dict[str, str] | None = None, name: str = "home") -> Path:
        folder = tmp_path / name
        (folder / "workbook").mkdir(parents=True)
        (folder / "mkdocs.yml").write_text("site_name: My network\ntheme: material\nplugins:\n  - bothways\n")
        for file, text in (workbook or {}).items():
            path = folder / "workbook" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return folder

    return made


def below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        Path(place, name).relative_to(folder).as_posix(): Path(place, name).read_bytes()
        for place, _, names in os.walk(folder)
        for name in names
    }


@pytest.fixture
def files_below() -> Callable[[Path], dict[str, bytes]]:
    """Every file below a folder with its bytes, to compare two moments."""
    return below
