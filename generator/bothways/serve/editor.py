"""The editor: forms at addresses of their own, and what becomes of what was typed into them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from bothways.model.workbook import Workbook
from bothways.problems import Problem, ProblemsFound, serious
from bothways.serve import new_sheets, sheets, yours
from bothways.serve.asked import READING, OldPage, form_of, packed, refuse_unless_a_form, unpacked
from bothways.serve.bar import dressed
from bothways.serve.environment import as_address, html
from bothways.serve.forms import Entry, Problems, entries, meaning, placed, to_look_at, typed
from bothways.serve.pen import Pen
from bothways.serve.reader import Reader
from bothways.serve.sender import Again, Sender
from bothways.serve.sheets import Sheet
from bothways.serve.shown import Shown
from bothways.serve.sitting import Sitting
from bothways.serve.slips import slips
from bothways.writing.desk import Desk
from bothways.writing.field import Wish
from bothways.writing.swap import ChangedMeanwhile

LISTED = ("people", "organisations", "goals", "events", "questions")
"""Kinds whose names a browser offers while one types."""


@dataclass(frozen=True)
class Wanted:
    """Which form is asked for."""

    desk: Desk
    asked: Mapping[str, str]
    """What stands in its address."""
    day: date
    shown: Mapping[str, Any]
    """What stood in it when somebody began to type; nothing as yet."""

    def said(self, name: str) -> str:
        """A part of the address."""
        return self.asked.get(name, "")


SHEETS: Mapping[str, Callable[[Wanted], Sheet]] = {
    "/edit": lambda form: sheets.edit(form.desk, form.said("of"), _names(form.said("only")), form.shown),
    "/debrief": lambda form: sheets.debrief(form.desk, form.said("of"), form.day),
    "/rest": lambda form: sheets.rest(form.desk, form.said("of")),
    "/add": lambda form: new_sheets.add(form.desk, form.said("kind"), {"name": form.said("name")}),
    "/yours": lambda form: yours.yours(form.desk, form.said("of")),
    "/log": lambda form: new_sheets.log(form.desk, form.said("who"), form.day),
    "/talk": lambda form: new_sheets.talk(form.desk, form.said("with"), form.day),
    "/me": lambda form: sheets.edit(form.desk, "me") if form.desk.workbook.me else new_sheets.me(),
    "/pause": lambda form: new_sheets.pause(form.desk),
}


@dataclass(frozen=True)
class Filled:
    """A form with what stands in it, to be shown."""

    sheet: Sheet
    said: Mapping[str, Any]
    """What stands in it."""
    before: str
    """What the file said when the person began, to be sent along."""
    problems: Problems
    elsewhere: Mapping[str, str]
    """By field, what the file says meanwhile."""
    words: str = ""
    """What to say above it."""


class Editor:
    """Answers what is asked under the editor's addresses."""

    def __init__(self, reader: Reader, shown: Shown, sender: Sender, sitting: Sitting, pen: Pen) -> None:
        self._reader, self._shown, self._sender, self._sitting = reader, shown, sender, sitting
        self._pen = pen
        sender.dress = self._dressed

    def __call__(self, request: Request) -> Response | None:
        """The answer; None for an address that is not the editor's."""
        if request.path not in SHEETS:
            return None
        refuse_unless_a_form(request)
        try:
            with self._sitting.writing:
                return self._form(request)
        except ProblemsFound as found:
            self._shown.renew()
            again = (
                Again(request.full_path.rstrip("?"), tuple(request.form.items(multi=True))) if request.form else None
            )
            return self._sender.to_look_at(found, _as_lines(request.form), again)
        except NotFound:
            if request.method in READING:
                raise
            return self._sender.gone(_as_lines(request.form))

    def _form(self, request: Request) -> Response:
        desk = self._reader.desk()
        before = unpacked(request.form.get("before", ""))
        sheet = SHEETS[request.path](Wanted(desk, request.args, self._reader.day(), before))
        if request.method in READING:
            return self._show(request, desk.workbook, Filled(sheet, sheet.said, packed(sheet.said), {}, {}))
        wishes = typed(sheet.fields, request.form, before)
        try:
            form_of(request, self._sitting.token)
        except OldPage:
            words = "bothways was started anew since you opened this page. What you typed is here; save it once more."
            return self._show(request, desk.workbook, Filled(sheet, wishes, packed(before), {}, {}, words), 403)
        is_nothing = all(meaning(field, wishes.get(field.name)) is None for field in sheet.fields)
        if is_nothing and not sheet.is_there and sheet.kind == "me":  # other records say by themselves what they need
            words = "Nothing is written, as nothing is said yet. What is needed says so."
            return self._show(request, desk.workbook, Filled(sheet, wishes, packed(before), {}, {}, words), 422)
        changed, elsewhere = _changed(sheet, wishes, before)
        if elsewhere or (sheet.is_known_by_all and changed and before != sheet.said):
            words = "This was changed elsewhere while you were typing. Both are here: keep what is right, and save."
            # What I left as it was is shown as it is now: else saving once more would take the other change back.
            said = {name: value for name, value in sheet.said.items() if name not in changed} | changed
            filled = Filled(sheet, said, packed(sheet.said), {}, elsewhere, words)
            return self._show(request, desk.workbook, filled, 409)
        if sheet.is_there and not changed:
            return redirect(f"/{as_address(sheet.done_at(desk.workbook))}", 303)
        try:
            wished = changed if sheet.is_there else wishes
            workbook = self._pen.write(desk, sheet.wish(desk, wished))
        except ProblemsFound as found:
            problems = placed(_own(found, desk), sheet.kind, sheet.fields, wishes)
            filled = Filled(sheet, wishes, request.form.get("before", ""), problems, {})
            return self._show(request, desk.workbook, filled, 422)
        except ChangedMeanwhile:
            self._shown.renew()
            words = "This was changed elsewhere at this very moment. What you typed is here; save it once more."
            filled = Filled(sheet, wishes, request.form.get("before", ""), {}, {}, words)
            return self._show(request, desk.workbook, filled, 409)
        self._sitting.say_too(slips(sheet.kind, sheet.fields, wished, workbook, self._reader.day()))
        return redirect(f"/{as_address(sheet.done_at(workbook))}", 303)

    def _show(self, request: Request, workbook: Workbook, filled: Filled, status: int = 200) -> Response:
        sheet = filled.sheet
        made = entries(sheet.fields, filled.said, filled.problems, filled.elsewhere)
        body = html(
            "form.html",
            sheet=sheet,
            action=request.full_path.rstrip("?"),
            first=[entry for entry in made if _is_first(entry, sheet)],
            more=[entry for entry in made if not _is_first(entry, sheet)],
            before=filled.before,
            problems=[problem for several in filled.problems.values() for problem in several],
            without_field=filled.problems.get("", ()),
            wrong=list(to_look_at(made)),
            words=filled.words,
            token=self._sitting.token,
            names={kind: _names_of(workbook, kind) for kind in LISTED if _asks_for(kind, made)},
            back=f"/{as_address(sheet.back)}",
            end=sheet.end,
        )
        return self._sender.own(sheet.title, body, status)

    def _dressed(self, page: bytes, address: str) -> bytes:
        """A page with what can be written there; without buttons while something is wrong in the files."""
        facts = None if self._shown.now.problems else self._reader.facts
        return dressed(page, address, facts, self._sitting)


