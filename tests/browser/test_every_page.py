"""Every page of the example site in a real browser: light and dark, on a phone and on a desk.

No page may say anything on the console, ask another host for anything, fail to load a part, or break a rule of axe (WCAG 2.2 AA
and its best practices). Links are checked by the build itself; see `tests/site`.
"""

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from browser.looking import DESK, look, watch


def test_every_page_is_whole(context: BrowserContext, example_site: Path, example_address: str):
    """No console message, no other host, no missing part, no axe violation, no sideways scroll."""
    names = sorted(path.relative_to(example_site).as_posix() for path in example_site.rglob("*.html"))
    assert len(names) > 150
    page = context.new_page()
    heard = watch(page, example_address)
    wrong: dict[str, list[str]] = {}
    judged: set[str] = set()
    for name in names:
        page.set_viewport_size(DESK)
        page.goto(f"{example_address}/{name}", wait_until="load")
        found = look(page, judged) + heard
        heard.clear()
        if found:
            wrong[name] = sorted(set(found))
    assert not wrong, json.dumps(wrong, indent=1, ensure_ascii=False)


BROKEN = """<!doctype html><html lang="en"><title>Broken</title><body data-md-color-scheme="default">
<img src="http://other.example.org/x.png"><script>console.error("said")</script><input></body></html>"""


def opened(page: Page, address: str, html: str) -> Page:
    """A page of these words, on the example's address."""
    page.route("**/broken.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{address}/broken.html")
    return page


def test_a_broken_page_is_noticed(context: BrowserContext, example_address: str):
    """The control: a page with a foreign picture, a console message and a field without a label."""
    page = context.new_page()
    heard = watch(page, example_address)
    page.route("http://other.example.org/**", lambda route: route.abort())
    opened(page, example_address, BROKEN)
    found = " ".join(look(page) + heard)
    for sign in ("label", "image-alt", "another host: http://other.example.org", "console error: said"):
        assert sign in found


GOOD = """<!doctype html><html lang="en"><title>Good</title><body data-md-color-scheme="default"><main><h1>Good</h1>
<style>[data-md-color-scheme=slate] { background: #111; color: #eee }
.dim { color: #222 } .on-a-phone { display: none } @media (width < 800px) { .on-a-phone { display: block } }
[data-md-color-scheme=default] .on-a-phone { color: #000 }</style>
<p>A line.</p><section><p>A line that is in something.</p></section></main></body></html>"""
DIM_IN_THE_DARK = {
    "a line of its own colour": ("<p>A line.", '<p class="dim">A line.', "dark at 1280"),
    "a line in something with a colour": ("<section>", '<section class="dim">', "dark at 1280"),
    "a line that only a phone shows": ("<p>A line.", '<p class="dim on-a-phone">A line.', "dark at 360"),
}


@pytest.mark.parametrize("case", DIM_IN_THE_DARK)
def test_what_is_dim_in_the_dark_is_noticed(case: str, context: BrowserContext, example_address: str):
    """The control: the page that was judged before has the same words, and they are well."""
    page, judged = context.new_page(), set()
    before, after, where = DIM_IN_THE_DARK[case]
    assert look(opened(page, example_address, GOOD), judged) == []
    found = look(opened(page, example_address, GOOD.replace(before, after)), judged)
    assert any(said.startswith(f"{where}: color-contrast") for said in found), found
    assert not any(said.startswith("light") for said in found), found
