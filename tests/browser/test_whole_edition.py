"""A coach's whole edition, every page of it, locked and as a folder: it asks nobody for anything and breaks no policy.

Whatever a page asks any host for goes to a listener on this machine, which the browsers take for their proxy.
"""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bothways.share.folder import for_a_host
from browser.conftest import serve
from browser.find import FIREFOX, here
from browser.firefox import Firefox
from browser.looking import watch
from browser.opening import unlock
from browser.reading import InChromium, InFirefox, Person
from shared import Shared

MAP = "document.querySelector('#map > svg')"
THROUGH_ALL = """(async () => {
  const titles = [], broken = [];
  addEventListener("securitypolicyviolation", (event) => broken.push(event.violatedDirective + " " + event.blockedURI), true);
  const front = location.href.split("#")[0];
  for (let number = 0; number < given[0]; number++) {
    const step = history.state?.step;
    location.href = `${front}#${number}`;
    for (let tries = 0; history.state?.step === step && tries < 2000; tries++) await new Promise((done) => setTimeout(done, 5));
    document.addEventListener("securitypolicyviolation", (event) => broken.push(event.violatedDirective + " " + event.blockedURI));
    await new Promise((done) => setTimeout(done, 10));
    titles.push(document.title);
  }
  return [new Set(titles).size, broken];
})()"""
"""Shows so many pages in turn; gives how many titles were seen, and what the policy refused."""
BY_THEMSELVES = (".mozilla.com", ".mozilla.org", ".firefox.com", ".google.com", "update.googleapis.com")
"""Whom browsers ask for news of themselves, whatever they show."""
ELSEWHERE = """<!doctype html><html lang="en"><title>Elsewhere</title><body><img src="http://other.example.org/x.png">
<img src="https://other.example.org/y.png"><link rel="stylesheet" href="http://third.example.org/z.css">"""


class Listener(BaseHTTPRequestHandler):
    """Writes down who is asked for, and answers nothing."""

    heard: list[str]

    def do_GET(self) -> None:
        """Whatever is asked for, and wherever."""
        self.heard.append(self.path)
        self.send_error(404)

    do_CONNECT = do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815

    def log_message(self, *arguments: object) -> None:
        """Nothing."""


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture(params=["Chromium", "Firefox"])
def listened_to(request: pytest.FixtureRequest, browser: Browser, heard: list[str]) -> Iterator[Person]:
    """Somebody whose browser sends everything past the listener."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Listener,), {"heard": heard}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    if request.param == "Firefox":
        proxy: dict[str, bool | int | str] = {"network.proxy.type": 1, "network.proxy.no_proxies_on": ""}
        for kind in ("http", "ssl"):
            proxy |= {f"network.proxy.{kind}": "127.0.0.1", f"network.proxy.{kind}_port": port}
        with Firefox(next(here(FIREFOX)), **proxy) as firefox:
            yield InFirefox(firefox)
    else:
        person = InChromium.__new__(InChromium)
        person.context = browser.new_context(proxy={"server": f"http://127.0.0.1:{port}"})
        person.page = person.context.new_page()
        yield person
        person.close()
    server.shutdown()
    server.server_close()


def of_pages(heard: list[str]) -> set[str]:
    """The hosts that were asked, but for those that a browser asks by itself."""
    hosts = {address.split("//")[-1].split("/")[0].split(":")[0] for address in heard}
    return {host for host in hosts if not host.endswith(BY_THEMSELVES)}


def test_no_page_of_a_locked_file_asks_anybody(
    listened_to: Person, heard: list[str], locked_file: Path, coach_edition: Shared
) -> None:
    """Every page is shown; the listener hears nothing, and the policy has nothing to refuse."""
    unlock(listened_to, locked_file.as_uri())
    everything = [address for address in coach_edition.files if address.endswith(".html")]
    titles, broken = listened_to.see(THROUGH_ALL, len(everything))
    pages = [address for address in everything if "/sheet/" not in address]
    assert titles > len(pages) * 0.8 > 150
    assert broken == []
    assert of_pages(heard) == set()


def test_the_control_a_page_that_asks_is_heard(listened_to: Person, heard: list[str], tmp_path: Path) -> None:
    """For a picture and a style of other hosts, with and without encryption."""
    (tmp_path / "page.html").write_text(ELSEWHERE)
    listened_to.open((tmp_path / "page.html").as_uri())
    listened_to.wait("document.readyState === 'complete'")
    assert of_pages(heard) == {"other.example.org", "third.example.org"}


@pytest.fixture(scope="module")
def folder_address(coach_edition: Shared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The edition as a plain folder, on a local address."""
    place = tmp_path_factory.mktemp("folder")
    for address, data in for_a_host(coach_edition.files, coach_edition.trusted).items():
        path = place / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    server, address = serve(place)
    yield address
    server.shutdown()
    server.server_close()


def test_pages_of_a_folder_keep_their_policy(browser: Browser, coach_edition: Shared, folder_address: str) -> None:
    """Its scripts run, as their hashes are in the policy: nothing is said on the console, and nobody else is asked.

    Every third page: all have the same policy.
    """
    context = browser.new_context()
    page = context.new_page()
    heard = watch(page, folder_address)
    names = [address for address in coach_edition.files if address.endswith(".html")]
    for name in names[::3]:
        page.goto(f"{folder_address}/{name}", wait_until="load")
    assert len(names) > 150
    # What was still on its way when the next page was opened is no fault.
    assert [said for said in heard if not said.startswith(f"not loaded: {folder_address}")] == []
    # The control: a script that the policy does not know is refused, and the console says so.
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in said for said in heard)
    context.close()


def test_a_folder_is_used_like_any_site(person: Person, folder_address: str) -> None:
    """Tabs, search, the map and its buttons, under the policy."""
    person.open(f"{folder_address}/index.html")
    # A moment later: who clicks is no longer there to be answered.
    person.see("void setTimeout(() => document.querySelector('.md-tabs__item:nth-child(3) a').click())")
    person.wait("document.readyState === 'complete' && document.querySelector('h1').textContent.trim() === 'People'")
    person.click(".md-search__input")
    person.type(".md-search__input", "kitchen")
    person.wait(
        "document.querySelector('.md-search-result__item mark')?.textContent.toLowerCase().startsWith('kitchen')"
    )
    person.open(f"{folder_address}/introductions.html")
    person.wait(f"{MAP}.getBoundingClientRect().width > 0")
    before = person.see(f"{MAP}.getBoundingClientRect().width")
    person.wait("document.querySelector('[data-zoom] button[data-by=larger]') !== null")
    person.see("document.querySelector('[data-zoom] button[data-by=larger]').click()")
    person.wait(f"{MAP}.getBoundingClientRect().width !== given[0]", before)
