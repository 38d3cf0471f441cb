"""`bothways reply`: what a coach wrote is shown, and filed in the workbook."""

from collections.abc import Sequence
from pathlib import Path

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import Home, find_home
from bothways.cli.passphrases import asked_for, passphrase_file
from bothways.cli.program import PROBLEMS, RefusedError
from bothways.cli.terminal import Terminal
from bothways.model.replies import Comment, Reply
from bothways.model.words import capital, count
from bothways.share.envelope import Newer, NotOpened, Wrong
from bothways.share.keyed import keyed_if_any
from bothways.share.reply import MOST_BYTES, CoachReply, is_locked, placed, read_reply
from bothways.writing.coach import file_reply, not_filed_yet

ENDING = ".html"


@bothways_command
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@passphrase_file
def command(asked: Asked, terminal: Terminal, file: Path, passphrase_file: Path | None) -> int:
    """Take in a coach's reply: show it, and file it in coach/, so that it appears on the pages it speaks of."""
    home = find_home(asked)
    if not home.workbook.is_dir():
        raise RefusedError("There is no workbook here to file it in. Name it with --workbook DIR.")
    try:
        reply = _read(file, terminal, passphrase_file)
    except NotOpened as error:
        return _not_opened(error, file, terminal)
    comments = _comments(reply, home)
    fresh = not_filed_yet(home.workbook, home.shown_as, comments)
    written = ""
    if fresh:
        filed = Reply(date=reply.made or home.day, share=reply.share or None, comments=fresh)
        path = file_reply(home.workbook, filed, home.day, reply.mark)
        written = f"{home.shown_as}/{path.relative_to(home.workbook).as_posix()}"
    _tell(comments, fresh, written, terminal)
    return 0


def _read(file: Path, terminal: Terminal, passphrase: Path | None) -> CoachReply:
    with file.open("rb") as opened:
        data = opened.read(MOST_BYTES + 1)
    if not is_locked(data):
        return read_reply(data)
    return read_reply(data, asked_for("The words that open it", terminal, passphrase))


def _comments(reply: CoachReply, home: Home) -> Sequence[Comment]:
    """The comments, each with its page in the owner's own site."""
    edition = home.edition(guide_only=False)()
    addresses = {page.address for page in edition.pages if not page.is_bare}
    return tuple(
        Comment(
            page=page.removesuffix(ENDING) if page else None,
            part=said.part if page else None,
            about=said.about,
            asked=said.asked,
            said=said.said,
        )
        for page, said in placed(reply, addresses, keyed_if_any(home.folder))
    )


def _not_opened(error: NotOpened, file: Path, terminal: Terminal) -> int:
    if isinstance(error, Wrong):
        sentence = f"These words do not open {file.name}. Look for a mistyped word. Nothing was written."
    elif isinstance(error, Newer):
        sentence = f"{file.name} was made by a later bothways. Bring yours up to date. Nothing was written."
    else:
        sentence = f"{file.name} is no reply, or part of it is missing. Ask for it once more. Nothing was written."
    if terminal.json:
        terminal.give({"changed": False, "stopped": sentence})
    else:
        terminal.say(sentence, to_err=True)
    return PROBLEMS


def _tell(comments: Sequence[Comment], fresh: Sequence[Comment], written: str, terminal: Terminal) -> None:
    if terminal.json:
        said = [comment.model_dump(mode="json") for comment in fresh]
        terminal.give({"changed": bool(written), "file": written or None, "comments": said})
        return
    for comment in fresh:
        where = (comment.page or "For your next session", comment.about, comment.asked)
        terminal.say(" / ".join(part for part in where if part))
        for line in comment.said.split("\n"):
            terminal.say(line, indent=4)
    known = len(comments) - len(fresh)
    if known:
        terminal.remark(f"{capital(count(known, 'comment'))} you had already.", to_err=False)
    if written:
        number = count(len(fresh), "comment")
        terminal.remark(f"{written}: {number}. Build again to see them on their pages.", to_err=False)
    else:
        terminal.remark("Nothing new is in it. Nothing was written.", to_err=False)
