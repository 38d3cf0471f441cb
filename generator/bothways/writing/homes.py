"""Where a new record belongs: at the end of the file that holds most of its kind, or in a file of its own."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count

from bothways.housekeeping import SCHEMAS
from bothways.reading.files import SourceFile
from bothways.reading.kinds import AMERICAN, MESSAGES
from bothways.reading.yaml_words import InLine, Value, field_lines, in_line, item_lines
from bothways.writing.change import Add
from bothways.writing.desk import Desk
from bothways.writing.message import message_text


def add_record(desk: Desk, kind: str, record: Mapping[str, Value], stem: str, *, own_file: bool = False) -> str:
    """Wishes a new record, and gives the name of its file.

    `stem`: the name of a file of its own, without its ending, should it get one. `own_file`: it gets one, unless the
    person keeps all of this kind in one file.
    """
    name = list_file(desk, kind, own_file=own_file)
    if name is not None:
        desk.change(name, Add((), dict(record)))
        return name
    folder = own_folder(desk, kind)
    if own_file or folder:
        lines = [line for key, value in record.items() for line in field_lines(key, value, 0)]
        return new_file(desk, kind, folder or kind, stem, lines, record)
    return new_file(desk, kind, "", kind, item_lines(dict(record), 0), record)


def list_file(desk: Desk, kind: str, *, own_file: bool = False) -> str | None:
    """The file that a record of the kind is added to; None where it gets a file of its own.

    With `own_file` that is one that holds some already, where no folder holds any.
    """
    files = [source for source in desk.files.values() if source.kind == kind and source.is_readable]
    counts = {source.name: count for source in files if (count := desk.records(source.name)) is not None}
    in_folder = {source.name for source in files if source.in_folder}
    at_the_top = [name for name in counts if name not in in_folder]
    if not at_the_top or (own_file and (in_folder or not any(counts.values()))):
        return None
    return max(counts, key=lambda name: (counts[name], name in at_the_top))


def own_folder(desk: Desk, kind: str) -> str | None:
    """The folder of the kind, as the person spells it, where there is one."""
    spellings = [kind, *(theirs for theirs, ours in AMERICAN.items() if ours == kind)]
    return next((name for name in spellings if (desk.folder / name).is_dir()), None)


def new_file(desk: Desk, kind: str, folder: str, stem: str, lines: Iterable[str], *said: Mapping[str, Value]) -> str:
    """Wishes a new file with these lines, below those that tell an editor its schema. Gives its name.

    `said`: what its records are to say, so that this is looked over.
    """
    name = free_name(desk, folder, stem)
    depth = name.count("/")
    text = "\n".join([*_for_editors(desk, kind, depth), *lines]) + "\n"
    desk.new_file(SourceFile(name, kind, stem, bool(folder), text), *said)
    return name


def new_message(desk: Desk, record: Mapping[str, Value], stem: str) -> str:
    """Wishes a new message in a file of its own, and gives its name. One of the guide that is called so is replaced."""
    name = free_name(desk, MESSAGES.name, stem, ".md")
    desk.new_file(SourceFile(name, MESSAGES.name, stem, in_folder=True, text=message_text(record)))
    return name


def free_name(desk: Desk, folder: str, stem: str, ending: str = ".yaml") -> str:
    """The name of a file that is not there yet: with a number behind it, where another is called so."""
    above = [part for part in (desk.shown_as, folder) if part]
    names = ("/".join([*above, f"{stem}{number}{ending}"]) for number in numbers())
    return next(name for name in names if not desk.path(name).exists())


def numbers() -> Iterator[str]:
    """What tells the first of a name from the others: nothing, `-2`, `-3`."""
    return chain([""], (f"-{number}" for number in count(2)))


def _for_editors(desk: Desk, kind: str, depth: int) -> list[str]:
    home = desk.folder.parent
    if not (home / SCHEMAS / f"{kind}.schema.json").is_file():
        return []
    up = "../" * (depth - desk.shown_as.count("/"))
    address = f"{up}{(SCHEMAS / f'{kind}.schema.json').as_posix()}"
    return [f"# yaml-language-server: $schema={address}", f"# $schema: {address}", ""]


def add_log_line(desk: Desk, line: Mapping[str, Value]) -> str:
    """Wishes a line at the end of the log, and gives the name of the file: the last one, where there are several."""
    logs = [source for source in desk.files.values() if source.kind == "log"]
    files = [source for source in logs if desk.records(source.name) is not None]
    if not files:
        return new_file(desk, "log", "", "log", [f"- {in_line(line)}"], line)
    name = max(files, key=lambda source: (bool(desk.records(source.name)), not source.in_folder, source.name)).name
    desk.change(name, Add((), InLine(line)))
    return name
