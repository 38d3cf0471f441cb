"""The pages of a shared copy: the packet first, and nothing that only the owner could use."""

import posixpath
import re

import pytest

from bothways.audience.edition import edition
from bothways.audience.profiles import profile
from bothways.derive.facts import Facts
from bothways.pages.book import shared_pages, workbook_pages
from bothways.pages.own import BEGIN, unmarked, without_own
from bothways.reading.library import read_library
from workbooks import GUIDE, TODAY, example

TOOLS = (
    "data-copy",
    "mailto:",
    "bw-note",
    ".yaml</code>",
    "<code>workbook/",
    '">bothways ',
    "Copy the words",
    "<!--bw:",
    BEGIN,
)
"""What copies, sends or names a file of the owner's."""


@pytest.fixture(scope="module")
def own() -> dict[str, str]:
    return {page.address: page.html for page in workbook_pages(Facts(example(), TODAY), read_library(GUIDE))}


@pytest.fixture(scope="module")
def shared() -> dict[str, str]:
    cut = edition(example(), profile("coach", {})).workbook
    return {page.address: page.html for page in shared_pages(Facts(cut, TODAY), read_library(GUIDE))}


def test_a_shared_copy_opens_on_the_packet(shared):
    """And today's list has an address of its own."""
    assert '<h1 id="top">Our session on Friday 4 December</h1>' in next(iter(shared.values()))
    assert "index.html" in shared
    assert '<h1 id="top">Today</h1>' in shared["today.html"]


def test_nothing_of_the_owners_is_left(shared):
    """No drafts, no lines to copy, no commands, no names of files."""
    for address, html in shared.items():
        assert [tool for tool in TOOLS if tool in html] == [], address


def test_the_control_the_owners_pages_have_all_of_it(own):
    """But for the comments that say what is theirs: nobody needs those in a page."""
    everything = "\n".join(own.values())
    assert {tool for tool in TOOLS[:-1] if tool not in everything} == set()
    assert BEGIN not in everything


def test_every_link_leads_to_a_page_of_the_copy_or_the_guide(shared):
    """Also where the owner's page would lead to something that is not in it."""
    for address, html in shared.items():
        for link in re.findall(r'href="([^"#]+)', html):
            if "//" not in link and not link.startswith("tel:"):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(address), link))
                assert target in shared or target.startswith("guide/"), (address, link)


def test_what_is_the_owners_goes_with_all_that_is_in_it():
    """Also where one piece stands within another."""
    html = "a<!--own-->b<!--own-->c<!--/own-->d<!--/own-->e"
    assert without_own(html) == "ae"
    assert unmarked(html) == "abcde"
