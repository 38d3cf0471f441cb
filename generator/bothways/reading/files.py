"""The files of a workbook: which there are, and their text. Refuses what cannot be a person's own text file."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from bothways.problems import Place, Problem
from bothways.reading.kinds import AMERICAN, BY_NAME, KINDS

ENDINGS = (".yaml", ".yml")
FOLDERS_LEFT_ALONE = ("files", "coach")

MOST_BYTES = 16_000_000
"""Of all files together: 8,000 people take about 12 MB (design/speed.md: 2,000 take 3 MB)."""
MOST_PARTS = 600_000
"""Lines and commas in one file, which bound the nodes that YAML can make of it."""
LONGEST_LINE = 20_000
"""Characters: about six printed pages in one line."""


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


def find_files(folder: Path, shown_as: str) -> tuple[list[SourceFile], list[Problem]]:
    """Every file of a kind we know below `folder`, in a stable order, and what is wrong with the others.

    `shown_as` is the folder's name in messages. A folder that is not there holds no files.
    """
    problems: list[Problem] = []
    return _texts(_candidates(folder, shown_as, problems), folder, problems), problems


def find_library(folder: Path, kinds: Iterable[str], shown_as: str) -> tuple[list[SourceFile], list[Problem]]:
    """The files in the folders of some kinds below `folder`, whatever else lies beside them."""
    problems: list[Problem] = []
    candidates = (
        candidate for kind in kinds for candidate in _in_folder(folder / kind, f"{shown_as}/{kind}", kind, problems)
    )
    return _texts(candidates, folder, problems), problems


Candidate = tuple[Path, str, str, bool]


def _texts(candidates: Iterable[Candidate], folder: Path, problems: list[Problem]) -> list[SourceFile]:
    """The text of each file; a file that cannot be read is there without text, so that its names are not missed."""
    files: list[SourceFile] = []
    left = MOST_BYTES
    for path, name, kind, in_folder in candidates:
        text = ""
        try:
            data = _read(path, folder, left)
            left -= len(data)
            text = _decode(data)
            _refuse_too_much(text)
        except _RefusedError as refused:
            problems.append(Problem(Place(name, refused.line), refused.code, str(refused), refused.hint))
            text = ""
        files.append(SourceFile(name, kind, path.stem, in_folder, text))
    return files


class _RefusedError(Exception):
    def __init__(self, code: str, message: str, hint: str, line: int = 1) -> None:
        super().__init__(message)
        self.code, self.hint, self.line = code, hint, line


def _candidates(folder: Path, shown_as: str, problems: list[Problem]) -> Iterator[Candidate]:
    for entry in _entries(folder):
        name = f"{shown_as}/{entry.name}"
        kind = AMERICAN.get(entry.stem, entry.stem)
        if entry.is_dir():
            folder_kind = AMERICAN.get(entry.name, entry.name)
            if folder_kind in FOLDERS_LEFT_ALONE:
                continue
            if folder_kind not in BY_NAME or folder_kind == "me":
                problems.append(_unknown(name, entry.name, "folder"))
                continue
            yield from _in_folder(entry, name, folder_kind, problems)
        elif entry.suffix in ENDINGS and kind in BY_NAME and kind != "messages":
            yield entry, name, kind, False
        else:
            problems.append(_unknown(name, entry.name, "file"))


def _in_folder(folder: Path, shown_as: str, kind: str, problems: list[Problem]) -> Iterator[Candidate]:
    endings = (".md",) if kind == "messages" else ENDINGS
    for entry in _entries(folder):
        name = f"{shown_as}/{entry.name}"
        if entry.suffix in endings and not entry.is_dir():
            yield entry, name, kind, True
        else:
            ending = " or ".join(endings)
            message = f"{entry.name} is not read: {kind}/ holds files that end in {ending}."
            problems.append(Problem(Place(name), "unknown-file", message, "Rename it, or move it out of the workbook."))


def _entries(folder: Path) -> list[Path]:
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return []
    return [folder / name for name in names if not name.startswith(".") and not name.endswith(("~", ".bak"))]


def _unknown(name: str, entry: str, what: str) -> Problem:
    known = [kind.name for kind in KINDS] + ["messages"]
    suffix = "" if what == "folder" else ".yaml"
    near = get_close_matches(Path(entry).stem.lower(), known, n=1, cutoff=0.7)
    hint = f"Did you mean {near[0]}{suffix}?" if near else f"Known are {', '.join(known)}; move other files elsewhere."
    return Problem(Place(name), "unknown-file", f"{entry} is not a {what} of a workbook.", hint)


def _read(path: Path, folder: Path, most: int) -> bytes:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise _RefusedError(
            "outside-file", "This is a link to a file outside the workbook.", "Put the file itself into the workbook."
        )
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _RefusedError("unreadable-file", "This is not a file of text.", "Move it out of the workbook.")
        if path.stat().st_size > most:
            raise _RefusedError(
                "too-much",
                f"The workbook is larger than {MOST_BYTES // 1_000_000} MB.",
                "Move what you no longer need out of the workbook.",
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise _RefusedError(
            "unreadable-file", f"This file cannot be read: {reason}.", "Look at its permissions."
        ) from error


def _decode(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _RefusedError(
            "not-utf-8", "This file is not in UTF-8.", "Save it again as UTF-8 in your editor.", line
        ) from error
    if (nul := text.find("\0")) >= 0:
        line = text.count("\n", 0, nul) + 1
        hint = "Save it again as UTF-8 in your editor."
        raise _RefusedError("not-utf-8", "This file holds a character that no text has (NUL).", hint, line)
    return text


def _refuse_too_much(text: str) -> None:
    if text.count("\n") + text.count(",") > MOST_PARTS:
        hint = "Split it into several files in a folder of the same name."
        raise _RefusedError("too-much", "This file has too many lines to be read.", hint)
    if match := re.search(rf"[^\n]{{{LONGEST_LINE + 1}}}", text):
        line = text.count("\n", 0, match.start()) + 1
        message = f"This line is longer than {LONGEST_LINE:,} characters."
        raise _RefusedError("too-much", message, "Break the text into several lines, after a | on the first.", line)