def _changed(
    sheet: Sheet, wishes: Mapping[str, Wish], before: Mapping[str, Any]
) -> tuple[dict[str, Wish], dict[str, str]]:
    """The wishes that change something; and what the file says meanwhile where somebody else changed the same."""
    changed: dict[str, Wish] = {}
    elsewhere: dict[str, str] = {}
    for field in sheet.fields:
        name = field.name
        mine, then, now = (meaning(field, said.get(name)) for said in (wishes, before, sheet.said))
        if mine == then:
            continue
        changed[name] = wishes[name]
        if sheet.is_there and now not in (then, mine):
            elsewhere[name] = _in_words(now)
    return changed, elsewhere


def _own(found: ProblemsFound, desk: Desk) -> list[Problem]:
    """What the new words are wrong about: not what was wrong before."""
    return [problem for problem in serious(found.problems) if problem not in desk.reading.hints]


def _in_words(said: Any) -> str:
    if said is None:
        return "nothing"
    if isinstance(said, list):
        return "; ".join(map(_in_words, said))
    return (
        ", ".join(f"{key}: {_in_words(value)}" for key, value in said.items()) if isinstance(said, dict) else str(said)
    )


def _is_first(entry: Entry, sheet: Sheet) -> bool:
    return not sheet.first or entry.field.name in sheet.first or entry.is_said


def _asks_for(kind: str, made: tuple[Entry, ...]) -> bool:
    return any(entry.field.kind == kind or any(_asks_for(kind, row) for row in entry.rows) for entry in made)


def _names_of(workbook: Workbook, kind: str) -> list[str]:
    return sorted({record.name for record in getattr(workbook, kind)})


def _names(listed: str) -> list[str]:
    return [name for name in listed.split(",") if name]


def _as_lines(form: Mapping[str, str]) -> list[str]:
    """What was typed, to be copied from the page."""
    return [value for key, value in form.items() if key.startswith("f.") and value.strip()]
