"""Profiles: what each kind of reader sees."""

import pytest

from bothways.audience.profiles import NoSuchProfile, Profile, profile
from bothways.model.goals import Goal
from bothways.model.me import SharingProfile as Wishes
from bothways.model.people import Person


def shows(found: Profile, path: str) -> bool:
    return found.shows(path, Person if path.startswith("people") else Goal, path.split(".")[1])


def test_the_coach_s_profile_is_there_without_being_written():
    found = profile("coach", {})
    assert found.people == "pseudonym"
    assert shows(found, "people.role")
    assert not shows(found, "people.location")
    assert not shows(found, "people.email")


def test_a_profile_starts_from_the_coach_s():
    """Whether it says so or not, and from the coach's as it is written."""
    written = {"friend": Wishes(people="initials"), "coach": Wishes(hide=("goals.why",))}
    assert not shows(profile("friend", written), "goals.why")
    assert not shows(profile("friend", written | {"friend": Wishes(like="coach")}), "goals.why")


def test_a_profile_changes_the_one_it_starts_from():
    """The last word counts, and within one profile, hide."""
    written = {
        "one": Wishes(people="full", show=("people.location",), hide=("goals.why",)),
        "two": Wishes(like="one", show=("goals.why",), hide=("people.location",)),
        "three": Wishes(like="two", show=("people.location",), hide=("people.location",)),
    }
    assert (shows(profile("one", written), "people.location"), shows(profile("one", written), "goals.why")) == (
        True,
        False,
    )
    assert (shows(profile("two", written), "people.location"), shows(profile("two", written), "goals.why")) == (
        False,
        True,
    )
    assert not shows(profile("three", written), "people.location")
    assert profile("three", written).people == "full"


def test_what_is_never_shared_cannot_be_shown():
    """A wish for it is a problem when the workbook is read; here it does nothing."""
    assert not shows(
        profile("friend", {"friend": Wishes(show=("people.email", "people.private_notes"))}), "people.email"
    )


def test_hiding_a_kind_or_a_field_hides_what_is_in_it():
    found = profile("friend", {"friend": Wishes(hide=("log", "goals.beliefs"))})
    assert found.hides("log.about")
    assert found.hides("goals.beliefs.evidence")
    assert not found.hides("goals.by")


def test_american_spelling_is_the_same_field():
    assert profile("friend", {"friend": Wishes(hide=("organizations.name",))}).hides("organisations.name")


def test_a_profile_that_starts_from_itself_ends():
    """It is a problem when the workbook is read; here it must not hang."""
    assert profile("one", {"one": Wishes(like="two"), "two": Wishes(like="one", people="full")}).people == "full"


def test_a_profile_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(NoSuchProfile) as refused:
        profile("freind", {"friend": Wishes()})
    assert refused.value.known == ("coach", "friend")
