"""Beliefs: what a goal says must be true, and what talks said about it."""

from datetime import date

from bothways.derive.beliefs import Belief
from workbooks import facts

GOALS = """\
- goal: A post
  beliefs:
    - {belief: Hospitals care about taste, confidence: 30, now: 65, evidence: Dana tastes it herself}
    - I could live on the pay
"""
PEOPLE = "- name: Dana\n- name: Oskar\n"


def beliefs(talks: str = "", goals: str = GOALS) -> dict[str, Belief]:
    """The beliefs, by their words."""
    made = facts({"goals.yaml": goals, "people.yaml": PEOPLE, "conversations.yaml": talks}, date(2026, 12, 1))
    return {belief.words: belief for belief in made.beliefs}


def talk(who: str, day: str, belief: str, says: str = "yes") -> str:
    """A talk that says something about one belief."""
    return f"- with: {who}\n  date: {day}\n  beliefs: [{{belief: {belief}, for: {says}}}]\n"


def test_a_belief_has_its_confidence_and_evidence_from_the_goal():
    """Nothing of what was written is lost."""
    belief = beliefs()["Hospitals care about taste"]
    assert (belief.confidence, belief.now, belief.evidence) == (30, 65, ("Dana tastes it herself",))
    assert belief.goal is not None
    assert belief.goal.goal == "A post"


def test_talks_are_matched_by_the_words_of_the_belief():
    """Capitals, spacing and a full stop at the end do not count; other words do."""
    text = talk("Dana", "2026-11-05", "hospitals  CARE about taste.") + talk("Oskar", "2026-11-06", "Taste is all")
    found = beliefs(text)
    assert [said.talk.date for said in found["Hospitals care about taste"].said] == [date(2026, 11, 5)]
    assert found["Taste is all"].written is None


def test_for_and_against_are_kept_apart():
    """Each in the order of the days."""
    words = "Hospitals care about taste"
    text = (
        talk("Dana", "2026-11-27", words, "no") + talk("Dana", "2026-11-05", words) + talk("Oskar", "2026-11-20", words)
    )
    belief = beliefs(text)[words]
    assert [said.talk.date.day for said in belief.said_for] == [5, 20]
    assert [said.talk.date.day for said in belief.said_against] == [27]


def test_a_talk_that_is_still_to_come_has_said_nothing():
    """Only held talks count."""
    assert beliefs(talk("Dana", "2026-12-05", "I could live on the pay"))["I could live on the pay"].said == ()


def test_a_belief_nobody_spoke_of_is_untested():
    """Evidence or one talk is a test."""
    found = beliefs()
    assert found["I could live on the pay"].is_untested
    assert not found["Hospitals care about taste"].is_untested
    assert not beliefs(talk("Oskar", "2026-11-05", "I could live on the pay"))["I could live on the pay"].is_untested


def test_a_belief_that_only_talks_speak_of_belongs_to_the_goal_of_the_talk():
    """Or to none, where the talk served none. It is there once."""
    text = (
        talk("Dana", "2026-11-05", "Nights are quiet")
        + "  goal: A post\n"
        + talk("Oskar", "2026-11-06", "nights are quiet")
    )
    nights = beliefs(text)["Nights are quiet"]
    assert nights.goal is not None
    assert len(nights.said) == 2
    assert beliefs(talk("Dana", "2026-11-05", "Nights are quiet"))["Nights are quiet"].goal is None


def test_two_goals_may_hold_the_same_belief():
    """What a talk said counts for both."""
    goals = "- {goal: A, beliefs: [It pays]}\n- {goal: B, beliefs: [It pays.]}\n"
    found = beliefs(talk("Dana", "2026-11-05", "It pays"), goals)
    assert [len(belief.said) for belief in found.values()] == [1, 1]
