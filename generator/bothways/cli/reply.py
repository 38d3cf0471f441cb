"""`bothways reply`: what a coach wrote is shown, and filed in the workbook."""

from pathlib import Path

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import find_home
from bothways.cli.passphrases import asked_for, passphrase_file
from bothways.cli.program import PROBLEMS, RefusedError
from bothways.cli.terminal import Terminal
from bothways.model.words import capital, count
from bothways.share.envelope import NotOpened
from bothways.share.keyed import keyed_if_any
from bothways.share.reply import MOST_BYTES, CoachReply, is_locked, read_reply
from bothways.share.reply_in import ReplyIn, file_fresh, not_opened, reply_in


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
    edition = home.edition(guide_only=False)()
    addresses = {page.address for page in edition.pages if not page.is_bare}
    found = reply_in(reply, addresses, keyed_if_any(home.folder), home.workbook, home.shown_as)
    written = ""
    if found.fresh:
        path = file_fresh(found, home.workbook, home.day).path
        written = f"{home.shown_as}/{path.relative_to(home.workbook).as_posix()}"
    _tell(found, written, terminal)
    return 0


def _read(file: Path, terminal: Terminal, passphrase: Path | None) -> CoachReply:
    with file.open("rb") as opened:
        data = opened.read(MOST_BYTES + 1)
    if not is_locked(data):
        return read_reply(data)
    return read_reply(data, asked_for("The words that open it", terminal, passphrase))


def _not_opened(error: NotOpened, file: Path, terminal: Terminal) -> int:
    sentence = not_opened(error, file.name)
    if terminal.json:
        terminal.give({"changed": False, "stopped": sentence})
    else:
        terminal.say(sentence, to_err=True)
    return PROBLEMS


def _tell(found: ReplyIn, written: str, terminal: Terminal) -> None:
    if terminal.json:
        said = [comment.model_dump(mode="json") for comment in found.fresh]
        terminal.give({"changed": bool(written), "file": written or None, "comments": said})
        return
    for comment in found.fresh:
        where = (comment.page or "For your next session", comment.about, comment.asked)
        terminal.say(" / ".join(part for part in where if part))
        for line in comment.said.split("\n"):
            terminal.say(line, indent=4)
    if found.known:
        terminal.remark(f"{capital(count(found.known, 'comment'))} you had already.", to_err=False)
    if written:
        number = count(len(found.fresh), "comment")
        terminal.remark(f"{written}: {number}. Build again to see them on their pages.", to_err=False)
    else:
        terminal.remark("Nothing new is in it. Nothing was written.", to_err=False)
