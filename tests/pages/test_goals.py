"""What the Goals pages say."""

import pytest

from bothways.pages import goals
from workbooks import facts


def pages(text: str, **files: str) -> dict[str, str]:
    """The pages of a goals.yaml, by address."""
    made = facts({"goals.yaml": text} | {f"{name}.yaml": body for name, body in files.items()})
    return {page.address: page.html for page in goals.pages(made)}


def a_post(text: str, **files: str) -> str:
    """The page of the goal "A post"."""
    return pages(text, **files)["goals/a-post.html"]


@pytest.mark.parametrize(
    ("situation", "goal"),
    [
        ("business", "Three people who would pass on my name"),
        ("[life-change, business]", "Find out how others live this, and are glad"),
    ],
)
def test_the_first_goal_fits_what_one_is_in(situation, goal):
    """Of several situations, the one that was named first."""
    html = pages("", me=f"name: Ruth\nsituation: {situation}")["goals/index.html"]
    assert f"- goal: {goal}\n" in html


def test_with_no_goal_yet_the_page_asks_what_one_would_like_to_find_out():
    """And shows where to write, three lines, and the guide."""
    html = pages("")["goals/index.html"]
    assert "What would you like to find out?" in html
    assert "workbook/goals.yaml" in html
    assert "- goal: Find out whether" in html
    assert "../guide/begin.html#goal" in html


def test_goals_are_shown_by_how_they_stand():
    """What one is after first; what was reached and let go has its place too."""
    html = pages(
        "- {goal: One, status: dropped}\n- {goal: Two, status: met}\n- {goal: Three, status: paused}\n- goal: Four\n"
    )["goals/index.html"]
    order = ("What you are after", ">Four<", "Paused", ">Three<", "Reached", ">Two<", "Let go", ">One<")
    places = [html.index(words) for words in order]
    assert places == sorted(places)
    assert "One goal just now." in html


def test_an_active_goal_shows_its_next_step():
    """The first that is left. A goal that is paused asks for nothing."""
    text = "- goal: A post\n  status: %s\n  steps: [{do: Ask Dana, done: yes}, {do: Ask Piet, by: 2026-12-05}]"
    html = pages(text % "active")["goals/index.html"]
    assert "one of two steps done" in html
    assert "Next: Ask Piet" in html
    assert "Next:" not in pages(text % "paused")["goals/index.html"]


def test_a_goal_says_why_and_how_one_will_know():
    """Why is Markdown; the measure and the day are there."""
    html = a_post("- {goal: A post, why: To *feed* people, measure: A contract, by: 2027-04-30}")
    assert "<em>feed</em>" in html
    assert "A contract" in html
    assert "You would like to be there by" in html
    assert 'datetime="2027-04-30"' in html


def test_a_belief_shows_how_sure_one_was_and_is():
    """In numbers as text; the bar only repeats it."""
    text = "- goal: A post\n  beliefs: [{belief: Taste matters, confidence: 30, now: 65, evidence: Dana tastes}]"
    html = a_post(text)
    assert "How sure you are, of 100: 30 at first, 65 now" in html
    assert "Dana tastes" in html
    assert "How sure" not in a_post("- goal: A post\n  beliefs: Taste matters")


def test_a_belief_of_nought_is_still_said():
    """Nought is a number, not a gap."""
    html = a_post("- goal: A post\n  beliefs: [{belief: Taste matters, confidence: 40, now: 0}]")
    assert "40 at first, 0 now" in html


def test_talks_speak_for_and_against_a_belief():
    """Each with its reason, the person and the talk, on its side."""
    html = a_post(
        "- goal: A post\n  beliefs: Taste matters",
        people="- name: Dana\n- name: Oskar\n",
        conversations=(
            "- with: Dana\n  date: 2026-11-05\n  beliefs: [{belief: taste matters., for: yes, why: She tastes it}]\n"
            "- with: Oskar\n  date: 2026-11-06\n  beliefs: [{belief: Taste matters, for: no, why: Nobody does}]\n"
        ),
    )
    order = ("spoke for it", "She tastes it", "2026-11-05-dana.html", "spoke against it", "Nobody does", "2026-11-06")
    places = [html.index(words) for words in order]
    assert places == sorted(places)


def test_an_untested_belief_says_so():
    """It asks whom one could ask; a goal without beliefs shows how to write one."""
    assert "Nothing found out yet" in a_post("- goal: A post\n  beliefs: Taste matters")
    assert "What would have to be true" in a_post("- goal: A post")
    assert "What would have to be true" not in a_post("- {goal: A post, status: met}")


def test_a_decision_is_open_until_something_is_chosen():
    """The options are shown before and after."""
    html = a_post("- goal: A post\n  decision: {options: [Stay, Go]}")
    assert "To decide" in html
    assert "<li>Stay</li>" in html
    chosen = a_post("- goal: A post\n  decision: {options: [Stay, Go], chosen: Go, why: The sea, on_date: 2026-11-20}")
    assert "Decided" in chosen
    assert "To decide" not in chosen
    assert "The sea" in chosen


def test_talks_and_organisations_are_linked():
    """Talks that serve the goal, and places that name it or that it names."""
    html = a_post(
        "- {goal: A post, organisations: Ash}",
        organisations="- name: Ash\n- {name: Oak, goals: A post}\n- name: Yew\n",
        people="- name: Dana",
        conversations="- {with: Dana, date: 2026-11-10, goal: A post}\n- {with: Dana, date: 2026-12-10, goal: A post}\n"
        "- {with: Dana, date: 2026-11-11}\n- {with: Dana, date: 2026-11-12, goal: A post, status: cancelled}\n",
    )
    assert 'href="../organisations/ash.html"' in html
    assert 'href="../organisations/oak.html"' in html
    assert "yew.html" not in html
    assert "2026-11-10-dana.html" in html
    assert "2026-12-10-dana.html" in html
    assert "2026-11-11" not in html
    assert "2026-11-12" not in html


@pytest.mark.parametrize("name", ["عمل في مستشفى", "x" * 300])
def test_any_goal_has_a_page(name: str):
    """Arabic and very long titles are shown whole."""
    made = pages(f"- goal: {name}")
    assert len(made) == 2
    assert all(name in html for html in made.values())


def test_what_a_person_writes_never_becomes_markup():
    """In beliefs, evidence, options and steps as in the rest."""
    bad = "'<script>alert(1)</script>'"
    html = a_post(
        f"- goal: A post\n  why: {bad}\n  measure: {bad}\n  steps: [{bad}]\n"
        f"  beliefs: [{{belief: {bad}, evidence: {bad}}}]\n"
        f"  decision: {{options: [{bad}], chosen: {bad}, why: {bad}}}\n"
    )
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
