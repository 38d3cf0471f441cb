"""The notes that `bothways export markdown` makes."""

from textwrap import dedent

from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.derive.facts import Facts
from bothways.exchange.file_names import LONGEST, NOT_IN_NAMES, file_names
from bothways.exchange.going.notes import notes
from bothways.model.workbook import Workbook
from workbooks import TODAY, example, facts

DANA = {
    "people.yaml": """
        - name: Dana Okafor
          also_known_as: "Dee: the cook"
          tags: [food people]
          organisation: Marrowgate [Hospital]
          introduced_by: bea-lin
          knows: [CON, other-bea]
          private_notes: plum
          steps: [{do: Send the article, by: 2026-12-09}]
        - name: Bea Lin
        - {name: bea lin, id: other-bea}
        - name: CON
    """,
    "conversations.yaml": "- {with: Dana Okafor, date: 2026-11-20, learned: A lot, thanked: 2026-11-21}",
}


def test_a_note_says_the_facts_for_programs_and_then_in_words():
    """Front matter, links in the style of Obsidian, steps, talks. Private notes stay here."""
    assert notes(facts(DANA))["Dana Okafor.md"].decode() == dedent("""\
        ---
        aliases:
          - "Dee: the cook"
        tags:
          - food-people
        organisation: Marrowgate [Hospital]
        last_contact: 2026-11-20
        next_due: 2026-12-09
        ---

        # Dana Okafor

        - [[Marrowgate Hospital]]
        - Introduced by [[Bea Lin]]
        - Knows [[CON (person)|CON]], [[bea lin 2|bea lin]]

        ## Steps

        - [ ] Send the article

        ## 2026-11-20

        Learned:

        - A lot
        """)


def test_everybody_has_a_note_of_their_own():
    """Names that a computer would take for one get a number."""
    assert list(notes(facts(DANA))) == ["Dana Okafor.md", "Bea Lin.md", "bea lin 2.md", "CON (person).md"]
    assert list(file_names(["Ana", "ANA", "a/n:a", "A n a", "", "..."])) == [
        "Ana", "ANA 2", "a n a", "A n a 2", "Somebody", "Somebody 2",
    ]  # fmt: skip
    assert len(notes(Facts(example(), TODAY))) == len(example().people)
    assert notes(Facts(Workbook(), TODAY)) == {}


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.text(max_size=200), max_size=5))
def test_any_name_makes_a_file_that_every_computer_takes(names):
    """Short enough, without what Windows or a link does not allow, and each once in any case."""
    found = list(file_names(names))
    assert len({name.casefold() for name in found}) == len(names)
    for name in found:
        assert 0 < len(name.encode()) <= LONGEST + 10
        assert not NOT_IN_NAMES.search(name)
        assert name == name.strip()
        assert not name.startswith(".")
