"""The packet: what a session with a coach begins with."""

from datetime import date

from workbooks import facts

DAY = date(2026, 12, 1)
COACH = "name: Ruth\ncoach: {name: Ines Calder, last_session: 2026-11-13, next_session: 2026-12-04}\n"


def packet(day: date = DAY, me: str = COACH, **files: str):
    return facts({"me.yaml": me} | {f"{name}.yaml": text for name, text in files.items()}, day).packet


def test_it_looks_back_to_the_last_session():
    """Without one, four weeks; a session that is still to come is no last one."""
    assert packet().since == date(2026, 11, 13)
    assert packet(me="name: Ruth").since == date(2026, 11, 3)
    assert packet(me="name: Ruth\ncoach: {last_session: 2026-12-24}").since == date(2026, 11, 3)


def test_the_next_session_is_one_that_is_still_to_come():
    assert packet().next_session == date(2026, 12, 4)
    assert packet(date(2026, 12, 5)).next_session is None


def test_only_talks_since_then_count():
    """The latest first."""
    talks = "".join(f"- {{with: Dana, date: 2026-11-{day}}}\n" for day in (12, 13, 14, 20))
    found = packet(people="- name: Dana\n", conversations=talks + "- {with: Dana, date: 2026-12-24}\n")
    assert [talk.date.day for talk in found.talks] == [20, 14]


def test_a_choice_that_is_not_made_is_wanted():
    """The soonest first; not one that was made, nor one of a goal that sleeps."""
    goals = (
        "- {goal: Late, by: 2027-03-01, decision: {options: [a, b]}}\n"
        "- {goal: Soon, by: 2026-12-11, decision: {options: [a, b]}}\n"
        "- {goal: Made, decision: {options: [a, b], chosen: a, on_date: 2026-11-20}}\n"
        "- {goal: Made before, decision: {options: [a, b], chosen: a, on_date: 2026-11-01}}\n"
        "- {goal: Asleep, status: paused, decision: {options: [a, b]}}\n"
        "- {goal: No choice}\n"
    )
    found = packet(goals=goals)
    assert [goal.goal for goal in found.to_decide] == ["Soon", "Late"]
    assert [goal.goal for goal in found.decided] == ["Made"]


def test_asks_and_answers_are_counted_by_people():
    """And compared with as long a time before. An answer counts where it came in the same time."""
    log = (
        "- {date: 2026-11-15, who: Dana, did: wrote}\n- {date: 2026-11-16, who: Dana, did: nudged}\n"
        "- {date: 2026-11-17, who: Dana, did: heard}\n- {date: 2026-11-18, who: Piet, did: called}\n"
        "- {date: 2026-11-02, who: Bea, did: wrote}\n- {date: 2026-11-20, who: Bea, did: heard}\n"
        "- {date: 2026-10-01, who: Joss, did: wrote}\n"
    )
    found = packet(people="- name: Dana\n- name: Piet\n- name: Bea\n- name: Joss\n", log=log)
    assert (found.asked.people, found.asked.answered) == (2, 1)
    assert (found.asked_before.people, found.asked_before.answered) == (1, 0)


def test_what_was_given_is_counted_from_the_log_and_from_talks():
    found = packet(
        people="- name: Dana\n",
        log="- {date: 2026-11-15, who: Dana, did: gave}\n- {date: 2026-11-01, who: Dana, did: gave}\n",
        conversations="- {with: Dana, date: 2026-11-20, gave: [A bun, A name]}\n",
    )
    assert found.gave == 3


def test_a_belief_is_shaken_when_talks_spoke_about_it():
    """Only what they said since then is told."""
    found = packet(
        people="- name: Dana\n",
        goals="- {goal: Bake, beliefs: [{belief: Bread sells, confidence: 70, now: 35}, Ovens last]}\n",
        conversations="- {with: Dana, date: 2026-11-20, beliefs: [{belief: Bread sells, for: no}]}\n"
        "- {with: Dana, date: 2026-11-01, beliefs: [{belief: Bread sells, for: yes}, {belief: Ovens last, for: yes}]}\n",
    )
    assert [(one.belief.words, len(one.said), one.belief.now) for one in found.shaken] == [("Bread sells", 1, 35)]


def test_steps_are_those_done_since_and_those_due_by_the_session():
    """Without what stands on checklists, and without those of a goal that sleeps."""
    goals = (
        "- goal: Bake\n  steps:\n"
        "    - {do: Done since, done: 2026-11-20}\n    - {do: Done before, done: 2026-11-01}\n"
        "    - {do: Due, by: 2026-12-04}\n    - {do: Later, by: 2026-12-05}\n    - Some day\n"
        "- {goal: Asleep, status: paused, steps: [{do: Sleeps, by: 2026-12-01}]}\n"
    )
    found = packet(goals=goals, checklists="- {checklist: Mine, items: [{do: Ticked, done: 2026-11-20}]}\n")
    assert [step.do for step in found.done] == ["Done since"]
    assert [step.do for step in found.left] == ["Due"]


def test_wins_are_what_came_of_it_since():
    """An outcome, an introduction that was made, somebody who heard what came of their advice."""
    found = packet(
        people="- name: Dana\n",
        organisations="- {name: Club, outcome: {what: client, date: 2026-11-20, through: Dana}}\n"
        "- {name: Old, outcome: {what: client, date: 2026-11-01, through: Dana}}\n",
        conversations="- with: Dana\n  date: 2026-11-14\n"
        "  introductions: [{to: Piet, made: 2026-11-16}, {to: Bea}]\n"
        "  advice: [{advice: Bake, did: Baked, told_them: 2026-11-20}]\n",
    )
    assert [harvest.organisation.name for harvest in found.harvests] == ["Club"]
    assert [promise.introduction.to.name for promise in found.introductions_made] == ["Piet"]
    assert [promise.introduction.to.name for promise in found.introductions_open] == ["Bea"]
    assert [told.advice.advice for told in found.advice_told] == ["Bake"]
