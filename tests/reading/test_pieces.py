"""A file is read piece by piece, which nobody notices: but for all its slips at once, and for the time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.problems import in_order, serious
from bothways.reading import pieces
from bothways.reading.cut import cut
from bothways.reading.pieces import MOST_BROKEN, read_yaml
from bothways.reading.yaml_text import Read, read_piece
from reading.places import plain

BEGINNINGS = st.sampled_from(
    [
        "",
        "- name: Dana\n",
        "name: x\n",
        "# a\n\n- a\n",
        "---\n- b: c\n",
        "  - a\n  - b: c\n",
        "- a\n- b\n- c\n",
        "a: b\nc: d\n",
    ]
)
BITS = st.sampled_from(
    [
        *"-?:,[]{}#&*!|>'\"%@`~ \n\t\\=",
        *(
            "\n- a",
            "\n- name: ",
            "\nname: x\n",
            "\nkey: ",
            "\nkey:\n",
            "\n- |\n  x\n",
            "\n>\n",
            "\n  - ",
            "\n# b\n",
            "\n\n",
        ),
        *(
            "\n- '",
            "'\n",
            '\n- "',
            '"\n',
            "\n- [",
            "]\n",
            "\n- {",
            "}\n",
            "\n- a: |+\n\n    b\n\n",
            "\n  c: 'd\n- e'\n",
        ),
        *(
            "---\n",
            "...\n",
            "? ",
            ": ",
            " #",
            ", ",
            "<<: ",
            "!!str ",
            "*a",
            "&b ",
            "a",
            "é",
            "\ufeff",
            "\x85",
            "\u2028",
        ),
    ]
)
WILD = st.builds(lambda beginning, bits: beginning + "".join(bits), BEGINNINGS, st.lists(BITS, max_size=22))
"""Texts in which a cut may fall inside of anything."""

ACROSS = {
    "quotes": '- name: Dana\n  notes: "one\n- two\n- three"\n- name: Bea\n',
    "single quotes": "- 'a\n- b'\n- c\n",
    "brackets": "- tags: [a\n- b]\n- d\n",
    "braces that close at the edge": "rhythm: {\nlike: brisk\n}\nname: Mara\n",
    "text below a bar": "- |\n  a\n\n  - b\n- c\n",
    "text in a list at the edge": "looking_for:\n- a\n- b\nname: Mara\n",
    "bar on a line of its own": "notes:\n|\n  a\nname: Mara\n",
    "remarks between": "# a\n\n- b\n# - c\n\n- d # e\n",
    "question mark": "role: Cook\n? name\n: Mara\nlocation: Bristol\n",
    "indented list": "  - a:\n      - b\n  - c\n",
    "nothing said": "-\n- ~\n- a\n-\n",
    "twice": "name: a\nrole: b\nname: c\norganization: d\norganisation: e\n",
}


def in_pieces(monkeypatch: pytest.MonkeyPatch, text: str, first_line: int = 1) -> Read:
    """What reading in pieces gives, even where reading in one is quicker."""
    with monkeypatch.context() as patch:
        patch.setattr(pieces, "read_quickly", lambda *_: None)
        return read_yaml(text, "f", first_line)


def is_as_whole(in_one: Read, cut_up: Read) -> bool:
    """Whether the two say the same. A file that cannot be read in one cannot be read in pieces either."""
    if not in_one.is_whole:
        return not cut_up.is_whole and bool(serious(cut_up.problems))
    return (plain(in_one.written), in_order(in_one.problems), True) == (
        plain(cut_up.written),
        in_order(cut_up.problems),
        cut_up.is_whole,
    )


def test_read_in_pieces_is_read_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same texts, at the same places, with the same hints, whatever stands in the file."""

    @settings(max_examples=1500, deadline=None, derandomize=True)
    @given(text=WILD, first_line=st.integers(1, 9))
    def holds(text: str, first_line: int) -> None:
        assert is_as_whole(read_piece(text, "f", first_line), in_pieces(monkeypatch, text, first_line))

    holds()


@pytest.mark.parametrize("text", ACROSS.values(), ids=ACROSS.keys())
def test_what_goes_on_beyond_a_cut_is_read_together(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Quotes and brackets do not end where a line looks like the next record."""
    in_one = read_piece(text, "f")
    assert in_one.is_whole
    assert is_as_whole(in_one, in_pieces(monkeypatch, text))
    assert cut(text) is not None


def test_a_reader_that_believes_every_cut_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: pieces that are never put together lose what goes on beyond a cut."""
    in_one = read_piece(ACROSS["quotes"], "f")
    monkeypatch.setattr(pieces, "read_piece", lambda *given: read_piece(*given)._replace(is_open=False))
    assert not is_as_whole(in_one, in_pieces(monkeypatch, ACROSS["quotes"]))


def test_every_slip_of_a_file_is_said_at_once() -> None:
    """One record that cannot be read hides no other, and those that can be read are there."""
    text = '- name: "Bea\n- name: Dana\n  role: [a\n- name: Piet\n- name: Ana: Maria\n- name: Sol\n'
    read = read_yaml(text, "f")
    assert [(problem.code, problem.place.line) for problem in read.problems] == [
        ("quote-missing", 1),
        ("bracket", 3),
        ("colon-in-text", 5),
    ]
    assert [person["name"] for person in read.written] == ["Piet", "Sol"]
    assert not read.is_whole


def test_every_slip_of_a_record_is_said_at_once() -> None:
    """So it is in a file that is one record, field by field."""
    read = read_yaml('name: Mara\nheadline Chef\none_sentence: a: b\nlocation: "Bristol\nhints_off: x\n', "me.yaml")
    assert [(problem.code, problem.place.line) for problem in read.problems] == [
        ("colon-missing", 2),
        ("colon-in-text", 3),
        ("quote-missing", 4),
    ]
    assert read.written == {"name": "Mara", "hints_off": "x"}


def test_a_file_of_nothing_but_slips_is_not_read_to_its_end() -> None:
    """After a hundred, more would help nobody."""
    assert len(read_yaml('- "a" b\n' * 5_000, "f").problems) == MOST_BROKEN


def test_a_quote_that_is_never_closed_costs_no_others() -> None:
    """It might go on to the end of the file: that is tried a few times only, and the other records are read."""
    read = read_yaml('- "a\n' + "- b\n" * 3_000, "f")
    assert [problem.code for problem in read.problems] == ["quote-missing"]
    assert len(read.written) == 3_000
