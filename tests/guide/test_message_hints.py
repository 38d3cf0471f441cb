"""Hints about one's own messages."""

from bothways.guide.hints import message_hints
from workbooks import workbook

HEAD = "---\ntitle: Mine\nfor: first-ask\n---\n"


def hinted(body, me="name: Ruth Amadi"):
    """Code, line and words of each hint about a message."""
    said = workbook({"messages/mine.md": HEAD + body, "me.yaml": me})
    return [(hint.code, hint.place.line, f"{hint.message} {hint.hint}") for hint in message_hints(said)]


def test_a_message_that_is_as_it_should_be_has_no_hint():
    """Placeholders about others depend on whom it goes to."""
    assert hinted("Dear {{ person.first_name }}, I read {{ person.role }}. {{ me.first_name }}") == []


def test_a_placeholder_about_me_with_nothing_behind_it_is_a_hint():
    """It would be a gap in every draft."""
    said = "me.phone has nothing to show, and is a gap in every draft. Write phone: into me.yaml, or take it out here."
    assert hinted("Ring me:\n{{ me.phone }}") == [("empty-placeholder", 6, said)]
    assert hinted("Ring me:\n{{ me.phone }}", "{name: Ruth Amadi, phone: 01632 960117}") == []


def test_an_unknown_placeholder_is_a_hint():
    """At its line."""
    assert [(code, line) for code, line, _ in hinted("Dear\n{{ person.dog }}")] == [("unknown-placeholder", 6)]


def test_a_first_ask_that_asks_for_a_job_is_a_hint():
    """Only where it does."""
    (code, line, said) = hinted("Dear Dana,\n\nAre you hiring?")[0]
    assert (code, line) == ("job-asked", 7)
    assert said.startswith("“you hiring” may sound like asking for a job.")
    assert hinted("I am not asking for a job.") == []


def test_built_in_messages_are_not_the_persons_to_mend():
    """No hint about what they did not write."""
    from bothways.model.messages import Message
    from bothways.model.workbook import Workbook

    theirs = Message(id="theirs", title="Theirs", body="{{ person.dog }}")
    assert message_hints(Workbook(messages=(theirs,))) == []
    assert message_hints(Workbook(messages=(theirs,), own={"messages": frozenset({"theirs"})})) != []
