"""Every page of the example site in a real browser: light and dark, on a phone and on a desk.

No page may say anything on the console, ask another host for anything, fail to load a part, or break a rule of axe (WCAG 2.2 AA
and its best practices). Links are checked by the build itself; see `tests/site`.
"""

import json
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""The only rules that colours can break: those that are looked at again in the dark."""
RUN = """([type, values]) => axe.run({runOnly: {type, values}, resultTypes: ["violations"]})
    .then(said => said.violations.map(rule => rule.id + ": " + rule.nodes[0].html))"""
SCHEMES = {"default": ["tag", RULES], "slate": ["rule", COLOUR_RULES]}
GROUPS = 8
PHONE = {"width": 360, "height": 780}
DESK = {"width": 1280, "height": 900}
OPEN_ALL = "document.querySelectorAll('details').forEach(part => { part.open = true })"
SCHEME = "scheme => document.body.setAttribute('data-md-color-scheme', scheme)"


@pytest.fixture
def context(browser: Browser):
    made = browser.new_context(viewport=DESK, reduced_motion="reduce")
    yield made
    made.close()


def watch(page: Page, address: str) -> list[str]:
    """Gathers whatever the page says or asks for that it should not."""
    heard: list[str] = []
    page.on("console", lambda said: heard.append(f"console {said.type}: {said.text}"))
    page.on("pageerror", lambda error: heard.append(f"script: {error}"))
    page.on("requestfailed", lambda request: heard.append(f"not loaded: {request.url}"))
    page.on("response", lambda answer: heard.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
    page.on(
        "request", lambda asked: heard.append(f"another host: {asked.url}") if not is_own(asked.url, address) else None
    )
    return heard


def is_own(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:", "about:"))


def look(page: Page) -> list[str]:
    """What axe finds, and whether the page scrolls sideways, in both schemes and at both widths."""
    found = []
    page.evaluate(AXE)
    page.evaluate(OPEN_ALL)
    for viewport in (DESK, PHONE):
        page.set_viewport_size(viewport)
        for scheme, rules in SCHEMES.items():
            page.evaluate(SCHEME, scheme)
            where = f"{scheme} at {viewport['width']}"
            found += [f"{where}: {rule}" for rule in page.evaluate(RUN, rules)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"scrolls sideways at {viewport['width']}")
    return found


@pytest.mark.parametrize("group", range(GROUPS))
def test_every_page_is_whole(group: int, context: BrowserContext, example_site: Path, example_address: str):
    """No console message, no other host, no missing part, no axe violation, no sideways scroll."""
    names = sorted(path.relative_to(example_site).as_posix() for path in example_site.rglob("*.html"))
    assert len(names) > 150
    page = context.new_page()
    heard = watch(page, example_address)
    wrong: dict[str, list[str]] = {}
    for name in names[group::GROUPS]:
        page.set_viewport_size(DESK)
        page.goto(f"{example_address}/{name}", wait_until="load")
        found = look(page) + heard
        heard.clear()
        if found:
            wrong[name] = sorted(set(found))
    assert not wrong, json.dumps(wrong, indent=1, ensure_ascii=False)


BROKEN = """<!doctype html><html lang="en"><title>Broken</title><body data-md-color-scheme="default">
<img src="http://other.example.org/x.png"><script>console.error("said")</script><input></body></html>"""


def test_a_broken_page_is_noticed(context: BrowserContext, example_address: str):
    """The control: a page with a foreign picture, a console message and a field without a label."""
    page = context.new_page()
    heard = watch(page, example_address)
    page.route("**/broken.html", lambda route: route.fulfill(body=BROKEN, content_type="text/html"))
    page.route("http://other.example.org/**", lambda route: route.abort())
    page.goto(f"{example_address}/broken.html")
    found = " ".join(look(page) + heard)
    for sign in ("label", "image-alt", "another host: http://other.example.org", "console error: said"):
        assert sign in found
