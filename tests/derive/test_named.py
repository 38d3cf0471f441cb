"""Whom a few lines mention."""

import pytest

from bothways.derive.named import named
from workbooks import workbook

PEOPLE = workbook(
    {
        "people.yaml": """
            - name: Sol Pereira
            - {name: Dr Amara Nilsen, also_known_as: The Captain}
            - name: Dana Okafor
            - name: Dana Smith
            - name: ليلى فاروق
            """
    }
).people


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask Sol who is coming", ["Sol Pereira"]),
        ("SOL PEREIRA, and then Amara", ["Sol Pereira", "Dr Amara Nilsen"]),
        ("Amara before Sol", ["Dr Amara Nilsen", "Sol Pereira"]),
        ("the captain's table", ["Dr Amara Nilsen"]),
        ("Dana will be there", []),
        ("Dana Smith will be there", ["Dana Smith"]),
        ("A solution, absolutely", []),
        ("Ask ليلى first", ["ليلى فاروق"]),
        ("", []),
    ],
)
def test_people_are_found_by_name_or_by_a_first_name_that_is_nobody_elses(text, found):
    """In the order in which they are mentioned, and never inside another word."""
    assert [person.name for person in named([text], PEOPLE)] == found
