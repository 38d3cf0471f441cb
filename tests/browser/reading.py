"""A person who reads in a browser: the same few moves in Chromium and in Firefox, so that one test holds both to it."""

import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as TooLate

from browser.firefox import Firefox

PATIENCE = 20
"""Seconds for anything that a page should do. Nothing is measured with it."""
SOON = 5_000
"""Milliseconds in which a click is done, as a rule."""
KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "Shift": "\ue008", "ArrowDown": "\ue015"}
"""How WebDriver writes keys, https://www.w3.org/TR/webdriver2/#keyboard-actions."""


class Person(ABC):
    """Opens pages, types, clicks, and looks."""

    name: str

    @abstractmethod
    def open(self, address: str) -> None:
        """Opens a page, also where only what follows a # differs from the one that is open."""

    @abstractmethod
    def see(self, expression: str, *given: Any) -> Any:
        """The value of an expression in the page; `given` is a list there."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Clicks on the first element."""

    @abstractmethod
    def type(self, selector: str, words: str) -> None:
        """Types into a field."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Presses a key where the focus is."""

    @abstractmethod
    def saved(self, selector: str, folder: Path) -> Path:
        """Clicks, and gives the file that was saved by it."""

    @abstractmethod
    def close(self) -> None:
        """Leaves."""

    def wait(self, expression: str, *given: Any) -> Any:
        """Waits until an expression holds, and gives its value."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                value = self.see(expression, *given)
            except Exception as error:  # noqa: BLE001  # the page may be on its way out
                value, seen = None, error
            else:
                seen = None
            if value:
                return value
            assert time.monotonic() < until, f"{self.name}: {expression} never held. {seen or ''}"
            time.sleep(0.05)


class InChromium(Person):
    """With Playwright."""

    name = "Chromium"

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
        self.page = self.context.new_page()

    def open(self, address: str) -> None:
        self.page.goto("about:blank")
        self.page.goto(address)

    def see(self, expression: str, *given: Any) -> Any:
        return self.page.evaluate(f"async (given) => await ({expression})", list(given))

    def click(self, selector: str) -> None:
        """Twice, if need be, as anybody would: the reader may just be writing the page anew."""
        try:
            self.page.click(selector, timeout=SOON)
        except TooLate:
            self.page.click(selector)

    def type(self, selector: str, words: str) -> None:
        self.click(selector)
        self.page.fill(selector, "")
        self.page.keyboard.type(words)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def saved(self, selector: str, folder: Path) -> Path:
        with self.page.expect_download() as download:
            self.page.click(selector)
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        return path

    def close(self) -> None:
        self.context.close()


class InFirefox(Person):
    """With Marionette."""

    name = "Firefox"

    def __init__(self, firefox: Firefox) -> None:
        self.firefox = firefox

    def open(self, address: str) -> None:
        # A page with unsaved comments asks before it is left; a test has nothing to save.
        self.firefox.send("WebDriver:SetTimeouts", script=300_000)
        self.firefox.send("WebDriver:Navigate", url="about:blank")
        self.firefox.send("WebDriver:Navigate", url=address)

    def see(self, expression: str, *given: Any) -> Any:
        return self.firefox.evaluate(expression, *given)

    def click(self, selector: str) -> None:
        self.firefox.send("WebDriver:ElementClick", id=self.firefox.element(selector))

    def type(self, selector: str, words: str) -> None:
        element = self.firefox.element(selector)
        self.firefox.send("WebDriver:ElementClear", id=element)
        self.firefox.send("WebDriver:ElementSendKeys", id=element, text=words)

    def press(self, key: str) -> None:
        keys = [KEYS[part] for part in key.split("+")]
        actions = [
            *({"type": "keyDown", "value": key} for key in keys),
            *({"type": "keyUp", "value": key} for key in reversed(keys)),
        ]
        self.firefox.send("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def saved(self, selector: str, folder: Path) -> Path:
        before = set(self.firefox.downloads.iterdir())
        self.click(selector)
        until = time.monotonic() + PATIENCE
        while not (fresh := [path for path in self._downloads() if path not in before]):
            assert time.monotonic() < until, "nothing was saved"
            time.sleep(0.05)
        path = folder / fresh[0].name
        fresh[0].rename(path)
        return path

    def _downloads(self) -> list[Path]:
        """What is saved wholly."""
        there = list(self.firefox.downloads.iterdir())
        return [path for path in there if path.suffix != ".part" and path.stat().st_size]

    def close(self) -> None:
        self.firefox.send("WebDriver:Navigate", url="about:blank")
