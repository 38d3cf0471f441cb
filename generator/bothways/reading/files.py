"""The files of a workbook: which there are, and their text. Refuses what cannot be a person's own file."""

import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from bothways.problems import Place, Problem
from bothways.reading.kinds import AMERICAN, BY_NAME, SINGULAR
from bothways.reading.room import RefusedError, Room, Text, too_large

ENDINGS = (".yaml", ".yml")
FOLDERS_LEFT_ALONE = ("files", "coach")

LEFT_BY_WINDOWS = ("thumbs.db", "desktop.ini")
"""Files that nobody wrote, as `.DS_Store` is on a Mac."""


@dataclass(frozen=True)
class SourceFile:
    """One file of the person's, as text."""

    name: str
    """As messages name it: relative to the folder with `mkdocs.yml`."""
    kind: str
    """The name of its kind: `people`, `messages`, ..."""
    stem: str
    """The file's own name without its ending."""
    in_folder: bool
    """Whether it lies in the kind's folder: then one record will do."""
    text: str
    """With line ends as `\\n`. Empty where the file could not be read."""
    is_readable: bool = True
    """False where the file could not be read, so that its names are unknown."""


def find_files(
    folder: Path, shown_as: str, last: dict[str, Text] | None = None
) -> tuple[list[SourceFile], list[Problem]]:
    """Every file of a kind we know below `folder`, in a stable order, and what is wrong with the others.

    `shown_as` is the folder's name in messages. A folder that is not there holds no files. `last`: the texts that were
    found last, by name; afterwards, those that are found now.
    """
    problems: list[Problem] = []
    files = _texts(_candidates(folder, shown_as, problems), folder, problems, last)
    problems += _twins(files)
    return files + _misnamed(problems), problems


def find_library(folder: Path, kinds: Iterable[str], shown_as: str) -> tuple[list[SourceFile], list[Problem]]:
    """The files in the folders of some kinds below `folder`, whatever else lies beside them."""
    problems: list[Problem] = []
    candidates = (
        candidate for kind in kinds for candidate in _in_folder(folder / kind, f"{shown_as}/{kind}", kind, problems)
    )
    return _texts(candidates, folder, problems), problems


def source_at(place: Path, folder: Path, shown_as: str, text: str) -> SourceFile | None:
    """A file that is to lie in a workbook, as `find_files` will give it; None for one that is not read as records."""
    above = place.relative_to(folder).parts[:-1]
    own = above[0] if above else place.stem
    kind = AMERICAN.get(own, own)
    if len(above) > 1 or kind not in BY_NAME:
        return None
    return SourceFile(f"{shown_as}/{place.relative_to(folder).as_posix()}", kind, place.stem, bool(above), text)


Candidate = tuple[Path, str, str, bool]


def _texts(
    candidates: Iterable[Candidate], folder: Path, problems: list[Problem], last: dict[str, Text] | None = None
) -> list[SourceFile]:
    """The text of each file; a file that cannot be read is there without text, so that its names are not missed."""
    files: list[SourceFile] = []
    texts: dict[str, Text] = {}
    last = {} if last is None else last
    room = Room()
    for path, name, kind, in_folder in candidates:
        try:
            texts[name] = room.text(_read(path, folder, room.bytes_left), last.get(name))
        except RefusedError as refused:
            problems.append(refused.problem(name))
            files.append(SourceFile(name, kind, path.stem, in_folder, "", is_readable=False))
        else:
            files.append(SourceFile(name, kind, path.stem, in_folder, texts[name].text))
    last.clear()
    last.update(texts)
    return files


def _candidates(folder: Path, shown_as: str, problems: list[Problem]) -> Iterator[Candidate]:
    for entry in _entries(folder, shown_as, problems):
        name = f"{shown_as}/{entry.name}"
        if entry.is_dir():
            yield from _below(entry, folder, name, problems)
            continue
        kind = AMERICAN.get(entry.stem, entry.stem)
        if entry.suffix in ENDINGS and kind in BY_NAME and kind != "messages":
            yield entry, name, kind, False
        else:
            problems.append(_unknown(name, entry, "file"))


def _below(entry: Path, folder: Path, name: str, problems: list[Problem]) -> Iterator[Candidate]:
    """The files in a folder of the workbook, if it is one of its own and of a kind we know."""
    kind = AMERICAN.get(entry.name, entry.name)
    if kind in FOLDERS_LEFT_ALONE:
        return
    if not entry.resolve().is_relative_to(folder.resolve()):
        message = "This is a link to a folder outside the workbook."
        problems.append(Problem(Place(name), "outside-file", message, "Put the folder itself into the workbook."))
    elif kind in BY_NAME and kind != "me":
        yield from _in_folder(entry, name, kind, problems)
    else:
        problems.append(_unknown(name, entry, "folder"))


