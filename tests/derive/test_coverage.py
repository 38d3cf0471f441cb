"""Coverage: which questions are answered, by whom."""

from datetime import date

from workbooks import facts

LISTS = """
    - list: Kitchens
      sections:
        - section: Path
          questions:
            - How did you come to this kitchen?
            - What surprised you?
        - section: Both ways
          questions:
            - What could I do for you?
    """
PEOPLE = """
    - name: Dana Okafor
    - name: Piet Sandoval
    """


def talks(text):
    """The facts of these talks with Dana and Piet."""
    return facts({"people.yaml": PEOPLE, "questions.yaml": LISTS, "conversations.yaml": text})


def test_an_answer_counts_for_its_question_in_whatever_capitals_spaces_and_mark_it_was_copied():
    """A question copied by hand is the same question."""
    found = talks("""
        - with: Dana Okafor
          date: 2026-11-05
          answers: [{ask: how did  you come to this Kitchen, answer: By boat}]
        """).coverage["kitchens"]
    first, second, _ = found.questions
    assert [one.answer.answer for one in first.answers] == ["By boat"]
    assert second.answers == ()
    assert found.answered == 1


def test_another_question_gets_no_answer():
    """A question that is only nearly the same stays open."""
    found = talks("""
        - with: Dana Okafor
          date: 2026-11-05
          answers: [{ask: 'How did you come to this ward?', answer: By boat}]
        """)
    assert found.coverage["kitchens"].answered == 0


def test_answers_stand_oldest_first_with_their_talks():
    """Two people who were asked the same are found side by side, in the order in which they said it."""
    found = talks("""
        - {with: Piet Sandoval, date: 2026-11-12, answers: [{ask: 'What surprised you?', answer: The hours}]}
        - {with: Dana Okafor, date: 2026-11-05, answers: [{ask: 'What surprised you?', answer: The lids}]}
        """)
    answers = found.coverage["kitchens"].questions[1].answers
    assert [(one.talk.with_[0].name, one.answer.answer) for one in answers] == [
        ("Dana Okafor", "The lids"),
        ("Piet Sandoval", "The hours"),
    ]


def test_a_question_noted_without_an_answer_is_still_open():
    """Asks that were copied in before the talk do not count as answered."""
    found = talks("- {with: Dana Okafor, date: 2026-11-05, answers: [{ask: 'What surprised you?'}]}")
    assert found.coverage["kitchens"].answered == 0


def test_what_was_answered_after_the_day_does_not_count_yet():
    """On an earlier day the answer had not been given."""
    files = {
        "people.yaml": PEOPLE,
        "questions.yaml": LISTS,
        "conversations.yaml": """
            - with: Dana Okafor
              date: 2026-11-05
              answers: [{ask: 'What surprised you?', answer: Lids}]
            """,
    }
    assert facts(files, date(2026, 11, 4)).coverage["kitchens"].answered == 0
    assert facts(files, date(2026, 11, 5)).coverage["kitchens"].answered == 1


def test_questions_are_numbered_through_the_whole_list():
    """The third question is the third, in whichever section it stands."""
    assert [one.number for one in talks("").coverage["kitchens"].questions] == [1, 2, 3]


def test_a_list_knows_the_talks_that_name_it_but_not_those_that_were_cancelled():
    """Planned and held talks count; a cancelled one was asked nothing."""
    found = talks("""
        - {with: Dana Okafor, date: 2026-12-10, questions: Kitchens}
        - {with: Piet Sandoval, date: 2026-11-10, questions: [kitchens]}
        - {with: Piet Sandoval, date: 2026-11-11, questions: Kitchens, status: cancelled}
        - {with: Piet Sandoval, date: 2026-11-12}
        """)
    assert [talk.date.day for talk in found.coverage["kitchens"].talks] == [10, 10]
