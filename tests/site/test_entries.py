"""What the search finds of a workbook's page."""

from bothways.pages.page import Page
from bothways.site.entries import entries

PAGE = Page(
    "people/dana-okafor.html",
    "Dana Okafor",
    "People",
    '<p><a href="../index.html">People</a></p><h1 id="top">Dana Okafor</h1><p>Head of <b>food</b>, Marrowgate.</p>'
    '<svg><text>drawn</text></svg><h2 id="notes">Notes &amp; more</h2><p>&lt;script&gt;</p>'
    "<ul><li>one</li><li>two</li></ul><pre><code>log: line</code></pre>",
)


def test_each_part_is_found_under_its_heading():
    """The page, and every part with an anchor."""
    found = {entry["location"]: entry["title"] for entry in entries(PAGE)}
    assert found == {"people/dana-okafor.html": "Dana Okafor", "people/dana-okafor.html#notes": "Notes &amp; more"}


def test_words_stay_words_and_text_stays_escaped():
    """A list's items are parted, a name in a sentence is not; what a person wrote cannot become markup."""
    first, second = entries(PAGE)
    assert first["text"] == "People Head of food, Marrowgate."
    assert second["text"] == "&lt;script&gt; one two"


def test_a_page_without_headings_is_found_by_its_title():
    """Its own title stands in."""
    (only,) = entries(Page("a.html", "A", "Today", "<p>Words</p>"))
    assert only == {"location": "a.html", "title": "A", "text": "Words"}


def test_what_is_found_elsewhere_is_left_out():
    """A list of everybody would be found under every word; its heading and what stands beside it stay."""
    (only,) = entries(
        Page(
            "losing-touch.html",
            "Losing touch",
            "People",
            '<h1 id="top">Losing touch</h1><p>A hello is enough.</p>'
            "<!--found elsewhere--><ul><li>Ada rowing</li></ul><!--/found elsewhere--><p>Choose a rhythm</p>",
        )
    )
    assert only["text"] == "A hello is enough. Choose a rhythm"


def test_a_person_comes_before_a_talk_with_them():
    """Whoever types a name looks for the person first."""
    person, *_ = entries(PAGE)
    (talk,) = entries(Page("conversations/2026-11-05-dana-okafor.html", "Talk with Dana Okafor", "People", "<p>A</p>"))
    assert person["boost"] > talk.get("boost", 1)
