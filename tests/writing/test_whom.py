"""Who is meant by a part of a name."""

from bothways.writing.whom import Somebody, nearest, reference_to, who_fits

DANA = Somebody("Dana Okafor", "dana-okafor")
LIN = Somebody("Dana Lin", "dana-lin")
PIET = Somebody("Piet Sandoval", "piet", ("Pieter van Sandoval",))
JOSE = Somebody("José Álvarez-Ruiz", "jose-alvarez-ruiz")
ANN = Somebody("Ann Lee", "ann-lee")
ANNETTE = Somebody("Annette Moss", "annette-moss")
PEOPLE = [DANA, LIN, PIET, JOSE, ANN, ANNETTE]


def names(said: str) -> list[str]:
    return [who.name for who in who_fits(said, PEOPLE)]


def test_any_part_that_fits_one_will_do() -> None:
    """First name, last name, other name, id, the beginning of a word, in any case and without accents."""
    assert names("okafor") == names("DANA  OKAFOR") == names("dana-okafor") == names("oka") == ["Dana Okafor"]
    assert names("Pieter") == names("piet") == names("van") == ["Piet Sandoval"]
    assert names("jose") == names("álvarez") == names("ruiz") == names("jo al") == ["José Álvarez-Ruiz"]


def test_what_fits_two_gives_both() -> None:
    """By name."""
    assert names("dana") == names("da") == ["Dana Lin", "Dana Okafor"]
    assert names("an")[:2] == ["Ann Lee", "Annette Moss"]


def test_a_whole_word_comes_before_a_part_of_one() -> None:
    """Ann is Ann, not Annette."""
    assert names("ann") == ["Ann Lee"]


def test_nobody_is_nobody() -> None:
    """And what they are nearly called may be meant."""
    assert names("zoe") == names("") == names(" ") == names("oz") == []
    near = nearest("okafur", PEOPLE)
    assert near == DANA
    assert nearest("zoe", PEOPLE) is None


def test_the_id_is_written_where_the_name_is_not_enough() -> None:
    """Two of one name are told apart by id."""
    other = Somebody("dana  okafor", "other")
    assert reference_to(DANA, PEOPLE) == "Dana Okafor"
    assert reference_to(DANA, [*PEOPLE, other]) == "dana-okafor"
