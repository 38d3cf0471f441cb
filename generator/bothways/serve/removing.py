"""Asks before a record goes, or a person is forgotten: what will go, what is in the way, what is left elsewhere."""

from pathlib import Path

from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from bothways.model.words import capital
from bothways.problems import ProblemsFound
from bothways.serve.asked import READING, OldPage, form_of, packed, refuse_unless_a_form, unpacked
from bothways.serve.environment import as_address, html
from bothways.serve.pen import Pen
from bothways.serve.reader import Reader
from bothways.serve.removal import Removal, removal
from bothways.serve.sender import Sender
from bothways.serve.shown import Shown
from bothways.serve.sitting import Sitting
from bothways.share.elsewhere import MOST_COMMITS
from bothways.share.words import HOW
from bothways.site.remains import remove
from bothways.writing.swap import ChangedMeanwhile

ANOTHER = "Something was changed elsewhere, so nothing was removed. Please look at it once more."
STARTED_ANEW = (
    "bothways was started anew since you opened this page, so nothing was removed. Please look at it once more."
)


class Removing:
    """Answers what is asked under the address of a removal."""

    def __init__(  # noqa: PLR0917
        self, folder: Path, site: Path, reader: Reader, shown: Shown, sender: Sender, sitting: Sitting, pen: Pen
    ) -> None:
        """`folder`: the one with `mkdocs.yml`; `site`: where its builds go."""
        self._folder, self._site = folder, site
        self._reader, self._shown, self._sender, self._sitting, self._pen = reader, shown, sender, sitting, pen

    def __call__(self, request: Request) -> Response | None:
        """The answer; None for another address."""
        if request.path != "/remove":
            return None
        refuse_unless_a_form(request)
        try:
            with self._sitting.writing:
                return self._ask(request) if request.method in READING else self._remove(request)
        except ProblemsFound as found:
            self._shown.renew()
            return self._sender.to_look_at(found)
        except NotFound:
            if request.method in READING:
                raise
            return self._sender.gone()

    def _ask(self, request: Request, words: str = "", status: int = 200) -> Response:
        """The page that says what will go."""
        going = self._removal(request)
        body = html(
            "remove.html",
            going=going,
            action=request.full_path,
            shown=packed(going.shown),
            token=self._sitting.token,
            back=f"/{as_address(going.back)}",
            words=words,
            builds=[self._called(build) for build in going.elsewhere.builds] if going.elsewhere else [],
            how_shown=HOW,
            most_commits=MOST_COMMITS,
        )
        return self._sender.own(going.title, body, status)

    def _remove(self, request: Request) -> Response:
        """Removes it, if it is what the page showed."""
        try:
            form = form_of(request, self._sitting.token)
        except OldPage:
            return self._ask(request, STARTED_ANEW, 403)
        going = self._removal(request)
        if going.prepared is None or form.get("seen", "") != going.seen:
            return self._ask(request, ANOTHER, 409)
        try:
            self._pen.put(going.prepared, _done(going))
        except ChangedMeanwhile:
            self._shown.renew()
            return self._ask(request, ANOTHER, 409)
        for build in going.elsewhere.builds if going.elsewhere else ():
            remove(build)
        return redirect(f"/{as_address(going.done_at)}", 303)

    def _removal(self, request: Request) -> Removal:
        said = unpacked(request.form.get("shown", "")) if request.method == "POST" else {}
        of = request.args.get("of", "")
        try:
            return removal(self._reader.desk(), self._folder, self._site, of, said)
        except ChangedMeanwhile:  # between reading and looking once more
            return removal(self._reader.desk(), self._folder, self._site, of, said)

    def _called(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix() if path.is_relative_to(self._folder) else path.as_posix()


def _done(going: Removal) -> str:
    name = capital(going.name)
    return f"{name} is forgotten." if going.elsewhere else f"{name}: removed."
