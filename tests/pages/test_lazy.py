"""A page costs nothing before somebody looks at it."""

import pytest

from bothways.pages.book import workbook_pages
from bothways.pages.digest import Digests
from bothways.pages.environment import page
from bothways.pages.navigation import GOALS
from bothways.reading.library import Library
from workbooks import facts

WORKBOOK = {
    "people.yaml": "[{name: Dana Okafor, tie: warm}, {name: Bea Ostrander, knows: Dana Okafor}]",
    "log.yaml": "- {date: 2026-11-20, who: Dana Okafor, did: heard}",
    "conversations.yaml": "- {with: Dana Okafor, date: 2026-12-02}",
    "organisations.yaml": "- name: Marrowgate Hospital",
    "goals.yaml": "- goal: A kitchen of my own",
    "events.yaml": "- {name: Growers supper, date: 2026-12-05}",
}
COSTLY = {"agenda", "ties", "histories", "introductions", "progress", "organisations", "coverage", "learned", "packet"}


@pytest.fixture
def asked():
    """A page that counts how often its values are worked out."""
    times = []

    def work_out():
        times.append(1)
        return {"goal": "x"}

    return page("parts/none.html", "goals/x.html", "X", GOALS, work_out), times


def test_all_pages_are_named_before_anything_is_worked_out():
    """Their addresses and titles come from the records alone; of all that follows from them nothing is known yet."""
    known = facts(WORKBOOK)
    pages = workbook_pages(known, Library())
    assert {"people/dana-okafor.html", "organisations/marrowgate-hospital.html"} <= {one.address for one in pages}
    assert not COSTLY & vars(known).keys()


def test_a_page_that_is_looked_at_is_worked_out():
    """The control: then the facts are known, and only those that it shows."""
    known = facts(WORKBOOK)
    (dana,) = (one for one in workbook_pages(known, Library()) if one.address == "people/dana-okafor.html")
    assert "Dana Okafor" in dana.html
    assert "ties" in vars(known)
    assert "packet" not in vars(known)


def test_values_are_worked_out_once_and_not_to_know_the_title(asked):
    """The digest asks for them; a second time they are known."""
    found, times = asked
    assert (found.title, found.for_another().address, times) == ("X", "goals/x.html", [])
    first = found.digest(Digests())
    assert first == found.digest(Digests()) != found.for_another().digest(Digests())
    assert times == [1]
