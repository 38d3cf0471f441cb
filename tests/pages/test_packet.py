"""What the packet says, to the owner and to the coach."""

from dataclasses import replace
from datetime import date

from bothways.derive.facts import Facts
from bothways.pages import packet
from workbooks import TODAY, facts, workbook

COACH = "name: Ruth Amadi\ncoach: {name: Ines Calder, last_session: 2026-11-13, next_session: 2026-12-04}\n"
CHOICE = (
    "- {goal: 'Trial week, or course', by: 2026-12-11, why: Both are in January, decision: {options: [Week, Course]}}\n"
)


def html(me: str = COACH, day: date = TODAY, **files: str) -> str:
    made = facts({"me.yaml": me} | {f"{name}.yaml": text for name, text in files.items()}, day)
    (page,) = packet.pages(made)
    return page.html


def shared(me: str = COACH, **files: str) -> str:
    """The same, as a reader has it."""
    made = workbook({"me.yaml": me} | {f"{name}.yaml": text for name, text in files.items()})
    (page,) = packet.pages(Facts(replace(made, reader="coach"), TODAY))
    return page.for_another().html


def test_it_begins_with_the_one_choice():
    """How long ago we met, and what I would most like help with."""
    made = html(goals=CHOICE)
    assert '<h1 id="top">Our session on Friday 4 December</h1>' in made
    assert "Eighteen days since we last met. I would most like help with one choice: Trial week, or course." in made
    assert "<li>Week</li>" in made
    assert '<section class="bw-card" id="decide-trial-week-or-course">' in made


def test_three_choices_are_enough_for_an_hour():
    """A fourth waits; the hour's thirty minutes are shared."""
    made = html(goals="".join(f"- {{goal: Choice {n}, decision: {{options: [a, b]}}}}\n" for n in range(4)))
    assert "I would most like help with three choices." in made
    assert "For another time:" in made
    assert made.count('<span class="bw-meta">10 minutes</span>') == 5


def test_without_a_choice_it_asks_for_an_eye():
    assert "What do you see that I do not?" in html()
    assert "None just now." in html()


def test_without_a_coach_it_says_where_to_write_one():
    """It is a page all the same."""
    made = html("name: Ruth Amadi")
    assert '<h1 id="top">For our next session</h1>' in made
    assert "<code>coach</code> in <code>me.yaml</code>" in made
    assert "For your coach, in your own words." in made


def test_a_quiet_time_is_worth_a_word():
    """And is no failure."""
    assert "Nothing is written down since then. That is worth a word too." in html()


def test_a_coach_has_a_place_to_answer():
    """Under every choice, under what sticks, and at the end. The owner's own page has none to fill in."""
    made = shared(goals=CHOICE)
    for name in ("decide/trial-week-or-course", "stuck", "anything"):
        assert f'data-answer="{name}"' in made
    assert "data-answer" not in html(goals=CHOICE)


def test_a_coach_is_told_what_is_left_out_and_who_you_is():
    made = shared()
    assert "For Ines Calder. Contact details and private notes are left out." in made
    assert "“you” is Ruth" in made
    assert "A number stands for" not in made
    assert "A number stands for" in shared(people="- name: Person 1, baker\n")


def test_the_owner_is_told_how_to_share_it():
    """And the coach is not."""
    assert "bothways share --out for-ines.html" in html()
    assert "bothways share" not in shared()
