"""What a person is in, and whether they are looking for something or keeping up."""

import pytest

from bothways.derive.situations import goes_by_the_week, is_searching, situations
from workbooks import workbook


def book(me="name: Ruth", goals=""):
    """A workbook with this me.yaml and these goals."""
    return workbook({"me.yaml": me, "goals.yaml": goals})


def test_what_me_says_comes_first_then_what_active_goals_add():
    """Each once; a goal that is met adds nothing."""
    goals = """
        - {goal: A, situation: business}
        - {goal: B, situation: career-change}
        - {goal: C, situation: life-change, status: met}
        """
    assert situations(book("name: Ruth\nsituation: [career-change, job-search]", goals)) == (
        "career-change",
        "job-search",
        "business",
    )


def test_nobody_has_to_say():
    """Then there is none."""
    assert situations(workbook({})) == ()


@pytest.mark.parametrize(
    ("situation", "goals", "searches"),
    [
        ("job-search", "", True),
        ("business", "", True),
        ("career-change", "", True),
        ("career-growth", "", False),
        ("life-change", "", False),
        ("[career-growth, job-search]", "", True),
        ("career-growth", "- {goal: Orders, situation: business}", True),
        ("career-growth", "- {goal: Learn how others do it}", False),
        ("job-search", "- {goal: Work, status: met}", False),
        ("job-search", "- {goal: Work, status: paused}", False),
        ("job-search", "- {goal: Work, status: met}\n- {goal: Better work}", True),
        ("job-search", "- {goal: Learn, situation: career-growth}", True),
        ("~", "", False),
        ("~", "- {goal: Find out}", True),
        ("~", "- {goal: Find out, status: dropped}", False),
    ],
)
def test_whether_anything_is_being_looked_for(situation, goals, searches):
    """An active goal decides; a search whose goals are all reached, paused or let go is over."""
    assert is_searching(book(f"name: Ruth\nsituation: {situation}", goals)) is searches


def test_whoever_keeps_up_goes_by_the_month_unless_they_wrote_numbers_for_a_week():
    """Numbers of one's own are wanted, whatever the situation."""
    keeping = "name: Signe\nsituation: career-growth\n"
    assert not goes_by_the_week(book(keeping))
    assert not goes_by_the_week(book(keeping + "rhythm: gentle"))
    assert goes_by_the_week(book(keeping + "rhythm: {per_week: {gives: 1}}"))
    assert goes_by_the_week(book("name: Ruth\nsituation: job-search"))
