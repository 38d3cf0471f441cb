"""Where workbooks lie and results go: a folder of this machine, or any address that `fsspec` knows.

A workbook's folder is only ever read: its `mkdocs.yml`, `workbook/` and `content/`, and nothing beside them. A link is
not followed, so that nobody's folder can bring in another's.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit
from urllib.request import url2pathname

from bothways.problems import Place, Problem, ProblemsFound
from bothways.site.build import NotOurs
from bothways.site.finish import is_ours
from bothways.site.swap import fresh_folder, put_right, swap
from bothways.site.whole import Site
from bothways.site.written import write
from bothways.whole_file import clear_beside, put_whole

WORKBOOK, CONTENT, SETTINGS = "workbook", "content", "mkdocs.yml"
ENDINGS = (".yaml", ".yml")
Inputs = Mapping[str, bytes]
"""Every file that a workbook's site is made of, by its name in the workbook's folder."""


class Missing(Exception):
    """Something has to be installed first. Its words say what."""


class Unreachable(Exception):
    """A place at an address could not be read, or not be written to."""

    def __init__(self, address: str, error: Exception) -> None:
        """`error`: what the library for such places said. It may name files, so only a person at a terminal sees it."""
        super().__init__(f"{address} cannot be used: {error or type(error).__name__}")
        self.in_short = f"{address} cannot be used ({type(error).__name__})."


class Store(Protocol):
    """A place with names in it, with forward slashes."""

    def homes(self) -> Iterator[str]:
        """The names of all folders that hold a workbook. What lies in such a folder belongs to it."""

    def inputs(self, home: str) -> Inputs:
        """What one of them is made of. Raises `ProblemsFound` for a link."""

    def read(self, name: str) -> bytes | None:
        """A file; None where there is none."""

    def write(self, name: str, data: bytes) -> None:
        """A file in the place of an old one."""

    def has(self, name: str) -> bool:
        """Whether the file is there."""

    def publish(self, name: str, site: Site) -> None:
        """A whole site in the place of an old one. Raises `NotOurs` where the folder holds something else."""


def store(address: str) -> Store:
    """The place at a path or an address. Raises `Missing` where `fsspec`, or what it needs there, is not installed."""
    path = local_path(address)
    return Here(path) if path else Elsewhere(address)


def local_path(address: str) -> Path | None:
    """The path on this machine, without links in it; None for an address elsewhere."""
    if address.startswith("file://"):
        return Path(url2pathname(urlsplit(address).path)).resolve()
    return None if "://" in address else Path(address).resolve()


class Here:
    """A folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def homes(self) -> Iterator[str]:
        """The names of all folders that hold a workbook, and of those that are links or closed: `inputs` says so."""
        closed: list[Path] = []
        for place, folders, _ in os.walk(self._folder, onerror=lambda error: closed.append(Path(error.filename))):
            if _holds_yaml(Path(place, WORKBOOK)):
                folders.clear()
                yield self._name(Path(place))
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            # The walk does not go into links.
            paths = (Path(place, name) for name in folders)
            yield from (self._name(path) for path in paths if path.is_symlink() and _holds_yaml(path / WORKBOOK))
        yield from map(self._name, closed)

    def inputs(self, home: str) -> Inputs:
        """What one of them is made of."""
        folder = self._folder / home
        if folder.is_symlink():
            raise ProblemsFound([_is_a_link("")])
        paths = [path for name in (WORKBOOK, CONTENT, SETTINGS) for path in _files(folder / name)]
        if links := [path for path in paths if path.is_symlink()]:
            raise ProblemsFound([_is_a_link(path.relative_to(folder).as_posix()) for path in links])
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}

    def read(self, name: str) -> bytes | None:
        """A file; None where there is none."""
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """A file in the place of an old one, whole or not at all."""
        clear_beside(self._folder / name)
        put_whole(self._folder / name, data)

    def has(self, name: str) -> bool:
        """Whether the file is there."""
        return (self._folder / name).is_file()

    def publish(self, name: str, site: Site) -> None:
        """A whole site in the place of an old one, in one step."""
        out = self._folder / name
        out.parent.mkdir(parents=True, exist_ok=True)
        put_right(out)
        if not is_ours(out):
            raise NotOurs
        with fresh_folder(out) as fresh:
            # The run has its workers, and one of a cluster has threads: a process with threads must not be doubled.
            write(site, fresh, hands=1)
            swap(fresh, out)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()


