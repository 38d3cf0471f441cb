"""Sharing from the browser: choose for whom, read what is in the copy and the words that open it, take the file.

The words are in one answer and nowhere else: not in a file, not in what this server remembers.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from werkzeug.exceptions import NotFound
from werkzeug.utils import secure_filename
from werkzeug.wrappers import Response

from bothways.audience.profiles import Profile
from bothways.model.workbook import Workbook
from bothways.problems import Place
from bothways.reading.sharing import profiles_of
from bothways.serve import copies, headers
from bothways.serve.errand import Errand, Sent, Step
from bothways.serve.reader import Reader
from bothways.serve.sender import Sender
from bothways.serve.sitting import Sitting
from bothways.share.making import StillThere
from bothways.share.parcel import Parcel, remember
from bothways.share.passphrase import generated
from bothways.share.shares import Unreadable
from bothways.share.words import HOW, found_in_words, in_words, to_look_at
from bothways.site.home import FILE
from bothways.writing.desk import Desk
from bothways.writing.swap import ChangedMeanwhile

CHOOSE, TAKE = "/share", "/share-file"
TITLE = "Share a copy"


class Sharing(Errand):
    """Answers what is asked under the addresses of sharing."""

    begins_at = CHOOSE
    started_anew = "bothways was started anew since you opened this page. Make the copy once more."

    def __init__(
        self, folder: Path, reader: Reader, sender: Sender, sitting: Sitting, written: Mapping[str, Any]
    ) -> None:
        """`folder`: the one with `mkdocs.yml`, of which `written` are the profiles, as they stand there."""
        super().__init__(sender, sitting)
        self._folder, self._reader, self._written = folder, reader, written
        self._parcel: Parcel | None = None
        """The last copy that was made, until another is: locked, and without the words that open it."""
        self._is_on_record = False

    def steps(self) -> Mapping[str, Step]:
        """Make the copy; take it."""
        return {CHOOSE: Step(self._make), TAKE: Step(self._take_it)}

    def begin(self, *words: str, status: int = 200) -> Response:
        """For whom it is to be."""
        profiles = self._profiles(self._desk().workbook)
        offered = [(name, HOW[profile.people]) for name, profile in profiles.items()]
        return self._page("share.html", TITLE, status, offered=offered, words=words)

    def _desk(self) -> Desk:
        with self._sitting.writing:
            return self._reader.desk()

    def _profiles(self, workbook: Workbook) -> Mapping[str, Profile]:
        return copies.profiles(workbook, profiles_of(self._written, Place(FILE)))

    def _make(self, sent: Sent) -> Response:
        """The report of a copy that is made anew, with the words that open it."""
        desk = self._desk()
        chosen = self._profiles(desk.workbook).get(sent.form.get("profile", ""))
        if chosen is None:
            raise NotFound
        words = generated(os.urandom)
        self._parcel, self._is_on_record = None, False
        try:
            parcel = copies.locked_copy(self._folder, desk, self._reader.day(), chosen, words)
        except StillThere as found:
            return self.begin(*found_in_words(found.found), status=422)
        self._parcel = parcel
        return self._page(
            "shared.html",
            "Your copy, to look at",
            profile=chosen.name,
            report=list(in_words(parcel.cut.report, parcel.share)),
            look_at=list(to_look_at(parcel.cut.report)),
            passphrase=words,
            share=parcel.share.id,
        )

    def _take_it(self, sent: Sent) -> Response:
        """The file. It is on record before it is handed out: what was sent must never be missing there."""
        parcel = self._parcel
        if parcel is None or sent.form.get("share") != parcel.share.id:
            return self.begin("Another copy was made since. Make this one once more.", status=409)
        try:
            if not self._is_on_record:
                remember(parcel, self._folder)
        except Unreadable as unreadable:
            return self.begin(str(unreadable), status=409)
        except ChangedMeanwhile:
            return self.begin("Another copy was written at this very moment. Make this one once more.", status=409)
        self._is_on_record = True
        response = Response(parcel.locked, content_type=headers.UNKNOWN)
        name = secure_filename(f"copy-for-{parcel.share.profile}-{parcel.share.day}.html")
        response.headers.set("Content-Disposition", "attachment", filename=name)
        return response
