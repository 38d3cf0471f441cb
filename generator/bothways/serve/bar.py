"""What a page gains while it is served: a bar to write from, and buttons where something can be done with one click.

The site's own pages hold no form: they only mark, with a remark that a browser does not show, where one could stand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bothways.derive.agenda_item import Item
from bothways.derive.facts import Facts
from bothways.model.workbook import Workbook
from bothways.pages.due import GUIDE
from bothways.pages.matters import matters_by_talk
from bothways.reading.kinds import BY_NAME
from bothways.serve.done import CONTACTS, Buttons, buttons, keys_of_steps, open_by_key
from bothways.serve.environment import html
from bothways.serve.new_sheets import ADDED
from bothways.serve.records import edit_address, record_of, ships_with_the_guide
from bothways.serve.sitting import Sitting

STEP = "<!--bw:step-->"
"""After a step that a page shows."""
MATTER = "<!--bw:matter-->"
"""After something that is still to do about a talk, on its page."""
ITEM = re.compile(r"<!--bw:item (\S+) (.*?):(\d+)-->")
"""Beside an item of Today: the paragraph of the guide that explains its kind, and where it comes from."""
LINE = re.compile(r"<!--bw:line (.*?)-->")
"""After a line of the log: its name."""
BEGIN = re.compile(r"<!--bw:begin (.*?)-->(.*?)<!--/bw:begin-->", re.DOTALL)
"""Round the lines with which an empty page begins: the file that they go into, and the lines."""
_ARTICLE = re.compile(r"<article\b[^>]*>")


@dataclass(frozen=True)
class Way:
    """One thing that can be begun from a page."""

    words: str
    address: str


def ways(address: str, workbook: Workbook | None) -> Sequence[Way]:
    """What one may want to write, on the page at an address. Without a workbook: something is wrong in the files."""
    kind, _, own_id = address.removesuffix(".html").partition("/")
    own_id = own_id.rpartition("/")[2]  # what a talk left has a page of its own, one folder further down
    of = f"{kind}/{own_id}" if own_id else kind
    if kind == "people" and own_id != "index":
        about = [Way("Log a contact", f"/log?who={own_id}"), Way("Plan or note a talk", f"/talk?with={own_id}")]
        return [*about, Way("Edit", f"/edit?of={of}"), Way("Let it rest", f"/rest?of={of}")]
    if kind == "conversations" and own_id not in ("", "index"):
        return [Way("After the talk", f"/debrief?of={of}"), Way("Edit", f"/edit?of={of}")]
    if kind == "organisations" and own_id not in ("", "index"):
        return [Way("Edit", f"/edit?of={of}"), Way("Let it rest", f"/rest?of={of}")]
    if kind in BY_NAME and own_id not in ("", "index"):
        if workbook and ships_with_the_guide(workbook, kind, own_id):
            return [Way("Make it yours", f"/yours?of={of}")]
        return [Way("Edit", f"/edit?of={of}")]
    word = next((word for word, added in ADDED.items() if added.kind == kind), None)
    if word:
        return [Way(ADDED[word].title, f"/add?kind={word}")]
    return [Way("Log a contact", "/log"), Way("Plan or note a talk", "/talk")]


def more(*, is_known: bool) -> Sequence[Way]:
    """What one may want to write on any page. `is_known`: whether the workbook says whose it is."""
    added = [Way(one.title, f"/add?kind={word}") for word, one in ADDED.items()]
    about = [Way("About you", "/edit?of=me" if is_known else "/me")]
    pause = [Way("A pause", "/pause")] if is_known else []
    exchanged = [
        Way("Import an address book", "/import"),
        Way("Share a copy", "/share"),
        Way("Take in a reply", "/reply"),
    ]
    return [*added, *about, *pause, Way("The log, line by line", "/lines"), *exchanged]


def first_ways(address: str, file: str) -> Sequence[Way]:
    """How to begin without the file, on an empty page that asks for lines in it."""
    if address in ("", "index.html"):
        return [Way("Add a goal", "/add?kind=goal"), Way("Add a person", "/add?kind=person"), Way("About you", "/me")]
    kind = file.partition("/")[2].partition("/")[0].removesuffix(".yaml")
    added = [Way(one.title, f"/add?kind={word}") for word, one in ADDED.items() if one.kind == kind]
    if kind == "log":
        return [Way("Log a contact", "/log")]
    return added if added or kind == "checklists" else [Way("Plan or note a talk", "/talk")]


def dressed(page: bytes, address: str, facts: Facts | None, sitting: Sitting) -> bytes:
    """The page with its bar and its buttons. Without facts (something is wrong in the files) there are no buttons."""
    text = page.decode()
    if facts is not None:
        text = _with_items(_with_steps(text, address, facts, sitting), facts, sitting)
        text = _with_matters(text, address, facts, sitting)
        text = _with_first_ways(_with_lines(text), address)
    bar = html(
        "bar.html",
        ways=ways(address, facts.workbook if facts else None),
        more=more(is_known=facts is not None and facts.workbook.me is not None),
        notice=sitting.notice(),
        last=sitting.last,
        token=sitting.token,
        address=address,
    )
    return _ARTICLE.sub(lambda article: article[0] + bar, text, count=1).encode()


def _with_steps(text: str, address: str, facts: Facts, sitting: Sitting) -> str:
    count = text.count(STEP)
    if not count:
        return text
    keys = _keys(address, facts)
    if len(keys) != count:
        return text
    each = iter(keys)
    return re.sub(re.escape(STEP), lambda _: _form(Buttons(next(each), "Done"), address, sitting), text)


def _with_matters(text: str, address: str, facts: Facts, sitting: Sitting) -> str:
    if MATTER not in text:
        return text
    several = matters_by_talk(facts).get(address.removesuffix(".html").rpartition("/")[2], ())
    if len(several) != text.count(MATTER):
        return text
    things = list(open_by_key(facts.workbook, facts.day).values())
    each = iter(several)
    return re.sub(MATTER, lambda _: _form(buttons(next(each).item, things), address, sitting), text)


def _keys(address: str, facts: Facts) -> list[str]:
    try:
        _, record = record_of(facts.workbook, address.removesuffix(".html"))
    except LookupError:
        return []
    return keys_of_steps(record)


def _with_items(text: str, facts: Facts, sitting: Sitting) -> str:
    if "<!--bw:item " not in text:
        return text
    things = list(open_by_key(facts.workbook, facts.day).values())
    items: dict[tuple[str, str, int], list[Item]] = {}
    for item in (*facts.agenda.items, *facts.coming):
        items.setdefault((GUIDE[item.kind], item.place.file, item.place.line), []).append(item)

    def filled(slot: re.Match[str]) -> str:
        several = items.get((slot[1], _text(slot[2]), int(slot[3])))
        return _form(buttons(several.pop(0), things), "index.html", sitting) if several else ""

    return ITEM.sub(filled, text)


def _with_lines(text: str) -> str:
    return LINE.sub(lambda slot: html("line.html", address=edit_address(_text(slot[1]))), text)


def _with_first_ways(text: str, address: str) -> str:
    def filled(slot: re.Match[str]) -> str:
        several = first_ways(address, _text(slot[1]))
        return html("begin.html", ways=several, lines=Markup(slot[2])) if several else slot[2]  # noqa: S704  # our own page

    return BEGIN.sub(filled, text)


def _form(offered: Buttons, address: str, sitting: Sitting) -> str:
    if offered == Buttons() or (offered.words and not offered.key):
        return ""
    return html("buttons.html", offered=offered, contacts=CONTACTS, token=sitting.token, address=address)


def _text(escaped: str) -> str:
    return Markup(escaped).unescape()  # noqa: S704  # only to read what our own template wrote
