"""A record taken out of its file; a file that holds nothing else goes with it."""

from textwrap import dedent

from bothways.problems import Place
from bothways.reading.kinds import MESSAGES
from bothways.writing.change import Take
from bothways.writing.desk import Desk
from bothways.writing.taking import after_own_remarks, line_end, line_start


def remove_record(desk: Desk, record: Place) -> str:
    """Wishes the record at a place gone, and gives its text as it is written."""
    source = desk.files[record.file]
    count = None if source.kind == MESSAGES.name else desk.records(source.name)
    if count is None or (source.in_folder and count == 1):
        desk.remove(source.name)
        return source.text
    around = desk.around(record)
    path = around.path(record)
    part = around.part(path)
    assert part is not None, "what was read has a place in its file"
    desk.change(source.name, Take(path))
    start = line_start(around.text, part.start)
    if around.text[start : part.start].strip(" -"):  # in a list on one line
        return around.text[part.start : part.end]
    column = max(around.text.rfind("-", start, part.start) - start, 0)
    return dedent(around.text[start : after_own_remarks(around.text, line_end(around.text, part.end), column)])
