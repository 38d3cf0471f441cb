"""A person's folder as `bothways new` makes it, open in an editor."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bothways.cli.schema_files import refresh
from bothways.cli.starter import write_starter
from editor.language_server import Editor, install


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's folder; a beginner's in it, in `empty/`. Folders may have names like this one's."""
    folder = tmp_path_factory.mktemp("editor") / "Ruth's own folder"
    write_starter(folder, example=True)
    write_starter(folder / "empty", example=False)
    refresh(folder)
    refresh(folder / "empty")
    return folder


@pytest.fixture(scope="session", autouse=True)
def server() -> None:
    """The language server is there. Where it cannot be had, the tests fail, with the reason in a line."""
    try:
        install()
    except RuntimeError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def settings(home: Path) -> dict[str, Any]:
    """What `bothways new` tells VS Code."""
    told: dict[str, Any] = json.loads((home / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    return told


@pytest.fixture(scope="session")
def editor(home: Path, settings: dict[str, Any]) -> Iterator[Editor]:
    """The editor in which the tests type."""
    editor = Editor(home, settings)
    yield editor
    editor.close()
