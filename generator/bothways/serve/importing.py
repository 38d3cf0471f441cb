"""Importing an address book in the browser: choose the file, see who is in it, tick whom to take, have them written.

What the file holds is in memory until somebody is taken or it is left. Who is written is what `bothways import` writes.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from bothways.exchange.coming.any_table import has_name
from bothways.exchange.coming.contact import Contact
from bothways.exchange.coming.matching import Proposal, propose
from bothways.exchange.coming.people_file import FOLDER, people_lines, stem_for
from bothways.exchange.coming.recognise import (
    WHOSE,
    AddressBook,
    ColumnsWanted,
    Kind,
    read_address_book,
    recognised,
)
from bothways.exchange.coming.source import CODE as WHOLE_FILE
from bothways.exchange.coming.source import Source, decoded
from bothways.exchange.extra import NotInstalledError
from bothways.model.words import capital, count
from bothways.problems import Place, Problem, ProblemsFound, in_order, serious
from bothways.serve.errand import Errand, Sent, Step
from bothways.serve.pen import Pen
from bothways.serve.reader import Reader
from bothways.serve.sender import Sender
from bothways.serve.sitting import Sitting
from bothways.writing.desk import Desk
from bothways.writing.homes import new_file
from bothways.writing.swap import ChangedMeanwhile

CHOOSE, COLUMNS, TAKE, LEAVE = "/import", "/import-columns", "/import-take", "/import-leave"
TITLE = "Import an address book"

LARGEST = 16_000_000
"""Bytes of a file. 30,000 rows of LinkedIn's take about 15 MB; what is larger, `bothways import` reads."""

MOST_LOOKED_THROUGH = 5_000
"""People on one page to tick. Nobody looks through more; `bothways import` takes them all."""

FILE = "The file"
"""What messages call it: what it was called on the person's disk is not asked."""

FROM: Mapping[Kind, str] = {**WHOSE, "csv": "a table"}
"""What the file is, within a sentence."""

ASKED = {
    "name": "The whole name",
    "first_name": "Or the first name",
    "last_name": "and the last name",
    "role": "What they do",
    "organisation": "The organisation",
    "email": "The e-mail address",
    "phone": "The phone number",
    "links": "A link",
}
"""What the columns of a table may hold, in words."""


@dataclass(frozen=True)
class Came:
    """A file that was chosen, until somebody of it is taken or it is left."""

    source: Source
    mark: str
    """Tells it from one that was chosen before, in another tab."""
    kind: Kind
    book: AddressBook | None = None
    """Who is in it, once it is known which column holds what."""


@dataclass(frozen=True)
class Offered:
    """Somebody whom one may take."""

    key: str
    """The line of the file."""
    name: str
    about: str
    why: str = ""
    """Why it is in doubt whether they are new."""
    is_ticked: bool = False


