"""Changes taken back: the files as they were before, if the workbook can be read with them as they are now."""

from collections.abc import Sequence
from dataclasses import replace

from bothways.reading.instead import with_instead
from bothways.reading.workbook import understood
from bothways.writing.desk import Desk, Prepared
from bothways.writing.swap import FileChange


def take_back(desk: Desk, changes: Sequence[FileChange]) -> Prepared:
    """The changes that were made, the other way round, ready to be written. Raises `ProblemsFound`.

    What was written over since is found out when they are written.
    """
    back = [replace(change, before=change.after, after=change.before, name="") for change in reversed(changes)]
    sources = {desk.path(name): source for name, source in desk.files.items()}
    instead = {source: change.after for change in back if (source := sources.get(change.path))}
    files, problems = with_instead(desk.files.values(), instead)
    reading = understood(files, problems, desk.library, desk.folder)
    return Prepared(reading, tuple(files), tuple(back), desk.folder)
