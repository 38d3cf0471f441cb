"""Somebody with a keyboard and no mouse: goes from stop to stop, and looks at each."""

from dataclasses import dataclass

from playwright.sync_api import Page

MOST_STOPS = 150
"""Presses of Tab until one gives up: then it is a trap, or not there."""

STOP = """() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const label = at.labels && at.labels[0];
  const has = (part) => {
    if (!part) return false;
    const style = getComputedStyle(part);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  };
  const words = (part) => (part ? part.innerText || "" : "").trim().replace(/\\s+/g, " ");
  const middle = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2];
  const above = document.elementFromPoint(...middle);
  const is_seen = above && (at.contains(above) || above.contains(at) || (label && label.contains(above)));
  return {
    tag: at.tagName.toLowerCase(),
    words: words(label) || words(at) || at.getAttribute("aria-label") || at.value || "",
    /* A ring may be around its label, or around the part of it that the browser draws itself, as in a day. */
    has_ring: has(at) || has(label) || has(at.nextElementSibling) || at.matches("input[type=date]:not(:focus-visible)"),
    top: box.top + scrollY,
    left: box.left,
    is_hidden: box.height > 0 && !is_seen,
    is_in_form: Boolean(at.closest(".bw-form")),
    is_nothing: at === document.body,
    number: Array.from(document.querySelectorAll("*")).indexOf(at),
  };
}"""


@dataclass
class Stop:
    """Where the keyboard is."""

    tag: str
    words: str
    has_ring: bool
    top: float
    left: float
    is_hidden: bool
    is_in_form: bool
    is_nothing: bool
    number: int
    """In the order of the page."""

    @property
    def called(self) -> str:
        """What it is, in a message."""
        return f"{self.tag} {self.words[:40]!r}"


class Keyboard:
    """Presses keys on a page, and gathers what is wrong with where they lead."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        self.stops = 0

    @property
    def stop(self) -> Stop:
        """Where it is now."""
        return Stop(**self.page.evaluate(STOP))

    def press(self, *keys: str) -> None:
        """Presses keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def go(self, words: str, tag: str = "", key: str = "Tab") -> Stop:
        """From stop to stop until one of these words, and looks at each on the way."""
        last: Stop | None = None
        for _ in range(MOST_STOPS):
            self.press(key)
            stop = self.stop
            self._look_at(stop, last if key == "Tab" else None)
            if not stop.is_nothing and words in stop.words and tag in ("", stop.tag):
                return stop
            last = stop
        raise AssertionError(f"{words} cannot be reached on {self.page.url}: {self.stop.called}")

    def back(self, words: str, tag: str = "") -> Stop:
        """The same, the other way round."""
        return self.go(words, tag, "Shift+Tab")

    def follow(self, words: str, key: str = "Enter", tag: str = "") -> None:
        """Goes there, presses it, and waits for the page that it leads to."""
        self.go(words, tag)
        with self.page.expect_navigation(wait_until="load"):
            self.press(key)

    def type(self, text: str) -> None:
        """Writes over what stands in a field."""
        self.press("Control+a")
        self.page.keyboard.type(text)

    def _look_at(self, stop: Stop, last: Stop | None) -> None:
        self.stops += 1
        if stop.is_nothing or "search" in stop.words.lower():  # the theme's own, open over the page
            return
        if not stop.has_ring:
            self.wrong.append(f"no ring around {stop.called} on {self.page.url}")
        if stop.is_hidden:
            self.wrong.append(f"{stop.called} is out of sight on {self.page.url}")
        if last is None or last.is_nothing or last.number == stop.number:
            return
        if stop.number < last.number:
            self.wrong.append(f"{stop.called} comes after {last.called} on {self.page.url}")
        if stop.is_in_form and last.is_in_form and (stop.top, stop.left) < (last.top - 8, last.left):
            self.wrong.append(f"{stop.called} stands above {last.called} on {self.page.url}")
