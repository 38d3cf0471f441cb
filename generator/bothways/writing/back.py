"""Changes taken back: the files as they were before, if the workbook can be read with them as they are now."""

from collections.abc import Sequence
from dataclasses import replace

from bothways.reading.files import SourceFile, source_at
from bothways.reading.instead import with_instead
from bothways.reading.workbook import understood
from bothways.writing.desk import Desk, Prepared
from bothways.writing.swap import FileChange


def take_back(desk: Desk, changes: Sequence[FileChange]) -> Prepared:
    """The changes that were made, the other way round, ready to be written. Raises `ProblemsFound`.

    What was written over since is found out when they are written.
    """
    back = [_the_other_way(change) for change in reversed(changes)]
    sources = {desk.path(name): source for name, source in desk.files.items()}
    instead: dict[SourceFile, bytes | None] = {}
    coming: list[str] = []
    for change in back:
        source = sources.get(change.path) or source_at(change.path, desk.folder, desk.shown_as, "")
        if source:
            instead[source] = change.after
        elif change.after is not None:
            coming.append(change.path.name)
    files, problems = with_instead(desk.files.values(), instead)
    reading = understood(files, problems, desk.library, desk.folder, desk.memory, coming=coming)
    return Prepared(reading, tuple(files), tuple(back), desk.folder)


def _the_other_way(change: FileChange) -> FileChange:
    """From what it was to be to what it was, under the name that it had."""
    path, name = (change.path.with_name(change.name), change.path.name) if change.name else (change.path, "")
    return replace(change, path=path, before=change.after, after=change.before, name=name)
