"""What tells one person from another, whichever way it is written."""

import pytest

from bothways.exchange.coming.dates import read_day
from bothways.exchange.coming.keys import email_keys, given_names, link_keys, phone_keys


@pytest.mark.parametrize(
    "link",
    [
        "https://www.linkedin.com/in/dana-okafor",
        "http://linkedin.com/in/dana-okafor/",
        "https://uk.linkedin.com/in/Dana-Okafor?trk=people",
        "https://www.linkedin.com/in/dana%2Dokafor#top",
    ],
)
def test_one_page_has_many_addresses(link):
    """A scheme, a country and a tail make no other page."""
    assert link_keys([link]) == {"linkedin.com/in/dana-okafor"}


def test_two_pages_are_two():
    """And what is no page is none; a broken address is itself."""
    assert len(link_keys(["https://a.example.org/?p=1", "https://a.example.org/?p=2"])) == 2
    assert link_keys(["mailto:a@example.org", "tel:123456"]) == set()
    assert link_keys(["https://[broken"]) == {"https://[broken"}


def test_addresses_and_numbers_among_the_links_count():
    """A second address is kept as a link."""
    assert email_keys("A@example.org", ["mailto:b@example.org?subject=x"]) == {"a@example.org", "b@example.org"}
    assert phone_keys("+44 (1632) 960222", ["tel:07700900111", "tel:12"]) == {"441632960222", "07700900111"}


def test_a_title_is_no_name():
    """Dr Ada and Ada begin alike."""
    assert given_names(["Dr Ada Pym", "A. Pym"]) == {"ada", "a"}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("12 Mar 2024", "2024-03-12"),
        ("7-Feb-22", "2022-02-07"),
        ("7 February 2022", "2022-02-07"),
        ("Mar 12, 2024", "2024-03-12"),
        ("2024-3-2", "2024-03-02"),
        ("2024-03-02T10:00:00Z", "2024-03-02"),
        ("15/03/2024", "2024-03-15"),
        ("3/15/16, 2:11 PM", "2016-03-15"),
        ("05/05/2024", "2024-05-05"),
    ],
)
def test_days_are_read_as_programs_write_them(said, day):
    """Names and digits of months, four digits and two of years, a time or none."""
    assert str(read_day(said)) == day


@pytest.mark.parametrize("said", ["03/04/2024", "31 Feb 2024", "12 Mars 2024", "2024", "yesterday", "", "99/99/9999"])
def test_a_day_that_is_none_or_could_be_two_is_not_guessed(said):
    """Better none than a wrong one."""
    assert read_day(said) is None


def test_the_american_way_is_known_of_some_programs():
    """LinkedIn's old files put the month first."""
    assert str(read_day("03/04/2024", month_first=True)) == "2024-03-04"
