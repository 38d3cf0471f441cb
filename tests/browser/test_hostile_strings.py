"""Two walls keep text from running: the sanitiser in our pages, and the policy of what is shared. Each holds alone.

The control has neither, and there things do run; so what is counted here can be counted.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from markupsafe import Markup

from bothways.pages.environment import environment
from bothways.share.folder import for_a_host
from bothways.share.locked import lock
from bothways.share.policy import Trusted
from browser.conftest import serve
from browser.opening import unlock
from browser.reading import Person
from hostile import STRINGS, calls
from shared import PASSPHRASE, randomness

NOTHING = Trusted({}, {}, (), ())
PAGE = "<!doctype html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n<title>{n}</title>\n</head>\n<body>\n<h1>{n}</h1>\n{text}\n</body>\n</html>\n"
OURS = environment().from_string(
    '<p title="{{ said }}">{{ said }}</p>\n<textarea>{{ said }}</textarea>\n{{ said | prose }}'
)
"""The two ways in which a person's words get into a page: as a value, and as Markdown."""

IN_FRAMES = """(async ([addresses]) => {
  const ran = [];
  const look = async (address) => {
    const frame = document.createElement("iframe");
    const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
    frame.src = address;
    document.body.append(frame);
    // A page that leaves at once may never be loaded.
    await Promise.race([loaded, new Promise((done) => setTimeout(done, 500))]);
    await new Promise((done) => setTimeout(done, 25));
    return frame;
  };
  for (let at = 0; at < addresses.length; at += 6) {
    const before = top.ran || 0;
    const several = addresses.slice(at, at + 6);
    const frames = await Promise.all(several.map(look));
    if ((top.ran || 0) > before) ran.push(several.join());
    frames.forEach((frame) => frame.remove());
  }
  return [top.ran || 0, ran];
})(given)"""
"""Shows the pages, six at a time. Gives how much ran, and among which."""
IN_THE_READER = """(async ([count]) => {
  const ran = [], titles = new Set();
  for (let number = 0; number < count; number++) {
    const before = window.ran || 0;
    location.hash = `#${number}`;
    for (let tries = 0; titles.has(document.title) && tries < 50; tries++) {
      await new Promise((done) => setTimeout(done, 5));
    }
    await new Promise((done) => setTimeout(done, 25));
    titles.add(document.title);
    if ((window.ran || 0) > before) ran.push(document.title);
  }
  return [ran, titles.size];
})(given)"""


def raw(strings: Sequence[str]) -> dict[str, bytes]:
    """A page for each, with the string as it is: no sanitiser."""
    return {f"{n}.html": PAGE.format(n=n, text=text).encode() for n, text in enumerate(strings)}


def ours(strings: Sequence[str]) -> dict[str, bytes]:
    """A page for each, with the string as our pages have it."""
    shown = (Markup(OURS.render(said=text)) for text in strings)
    return {f"{n}.html": PAGE.format(n=n, text=text).encode() for n, text in enumerate(shown)}


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    """A host for whatever lies in the test's folder."""
    (tmp_path / "driver.html").write_text("<!doctype html><title>Driver</title><body>")
    server, address = serve(tmp_path)
    yield address
    server.shutdown()
    server.server_close()


def ran_in_frames(person: Person, host: str, folder: Path, files: Mapping[str, bytes]) -> tuple[int, list[str]]:
    """How much ran in the pages, and among which."""
    for address, data in files.items():
        (folder / address).write_bytes(data)
    person.open(f"{host}/driver.html")
    count, among = person.see(IN_FRAMES, list(files))
    return count, among


def test_there_are_enough() -> None:
    """Two hundred strings, no two alike."""
    assert len(STRINGS) >= 200


def test_with_neither_wall_they_run(person: Person, host: str, tmp_path: Path) -> None:
    """The control: many of them do, in this browser, in the time that is given."""
    assert ran_in_frames(person, host, tmp_path, raw(STRINGS))[0] > 80


def test_with_the_policy_off_nothing_runs(person: Person, host: str, tmp_path: Path) -> None:
    """The sanitiser and the templates hold alone."""
    assert ran_in_frames(person, host, tmp_path, ours(STRINGS)) == (0, [])


def test_with_the_sanitiser_off_nothing_runs_in_a_folder(person: Person, host: str, tmp_path: Path) -> None:
    """The policy of the plain folder holds alone."""
    assert ran_in_frames(person, host, tmp_path, for_a_host(raw(STRINGS), NOTHING)) == (0, [])


def test_with_the_sanitiser_off_nothing_runs_in_a_locked_file(person: Person, tmp_path: Path) -> None:
    """The policy of the locked file holds alone, page after page."""
    path = tmp_path / "file.html"
    path.write_bytes(lock(raw(STRINGS), "0.html", NOTHING, [PASSPHRASE], randomness()))
    unlock(person, path.as_uri())
    assert person.see(IN_THE_READER, len(STRINGS)) == [[], len(STRINGS)]


class Listener(BaseHTTPRequestHandler):
    """Writes down who asks."""

    heard: list[str]

    def do_GET(self) -> None:
        """Whatever is asked for."""
        self.heard.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_GET  # noqa: N815

    def log_message(self, *arguments: object) -> None:
        """Nothing."""


@pytest.fixture
def listener() -> Iterator[tuple[int, list[str]]]:
    """The port of a listener, and what it heard."""
    heard: list[str] = []
    handler = type("Handler", (Listener,), {"heard": heard})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1], heard
    server.shutdown()
    server.server_close()


def test_a_listener_hears_what_plain_pages_ask_for(
    person: Person, host: str, tmp_path: Path, listener: tuple[int, list[str]]
) -> None:
    """The control: with neither wall it hears much."""
    port, heard = listener
    ran_in_frames(person, host, tmp_path, raw(calls(port)))
    assert len(heard) > 10


def test_a_listener_hears_nothing_from_our_pages(
    person: Person, host: str, tmp_path: Path, listener: tuple[int, list[str]]
) -> None:
    """The sanitiser alone keeps pages from asking anybody."""
    port, heard = listener
    ran_in_frames(person, host, tmp_path, ours(calls(port)))
    assert heard == []


def test_a_listener_hears_nothing_from_a_locked_file(
    person: Person, tmp_path: Path, listener: tuple[int, list[str]]
) -> None:
    """The locked file alone does too."""
    port, heard = listener
    path = tmp_path / "file.html"
    path.write_bytes(lock(raw(calls(port)), "0.html", NOTHING, [PASSPHRASE], randomness()))
    unlock(person, path.as_uri())
    person.see(IN_THE_READER, len(calls(port)))
    assert heard == []