def _in_folder(folder: Path, shown_as: str, kind: str, problems: list[Problem]) -> Iterator[Candidate]:
    endings = (".md",) if kind == "messages" else ENDINGS
    for entry in _entries(folder, shown_as, problems):
        name = f"{shown_as}/{entry.name}"
        if entry.suffix in endings and not entry.is_dir():
            yield entry, name, kind, True
        else:
            what = "is a folder" if entry.is_dir() else "is not read"
            message = f"{entry.name} {what}: {kind}/ holds files that end in {' or '.join(endings)}."
            problems.append(Problem(Place(name), "unknown-file", message, "Rename it, or move it out of the workbook."))


def _entries(folder: Path, shown_as: str, problems: list[Problem]) -> list[Path]:
    """What lies in the folder, but for what is hidden or an editor's copy."""
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        hint = "Look at its permissions, or put a folder of files in its place."
        message = f"This folder cannot be opened: {_reason(error)}."
        problems.append(Problem(Place(shown_as), "unreadable-file", message, hint))
        return []
    entries: list[Path] = []
    for name in names:
        if name.startswith(".") or name.endswith(("~", ".bak")) or name.lower() in LEFT_BY_WINDOWS:
            continue
        if _is_text(name):
            entries.append(folder / name)
            continue
        readable = name.encode("utf-8", "replace").decode()
        message = f"The name of {readable} holds characters that cannot be read."
        problems.append(Problem(Place(f"{shown_as}/{readable}"), "unknown-file", message, "Rename the file."))
    return entries


def _is_text(name: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _unknown(name: str, entry: Path, what: str) -> Problem:
    near = _near(entry.stem)
    if copied := _copied(entry.stem):
        hint = f"If it is a copy, move it out of the workbook. If not, put what is in it into {_home(copied, what)}."
    elif near:
        hint = f"Did you mean {_home(near, what)}?"
    else:
        known = ", ".join(_home(kind, "file") for kind in BY_NAME)
        hint = f"A workbook holds {known} and, for pictures and documents, files/. Move anything else elsewhere."
    return Problem(Place(name), "unknown-file", f"{entry.name} is not a {what} of a workbook.", hint)


def _near(stem: str) -> str | None:
    """The kind whose name this nearly is."""
    word = stem.lower().replace(" ", "")
    near = get_close_matches(AMERICAN.get(word, word), [*BY_NAME, *SINGULAR], n=1, cutoff=0.7)
    return SINGULAR.get(near[0], near[0]) if near else None


def _copied(stem: str) -> str | None:
    """The kind whose name stands before some more: `people copy`, `goals - 2`, `log-old`."""
    match = re.match(r"(?P<kind>[a-z]+)[ _(-]+\S", stem.lower())
    kind = AMERICAN.get(match["kind"], match["kind"]) if match else ""
    return kind if kind in BY_NAME else None


def _home(kind: str, what: str) -> str:
    """Where records of the kind are written."""
    if kind == "messages" or (what == "folder" and kind != "me"):
        return f"{kind}/"
    return f"{kind}.yaml"


def _twins(files: Iterable[SourceFile]) -> Iterator[Problem]:
    """Files that differ in their ending or spelling alone: as a rule one is a copy."""
    first: dict[tuple[str, str], SourceFile] = {}
    for source in files:
        name = Path(source.name)
        stem = name.stem if source.in_folder else source.kind
        twin = first.setdefault((str(name.parent), stem), source)
        if twin is not source and source.kind != "me":
            message = f"{name.name} is read, and so is {Path(twin.name).name}."
            hint = "If one is a copy, take it out of the workbook."
            yield Problem(Place(source.name), "two-files", message, hint, source.kind, severity="hint")


def _misnamed(problems: list[Problem]) -> list[SourceFile]:
    """For what is not read and has or nearly has a kind's name, an unreadable file: the names in it are not missed."""
    paths = [Path(problem.place.file) for problem in problems if problem.code in ("unknown-file", "outside-file")]
    return [
        SourceFile(path.as_posix(), near, path.stem, in_folder=False, text="", is_readable=False)
        for path in paths
        if (near := _near(path.stem) or _near(path.parent.name))
    ]


def _read(path: Path, folder: Path, most: int) -> bytes:
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            hint = "Put the file itself into the workbook."
            raise RefusedError("outside-file", "This is a link to a file outside the workbook.", hint)
        if not stat.S_ISREG(path.stat().st_mode):
            raise RefusedError("unreadable-file", "This is not a file of text.", "Move it out of the workbook.")
        if path.stat().st_size > most:
            raise too_large()
        return path.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        message = f"This file cannot be read: {_reason(error)}."
        hint = "Look at its permissions, or put the file there once more."
        raise RefusedError("unreadable-file", message, hint) from error


def _reason(error: Exception) -> str:
    words = getattr(error, "strerror", None) or "it is a link that leads nowhere"
    return words[:1].lower() + words[1:]
