"""Writes what was wished on a desk into the workbook, remembers it for undo, and has it shown."""

from collections.abc import Sequence

from bothways.model.workbook import Workbook
from bothways.serve.reader import Reader
from bothways.serve.shown import Shown
from bothways.serve.sitting import Sitting
from bothways.writing.back import take_back
from bothways.writing.desk import Desk, Prepared
from bothways.writing.swap import FileChange


class Pen:
    """How whatever is filled in gets into the workbook. Whoever uses it holds `sitting.writing`."""

    def __init__(self, reader: Reader, shown: Shown, sitting: Sitting) -> None:
        self._reader, self._shown, self._sitting = reader, shown, sitting

    def write(self, desk: Desk, words: str) -> Workbook:
        """Writes it. `words` say what it is. Raises `ProblemsFound` and `ChangedMeanwhile`."""
        return self.put(desk.prepare(), words)

    def put(self, prepared: Prepared, words: str) -> Workbook:
        """Writes what was prepared and checked. Raises `ChangedMeanwhile`."""
        prepared.write()
        self.has_written(words, prepared.changes)
        return prepared.reading.workbook

    def has_written(self, words: str, changes: Sequence[FileChange]) -> None:
        """Remembers changes that were made another way, such as a file that is no record, and has them shown."""
        self._sitting.remember(words, changes)
        self._shown.renew()

    def take_back_last(self) -> str | None:
        """Takes the last change back, and gives its words; None where none is left.

        Raises `ProblemsFound` and `ChangedMeanwhile`.
        """
        last = self._sitting.last
        if last is None:
            return None
        take_back(self._reader.desk(), last.changes).write()
        self._sitting.forget_last()
        self._shown.renew()
        return last.words
