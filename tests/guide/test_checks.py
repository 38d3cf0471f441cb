"""The draft checks: each with a letter that passes, and one that does not."""

import pytest

from bothways.guide.checks import MOST_WORDS
from bothways.guide.drafts import draft
from bothways.guide.phrases import asks_for_a_job
from bothways.model.conversations import Conversation
from bothways.model.messages import Message
from bothways.model.people import Person
from bothways.model.refs import Ref
from workbooks import GUIDE, TODAY

AMARA = Person(
    name="Amara Nilsen",
    also_known_as=("Mara",),
    role="Catering lead",
    organisation=Ref("Millbrook Care Homes"),
    introduced_by=Ref("Bea Ostrander"),
)
GOOD_ASK = """Dear Amara,

Bea Ostrander sings beside me in the choir. She told me how you brought fresh food into the Millbrook homes.

Could I ask you three questions about it, in twenty minutes, on a day that suits you?

Ruth Amadi"""


def remarks(body, kind="first-ask", person=AMARA, talk=None, tries_left=None):
    """What is said under a letter, in order."""
    message = Message.model_validate({"title": "A", "for": kind, "body": body})
    said = draft(message, None, person, None, talk, TODAY, tries_left).checks
    return [("good: " if check.is_good else "look: ") + check.words for check in said]


def looks(body, kind="first-ask", **more):
    """What there is to look at."""
    return [words.removeprefix("look: ") for words in remarks(body, kind, **more) if words.startswith("look")]


def test_a_good_first_ask_has_nothing_to_look_at():
    """What is good is said in a few words."""
    assert remarks(GOOD_ASK) == [
        "good: 41 words",
        "good: connection first",
        "good: one question",
        "good: no job asked for",
    ]


@pytest.mark.parametrize(("kind", "most"), MOST_WORDS.items())
def test_words_are_counted_against_what_is_enough_for_the_kind(kind, most):
    """75 for a first ask; a second try is shorter."""
    assert f"{most} words" in " ".join(remarks("word " * most, kind))
    assert f"{most + 1} words, where {most} are enough" in looks("word " * (most + 1), kind)
    assert MOST_WORDS["second-try"] < MOST_WORDS["first-ask"] == 75


def test_an_ask_has_exactly_one_question():
    """None is too few, two are too many; a second try may do without."""
    assert "no question yet" in looks("Dear Amara, I read your talk.")
    assert "two questions, where one is easier to answer" in looks("I read it. Could we talk? When?")
    assert not any("question" in words for words in remarks("I wrote to you.", "second-try"))


def test_the_connection_stands_in_the_first_two_sentences():
    """In the third it is late; where a gap is open at the start, nothing is said yet."""
    late = "Dear Amara, I like food. I like kitchens. Bea Ostrander told me of you. Could we talk?"
    assert "say first how you come to them" in looks(late)
    assert "good: connection first" in remarks("Dear Amara, Bea sings. Could we talk?")
    assert not any("how you come" in words for words in looks("Dear Amara, [what connects you]. Could we talk?"))


@pytest.mark.parametrize(
    "words",
    [
        "Are you hiring?",
        "Do you have any openings at the moment?",
        "I am looking for a new job in your field.",
        "I attach my CV.",
        "Could you look at my CV?",
        "I do not want to take your time, but do you happen to know of any job opportunities?",
        "Let me know if you hear of anything, and please pass on my résumé.",
        "If you\u2019re hiring, here is my CV.",
    ],
)
def test_asking_for_a_job_is_noticed_in_its_many_forms(words):
    """Straight or sideways."""
    assert "sounds like asking for a job" in looks(f"{words} Could we talk?")


@pytest.mark.parametrize(
    "words",
    [
        "I am not asking for a job.",
        "I'm not looking for a job; I would like to learn from somebody who does it.",
        "Please don\u2019t think that I am asking for a position.",
        "I saw the opening of your new kitchen.",
        "How did you come to this work?",
        "What do you like about your job?",
        "You have an open kitchen, and I have a question about work with children.",
    ],
)
def test_saying_that_one_asks_for_no_job_is_no_asking(words):
    """And a job may be spoken of."""
    assert asks_for_a_job(words) == ""


