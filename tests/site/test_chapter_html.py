"""What a chapter of the guide gains once it is HTML."""

from bothways.pages.page import Page
from bothways.site.chapter_html import finished, tools_among, tools_named, with_links

TOOLS = {"easy-openers": "questions/easy-openers.html"}


def test_yaml_can_be_copied():
    """Each block of YAML has a button that copies it; other code has none."""
    html = finished('<pre><code class="language-yaml">- name: Bea\n</code></pre><pre><code>make</code></pre>')
    assert '<code class="language-yaml" id="lines-1">- name: Bea\n</code>' in html
    assert html.count("<button") == 1
    assert 'data-copy="lines-1"' in html


def test_a_tool_named_by_its_id_is_a_link():
    """From wherever the chapter lies; other words in code are left alone."""
    html = "<p>Take <code>easy-openers</code>, not <code>hard-openers</code>.</p>"
    chapter = finished(html)
    assert tools_named(chapter) == ["easy-openers", "hard-openers"]
    shown = with_links(chapter, "guide/a.html", TOOLS)
    assert '<a href="../questions/easy-openers.html"><code>easy-openers</code></a>, not <code>hard' in shown
    assert 'href="questions/easy-openers.html"' in with_links(chapter, "index.html", TOOLS)


def test_what_is_a_link_already_stays_one():
    """No link inside a link."""
    html = '<a href="x.html"><code>easy-openers</code></a>'
    assert with_links(finished(html), "guide/a.html", TOOLS) == html


def test_an_id_that_two_kinds_share_names_neither():
    """`new-city` is a question list and a checklist: the words around it say which."""
    pages = [Page(f"{kind}/new-city.html", "", "", "") for kind in ("questions", "checklists")]
    assert tools_among([*pages, Page("messages/hello.html", "", "", ""), Page("people/new.html", "", "", "")]) == {
        "hello": "messages/hello.html"
    }