class Elsewhere:
    """A place that `fsspec` knows: `s3://`, `gs://`, `memory://` and many more."""

    def __init__(self, address: str) -> None:
        try:
            from fsspec.core import url_to_fs  # noqa: PLC0415  # it is an extra

            self._address = address
            self._files, self._root = url_to_fs(address, use_listings_cache=False)
        except (ImportError, ValueError) as error:
            kind = urlsplit(address).scheme
            raise Missing(
                f"An address with {kind}:// needs more than is installed here. "
                f'Install it: pip install "bothways[cohort]", and what fsspec wants for {kind}.'
            ) from error

    def homes(self) -> Iterator[str]:
        """The names of all folders that hold a workbook."""
        if not self._ask("exists", self._root):
            raise Unreachable(self._address, FileNotFoundError("nothing is there, or nobody is let in."))
        try:
            yield from self._walked()
        except Unreachable:
            raise
        except Exception as error:  # each such library has its own
            raise Unreachable(self._address, error) from error

    def _walked(self) -> Iterator[str]:
        for place, folders, _ in self._files.walk(self._root):
            if any(name.endswith(ENDINGS) for name in self._below(f"{place}/{WORKBOOK}", maxdepth=2)):
                folders.clear()
                yield self._name(place) or "."
            folders[:] = [name for name in folders if not name.startswith(".")]

    def inputs(self, home: str) -> Inputs:
        """What one of them is made of."""
        folder = self._at(home)
        names = [name for part in (WORKBOOK, CONTENT, SETTINGS) for name in self._below(f"{folder}/{part}")]
        said = {name.removeprefix(f"{self._name(folder)}/"): name for name in names}
        return {name: self._ask("cat_file", self._at(at)) for name, at in said.items() if not _is_hidden(name)}

    def read(self, name: str) -> bytes | None:
        """A file; None where there is none."""
        try:
            data: bytes = self._ask("cat_file", self._at(name))
        except Unreachable as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return None
            raise
        return data

    def write(self, name: str, data: bytes) -> None:
        """A file in the place of an old one."""
        path = self._at(name)
        self._ask("makedirs", path.rpartition("/")[0], exist_ok=True)
        self._ask("pipe_file", path, data)

    def has(self, name: str) -> bool:
        """Whether the file is there."""
        return bool(self._ask("isfile", self._at(name)))

    def publish(self, name: str, site: Site) -> None:
        """A whole site, file by file: what the old one had besides goes at the end."""
        old = set(self._below(self._at(name)))
        fresh = {f"{name}/{address}": address for address in site.addresses()}
        for path, address in fresh.items():
            self.write(path, site.read(address) or b"")
        for path in sorted(old - fresh.keys()):
            self._ask("rm_file", self._at(path))

    def _at(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _name(self, path: str) -> str:
        return path.removeprefix(self._root).strip("/")

    def _below(self, path: str, **more: Any) -> list[str]:
        """The names of all files below a path, or of the file itself."""
        return sorted(self._name(found) for found in self._ask("find", path, **more))

    def _ask(self, what: str, *given: Any, **more: Any) -> Any:
        """What the library answers. Raises `Unreachable` for whatever it raises."""
        try:
            return getattr(self._files, what)(*given, **more)
        except Exception as error:  # each such library has its own
            raise Unreachable(self._address, error) from error


def _holds_yaml(folder: Path) -> bool:
    """Whether it is a folder of this kind, a link to somewhere, or one that is closed to us."""
    if folder.is_symlink():
        return True
    closed: list[OSError] = []
    holds = any(name.endswith(ENDINGS) for _, _, names in os.walk(folder, onerror=closed.append) for name in names)
    return holds or any(isinstance(error, PermissionError) for error in closed)


def _files(path: Path) -> Iterator[Path]:
    """Every file at or below a path, in order, links among them; none that is hidden."""
    if path.is_symlink() or path.is_file():
        yield path
    elif path.is_dir():
        for entry in sorted(path.iterdir()):
            if not entry.name.startswith("."):
                yield from _files(entry)


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _is_a_link(name: str) -> Problem:
    message = "This is a link, which may lead into somebody else's folder."
    return Problem(Place(name), "outside-file", message, "Put here what it leads to.")
