"""Finds a browser for the tests, or installs one, and prints where it is: `find.py`, or `find.py firefox`.

In this order: `BOTHWAYS_BROWSER` or `BOTHWAYS_FIREFOX`, one on this machine, Debian's package; for Chromium, Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Kind:
    """A browser that the tests use."""

    name: str
    variable: str
    """Says where one is."""
    commands: tuple[str, ...]
    places: tuple[str, ...]
    package: str
    """Debian's."""

    @property
    def none(self) -> str:
        """What to do where there is none."""
        return f"No {self.name} for the tests: install it, or say where one is: {self.variable}=/path/to/the/browser make test"


CHROMIUM = Kind(
    name="Chromium",
    variable="BOTHWAYS_BROWSER",
    commands=("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
    places=(
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ),
    package="chromium",
)
FIREFOX = Kind(
    name="Firefox",
    variable="BOTHWAYS_FIREFOX",
    commands=("firefox-esr", "firefox"),
    places=("/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"),
    package="firefox-esr",
)


def main() -> int:
    """Prints the path of the first browser there is."""
    kind = FIREFOX if "firefox" in sys.argv[1:] else CHROMIUM
    finders = [here, from_debian, *([from_playwright] if kind is CHROMIUM else [])]
    for finder in finders:
        for found in finder(kind):
            print(found)
            return 0
    print(kind.none, file=sys.stderr)
    return 1


def here(kind: Kind = CHROMIUM) -> Iterator[str]:
    """Browsers on this machine."""
    if wanted := os.environ.get(kind.variable):
        yield wanted
    yield from (path for name in kind.commands if (path := shutil.which(name)))
    yield from (place for place in kind.places if Path(place).is_file())


def from_debian(kind: Kind) -> Iterator[str]:
    """Debian's own package, where this is Debian and we may install."""
    apt = shutil.which("apt-get")
    if apt is None:
        return
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    run([*root, apt, "update", "-qq"])
    run([*root, apt, "install", "-y", "-qq", "--no-install-recommends", kind.package])
    yield from here(kind)


def from_playwright(kind: Kind) -> Iterator[str]:
    """The browser that Playwright would bring."""
    if run([sys.executable, "-m", "playwright", "install", kind.package]) == 0:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            yield playwright.chromium.executable_path


def run(command: list[str]) -> int:
    """Runs a command, its output to standard error; gives its exit code, 127 where it cannot be started."""
    try:
        return subprocess.run(command, stdout=sys.stderr, check=False).returncode
    except OSError:
        return 127


if __name__ == "__main__":
    sys.exit(main())
