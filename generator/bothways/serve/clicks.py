"""What is done with one click: something is marked as done, a contact of today is logged, the last change is undone."""

from collections.abc import Callable, Mapping

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from bothways.problems import ProblemsFound, serious
from bothways.serve import new_sheets
from bothways.serve.asked import OldPage, form_of, refuse_unless_from_here
from bothways.serve.done import CONTACTS, open_by_key
from bothways.serve.environment import as_address, html
from bothways.serve.pen import Pen
from bothways.serve.reader import Reader
from bothways.serve.sender import Sender
from bothways.serve.shown import Shown
from bothways.serve.sitting import Sitting
from bothways.writing.swap import ChangedMeanwhile
from bothways.writing.tick import mark

Form = MultiDict[str, str]


class Clicks:
    """Answers what is asked under the addresses of clicks."""

    def __init__(self, reader: Reader, shown: Shown, sender: Sender, sitting: Sitting, pen: Pen) -> None:
        self._reader, self._shown, self._sender, self._sitting, self._pen = reader, shown, sender, sitting, pen
        self._acts: Mapping[str, Callable[[Form], None]] = {
            "/done": self._mark,
            "/contact": self._contact,
            "/undo": self._undo,
        }

    def __call__(self, request: Request) -> Response | None:
        """The answer; None for an address that is not of a click."""
        act = self._acts.get(request.path)
        if act is None:
            return None
        if request.method != "POST":
            raise MethodNotAllowed(["POST"])
        refuse_unless_from_here(request)
        try:
            form = form_of(request, self._sitting.token)
            with self._sitting.writing:
                act(form)
        except ChangedMeanwhile as changed:
            self._shown.renew()
            self._sitting.say(f"{changed.path.name} was changed at this very moment. Please try it once more.")
        except ProblemsFound as found:
            self._shown.renew()
            return self._sender.to_look_at(found)
        except OldPage:
            return self._sender.own(
                "This page is from before", html("wait.html", problems=(), typed=(), again=None), 403
            )
        return self._back(form)

    def _mark(self, form: Form) -> None:
        """One thing is done."""
        desk = self._reader.desk()
        thing = open_by_key(desk.workbook, self._reader.day()).get(form.get("key", ""))
        if thing is None:
            self._sitting.say("That was done already.")
            return
        mark(desk, thing, self._reader.day())
        self._pen.write(desk, f"{thing.what.strip()}: done.")

    def _contact(self, form: Form) -> None:
        """A contact of today goes into the log."""
        did = form.get("did", "")
        if did not in dict(CONTACTS):
            raise NotFound
        desk = self._reader.desk()
        sheet = new_sheets.log(desk, form.get("who", ""), self._reader.day())
        self._pen.write(desk, sheet.wish(desk, {**sheet.said, "did": did}))

    def _undo(self, _: Form) -> None:
        """The last change is taken back."""
        try:
            words = self._pen.take_back_last()
        except ProblemsFound as found:
            self._sitting.say(f"This was not undone, as it is needed by now: {serious(found.problems)[0].message}")
        except ChangedMeanwhile as changed:
            self._sitting.say(f"{changed.path.name} was changed since, so this was not undone. Nothing was touched.")
        else:
            self._sitting.say(f"Undone: {words}" if words else "There is nothing left to undo.")

    def _back(self, form: Form) -> Response:
        """To the page that the click was on, if the site has it."""
        address, site = form.get("address", ""), self._shown.now.site
        known = site is not None and address in site.addresses()
        return redirect(f"/{as_address(address) if known else ''}", 303)
