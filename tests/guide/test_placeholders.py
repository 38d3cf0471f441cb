"""Placeholders: what may stand between braces, and where a hint points."""

import pytest

from bothways.guide.placeholders import MOST_HINTS, POSSIBLE, placeholder_hints, placeholders
from bothways.model.messages import Message
from workbooks import workbook


def names(text: str) -> list[tuple[str, bool]]:
    """Each placeholder, and whether it can be filled in."""
    return [(placeholder.name, placeholder.is_known) for placeholder in placeholders(text)]


def hinted(body: str, subject: str | None = None) -> list[str]:
    """The words of each hint."""
    return [f"{hint.message} {hint.hint}" for hint in placeholder_hints(Message(title="A", body=body, subject=subject))]


def test_placeholders_are_found_with_and_without_space_inside():
    """`{{me.name}}` and `{{  me.name }}` are the same placeholder."""
    assert names("{{me.name}} and {{  me.name }}") == [("me.name", True), ("me.name", True)]


def test_every_field_of_the_format_is_possible_by_the_name_it_has_in_yaml():
    """`conversation.with` is `with`, as in conversations.yaml."""
    assert {"conversation.with", "conversation.date", "organisation.sector", "me.phone", "today"} <= POSSIBLE
    assert "conversation.with_" not in POSSIBLE


def test_both_spellings_of_organisation_are_one():
    """`{{ organization.name }}` is no mistake."""
    assert names("{{ organization.name }} {{ person.organization }}") == [
        ("organisation.name", True),
        ("person.organisation", True),
    ]


@pytest.mark.parametrize("field", ["notes", "private_notes", "tags", "id"])
def test_what_every_record_may_carry_cannot_slip_into_a_message(field):
    """Private notes have no place in a letter to the person they are about."""
    assert f"person.{field}" not in POSSIBLE
    assert "person.interests" in POSSIBLE


def test_a_message_of_known_placeholders_has_no_hint():
    """Nothing to say about a message that is as it should be."""
    assert hinted("Dear {{ person.first_name }}, it is {{ today }}.", "{{ me.name }}") == []


def test_an_unknown_placeholder_is_a_hint_with_the_near_miss():
    """The hint says what was probably meant."""
    assert hinted("Dear {{ person.first_nam }}") == [
        "person.first_nam cannot be filled in and shows as a gap. Did you mean person.first_name?"
    ]
    assert hinted("{{ weather }}") == [
        "weather cannot be filled in and shows as a gap. Write the words in [square brackets], as a gap to fill."
    ]


def test_braces_with_nothing_inside_are_a_hint():
    """`{{ }}` is a hint, and never nothing."""
    assert hinted("{{ }}")[0].startswith("An empty placeholder cannot be filled in")


def test_instructions_and_open_braces_are_hints():
    """A message has placeholders, and no instructions."""
    assert hinted("{% if me %}hello") == [
        "{% is shown as typed: a message has placeholders only. Take it out, or write the words themselves."
    ]
    assert hinted("Dear {{ person.name") == ["A placeholder begins with {{ and does not end. Close it with }}."]


def test_a_message_full_of_braces_gets_the_first_few_hints():
    """Twenty are enough to see what is wrong."""
    assert len(hinted("{{ " * 50_000)) == MOST_HINTS
    assert len(hinted("{{ weather }}" * 3)) == 3


def test_a_hint_points_at_its_line_and_column_in_the_file():
    """The head and the blank line under it are counted too."""
    said = workbook(
        {
            "messages/hello.md": """
            ---
            title: Hello
            subject: For {{ person.nam }}
            ---

            Dear {{ person.first_name }},

            How is {{ person.dog }}?
            """
        }
    )
    hints = placeholder_hints(said.messages[0])
    assert [(hint.place.file, hint.place.line, hint.place.column) for hint in hints] == [
        ("workbook/messages/hello.md", 3, 1),
        ("workbook/messages/hello.md", 8, 8),
    ]
    assert {(hint.code, hint.severity) for hint in hints} == {("unknown-placeholder", "hint")}
