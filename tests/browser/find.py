"""Finds a browser for the tests, or installs one, and prints where it is.

In this order: `BOTHWAYS_BROWSER`, Chromium or Chrome on this machine, Debian's `chromium`, Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
NONE = (
    "No browser for the tests: install Chromium or Chrome, or say where one is: "
    "BOTHWAYS_BROWSER=/path/to/chromium make test"
)


def main() -> int:
    """Prints the path of the first browser there is."""
    for finder in (here, from_debian, from_playwright):
        for found in finder():
            print(found)
            return 0
    print(NONE, file=sys.stderr)
    return 1


def here() -> Iterator[str]:
    """Browsers on this machine."""
    if wanted := os.environ.get("BOTHWAYS_BROWSER"):
        yield wanted
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from (place for place in PLACES if Path(place).is_file())


def from_debian() -> Iterator[str]:
    """Debian's own package, where this is Debian and we may install."""
    apt = shutil.which("apt-get")
    if apt is None:
        return
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    run([*root, apt, "update", "-qq"])
    run([*root, apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"])
    if path := shutil.which("chromium"):
        yield path


def from_playwright() -> Iterator[str]:
    """The browser that Playwright would bring."""
    if run([sys.executable, "-m", "playwright", "install", "chromium"]) == 0:
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
