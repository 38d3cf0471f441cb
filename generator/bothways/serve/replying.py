"""Taking in a coach's reply in the browser: choose the file, say the words that open it, read it, file it.

It comes from outside. Until it is filed it is in memory alone, and everything it says is shown as plain text.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from bothways.model.words import count
from bothways.serve.errand import Errand, Sent, Step
from bothways.serve.pen import Pen
from bothways.serve.reader import Reader
from bothways.serve.sender import Sender
from bothways.serve.sitting import Sitting
from bothways.share.envelope import NotOpened, Wrong
from bothways.share.keyed import keyed_if_any
from bothways.share.reply import MOST_BYTES, is_locked, read_reply
from bothways.share.reply_in import ENDING, ReplyIn, file_fresh, not_opened, reply_in
from bothways.site.compose import PACKET
from bothways.writing.swap import ChangedMeanwhile

CHOOSE, OPEN, FILE, LEAVE = "/reply", "/reply-words", "/reply-file", "/reply-leave"
TITLE = "Take in your coach’s reply"
FOR_THE_SESSION = "For your next session"
THE_FILE = "this file"


@dataclass(frozen=True)
class Came:
    """A file that was chosen, until it is filed or left."""

    data: bytes
    mark: str
    """Tells it from one that was chosen before, in another tab."""
    found: ReplyIn | None = None
    """What it says, once it is open."""


@dataclass(frozen=True)
class Shows:
    """One comment, as it is shown before it is filed."""

    page: str
    """The title of its page."""
    address: str
    about: str
    said: str


class Replying(Errand):
    """Answers what is asked under the addresses of a reply."""

    begins_at = CHOOSE
    started_anew = "bothways was started anew since you opened this page. Choose the file once more."

    def __init__(self, folder: Path, reader: Reader, sender: Sender, sitting: Sitting, pen: Pen) -> None:
        """`folder`: the one with `mkdocs.yml`."""
        super().__init__(sender, sitting)
        self._folder, self._reader, self._pen = folder, reader, pen
        self._came: Came | None = None

    def steps(self) -> Mapping[str, Step]:
        """Open it, with words where it is locked; file it, or leave it."""
        return {
            CHOOSE: Step(self._choose, largest_file=MOST_BYTES),
            OPEN: Step(self._open),
            FILE: Step(self._file),
            LEAVE: Step(self._leave),
        }

    def begin(self, *words: str, status: int = 200) -> Response:
        """Which file."""
        return self._page("reply.html", TITLE, status, words=words)

    def _choose(self, sent: Sent) -> Response:
        if not sent.file:
            return self.begin("Choose the file that your coach sent you.", status=422)
        self._came = Came(sent.file, secrets.token_hex(8))
        return self._ask_for_words(self._came) if is_locked(sent.file) else self._opened(self._came)

    def _open(self, sent: Sent) -> Response:
        came = self._same(sent)
        return self._opened(came, sent.form.get("words", "")) if came else self._another()

    def _opened(self, came: Came, words: str = "") -> Response:
        """What it says, to be read."""
        try:
            reply = read_reply(came.data, words)
        except Wrong as wrong:
            return self._ask_for_words(came, not_opened(wrong, THE_FILE))
        except NotOpened as error:
            self._came = None
            return self.begin(not_opened(error, THE_FILE), status=422)
        with self._sitting.writing:
            pages = self._reader.titles()
        found = reply_in(reply, pages, keyed_if_any(self._folder), self._reader.workbook, self._reader.shown_as)
        self._came = Came(came.data, came.mark, found)
        comments = [
            Shows(
                page=pages.get(f"{one.page}{ENDING}", FOR_THE_SESSION),
                address=f"{one.page}{ENDING}" if one.page else PACKET,
                about=" / ".join(part for part in (one.about, one.asked) if part),
                said=one.said,
            )
            for one in found.fresh
        ]
        return self._page("reply-read.html", TITLE, comments=comments, known=found.known, mark=came.mark)

    def _file(self, sent: Sent) -> Response:
        came = self._same(sent)
        if came is None or came.found is None or not came.found.fresh:
            return self._another()
        with self._sitting.writing:
            try:
                change = file_fresh(came.found, self._reader.workbook, self._reader.day())
            except ChangedMeanwhile:
                return self._another()
            name = f"{self._reader.shown_as}/{change.path.relative_to(self._reader.workbook).as_posix()}"
            comments = count(len(came.found.fresh), "comment")
            self._pen.has_written(f"Your coach’s reply is filed in {name}: {comments}.", [change])
        self._came = None
        page = next((one.page for one in came.found.fresh if one.page), PACKET.removesuffix(ENDING))
        return redirect(f"/{page}{ENDING}", 303)

    def _leave(self, _: Sent) -> Response:
        self._came = None
        return redirect("/", 303)

    def _ask_for_words(self, came: Came, *words: str) -> Response:
        return self._page("reply-words.html", TITLE, 422 if words else 200, words=words, mark=came.mark)

    def _same(self, sent: Sent) -> Came | None:
        """The file that the form speaks of, if it is still here."""
        return self._came if self._came and self._came.mark == sent.form.get("mark") else None

    def _another(self) -> Response:
        return self.begin("This reply was filed or left since, or another was chosen. Choose it once more.", status=409)
