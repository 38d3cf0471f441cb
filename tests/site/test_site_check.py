"""The check finds what must not be in a finished site."""

import pytest

from bothways.site.check import Flaw, flaws


def site(tmp_path, body):
    """A site of two pages and a picture; the body is the first page."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "index.html").write_text(body, encoding="utf-8")
    (tmp_path / "sub" / "page.html").write_text('<h1 id="top">Page</h1>', encoding="utf-8")
    (tmp_path / "a b.png").write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize(
    "body",
    [
        '<a href="sub/page.html#top">x</a>',
        "<a href='sub/page.html'>x</a>",
        '<a id="here" href="#here">x</a>',
        '<img src="a%20b.png" alt="">',
        '<a href="https://example.org/#x">x</a> <a href="mailto:dana@example.org">x</a>',
        '<code>&lt;img src="https://example.org/p.png"&gt; href="nowhere.html"</code>',
    ],
)
def test_a_good_page_has_no_flaw(tmp_path, body):
    """Links within, links to elsewhere, and links that are only text."""
    assert flaws(site(tmp_path, body)) == ()


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
def test_a_flaw_is_found(tmp_path, body, link, kind):
    """One flaw, named."""
    assert flaws(site(tmp_path, body)) == (Flaw("index.html", link, kind),)


def test_a_style_that_loads_from_elsewhere_is_found(tmp_path):
    """Fonts, most often."""
    place = site(tmp_path, "")
    (place / "x.css").write_text(
        '@import "https://example.org/a.css"; p { background: url(here.png) }', encoding="utf-8"
    )
    assert flaws(place) == (Flaw("x.css", "https://example.org/a.css", "other-host"),)
