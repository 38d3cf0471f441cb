"""The new file of proposed people: written whole, read back before it is there, and never over another."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bothways.exchange import yaml_words
from bothways.exchange.coming.contact import Contact
from bothways.exchange.written import write_whole
from bothways.model.workbook import Workbook
from bothways.problems import Place, Problem, ProblemsFound
from bothways.reading.files import MOST_BYTES, MOST_PARTS, find_files
from bothways.reading.records import MOST_RECORDS
from bothways.reading.yaml_text import read_yaml

FOLDER = "people"

_HEAD = """\
# {count} from {source}, taken in on {day}.
# Take out whom you do not want to keep; change what you like. Nothing here is taken in a second time.
"""
_QUIET = """\
# keep_in_touch: no keeps old acquaintances off the list of today. Take that line away for those you want to hear from.
"""


def name_for(workbook: Path, kind: str, day: date) -> str:
    """The name of a file in `people/` that is not there yet: `imported-linkedin-2026-12-01.yaml`."""
    stem = f"imported-{kind}-{day}"
    number = 1
    while (workbook / FOLDER / f"{stem}{'' if number == 1 else f'-{number}'}.yaml").exists():
        number += 1
    return f"{stem}{'' if number == 1 else f'-{number}'}.yaml"


def people_text(contacts: Sequence[Contact], source: str, day: date) -> str:
    """The file's text."""
    people = f"{len(contacts):,} {'person' if len(contacts) == 1 else 'people'}"
    head = _HEAD.format(count=people, source=" ".join(source.split()), day=day)
    if any("keep_in_touch" in contact.fields for contact in contacts):
        head += _QUIET
    return f"{head}\n{yaml_words.records([contact.fields for contact in contacts])}"


def check(text: str, shown: str, contacts: Sequence[Contact], workbook: Workbook, folder: Path) -> None:
    """Reads the text back, and looks whether the workbook has room for it. Raises ProblemsFound where it has not.

    `shown` is its path in messages. What the fields say was checked when they were proposed.
    """
    files, _ = find_files(folder, folder.name)
    _has_room([*(file.text for file in files), text], len(contacts) + sum(1 for _ in workbook.records()), shown)
    read, problems = read_yaml(text, shown)
    if problems:
        raise ProblemsFound(problems)
    assert read == [_as_written(contact.fields) for contact in contacts], "written otherwise than meant"


def write(text: str, folder: Path, name: str) -> Path:
    """Puts the file into the workbook, whole or not at all."""
    target = folder / FOLDER / name
    write_whole(target, text.encode())
    return target


def _has_room(texts: Sequence[str], records: int, shown: str) -> None:
    parts = sum(text.count("\n") + text.count(",") for text in texts)
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)
    if parts > MOST_PARTS or size > MOST_BYTES or records > MOST_RECORDS:
        message = "With so many people the workbook would be larger than can be read."
        raise ProblemsFound(
            [Problem(Place(shown), "too-much", message, "Split the file, and import those you would write to.")]
        )


def _as_written(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as a reader finds them: a list of one is written as one."""
    return {key: said[0] if isinstance(said, list) and len(said) == 1 else said for key, said in fields.items()}
