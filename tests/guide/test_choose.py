"""Choosing a message: the person's own words first, then what suits, then the way of the last contact."""

import pytest

from bothways.derive.agenda_item import KINDS
from bothways.guide.choose import OCCASIONS, message_for, message_for_item
from bothways.model.messages import Message
from bothways.model.people import Person
from bothways.model.refs import Ref
from bothways.reading.library import read_library
from workbooks import GUIDE

BUILT_IN = read_library(GUIDE).messages
OWN = Message.model_validate({"id": "my-thanks", "title": "My thanks", "for": "thank-you", "via": "message"})
OWN_NOTE = Message.model_validate({"id": "by-hand", "title": "By hand", "for": "thank-you", "via": "note"})
DANA = Person(id="dana-okafor", name="Dana Okafor")


def chosen(occasion, person=None, via=None, own=()):
    """The id of the message chosen from the built-in ones and one's own."""
    message = message_for(occasion, (*BUILT_IN, *own), {message.id for message in own}, via, person)
    return message and message.id


def test_ones_own_message_comes_before_a_built_in_one():
    """Whatever way it goes."""
    assert chosen("thank-you", via="email", own=[OWN]) == "my-thanks"
    assert chosen("thank-you", via="email") == "thank-you-email"


def test_of_ones_own_messages_the_one_by_the_last_way_is_taken():
    """Somebody who writes notes is thanked by note; else the first in the workbook's order."""
    assert chosen("thank-you", via="note", own=[OWN, OWN_NOTE]) == "by-hand"
    assert chosen("thank-you", via="phone", own=[OWN, OWN_NOTE]) == "my-thanks"


@pytest.mark.parametrize(
    ("occasion", "message"),
    [
        ("first-ask", "first-ask-email"),
        ("second-try", "second-try-email"),
        ("thank-you", "thank-you-email"),
        ("report-back", "report-back-email"),
        ("catch-up", "catch-up-email"),
        ("introduction-request", "introduction-request-email"),
        ("event-follow-up", "event-follow-up-email"),
        ("connection-note", "connection-note"),
        ("phone-script", "phone-script-first-call"),
    ],
)
def test_with_nothing_known_the_plain_message_is_taken(occasion, message):
    """Never good news for a report, nor one owner's words to another for a first ask."""
    assert chosen(occasion) == message


@pytest.mark.parametrize(
    ("known", "occasion", "message"),
    [
        ({"tie": "dormant"}, "catch-up", "catch-up-dormant-email"),
        ({"tie": "warm"}, "catch-up", "catch-up-email"),
        ({"introduced_by": Ref("Bea Ostrander")}, "first-ask", "first-ask-introduced-email"),
        ({"met_at": Ref("Mill Hall")}, "first-ask", "first-ask-event-email"),
        ({"met_at": Ref("Mill Hall")}, "connection-note", "connection-note-after-meeting"),
        ({"tie": "close"}, "first-ask", "first-ask-warm-email"),
        ({"tie": "dormant"}, "first-ask", "first-ask-warm-email"),
        ({"tie": "warm", "met_at": Ref("Mill Hall")}, "first-ask", "first-ask-warm-email"),
        ({"tie": "close", "introduced_by": Ref("Bea Ostrander")}, "first-ask", "first-ask-warm-email"),
        ({}, "first-ask", "first-ask-email"),
    ],
)
def test_the_message_suits_how_one_stands_with_somebody(known, occasion, message):
    """A dormant tie is asked for nothing; an introduction is named, but to nobody whom one knows well."""
    assert chosen(occasion, DANA.model_copy(update=known)) == message


def test_the_way_of_the_last_contact_counts_where_there_is_a_message_for_it():
    """By note after a note; by e-mail after a talk in person."""
    assert chosen("thank-you", via="note") == "thank-you-note"
    assert chosen("thank-you", via="in-person") == "thank-you-email"


def test_each_agenda_item_that_needs_a_message_has_one():
    """The others need none."""
    assert set(OCCASIONS) < set(KINDS)
    for kind in KINDS:
        assert (message_for_item(kind, BUILT_IN, person=DANA) is None) == (kind not in OCCASIONS)


def test_a_promised_introduction_has_its_message_by_name_and_ones_own_file_replaces_it():
    """The file name is what counts."""
    mine = Message(id="after-a-promise-message", title="Mine")
    found = message_for_item("promised-introduction", BUILT_IN)
    assert found is not None
    assert found.title == "Asking after a promised introduction"
    assert message_for_item("promised-introduction", [mine]) is mine


def test_a_second_try_does_not_claim_that_the_first_went_by_email():
    """The way of the first try is no guide to the second."""
    found = message_for_item("second-try", BUILT_IN, via="message", person=DANA)
    assert found is not None
    assert found.id == "second-try-email"


def test_without_any_message_of_a_kind_there_is_none():
    """None, and no other kind in its place."""
    assert message_for("congratulation", [OWN]) is None


@pytest.mark.parametrize(
    ("situations", "known", "message"),
    [
        (["business"], {}, "first-ask-business-email"),
        (["life-change"], {}, "first-ask-role-model-message"),
        (["career-change", "business"], {}, "first-ask-email"),
        (["job-search"], {}, "first-ask-email"),
        (["business"], {"introduced_by": Ref("Bea Ostrander")}, "first-ask-introduced-email"),
        (["business"], {"tie": "close"}, "first-ask-warm-email"),
    ],
)
def test_a_first_ask_suits_the_situation_where_nothing_about_them_comes_first(situations, known, message):
    """Of several situations the one named first; how one stands with somebody comes before it."""
    person = DANA.model_copy(update=known)
    found = message_for("first-ask", BUILT_IN, (), None, person, situations=situations)
    assert found is not None
    assert found.id == message


def test_ones_own_message_comes_before_the_situations():
    """Whatever the situation."""
    mine = Message.model_validate({"id": "mine", "title": "Mine", "for": "first-ask"})
    assert message_for("first-ask", (*BUILT_IN, mine), {"mine"}, situations=["business"]) is mine


def test_nobody_whom_one_knows_is_told_that_one_came_across_them():
    """The message is the one that the guide shows under "To somebody you know"."""
    (message,) = (one for one in BUILT_IN if one.id == "first-ask-warm-email")
    assert "came across" not in message.body
    shown = (GUIDE / "asking.md").read_text(encoding="utf-8")
    for sentence in ("I am working out what comes next for me.", "and I would love to hear how you see it."):
        assert sentence in message.body
        assert sentence in shown
