"""A coach's reply, filed: one new file in `coach/`, its name made by us; nothing that is there is ever touched."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bothways.model.replies import Comment, Reply
from bothways.reading.coach import FOLDER, read_replies, replies_in
from bothways.reading.files import SourceFile
from bothways.reading.yaml_words import field_lines, item_lines
from bothways.writing.swap import FileChange, write

REMARK = "# What your coach wrote, taken in by bothways reply. It appears on the pages that it speaks of."
FIELDS = ("page", "part", "about", "asked", "said")


def not_filed_yet(workbook: Path, shown_as: str, comments: Sequence[Comment]) -> tuple[Comment, ...]:
    """Those of the comments that no reply in `coach/` has. A coach who saves twice sends the first ones again."""
    known = {_words(comment) for reply in read_replies(workbook, shown_as) for comment in reply.comments}
    fresh = {_words(comment): comment for comment in comments if _words(comment) not in known}
    return tuple(fresh.values())


def file_reply(workbook: Path, reply: Reply, day: date, mark: str) -> FileChange:
    """Writes the reply, taken in on a day, and gives the change. `mark` tells it from others of the day.

    Raises `ChangedMeanwhile` where there is such a file already.
    """
    text = reply_text(reply)
    path = workbook / FOLDER / f"{day.isoformat()}-{mark}.yaml"
    (read,) = replies_in([SourceFile(path.name, FOLDER, path.stem, in_folder=True, text=text)])
    assert read.model_dump() == reply.model_dump(), "what is written reads as what was meant"
    path.parent.mkdir(exist_ok=True)
    change = FileChange(path, None, text.encode())
    write([change], workbook)
    return change


def reply_text(reply: Reply) -> str:
    """The reply as its file."""
    lines = [REMARK, *field_lines("date", reply.date.isoformat(), 0)]
    if reply.share:
        lines += field_lines("share", reply.share, 0)
    lines.append("comments:")
    for comment in reply.comments:
        said = {name: value for name, value in zip(FIELDS, _words(comment), strict=True) if value}
        lines += item_lines(said, 2)
    return "\n".join(lines) + "\n"


def _words(comment: Comment) -> tuple[str | None, ...]:
    """What it says, wherever it is written."""
    return tuple(getattr(comment, name) for name in FIELDS)