def test_thanks_reports_and_hellos_ask_for_nothing():
    """A friendly question is no asking; a request is."""
    assert "good: asks for nothing" in remarks("Thank you, Amara. How is the new oven?", "report-back")
    assert "asks for something; let it wait" in looks("Thank you. Could you introduce me to Helen?", "thank-you")


def test_a_report_says_what_came_of_it_and_thanks_say_what_comes_next():
    """The half that most people leave out."""
    assert "good: says what came of it" in remarks("You told me to see a kitchen, and I went.", "report-back")
    assert "say what came of it" in looks("Thank you for your advice.", "report-back")
    assert "good: says what you do next" in remarks("Thank you. I\u2019ll book the course.", "thank-you")
    assert not any("next" in words for words in remarks("Thank you.", "thank-you"))


def test_gaps_are_counted_in_the_words_and_in_the_subject():
    """`one gap to fill`, `three gaps to fill`."""
    message = Message.model_validate(
        {"title": "A", "for": "other", "subject": "About [what]", "body": "Dear {{ person.pronouns }}, [why]"}
    )
    said = draft(message, None, AMARA, None, None, TODAY)
    assert "three gaps to fill" in [check.words for check in said.checks]
    assert "one gap to fill" in looks("Hello, [why]", "other")
    assert looks("Hello", "other") == []


@pytest.mark.parametrize("greeting", ["Dear Petra,", "Hello Petra!", "Good morning, Petra.", "Hi Petra and Joss,"])
def test_another_name_at_the_top_is_noticed(greeting):
    """The easiest slip with a letter that was copied."""
    assert any(words.endswith("and goes to Amara Nilsen") for words in looks(f"{greeting}\n\nThank you.", "other"))


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Amara,",
        "Dear Ms Nilsen,",
        "Hello Mara,",
        "DEAR AMARA",
        "Dear all,",
        "Hello, my name is Ruth.",
        "Dear friend,",
    ],
)
def test_every_name_of_theirs_will_do_and_so_will_none(greeting):
    """First name, last name, another name, or no name at all."""
    assert looks(f"{greeting}\n\nThank you.", "other") == []


def test_a_letter_with_nothing_of_theirs_in_it_would_fit_anybody():
    """The swap test; it waits until the gaps are filled, and needs something to be written about them."""
    said = "would fit anybody: name one thing of theirs"
    bland = "Dear Amara, thank you for everything. It was lovely."
    advice = {"advice": "See a cook-chill kitchen"}
    talk = Conversation.model_validate({"with": [Ref("Amara Nilsen")], "date": "2026-11-27", "advice": advice})
    assert said in looks(bland, "thank-you")
    assert said not in looks(bland + " I hope that Millbrook is well.", "thank-you")
    assert said not in looks(bland + " I went to see the cook-chill room.", "thank-you", talk=talk)
    assert said not in looks(bland + " [one thing they said]", "thank-you")
    assert said not in looks(bland, "thank-you", person=Person(name="Amara Nilsen"))


def test_when_no_try_is_left_the_check_says_so():
    """Where the number is not known, nothing is said."""
    assert "no try is left: let it rest" in looks(GOOD_ASK, tries_left=0)
    assert looks(GOOD_ASK, tries_left=1) == looks(GOOD_ASK) == []


def test_every_check_points_at_a_place_that_the_guide_has():
    """The page and the heading on it."""
    bodies = ("Are you hiring? Now? [x] " + "word " * 200, "Dear Petra, could you help?", "Dear Amara, fine.")
    kinds = ("first-ask", "second-try", "thank-you", "report-back", "catch-up")
    guides = {
        check.guide
        for kind in kinds
        for body in bodies
        for check in draft(
            Message.model_validate({"title": "A", "for": kind, "body": body}), None, AMARA, None, None, TODAY, 0
        ).checks
    }
    assert len(guides) >= 6
    for guide in guides:
        page, anchor = guide.split("#")
        assert f"#{anchor}" in (GUIDE / page).read_text(encoding="utf-8")
