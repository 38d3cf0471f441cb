"""What talks and events left behind, gathered from where it was written."""

from datetime import date

from workbooks import facts

PEOPLE = "[{name: Ada}, {name: Bea}, {name: Cyril}]"
LISTS = """
    - list: Kitchens
      sections:
        - questions: [How did you come to it?, What surprised you?, What could I do for you?]
    - list: Gardens
      sections:
        - questions: [What surprised you?, Who digs?]
    """


def learned(conversations="", day=date(2026, 12, 1), **files):
    """What was learned, in the workbook that these files hold."""
    files = {"people": PEOPLE, "conversations": conversations} | files
    return facts({f"{name}.yaml": text for name, text in files.items()}, day).learned


def test_surprises_lessons_and_what_is_ruled_out_stand_with_their_talk_the_latest_first():
    """Each in the words that were written."""
    found = learned("""
        - {with: Ada, date: 2026-11-05, surprise: Toast, learned: [Lids, Lifts], rule_out: A van}
        - {with: Bea, date: 2026-11-12, surprise: Taste}
        """)
    assert [(one.words, one.talk.with_[0].name) for one in found.surprises] == [("Taste", "Bea"), ("Toast", "Ada")]
    assert [one.words for one in found.lessons] == ["Lids", "Lifts"]
    assert [one.words for one in found.ruled_out] == ["A van"]
    assert found.talks == 2


def test_a_talk_that_was_not_held_taught_nothing():
    """Neither one to come, nor one that was cancelled, nor one to which nobody came."""
    found = learned("""
        - {with: Ada, date: 2026-12-05, surprise: A}
        - {with: Ada, date: 2026-11-05, status: cancelled, surprise: B}
        - {with: Ada, date: 2026-11-06, status: no-show, surprise: C}
        """)
    assert (found.surprises, found.talks) == ((), 0)


ASKED = """
    - with: Ada
      date: 2026-11-05
      questions: [kitchens]
      answers: [{ask: What surprised you?, answer: Toast}, {ask: 'And the cat?', answer: It sleeps}]
    - {with: Bea, date: 2026-11-12, answers: [{ask: what surprised you, answer: Taste}]}
    - {with: Ada, date: 2026-11-20, answers: [{ask: What surprised you?, answer: Lids}]}
    """


def test_a_question_knows_how_many_people_answered_it_and_those_of_several_come_first():
    """Somebody who answered twice is one."""
    found = learned(ASKED, questions=LISTS).asked
    assert [(one.ask, one.people, len(one.answers)) for one in found] == [
        ("What surprised you?", 2, 3),
        ("And the cat?", 1, 1),
    ]


def test_a_question_of_two_lists_stands_under_the_one_that_talks_name():
    """Whichever was written first. A question put in one talk alone has no list."""
    first, alone = learned(ASKED.replace("[kitchens]", "[gardens]"), questions=LISTS).asked
    assert (first.list.name, first.number) == ("Gardens", 1)
    assert alone.list is None


def test_what_is_open_is_what_nobody_answered_in_lists_that_are_in_use():
    """One's own lists are in use; a list that came with the guide is, once a talk names it."""
    found = learned(ASKED, questions=LISTS).open
    assert [(one.list.name, one.answered, [covered.question.ask for covered in one.questions]) for one in found] == [
        ("Kitchens", 1, ["How did you come to it?", "What could I do for you?"]),
        ("Gardens", 1, ["Who digs?"]),
    ]


def test_a_list_with_every_answer_has_nothing_open():
    """It is left out."""
    asks = ", ".join(f"{{ask: '{ask}', answer: Yes}}" for ask in ("What surprised you?", "Who digs?"))
    found = learned(f"- {{with: Ada, date: 2026-11-05, answers: [{asks}]}}", questions=LISTS).open
    assert [one.list.name for one in found] == ["Kitchens"]


def test_curiosity_goes_up_and_down_talk_by_talk_for_each_goal():
    """More is a step up, less is one down. Talks for no goal stand for themselves."""
    found = learned(
        """
        - {with: Ada, date: 2026-11-20, goal: Hospitals, still_interested: less}
        - {with: Bea, date: 2026-11-05, goal: Hospitals, still_interested: more}
        - {with: Bea, date: 2026-11-12, goal: Hospitals, still_interested: more}
        - {with: Cyril, date: 2026-11-13, goal: Hospitals}
        - {with: Cyril, date: 2026-11-14, still_interested: same}
        """,
        goals="- {goal: Schools}\n- {goal: Hospitals}\n",
    ).curiosity
    assert [(one.goal and one.goal.goal, [felt.interest for felt in one.felt], one.level) for one in found] == [
        ("Hospitals", ["more", "more", "less"], (1, 2, 1)),
        (None, ["same"], (0,)),
    ]


def test_trends_come_from_events_that_have_been():
    """The latest first."""
    events = """
        - {name: Forum, date: 2026-10-29, debrief: {trends: Buying together}}
        - {name: Supper, date: 2026-11-29, debrief: {trends: Salad}}
        - {name: Fair, date: 2026-11-30, debrief: {worked: All of it}}
        - {name: Later, date: 2026-12-29, debrief: {trends: Snow}}
        """
    assert [(one.words, one.event.name) for one in learned(events=events).trends] == [
        ("Salad", "Supper"),
        ("Buying together", "Forum"),
    ]


def test_choices_to_be_made_come_before_those_that_were_made():
    """A goal without options has nothing to decide."""
    goals = """
        - {goal: A, decision: {options: [X, Y], chosen: X}}
        - {goal: B, decision: {options: [X, Y]}}
        - {goal: C}
        - {goal: D, decision: {chosen: Z}}
        """
    assert [choice.goal.goal for choice in learned(goals=goals).choices] == ["B", "A", "D"]


def test_people_differ_where_one_talk_spoke_for_a_belief_and_another_against():
    """Two that agree do not."""
    talks = """
        - {with: Ada, date: 2026-11-05, beliefs: [{belief: Taste counts, for: yes}, {belief: Pay is fair, for: no}]}
        - {with: Bea, date: 2026-11-06, beliefs: [{belief: taste counts., for: no}, {belief: Pay is fair, for: no}]}
        """
    found = facts({"people.yaml": PEOPLE, "conversations.yaml": talks}).beliefs
    assert {belief.words: belief.is_disputed for belief in found} == {"Taste counts": True, "Pay is fair": False}
