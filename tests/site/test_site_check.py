"""The check finds what must not be in a finished site."""

import pytest

from bothways.site.check import Flaw, flaws, seen_in, style_flaws


def found_in(body):
    """The flaws of a site of two pages and a picture; the body is in the first page, within a shell of its own."""
    shell = seen_in('<a href="sub/page.html">On</a>')
    pages = {"index.html": (seen_in(body), shell), "sub/page.html": (seen_in('<h1 id="top">Page</h1>'),)}
    return flaws(pages, {*pages, "a b.png"})


@pytest.mark.parametrize(
    "body",
    [
        '<a href="sub/page.html#top">x</a>',
        "<a href='sub/page.html'>x</a>",
        '<a id="here" href="#here">x</a>',
        '<img src="a%20b.png" alt="">',
        '<a href="https://example.org/#x">x</a> <a href="mailto:dana@example.org">x</a>',
        '<link rel="canonical" href="https://example.org/index.html">',
        '<code>&lt;img src="https://example.org/p.png"&gt; href="nowhere.html"</code>',
    ],
)
def test_a_good_page_has_no_flaw(body):
    """Links within, links to elsewhere, and links that are only text."""
    assert found_in(body) == ()


@pytest.mark.parametrize(
    ("body", "link", "kind"),
    [
        ('<a href="sub/none.html">x</a>', "sub/none.html", "broken-link"),
        ('<a href="sub/">x</a>', "sub/", "broken-link"),
        ('<a href="../index.html">x</a>', "../index.html", "broken-link"),
        ('<a href="/index.html">x</a>', "/index.html", "broken-link"),
        ('<a href="sub/page.html#none">x</a>', "sub/page.html#none", "broken-anchor"),
        ('<a href="#none">x</a>', "#none", "broken-anchor"),
        ('<img alt="" src="none.png">', "none.png", "broken-link"),
        ('<script src="https://example.org/x.js"></script>', "https://example.org/x.js", "other-host"),
        ('<link rel="stylesheet" href="//example.org/x.css">', "//example.org/x.css", "other-host"),
        ('<img srcset="a%20b.png 1x, http://example.org/p.png 2x" alt="">', "http://example.org/p.png", "other-host"),
        ('<iframe src="https://example.org/"></iframe>', "https://example.org/", "other-host"),
    ],
)
def test_a_flaw_is_found(body, link, kind):
    """One flaw, named."""
    assert found_in(body) == (Flaw("index.html", link, kind),)


def test_what_pages_of_a_folder_share_is_looked_at_once_and_found_on_the_first():
    """A shell's link that leads nowhere is one flaw, not one for each of 2,000 people."""
    shell = seen_in('<a href="none.html">x</a><a href="#top">skip</a>')
    pages = {f"people/{name}.html": (seen_in('<h1 id="top">A</h1>'), shell) for name in "abc"}
    assert flaws(pages, set(pages)) == (Flaw("people/a.html", "none.html", "broken-link"),)


def test_a_shell_that_leads_to_what_a_page_lacks_is_a_flaw_of_that_page():
    """Each page is asked for what the shell expects of it."""
    shell = seen_in('<a href="#top">skip</a>')
    pages = {"a.html": (seen_in('<h1 id="top">A</h1>'), shell), "b.html": (seen_in("<h1>B</h1>"), shell)}
    assert flaws(pages, set(pages)) == (Flaw("b.html", "#top", "broken-anchor"),)


def test_a_style_that_loads_from_elsewhere_is_found():
    """Fonts, most often."""
    style = '@import "https://example.org/a.css"; p { background: url(here.png) }'
    assert style_flaws("x.css", style) == (Flaw("x.css", "https://example.org/a.css", "other-host"),)
