"""A coach's reply as it is taken in: what it says about which of the owner's pages, and what of it is new."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bothways.model.replies import Comment, Reply
from bothways.model.words import capital
from bothways.share.envelope import Newer, NotOpened, Wrong
from bothways.share.keyed import Keyed
from bothways.share.reply import CoachReply, placed
from bothways.writing.coach import file_reply, not_filed_yet
from bothways.writing.swap import FileChange

ENDING = ".html"


@dataclass(frozen=True)
class ReplyIn:
    """A reply that was opened, beside a workbook."""

    reply: CoachReply
    comments: tuple[Comment, ...]
    """Each with its page in the owner's own site."""
    fresh: tuple[Comment, ...]
    """Those that no reply in `coach/` has yet."""

    @property
    def known(self) -> int:
        """How many the workbook has already."""
        return len(self.comments) - len(self.fresh)


def reply_in(
    reply: CoachReply, addresses: Collection[str], keyed: Keyed | None, workbook: Path, shown_as: str
) -> ReplyIn:
    """The reply beside a workbook. `addresses` are those of the site's pages, `keyed` the key of the home.

    Raises `ProblemsFound` where a reply that was taken in before cannot be read.
    """
    comments = tuple(_comments(reply, addresses, keyed))
    return ReplyIn(reply, comments, not_filed_yet(workbook, shown_as, comments))


def file_fresh(found: ReplyIn, workbook: Path, day: date) -> FileChange:
    """Files what is new, of which there is some, and gives the change. Raises `ChangedMeanwhile`."""
    reply = Reply(date=found.reply.made or day, share=found.reply.share or None, comments=found.fresh)
    return file_reply(workbook, reply, day, found.reply.mark)


def not_opened(error: NotOpened, file: str) -> str:
    """Why a file was not opened, as sentences. `file` is what to call it."""
    if isinstance(error, Wrong):
        return f"These words do not open {file}. Look for a mistyped word. Nothing was written."
    file = capital(file) if " " in file else file
    if isinstance(error, Newer):
        return f"{file} was made by a later bothways. Bring yours up to date. Nothing was written."
    return f"{file} is no reply, or part of it is missing. Ask for it once more. Nothing was written."


def _comments(reply: CoachReply, addresses: Collection[str], keyed: Keyed | None) -> Iterator[Comment]:
    for page, said in placed(reply, addresses, keyed):
        yield Comment(
            page=page.removesuffix(ENDING) if page else None,
            part=said.part if page else None,
            about=said.about,
            asked=said.asked,
            said=said.said,
        )
