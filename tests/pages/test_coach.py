"""What a coach said stands on the page that it speaks of, as plain text."""

from datetime import date

from bothways.model.replies import Comment, Reply
from bothways.pages.coach import with_comments
from bothways.pages.digest import Digests
from bothways.pages.page import Page
from workbooks import TODAY

DANA = Page("people/dana-okafor.html", "Dana Okafor", "People", '<h1 id="top">Dana</h1><h2 id="thread">Thread</h2>')
PACKET = Page("packet.html", "Session", "Progress", '<h1 id="top">Session</h1>')
PAGES = (DANA, PACKET)


def pages(*comments: Comment, day: date = date(2026, 11, 28)) -> dict[str, str]:
    """The pages by address, with these comments."""
    shown = with_comments(PAGES, [Reply(date=day, comments=comments)] if comments else [], "Ines", "packet.html", TODAY)
    return {page.address: page.html for page in shown}


def test_a_comment_stands_on_its_page() -> None:
    """With its day, and a link to the part that it is about; other pages stay as they are."""
    shown = pages(Comment(page="people/dana-okafor", part="thread", about="Thread", said="Ring her.\n\nSoon."))
    assert "Ines wrote" in shown["people/dana-okafor.html"]
    assert '<a href="#thread">Thread</a>' in shown["people/dana-okafor.html"]
    assert "28 November" in shown["people/dana-okafor.html"]
    assert shown["people/dana-okafor.html"].count('class="bw-said"') == 2
    assert shown["packet.html"] == PACKET.html


def test_an_answer_says_what_was_asked() -> None:
    """So that it can be understood without the packet of that day."""
    shown = pages(Comment(page="packet", asked="Where it sticks", said="Ask Bea."))
    assert "to: Where it sticks" in shown["packet.html"]


def test_what_is_about_no_page_stands_with_the_next_session() -> None:
    """A page may have gone since, or never have been one."""
    shown = pages(Comment(page="people/gone", part="x", about="Old times", said="One."), Comment(said="Two."))
    assert "One." in shown["packet.html"]
    assert "Two." in shown["packet.html"]
    assert 'href="#x"' not in shown["packet.html"]


def test_a_part_that_is_gone_is_no_link() -> None:
    """A link that leads nowhere would stop the build."""
    shown = pages(Comment(page="people/dana-okafor", part="gone", about="Gone", said="Hello."))
    assert "#gone" not in shown["people/dana-okafor.html"]
    assert "about Gone" in shown["people/dana-okafor.html"]


def test_nothing_in_it_is_markup() -> None:
    """Whatever a coach typed, or somebody in their place."""
    nasty = "<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1)) {{ 7*7 }}"
    shown = pages(Comment(page="people/dana-okafor", said=nasty, about="a & b", asked=None))["people/dana-okafor.html"]
    assert "<script" not in shown
    assert "<img" not in shown
    assert "javascript:alert(1)) {{ 7*7 }}" in shown
    assert "about a &amp; b" in shown


def test_a_page_is_another_as_soon_as_something_is_said() -> None:
    """So that it is made anew."""
    (one, _), (other, _) = (
        tuple(with_comments(PAGES, replies, "Ines", "packet.html", TODAY))
        for replies in ([], [Reply(date=TODAY, comments=(Comment(page="people/dana-okafor", said="x"),))])
    )
    assert one.digest(Digests()) != other.digest(Digests())
