"""Records written as YAML: what is read back is what was meant, and quotes stand only where they must."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.exchange.yaml_words import record, text
from bothways.reading.yaml_text import read_yaml

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufffe\uffff")
SAID = st.text(
    st.one_of(st.sampled_from(list("#:-|>'\"\\&*!%@`[]{},?=~ \nnull0123e+.")), LETTERS), min_size=1, max_size=60
).filter(str.strip)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(SAID, st.lists(SAID, min_size=2, max_size=3))
def test_what_is_read_back_is_what_was_meant(said, several):
    """By our reader, without a hint, and by others as texts too."""
    written = record({"notes": said, "tags": several})
    read, problems = read_yaml(written, "people.yaml")
    assert (read, problems) == ([{"notes": said, "tags": several}], [])
    if not set("\x85\u2028\u2029\ufeff") & set(written):
        assert yaml.safe_load(written) == [{"notes": said, "tags": several}]


@pytest.mark.parametrize(
    "plain", ["Dana Okafor", "07700 900111", "R&D, fruit (and nuts)", "https://a.example.org/?b=1&c=2#d", "é"]
)
def test_what_needs_no_quotes_has_none(plain):
    """As a person would write it."""
    assert text(plain) == plain


@pytest.mark.parametrize("awkward", ["no", "Null", "0155501", "1.10", "12:30", "a: b", "a #b", "-", "", " a", "@home"])
def test_what_another_reader_would_change_is_quoted(awkward):
    """Text stays text, whoever reads it."""
    assert text(awkward) == f'"{awkward}"'
