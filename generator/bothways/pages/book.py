"""All the pages of a workbook, or of the guide's tools alone."""

from datetime import date

from bothways.derive.facts import Facts
from bothways.model.workbook import Workbook
from bothways.pages import (
    checklists,
    conversations,
    events,
    goals,
    introductions,
    messages,
    organisations,
    people,
    progress,
    questions,
    today,
)
from bothways.pages.navigation import TOOLS
from bothways.pages.page import Page
from bothways.reading.library import Library


def workbook_pages(facts: Facts, library: Library) -> tuple[Page, ...]:
    """Every page of a workbook."""
    return (
        *today.pages(facts),
        *people.pages(facts),
        *organisations.pages(facts),
        *introductions.pages(facts),
        *conversations.pages(facts),
        *questions.pages(facts),
        *events.pages(facts),
        *goals.pages(facts),
        *checklists.pages(facts, library),
        *messages.pages(facts),
        *progress.pages(facts),
    )


def guide_pages(library: Library, day: date) -> tuple[Page, ...]:
    """What ships with the guide, as pages of the public guide: nothing personal is in them."""
    facts = Facts(Workbook(questions=library.questions, messages=library.messages), day)
    return (
        *questions.pages(facts, TOOLS),
        *checklists.pages(facts, library, TOOLS),
        *messages.pages(facts, TOOLS),
    )
