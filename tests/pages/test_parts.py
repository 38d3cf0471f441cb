"""What pages have in common is made once, and every page shows its own day, its own way to the top and its own names."""

from datetime import date
from itertools import product

from bothways.pages.book import workbook_pages
from bothways.pages.environment import environment
from bothways.pages.parts import parts_for
from bothways.reading.library import Library
from workbooks import TODAY, facts

ONE_PIET = "- {name: Bea, knows: Piet, met_on: 2026-11-03}\n- name: Piet"
TWO = "- {name: Bea, knows: piet, met_on: 2026-11-03}\n- {name: Piet, id: piet}\n- {name: Piet, id: other, role: baker}"
A_YEAR_LATER = date(2027, 12, 1)


def pages(people, day):
    return {page.address: page for page in workbook_pages(facts({"people.yaml": people}, day), Library())}


def test_workbooks_side_by_side_show_their_own():
    """Whichever was looked at before: names that are shared in one only, a day in another year."""
    alone = {
        (people, day): _seen(pages(people, day)) for people, day in product((ONE_PIET, TWO), (TODAY, A_YEAR_LATER))
    }
    assert len({tuple(found.items()) for found in alone.values()}) == 4
    together = {which: pages(*which) for which in alone}
    for address in ("people/bea.html", "people/index.html", "losing-touch.html"):
        for which, found in together.items():
            assert found[address].html == alone[which][address]


def test_they_are_made_once_for_pages_alike():
    """The control for what it saves: the same for the same, another way to the top for another folder."""
    shown = {"today": TODAY, "namesakes": {"piet": "baker"}}
    here = parts_for(environment(), "../", shown)
    assert parts_for(environment(), "../", dict(shown)) is here
    assert here["names"] is here["names"]
    for other in (parts_for(environment(), "", shown), parts_for(environment(), "../", {"today": TODAY})):
        assert other is not here
        assert other["names"].person is not here["names"].person


def _seen(made):
    return {address: made[address].html for address in ("people/bea.html", "people/index.html", "losing-touch.html")}
