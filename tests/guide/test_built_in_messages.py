"""The messages that ship with the guide: each fills for anybody, and keeps to what the guide teaches."""

import re

import pytest

from bothways.guide.drafts import Draft, draft
from bothways.guide.placeholders import placeholder_hints
from bothways.model.messages import Message
from bothways.reading.library import read_library
from workbooks import GUIDE, TODAY, workbook

MESSAGES = {message.id: message for message in read_library(GUIDE).messages}

FULL = workbook(
    {
        "me.yaml": """
        name: Ruth Amadi
        email: ruth@example.org
        phone: 01632 960117
        one_sentence: I ran a hotel kitchen for eleven years, and now I want to cook for people who need feeding.
        """,
        "organisations.yaml": "- name: Millbrook Care Homes",
        "people.yaml": """
        - {name: Bea Ostrander}
        - name: Amara Nilsen
          role: Catering lead
          organisation: Millbrook Care Homes
          email: amara@example.org
          introduced_by: Bea Ostrander
          met_at: Care Caterers' Day
        """,
        "conversations.yaml": """
        - {with: Amara Nilsen, date: 2026-11-27, time: "10:30", place: Her office, advice: [See an early shift]}
        """,
    }
)


def full(message: Message) -> Draft:
    """The message to somebody about whom everything is written."""
    return draft(message, FULL.me, FULL.people[1], FULL.organisations[0], FULL.conversations[0], TODAY)


def empty(message: Message) -> Draft:
    """The message to nobody."""
    return draft(message, None, None, None, None, TODAY)


def gaps(said: Draft) -> int:
    """How many gaps are left."""
    return sum(piece.is_gap for part in (said.subject, *said.paragraphs) for piece in part)


def test_there_are_messages_to_look_at():
    """At least six ship with the guide, and a first ask is among them."""
    assert len(MESSAGES) >= 6
    assert any(message.for_ == "first-ask" for message in MESSAGES.values())


@pytest.mark.parametrize("name", MESSAGES)
def test_a_built_in_message_has_no_placeholder_that_cannot_be_filled(name):
    """No hint about it."""
    assert placeholder_hints(MESSAGES[name]) == []


@pytest.mark.parametrize("name", MESSAGES)
def test_for_somebody_fully_written_only_the_squared_gaps_are_left(name):
    """Every placeholder is filled; what stands in square brackets is left to the writer."""
    message = MESSAGES[name]
    squared = len(re.findall(r"\[[^\]]+\]", f"{message.subject or ''} {message.body}"))
    assert gaps(full(message)) == squared


@pytest.mark.parametrize("name", MESSAGES)
def test_for_nobody_every_placeholder_is_a_gap(name):
    """Nothing is left out, and no braces are shown."""
    message = MESSAGES[name]
    said = empty(message)
    placeholders = f"{message.subject or ''} {message.body}".count("{{")
    assert gaps(said) == gaps(full(message)) + placeholders
    assert "{" not in said.text


@pytest.mark.parametrize("name", [name for name, message in MESSAGES.items() if message.for_ == "first-ask"])
def test_a_first_ask_keeps_to_75_words_and_ends_in_one_question(name):
    """Filled in, with its gaps counted; no job asked for, the connection first."""
    said = full(MESSAGES[name])
    assert len(said.text.split()) <= 75
    remarks = {check.words: check.is_good for check in said.checks}
    assert remarks["one question"]
    assert remarks["no job asked for"]
    assert "say first how you come to them" not in remarks


@pytest.mark.parametrize("name", MESSAGES)
def test_gaps_are_all_there_is_to_look_at_in_a_built_in_message(name):
    """What we ship passes the checks that we make."""
    looks = [check.words for check in full(MESSAGES[name]).checks if not check.is_good]
    assert [words for words in looks if "to fill" not in words] == []


def test_the_control_a_long_message_with_two_questions_does_not_pass():
    """The same checks find what is wrong."""
    bad = MESSAGES["first-ask-email"].model_copy(
        update={"body": "Are you hiring? Could we meet? " + "More words. " * 50}
    )
    looks = [check.words for check in full(bad).checks if not check.is_good]
    assert looks[0] == "106 words, where 75 are enough"
    assert "two questions, where one is easier to answer" in looks
    assert "sounds like asking for a job" in looks
