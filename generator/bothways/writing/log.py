"""A line in the log: what it says, where it goes, and the quick way there."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bothways.model.names import slug
from bothways.reading.glance import Glimpse, glance
from bothways.reading.yaml_words import in_line, is_odd
from bothways.writing.source import Edit, Source
from bothways.writing.swap import FileChange, write
from bothways.writing.whom import Somebody

DID = (
    "wrote",
    "called",
    "met",
    "heard",
    "thanked",
    "nudged",
    "asked-introduction",
    "introduced",
    "gave",
    "received",
    "reported-back",
    "out-of-office",
)
VIA = ("email", "phone", "note", "message", "video", "in-person", "linkedin", "other")
"""The model's own words, said again: to load the model takes longer than to write a line. A test compares them."""

FIELDS = ("date", "who", "did", "via", "about", "to", "until")
"""In the order in which a line says them."""

LONGEST_QUICKLY = 2_000
"""Characters of a line: a longer one is for the careful way."""

ENDINGS = (".yaml", ".yml")


def log_line(said: Mapping[str, str | None]) -> dict[str, str]:
    """The fields of a line, in their order, without those that say nothing."""
    return {key: value for key in FIELDS if (value := said.get(key))}


def people_at_a_glance(folder: Path) -> list[Somebody] | None:
    """Who is in `people.yaml` and `people/`; None where only the whole reading can say."""
    people: list[Somebody] = []
    for path in _files_of(folder, "people"):
        text = _text(path)
        records = None if text is None else glance(text, may_be_one=path.parent != folder)
        if records is None:
            return None
        for record in records:
            who = _somebody(record)
            if who is None:
                return None
            people.append(who)
    return people


def write_quickly(folder: Path, line: Mapping[str, str]) -> int | None:
    """Puts the line at the end of `log.yaml`, and gives its number. None: nothing was written, take the careful way.

    It is quick because only this one file is read back.
    """
    path = folder / "log.yaml"
    files = _files_of(folder, "log")
    if files != [path] or path.is_symlink():
        return None
    before = path.read_bytes()
    words = "- " + in_line(line)
    source = _source(before)
    if (
        source is None
        or any(map(is_odd, line.values()))
        or len(words) > LONGEST_QUICKLY
        or not source.text.endswith("\n")
    ):
        return None
    source.edit([Edit(len(source.text), len(source.text), f"{words}\n")])
    number = source.text.count("\n")
    records = glance(source.text)
    if not records or len(records) < 2 or records[-2].column != records[-1].column:
        return None
    if records[-1].fields != dict(line) or (records[-1].line, records[-1].column) != (number, 3):
        return None
    write([FileChange(path, before, source.data)], folder)
    return number


def _somebody(record: Glimpse) -> Somebody | None:
    name, own_id, also = (record.fields.get(key, "") for key in ("name", "id", "also_known_as"))
    if not isinstance(name, str) or not isinstance(own_id, str) or not name.strip():
        return None
    others = [also] if isinstance(also, str) else also
    return Somebody(" ".join(name.split()), own_id or slug(name, "person"), tuple(other for other in others if other))


def _files_of(folder: Path, kind: str) -> Sequence[Path]:
    """The files of a kind, as the reading finds them."""
    return [*_listed(folder, lambda path: path.stem == kind), *_listed(folder / kind, lambda _: True)]


def _listed(folder: Path, wanted: Callable[[Path], bool]) -> Sequence[Path]:
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    paths = (folder / name for name in names if not name.startswith("."))
    return [path for path in paths if path.suffix in ENDINGS and wanted(path) and path.is_file()]


def _text(path: Path) -> str | None:
    source = None if path.is_symlink() else _source(path.read_bytes())
    return source.text if source else None


def _source(data: bytes) -> Source | None:
    try:
        return Source(data)
    except UnicodeDecodeError:
        return None
