"""What a person installs: the wheel, away from the repository."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from folders import contents
from workbooks import REPOSITORY


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked as an installer would."""
    home = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(home), str(REPOSITORY)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = home.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(home / "packages")
    return home / "packages"


def bothways(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The installed program, run in a folder of its own."""
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", "bothways", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_it_is_the_installed_program_that_runs(installed: Path, tmp_path: Path):
    """The control of all others here: not the repository's."""
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-c", "import bothways; print(bothways.__file__)"]
    said = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert Path(said.stdout.strip()).is_relative_to(installed)


@pytest.mark.parametrize("example", [[], ["--example"]], ids=["starter", "example"])
def test_a_new_folder_builds(installed: Path, tmp_path: Path, example: list[str]):
    """`bothways new DIR && cd DIR && bothways build`, with the starter files and with the example."""
    new = bothways(installed, tmp_path, "new", "mine", *example)
    assert new.returncode == 0, new.stderr
    built = bothways(installed, tmp_path / "mine", "build")
    assert built.returncode == 0, built.stderr
    assert "Today" in (tmp_path / "mine" / "site" / "index.html").read_text(encoding="utf-8")


def test_mkdocs_makes_the_same_pages(installed: Path, tmp_path: Path):
    """Plain `mkdocs build` in the same folder, through the plugin."""
    bothways(installed, tmp_path, "new", "mine", "--example")
    home = tmp_path / "mine"
    bothways(installed, home, "build", "--out", "ours")
    environment = os.environ | {"PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "theirs"]
    said = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    ours, theirs = contents(home / "ours"), contents(home / "theirs")
    assert len(ours) > 200
    assert {name for name in ours if ours[name] != theirs.get(name)} == set()


def test_nothing_of_this_machine_is_in_it(installed: Path):
    """No path of the machine that built it."""
    here = str(REPOSITORY).encode()
    assert [name for name, data in contents(installed).items() if here in data] == []
