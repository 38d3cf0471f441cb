"""What axe and the console say of a page, light and dark, on a phone and on a desk."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""The only rules that colours can break: those that are looked at again in the dark."""
RUN = """([type, values, parts]) => axe.run(parts ? {include: parts.map(number => window.lookedAt[number])} : document,
    {runOnly: {type, values}, resultTypes: ["violations"]})
    .then(said => said.violations.map(rule => rule.id + ": " + rule.nodes[0].html))"""
PHONE = {"width": 360, "height": 780}
DESK = {"width": 1280, "height": 900}
OPEN_ALL = "document.querySelectorAll('details').forEach(part => { part.open = true })"
SCHEME = "scheme => document.body.setAttribute('data-md-color-scheme', scheme)"
APPEARANCES = """() => {
    const known = new Map()
    const appearance = part => {
        if (!part) return ""
        if (!known.has(part)) {
            const style = getComputedStyle(part)
            known.set(part, [appearance(part.parentElement), part.localName, part.className.baseVal ?? part.className,
                style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.fontSize,
                style.fontWeight, style.textDecorationLine, style.textShadow].join(" "))
        }
        return known.get(part)
    }
    const hasText = part => part.matches("a, input, select, textarea")
        || Array.from(part.childNodes).some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    window.lookedAt = Array.from(document.body.querySelectorAll("*"))
        .filter(part => hasText(part) && part.checkVisibility({visibilityProperty: true}))
    return window.lookedAt.map(appearance)
}"""
"""How each text looks: its colours, its size and its kind, and those of everything that it is in."""


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


def look(page: Page, judged: set[str] | None = None) -> list[str]:
    """What axe finds, and whether the page scrolls sideways, in both schemes and at both widths.

    In the light every rule is asked of the whole page, at both widths. The dark changes colours only, so there a text is judged
    once in each appearance: `judged` are those of the pages before, and those of this page are put in.
    """
    judged = set() if judged is None else judged
    found = []
    page.evaluate(AXE)
    page.evaluate(OPEN_ALL)
    for viewport in (DESK, PHONE):
        page.set_viewport_size(viewport)
        page.evaluate(SCHEME, "default")
        found += [f"light at {viewport['width']}: {rule}" for rule in page.evaluate(RUN, ["tag", RULES])]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"scrolls sideways at {viewport['width']}")
        page.evaluate(SCHEME, "slate")
        found += [f"dark at {viewport['width']}: {rule}" for rule in colours(page, judged)]
    return found


def colours(page: Page, judged: set[str]) -> list[str]:
    """What axe finds wrong with the colours of the texts that look as none did that was judged before."""
    appearances = page.evaluate(APPEARANCES)
    parts = [number for number, said in enumerate(appearances) if said not in judged]
    judged.update(appearances)
    return page.evaluate(RUN, ["rule", COLOUR_RULES, parts]) if parts else []
