"""Names: what a reference can mean, and the address that a name gets."""

# ruff: noqa: RUF001 - letters that look alike are what is tested

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.model.names import LONGEST_SLUG, RESERVED, Known, Names, Naming, first_name, folded, is_id, slug

SLUGS = {
    "Dana Okafor": "dana-okafor",
    "  Dana   Okafor  ": "dana-okafor",
    "José Ångström": "jose-angstrom",
    "Zoë O'Brien-Smith": "zoe-o-brien-smith",
    "Straße": "strasse",
    "Łukasz Żak": "lukasz-zak",
    "Ωμέγα": "omega",
    "Иван Петров": "ivan-petrov",
    "ACME & Söhne GmbH": "acme-sohne-gmbh",
    "3M": "3m",
    "a/b\\c:d": "a-b-c-d",
    "../../etc": "etc",
    "Dr. J.": "dr-j",
}


@pytest.mark.parametrize(("name", "expected"), SLUGS.items())
def test_a_name_becomes_an_address(name: str, expected: str) -> None:
    """Latin letters, lower case, hyphens."""
    assert slug(name, "person") == expected


@pytest.mark.parametrize("name", ["田中さくら", "محمد", "שרה", "अमित", "김민준", "ნინო", "สมชาย"])
def test_names_in_other_scripts_have_readable_addresses(name: str) -> None:
    """Transliterated, not thrown away."""
    made = slug(name, "person")
    assert is_id(made)
    assert not made.startswith("person-")


@pytest.mark.parametrize("name", ["???", "—", "\u200b", "!!!", "..."])
def test_a_name_that_leaves_nothing_gets_its_kind_and_a_hash(name: str) -> None:
    """Stable, and another for another name."""
    made = slug(name, "question list")
    assert made.startswith("question-list-")
    assert is_id(made)
    assert made == slug(name, "question list")
    assert made != slug(name + "?", "question list")


@pytest.mark.parametrize("name", sorted(RESERVED))
@pytest.mark.parametrize("change", [str, str.upper, str.title])
def test_names_that_computers_keep_for_themselves_are_changed(name: str, change: type) -> None:
    """`con.html` cannot be a file on Windows, and `index` is the overview."""
    made = slug(change(name), "person")
    assert made not in RESERVED
    assert made.startswith(f"{name}-")
    assert is_id(made)
    assert not is_id(name)


def test_long_names_have_short_and_distinct_addresses() -> None:
    """Two names of three hundred characters that differ at the end."""
    one, other = slug("x" * 299 + "a", "person"), slug("x" * 299 + "b", "person")
    assert one != other
    assert max(map(len, (one, other))) <= LONGEST_SLUG + 9
    assert is_id(one)
    assert slug("é" * 100, "person") != slug("é" * 101, "person")


@pytest.mark.parametrize("name", ["José", "Ångström", "한국", "がぎ", "Việt"])
def test_both_unicode_forms_of_a_name_are_one(name: str) -> None:
    """A name typed on a Mac and on Windows has one address and is one reference."""
    composed, decomposed = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    assert composed != decomposed
    assert slug(composed, "person") == slug(decomposed, "person")
    assert folded(composed) == folded(decomposed)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=300))
def test_any_text_has_an_address(name: str) -> None:
    """One that can be a file anywhere, and always the same."""
    made = slug(name, "person")
    assert is_id(made)
    assert slug(name, "person") == made


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=40))
def test_folding_a_name_twice_is_folding_it_once(name: str) -> None:
    """What counts as the same name is settled."""
    assert folded(folded(name)) == folded(name)


@pytest.mark.parametrize(
    "bad",
    ["", "Dana", "dana okafor", "-dana", "dana-", "da--na", "dana.okafor", "dána", "a/b", "..", "x" * 90, "dana\n"],
)
def test_what_cannot_be_an_id(bad: str) -> None:
    """Capitals, spaces, dots, strokes, accents, and too much."""
    assert not is_id(bad)


@pytest.fixture
def names() -> Names:
    """Two people with one name, one with another name, and an organisation."""
    names = Names()
    names.add("person", Known("dana-okafor", "Dana Okafor"), "Didi")
    names.add("person", Known("lee-1", "Sam Lee"))
    names.add("person", Known("lee-2", "Sam Lee"))
    names.add("organisation", Known("museum-of-tides", "Museum of Tides"))
    return names


@pytest.mark.parametrize(
    "text",
    ["Dana Okafor", "dana okafor", " DANA  OKAFOR ", "dana-okafor", "didi", "Ｄａｎａ Okafor", "Dana\u00a0Okafor"],
)
def test_a_person_is_found_by_name_other_name_or_id(names: Names, text: str) -> None:
    """In any case, spacing and Unicode form."""
    assert [known.id for known in names.find("person", text)] == ["dana-okafor"]


def test_a_name_of_two_people_finds_both(names: Names) -> None:
    """And the id finds the one."""
    assert [known.id for known in names.find("person", "sam lee")] == ["lee-1", "lee-2"]
    assert [known.id for known in names.find("person", "lee-2")] == ["lee-2"]


def test_kinds_are_kept_apart(names: Names) -> None:
    """An organisation is no person."""
    assert names.find("person", "Museum of Tides") == ()
    assert names.find("goal", "Dana Okafor") == ()


def test_everybody_is_listed_once_by_name(names: Names) -> None:
    """However many names they have."""
    assert [known.id for known in names.all("person")] == ["dana-okafor", "lee-1", "lee-2"]


def test_a_near_miss_is_suggested(names: Names) -> None:
    """By the name as it is written; what is far off is not guessed."""
    assert names.advice("person", "dana okafer") == "Did you mean Dana Okafor?"
    assert names.advice("person", "Bea Lin") == "Add this person to people.yaml, or correct the name."


def test_a_kind_can_be_incomplete(names: Names) -> None:
    """When one of its files could not be read, a missing name is no news."""
    assert not names.is_incomplete("person")
    names.say([Naming("person", None)])
    assert names.is_incomplete("person")
    assert not names.is_incomplete("goal")


def test_a_number_belongs_to_a_name():
    """Somebody who appears under a number is called by it, and not by the word before it."""
    assert first_name("Person 7, head of food services") == "Person 7"
    assert first_name("Person 7") == "Person 7"
    assert first_name("Dana 7th Okafor") == "Dana"
