"""All the pages of a workbook, or of the guide's tools alone."""

from datetime import date

from bothways.derive.facts import Facts
from bothways.model.workbook import Workbook
from bothways.pages import (
    advice,
    checklists,
    conversations,
    events,
    goals,
    introductions,
    learned,
    losing_touch,
    messages,
    organisations,
    packet,
    people,
    person,
    progress,
    questions,
    today,
)
from bothways.pages.navigation import SESSION, TODAY_FOR_ANOTHER, TOOLS
from bothways.pages.page import Page
from bothways.reading.library import Library


def workbook_pages(facts: Facts, library: Library) -> tuple[Page, ...]:
    """Every page of a workbook."""
    return (
        *today.pages(facts, library),
        *_most_pages(facts, library),
        *packet.pages(facts),
    )


def shared_pages(facts: Facts, library: Library) -> tuple[Page, ...]:
    """Every page of a workbook that was cut down for another reader: first the packet, and nothing of the owner's own.

    Nothing is hidden here: what the reader may not see is not in the workbook any more.
    """
    pages = (
        *packet.pages(facts, SESSION, SESSION.tab.address),
        *today.pages(facts, library, TODAY_FOR_ANOTHER),
        *_most_pages(facts, library),
    )
    return tuple(page.for_another() for page in pages)


def _most_pages(facts: Facts, library: Library) -> tuple[Page, ...]:
    return (
        *people.pages(facts),
        *losing_touch.pages(facts),
        *advice.pages(facts),
        *person.pages(facts),
        *organisations.pages(facts),
        *introductions.pages(facts),
        *conversations.pages(facts),
        *questions.pages(facts),
        *events.pages(facts),
        *goals.pages(facts),
        *checklists.pages(facts, library),
        *messages.pages(facts),
        *progress.pages(facts),
        *learned.pages(facts),
    )


def guide_pages(library: Library, day: date) -> tuple[Page, ...]:
    """What ships with the guide, as pages of the public guide: nothing personal is in them."""
    facts = Facts(Workbook(questions=library.questions, messages=library.messages), day)
    return (
        *questions.pages(facts, TOOLS),
        *checklists.pages(facts, library, TOOLS),
        *messages.pages(facts, TOOLS),
    )
