"""How the minutes of a talk are shared out."""

from datetime import time

import pytest

from bothways.pages.paper.clock import clock, lengths


def test_twenty_minutes_are_shared_as_the_guide_says():
    """Three for hello, one for who I am, eleven for questions, four both ways, one to close."""
    assert lengths(20, [1]) == (3, 1, 11, 4, 1)


def test_the_parts_with_questions_share_their_time_by_weight():
    """A part that the list gives more minutes gets more."""
    assert lengths(20, [5, 9]) == (3, 1, 4, 7, 4, 1)
    assert lengths(30, [3, 1]) == (4, 2, 12, 4, 6, 2)


@pytest.mark.parametrize("minutes", [*range(5, 61), 90, 120, 1440])
@pytest.mark.parametrize("weights", [[1], [5, 9], [1, 1, 100], [6, 9, 9, 9]])
def test_nothing_is_lost_and_every_part_has_a_minute(minutes, weights):
    """The minutes add up; where there are too few, there is no clock."""
    found = lengths(minutes, weights)
    if found:
        assert sum(found) == minutes
        assert min(found) >= 1
        assert len(found) == len(weights) + 4
    else:
        assert minutes < 4 + 4 + len(weights)


def test_a_talk_of_an_hour_does_not_begin_with_ten_minutes_of_hello():
    """What is said at both ends does not grow with the talk."""
    hello, myself, _, both_ways, close = lengths(1440, [1])
    assert (hello, myself, both_ways, close) == (5, 2, 10, 3)


def test_the_clock_counts_from_the_beginning():
    """By the hour where it is known, past midnight too; else by the minute."""
    assert clock(time(10, 30), 4) == "10:34"
    assert clock(time(23, 50), 20) == "00:10"
    assert clock(None, 4) == "minute 4"
