"""A record taken out of its file; a file that holds nothing else goes with it."""

from textwrap import dedent

from bothways.problems import Place
from bothways.reading.kinds import MESSAGES
from bothways.reading.outline import ListPart
from bothways.writing.change import Take
from bothways.writing.desk import Desk
from bothways.writing.taking import after_own_remarks, line_end, line_start


def remove_record(desk: Desk, record: Place) -> str:
    """Wishes the record at a place gone, and gives its text as it is written."""
    source = desk.files[record.file]
    if source.kind == MESSAGES.name:
        desk.remove(source.name)
        return source.text
    outlined = desk.outline(source.name)
    path = outlined.at(record.line, record.column)
    assert path is not None, "what was read has a place in its file"
    part = outlined.part(path)
    assert part is not None, "what was read has a place in its file"
    several = outlined.root if isinstance(outlined.root, ListPart) else None
    if several is None or (source.in_folder and len(several.items) == 1):
        desk.remove(source.name)
        return source.text
    desk.change(source.name, Take(path))
    if several.is_flow:
        return source.text[part.start : part.end]
    start = line_start(source.text, part.start)
    column = source.text.rfind("-", 0, part.start) - start
    return dedent(source.text[start : after_own_remarks(source.text, line_end(source.text, part.end), column)])
