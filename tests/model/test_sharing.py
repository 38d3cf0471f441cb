"""What may be shared: somebody has decided about every field of the model."""

from typing import get_args

import pytest

from bothways.model.base import Noun
from bothways.model.fields import Prose
from bothways.model.sharing import DECISIONS, Decided, decided, fields, key_of_field, kinds


def test_every_field_of_every_kind_is_decided():
    """A new field must be written down in `model/sharing.py`; until then it is not shared."""
    assert len(fields()) > 250
    assert [path for path, field in fields().items() if field.decided is None] == []


def test_every_kind_of_file_is_looked_at():
    """So that the test above cannot pass over one."""
    assert set(kinds()) == {
        *("me", "goals", "organisations", "people", "log", "conversations", "questions", "events", "checklists"),
        "messages",
    }


def test_no_decision_is_about_a_field_that_is_not_there():
    """Nor twice about one."""
    for noun, made in DECISIONS.items():
        known = {key_of_field(attribute, info) for attribute, info in noun.model_fields.items()}
        keys = [key for decision in get_args(Decided) for key in getattr(made, decision).split()]
        assert len(keys) == len(set(keys)), noun
        assert set(keys) <= known, noun


@pytest.mark.parametrize(
    "path",
    [
        "people.email",
        "people.phone",
        "people.links",
        "me.email",
        "me.phone",
        "me.links",
        "me.coach.email",
        "goals.private_notes",
        "conversations.link",
    ],
)
def test_contact_details_and_private_notes_are_never_shared(path: str):
    """Whatever a profile says."""
    assert fields()[path].decided == "never"


def test_the_control_a_new_field_is_undecided():
    """Of a new noun, or in an old one."""

    class Wish(Noun):
        wish: Prose

    assert decided(Wish, "wish") is None
    assert decided(fields()["people.role"].noun, "shoe_size") is None
