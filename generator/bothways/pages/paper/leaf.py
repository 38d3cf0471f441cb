"""The leaf: the whole sheet of a talk as a document to print, front and back."""

from functools import partial

from bothways.derive.facts import Facts
from bothways.model.conversations import Conversation
from bothways.model.days import day_and_month
from bothways.model.refs import and_names
from bothways.pages.environment import Values, bare_page
from bothways.pages.page import Page
from bothways.pages.paper.back import back
from bothways.pages.paper.front import front
from bothways.pages.sheet import sheet
from bothways.pages.somebody import Wording, wording

FOLDER = "conversations/sheet"


def address(talk: Conversation) -> str:
    """Where the sheet of a talk is published."""
    return f"{FOLDER}/{talk.id}.html"


def leaf(talk: Conversation, facts: Facts) -> Page:
    """The sheet of a planned talk, on paper."""
    return bare_page(
        "sheet",
        address(talk),
        f"Sheet for {and_names(talk.with_)}, {day_and_month(talk.date)} {talk.date.year}",
        partial(_values, talk, facts),
    )


def _values(talk: Conversation, facts: Facts) -> Values:
    """Its two sides."""
    known = sheet(talk, facts)
    them = wording(known.ties[0].person) if len(known.ties) == 1 else Wording("they", "them", "their")
    workbook = facts.workbook
    return {
        "front": front(known, workbook.me, them),
        "back": back(known, workbook.rhythm, them),
    }
