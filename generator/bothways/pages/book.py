"""All the pages of a workbook, or of the guide's tools alone."""

from bothways.derive.facts import Facts
from bothways.pages import people, today
from bothways.pages.page import Page


def workbook_pages(facts: Facts) -> tuple[Page, ...]:
    """Every page of a workbook."""
    return (
        *today.pages(facts),
        *people.pages(facts),
    )
