"""The person's long text as HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothways.pages import prose
from bothways.pages.prose import prose as shown

LETTERS = st.sampled_from(list("abZ éß٣1 29\n\n\n ,.;'’?!()/–-:#*_<>&|=+~`[]\\\"\t中ʰ̈"))


def test_markdown_is_read():
    """Emphasis, lists and links; headings stand below those of the page."""
    assert shown("**Kind** [here](https://example.org)\n\n- one\n") == (
        '<p><strong>Kind</strong> <a href="https://example.org" rel="noopener noreferrer">here</a></p>\n'
        "<ul>\n<li>one</li>\n</ul>"
    )
    assert shown("# Head") == "<h4>Head</h4>"


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](https://example.org/p)"]
)
def test_nothing_in_it_can_run_or_load(text):
    """Whatever it says."""
    html = shown(text)
    assert "script" not in html
    assert "<img" not in html


@pytest.mark.parametrize("address", ["plan.html", "#top", "/etc/plan", "//example.org/x", "?x", "files/plan.pdf"])
def test_a_link_that_leads_nowhere_here_is_its_words(address):
    """A note that was written elsewhere stops no build: what it leads to lies there, and not beside our pages."""
    assert shown(f"See [the plan]({address}) of May.") == (
        '<p>See <a rel="noopener noreferrer">the plan</a> of May.</p>'
    )


@given(st.text(LETTERS, max_size=40) | st.from_regex(prose._PLAIN, fullmatch=True))
def test_plain_words_are_what_markdown_would_make_of_them(text):
    """The quick way for texts without any sign of Markdown's gives just what the long way gives."""
    assert shown(text) == prose._cleaned(text)


def test_most_notes_take_the_quick_way():
    """The control: a few plain sentences do, a list does not."""
    assert prose._PLAIN.fullmatch("We met at the choir, in 2019.\nHer brother’s name is Piet.\n\nAsk about the boat?\n")
    assert not prose._PLAIN.fullmatch("- one\n- two\n")
