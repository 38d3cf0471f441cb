"""Values written as YAML: what is read back is what was meant, and quotes stand only where they must."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.reading.outline import plain
from bothways.reading.pieces import read_yaml
from bothways.reading.yaml_words import in_line, item_lines, text_for_others, text_in_line

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufffe\uffff")
SAID = st.text(
    st.one_of(st.sampled_from(list("#:-|>'\"\\&*!%@`[]{},?=~ \nnull0123e+.")), LETTERS), min_size=1, max_size=60
).filter(str.strip)
RECORD = st.fixed_dictionaries(
    {
        "notes": SAID,
        "tags": st.lists(SAID, min_size=1, max_size=4),
        "steps": st.lists(st.fixed_dictionaries({"do": SAID}), min_size=1, max_size=2),
    }
)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(RECORD)
def test_what_is_read_back_is_what_was_meant(record):
    """On lines of its own or on one, and without a hint."""
    for text in ("\n".join(item_lines(record, 0)), f"- {in_line(record)}"):
        read = read_yaml(text + "\n", "people.yaml")
        assert (plain(read.written), read.problems) == ([record], [])


@settings(max_examples=500, deadline=None, derandomize=True)
@given(SAID.filter(lambda text: "\n" not in text))
def test_other_programs_read_the_same_text(text):
    """Not a number, a day or a yes."""
    written = text_for_others(text)
    if not set("\x85\u2028\u2029\ufeff") & set(written):
        assert yaml.safe_load(f"- {written}\n") == [text]
    assert read_yaml(f"- {written}\n", "f").written == [text]


@pytest.mark.parametrize(
    "text", ["Dana Okafor", "07700 900111", "R&D, fruit (and nuts)", "https://a.example.org/?b=1&c=2#d", "é"]
)
def test_what_needs_no_quotes_has_none(text):
    """As a person would write it."""
    assert text_in_line(text) == text == text_for_others(text)


@pytest.mark.parametrize("text", ["no", "Off", "0155501", "1.10", "12:30", "2026-11-20"])
def test_what_others_would_change_is_quoted_for_them(text):
    """For a workbook it needs no quotes: text stays text."""
    assert (text_in_line(text), text_for_others(text)) == (text, f'"{text}"')


@pytest.mark.parametrize("text", ["Null", "a: b", "a #b", "-", "", " a", "@home"])
def test_what_would_be_something_else_is_quoted(text):
    """For everybody."""
    assert text_in_line(text) == f'"{text}"'
