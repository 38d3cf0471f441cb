"""What a finished site holds."""

import json
import re

import pytest

from bothways.site.check import flaws, seen_in


def active_tabs(html: str) -> list[str]:
    """The words on the tabs that are shown as active."""
    found = re.findall(r'md-tabs__item--active">\s*<a[^>]*>\s*([^<]*?)\s*</a>', html)
    return [" ".join(text.split()) for text in found]


def search_entries(home) -> list[dict[str, str]]:
    """The search index."""
    return json.loads((home.out / "search" / "search_index.json").read_text())["docs"]


def test_the_workbook_and_the_guide_are_one_site(built):
    """Today is the front page, people have their addresses, and the guide lies under guide/."""
    assert {
        "index.html",
        "people/index.html",
        "people/dana-okafor.html",
        "guide/index.html",
        "guide/asking.html",
        "guide/situations/career-change.html",
        "guide/street.png",
    } <= built.files()


def test_a_workbook_page_is_published_as_it_was_made(built):
    """No Markdown is read into it: stars stay stars."""
    assert '<h2 id="thread">The *thread*</h2>' in built.page("people/dana-okafor.html")


def test_a_guide_page_is_read_as_markdown(built):
    """The control for the test above."""
    assert "<table>" in built.page("guide/asking.html")


def test_the_empty_corner_of_a_table_is_no_heading(built):
    """Markdown can only write a heading there, and a screen reader would announce nothing."""
    html = built.page("guide/asking.html")
    assert "<th></th>" not in html
    assert "<th>b</th>" in html


def test_a_title_is_text(built):
    """A title with signs that mean something in HTML is shown as it was written."""
    html = built.page("people/dana-okafor.html")
    assert "<title>Dana Okafor &amp; &lt;Sons&gt; - Ruth's street</title>".replace("'", "&#39;") in html
    assert "<Sons>" not in html


@pytest.mark.parametrize(
    ("address", "tab"),
    [
        ("index.html", "Today"),
        ("people/index.html", "People"),
        ("people/dana-okafor.html", "People"),
        ("guide/asking.html", "Guide"),
    ],
)
def test_the_tab_of_a_page_is_active(built, address, tab):
    """Also of a page that no list of the navigation names."""
    assert active_tabs(built.page(address)) == [tab]


def test_people_are_not_in_the_navigation(built):
    """The theme writes the navigation into every page."""
    assert "dana-okafor.html" not in built.page("guide/asking.html")
    assert "people/index.html" in built.page("guide/asking.html")


def test_the_lists_beside_a_page_are_for_the_guide(built):
    """A workbook's page has its full width; a chapter has the chapters on its left."""
    hidden = re.compile(r'data-md-type="(\w+)" hidden')
    assert hidden.findall(built.page("people/dana-okafor.html")) == ["navigation", "toc"]
    assert hidden.findall(built.page("guide/asking.html")) == []


def test_everything_can_be_found_by_search(built):
    """People and chapters are in the index, and an entry leads to its heading."""
    places = {entry["location"] for entry in search_entries(built)}
    assert {"people/dana-okafor.html", "people/dana-okafor.html#thread", "guide/asking.html#the-message"} <= places


def test_search_works_in_a_page_opened_as_a_file(built):
    """The index is also a script, for browsers that refuse to read JSON beside a file."""
    index = (built.out / "search" / "search_index.json").read_text()
    assert (built.out / "search" / "search_index.js").read_text() == f"var __index = {index}"
    assert "assets/bothways/iframe-worker-shim.js" in built.page("index.html")


def test_a_private_site_is_for_no_search_engine(built, guide_site):
    """The guide alone may be found."""
    assert 'content="noindex, nofollow"' in built.page("index.html")
    assert "noindex" not in guide_site.page("index.html")


def test_a_private_site_keeps_itself_out_of_version_control(built):
    """It is told by the last line of its .gitignore."""
    assert (built.out / ".gitignore").read_text().splitlines()[-1] == "*"


def test_every_link_leads_somewhere_and_nothing_is_asked_of_others(built, guide_site):
    """Looked at in the files as they were written. The control is in test_site_check."""
    for home in (built, guide_site):
        pages = {name: (seen_in(home.page(name)),) for name in home.files() if name.endswith(".html")}
        assert len(pages) > 3
        assert flaws(pages, home.files()) == ()


def test_no_script_or_style_names_a_host_to_load_from(built):
    """What remains are addresses of licences and of repositories, which need markup that we do not write."""
    scripts = [path for path in built.out.rglob("*.js") if path.parent.name != "search"]
    styles = list(built.out.rglob("*.css"))
    assert len(scripts) >= 5
    assert len(styles) > 2
    for path in [*scripts, *styles]:
        text = path.read_text(encoding="utf-8")
        assert "unpkg.com" not in text, path
        assert "fonts.g" not in text, path
        assert "sourceMappingURL" not in text, path


def test_data_and_leavings_are_not_published(built):
    """Neither the guide's records nor the theme's source maps."""
    assert [name for name in built.files() if name.endswith((".yaml", ".map", ".md", ".gz", ".xml"))] == []


def test_the_site_does_not_tell_where_it_was_made(built):
    """No path of the machine, no day of the build."""
    place = str(built.folder.parent).encode()
    assert [name for name in built.files() if place in (built.out / name).read_bytes()] == []


def test_the_guide_alone_has_nothing_personal(built, guide_site):
    """A word of the workbook is in the private site, and nowhere in the public one."""
    planted = b"Quincewort"
    assert any(planted in path.read_bytes() for path in built.out.rglob("*.html"))
    assert not any(planted in path.read_bytes() for path in guide_site.out.rglob("*") if path.is_file())
    assert not (guide_site.out / "people").exists()


def test_chapters_have_one_address_in_both_sites(built, guide_site):
    """Only the guide's front page moves to the front."""
    chapters = {name for name in built.files() if name.startswith("guide/")}
    assert {name for name in guide_site.files() if name.startswith("guide/")} == chapters - {"guide/index.html"}
    assert "Be interested" in guide_site.page("index.html")


def test_links_between_chapters_follow_the_front_page(built, guide_site):
    """The same Markdown, another address."""
    assert 'href="asking.html#the-message"' in built.page("guide/index.html")
    assert 'href="guide/asking.html#the-message"' in guide_site.page("index.html")
    assert 'href="../index.html"' in guide_site.page("guide/why.html")


def test_front_matter_is_not_shown(built):
    """It becomes the page's description."""
    html = built.page("guide/why.html")
    assert '<meta name="description" content="Why it works">' in html
    assert "description: Why" not in html


def test_the_guide_alone_has_one_tab_for_its_chapters(guide_site):
    """They are listed beside the page, as in the private site."""
    assert active_tabs(guide_site.page("index.html")) == ["Guide"]
    assert active_tabs(guide_site.page("guide/asking.html")) == ["Guide"]
    assert "situations/career-change.html" in guide_site.page("guide/asking.html")
