"""A real browser, and the example site on a local address."""

import functools
import os
import threading
from collections.abc import Iterator
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from bothways.site.build import build
from bothways.site.compose import compose
from browser.find import CHROMIUM, FIREFOX, here
from browser.firefox import Firefox
from browser.looking import DESK
from browser.reading import InChromium, InFirefox, Person
from shared import OTHER_PASSPHRASE, PASSPHRASE, Shared, share
from workbooks import EXAMPLE, REPOSITORY, TODAY

if TYPE_CHECKING:
    from browser.served import Served

SOON = 20_000
"""Milliseconds until a test gives up."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A host that is no secure one: what a browser refuses there can be tried.
    "--host-resolver-rules=MAP plain.example.org 127.0.0.1",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium or Chrome. Without one the tests fail: they are never left out."""
    path = next(here(), None)
    if path is None:
        pytest.fail(CHROMIUM.none)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's site, built for its day."""
    return build_site(EXAMPLE, tmp_path_factory.mktemp("example") / "site")


def build_site(workbook: Path, out: Path, day: date = TODAY, *, guide_only: bool = False) -> Path:
    """The site of a workbook, with the repository's settings."""
    return build(REPOSITORY, out, lambda: compose(workbook, day, guide_only)).out


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *arguments: object) -> None:
        """Nothing."""


def serve(folder: Path) -> tuple[ThreadingHTTPServer, str]:
    """A server for a folder, and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=os.fspath(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"


@pytest.fixture(scope="session")
def example_address(example_site: Path) -> Iterator[str]:
    """The example's site on a local address."""
    server, address = serve(example_site)
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def firefox() -> Iterator[Firefox]:
    """Firefox. Without one the tests fail: they are never left out."""
    path = next(here(FIREFOX), None)
    if path is None:
        pytest.fail(FIREFOX.none)
    with Firefox(path, **{"network.dns.localDomains": "plain.example.org"}) as started:
        yield started


@pytest.fixture(params=["Chromium", "Firefox"])
def person(request: pytest.FixtureRequest) -> Iterator[Person]:
    """Somebody who reads, first in Chromium and then in Firefox."""
    if request.param == "Firefox":
        somebody: Person = InFirefox(request.getfixturevalue("firefox"))
    else:
        somebody = InChromium(request.getfixturevalue("browser"))
    yield somebody
    somebody.close()


@pytest.fixture(scope="session")
def coach_edition() -> Shared:
    """The example's edition for a coach."""
    return share(EXAMPLE)


@pytest.fixture(scope="session")
def locked_file(coach_edition: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition as one locked file, with two readers."""
    path = tmp_path_factory.mktemp("locked") / "for-ines.html"
    path.write_bytes(coach_edition.locked(PASSPHRASE, OTHER_PASSPHRASE))
    return path


@pytest.fixture
def served(tmp_path: Path) -> Iterator["Served"]:
    """A folder made by `bothways new`, served."""
    from browser.served import Served  # it asks for test modules, which come after this one

    made = Served(tmp_path / "network")
    yield made
    made.end()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Who writes in the browser, at a desk."""
    made = browser.new_context(viewport=DESK, reduced_motion="reduce")
    made.set_default_timeout(SOON)
    yield made
    made.close()