class Importing(Errand):
    """Answers what is asked under the addresses of an import."""

    begins_at = CHOOSE
    started_anew = "bothways was started anew since you opened this page. Choose the file once more."

    def __init__(self, reader: Reader, sender: Sender, sitting: Sitting, pen: Pen) -> None:
        super().__init__(sender, sitting)
        self._reader, self._pen = reader, pen
        self._came: Came | None = None

    def steps(self) -> Mapping[str, Step]:
        """Read it, with its columns named where they have to be; take some of those in it, or leave it."""
        return {
            CHOOSE: Step(self._choose, largest_file=LARGEST),
            COLUMNS: Step(self._name_columns),
            TAKE: Step(self._take_some),
            LEAVE: Step(self._leave),
        }

    def begin(self, *words: str, status: int = 200) -> Response:
        """Which file."""
        return self._page("import.html", TITLE, status, words=words)

    def _choose(self, sent: Sent) -> Response:
        if not sent.file:
            return self.begin("Choose a file first.", status=422)
        try:
            source = decoded(sent.file, FILE)
            return self._read(Came(source, secrets.token_hex(8), recognised(source)), {})
        except ProblemsFound as found:
            return self.begin(*_in_words(found.problems), status=422)

    def _name_columns(self, sent: Sent) -> Response:
        came = self._same(sent)
        if came is None:
            return self._another()
        columns = {field: column for field in ASKED if (column := sent.form.get(f"f.{field}", ""))}
        try:
            return self._read(came, columns)
        except ProblemsFound as found:
            return self.begin(*_in_words(found.problems), status=422)

    def _read(self, came: Came, columns: Mapping[str, str]) -> Response:
        """Who is in it; or the question which column holds what."""
        self._came = came
        try:
            book = read_address_book(came.source, came.kind, columns)
        except NotInstalledError as missing:
            return self.begin(str(missing), status=422)
        except ColumnsWanted as wanted:
            words = ["Without a name nobody can be taken in."] if columns and not has_name(columns) else []
            return self._page(
                "import-columns.html", TITLE, 422 if words else 200, words=words, mark=came.mark,
                columns=[column for column in wanted.columns if column], asked=ASKED, guess={**wanted.guess, **columns},
            )  # fmt: skip
        if len(book.contacts) > MOST_LOOKED_THROUGH:
            self._came = None
            words_ = f"{len(book.contacts):,} people are more than one looks through on a page."
            return self.begin(words_, "Split the file, or take it in with bothways import in a terminal.", status=422)
        self._came = replace(came, book=book)
        return self._review(self._came, book)

    def _review(self, came: Came, book: AddressBook, *words: str, ticked: Sequence[str] = ()) -> Response:
        """Who is new, who is known, and of whom only the person can say."""
        with self._sitting.writing:
            workbook = self._reader.desk().workbook
        found = propose(book.contacts, workbook)
        ids = {person.written: person.id for person in workbook.people}
        return self._page(
            "import-read.html",
            "Whom to take in",
            422 if words else 200,
            words=words,
            mark=came.mark,
            whose=WHOSE[came.kind],
            remark=came.source.remark,
            new=[_offered(contact, ticked=ticked) for contact in found.new],
            doubts=[_offered(doubt.contact, doubt.why, ticked=ticked) for doubt in found.doubts],
            known=[(match.name, ids.get(match.place, ""), match.news) for match in found.known],
            left_out=_in_words((*book.left_out, *found.left_out)),
        )

    def _take_some(self, sent: Sent) -> Response:
        """Those who were ticked, or all who are new, into a file of their own."""
        came = self._same(sent)
        if came is None or came.book is None:
            return self._another()
        with self._sitting.writing:
            desk = self._reader.desk()
            chosen = _chosen(came.book, desk, sent)
            if chosen.new:
                try:
                    self._write(desk, chosen, came)
                except ProblemsFound as found:
                    refused = _in_words(serious(found.problems))
                except ChangedMeanwhile:
                    refused = ["The workbook was changed at this very moment. Please try it once more."]
                else:
                    return redirect("/people/", 303)
        words = ["Nobody is taken in yet.", *refused] if chosen.new else ["Tick at least one of them."]
        return self._review(came, came.book, *words, ticked=sent.ticked)

    def _write(self, desk: Desk, chosen: Proposal, came: Came) -> None:
        day = self._reader.day()
        lines = people_lines(chosen.new, FROM[came.kind], day)
        said = [contact.fields for contact in chosen.new]
        name = new_file(desk, FOLDER, FOLDER, stem_for(came.kind, day), lines, *said)
        people = capital(count(len(chosen.new), "person", "people"))
        self._pen.write(desk, f"{people} taken in: {name}.")
        self._came = None

    def _leave(self, _: Sent) -> Response:
        self._came = None
        return redirect("/", 303)

    def _same(self, sent: Sent) -> Came | None:
        """The file that the form speaks of, if it is still here."""
        return self._came if self._came and self._came.mark == sent.form.get("mark") else None

    def _another(self) -> Response:
        words = "This file was taken in or left since, or another was chosen. Choose it once more."
        return self.begin(words, status=409)


def _chosen(book: AddressBook, desk: Desk, sent: Sent) -> Proposal:
    """Those who were ticked, and with the other button all who are new. Who is known already is not among them."""
    found = propose(book.contacts, desk.workbook)
    new = {contact.place for contact in found.new}
    may_be = new | {doubt.contact.place for doubt in found.doubts}
    ticked = {place for place in may_be if _key(place) in sent.ticked}
    wanted = ticked | new if "all" in sent.form else ticked
    return propose((one for one in book.contacts if one.place in wanted), desk.workbook, surely_new=wanted)


def _offered(contact: Contact, why: str = "", *, ticked: Sequence[str]) -> Offered:
    about = ", ".join(str(contact.fields[field]) for field in ("role", "organisation") if field in contact.fields)
    key = _key(contact.place)
    return Offered(key, contact.name, about, why, key in ticked)


def _key(place: Place) -> str:
    return str(place.line)


def _in_words(problems: Sequence[Problem]) -> list[str]:
    """Each as a sentence, with its line where it is about one."""
    return [f"{_where(one)}{one.message} {one.hint}".rstrip() for one in in_order(problems)]


def _where(problem: Problem) -> str:
    if problem.place.file != FILE:
        return f"{problem.place.file}:{problem.place.line}: "
    return "" if problem.code == WHOLE_FILE and problem.place.line == 1 else f"Line {problem.place.line}: "
