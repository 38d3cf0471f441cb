"""The server over a real connection: this machine only, many at once, and an end that is an end."""

import http.client
import re
import socket
import threading
from datetime import date

import pytest

from bothways.serve.sender import Sender
from bothways.serve.server import Server
from bothways.serve.shown import Shown
from serve.conftest import PAGES, FakeSite, page

SOON = 10
"""Seconds until a test gives up."""


class Live:
    """A server in a thread."""

    def __init__(self, folder):
        self.pages = dict(PAGES)
        self.file = folder / "workbook" / "people.yaml"
        self.file.parent.mkdir()
        self.file.write_text("- name: Dana Okafor\n")
        self.shown = Shown(self.read, lambda: date(2026, 12, 1))
        self.server = Server(0)
        self.up = threading.Event()
        self.thread = threading.Thread(
            target=self.server.run, args=(self.shown, Sender(self.shown, folder), [folder / "workbook"], (), self.ready)
        )
        self.thread.start()
        assert self.up.wait(SOON)

    def read(self):
        words = self.file.read_text().split(":")[-1].strip()
        return FakeSite(self.pages | {"index.html": page(f"<h1>{words}</h1>")})

    def ready(self, address):
        self.address = address
        self.up.set()

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=SOON)

    def get(self, path):
        connection = self.connect()
        connection.request("GET", path)
        answer = connection.getresponse()
        words = answer.read().decode()
        connection.close()
        return answer, words

    def raw(self, request: bytes) -> bytes:
        """What comes back for bytes that need not be a request at all."""
        with socket.create_connection(("127.0.0.1", self.server.port), SOON) as connection:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            answer = b""
            while more := connection.recv(65536):
                answer += more
            return answer

    def end(self):
        self.server.stop()
        self.thread.join(SOON)
        assert not self.thread.is_alive()


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    """A server that shows what is written in one file."""
    server = Live(tmp_path_factory.mktemp("live"))
    yield server
    server.end()


def test_it_says_its_address_and_serves_there(live):
    """The address is known once requests are taken."""
    live.file.write_text("- name: Dana Okafor\n")
    live.shown.renew()
    assert live.address == f"http://127.0.0.1:{live.server.port}/"
    answer, words = live.get("/")
    assert answer.status == 200
    assert "<h1>Dana Okafor</h1>" in words


def test_it_does_not_say_what_it_is_made_of(live):
    """Names and versions of libraries help nobody but an attacker."""
    answer, _ = live.get("/")
    assert answer.getheader("Server") == "bothways"


def test_an_edit_is_served(live):
    """The page that waits hears of it, and gets the new one."""
    number = live.shown.now.number
    live.file.write_text("- name: Piet Sandoval\n")
    assert live.shown.wait(number, SOON).number > number
    for _ in range(100):
        _, words = live.get("/")
        if "<h1>Piet Sandoval</h1>" in words:
            break
        live.shown.wait(live.shown.now.number, 0.1)
    assert "<h1>Piet Sandoval</h1>" in words


def test_one_that_never_finishes_its_request_holds_up_nobody(live):
    """Each request has a thread of its own."""
    slow = socket.create_connection(("127.0.0.1", live.server.port), SOON)
    slow.sendall(b"GET / HTTP/1.1\r\nHost: ")
    assert live.get("/")[0].status == 200
    slow.close()


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET http://example.org/ HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n", b" 421 "),
        (b"GET / HTTP/1.1\r\n\r\n", b" 421 "),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nHost: example.org\r\n\r\n", b" 421 "),
        (b"GET /\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n", b" 404 "),
        (b"GET / HTTP/9.9\r\nHost: 127.0.0.1:%d\r\n\r\n", b" 505 "),
        (b"GET / / / HTTP/1.1\r\n\r\n", b" 400 "),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b" 400 "),
        (b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n", b" 414 "),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" + b"X-A: b\r\n" * 200 + b"\r\n", b" 431 "),
        (b"CONNECT example.org:443 HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n", b" 405 "),
    ],
)
def test_a_request_that_is_none_is_refused(live, request_, status):
    """In whatever way it is wrong; the server goes on."""
    if b"%d" in request_:
        request_ = request_.replace(b"%d", str(live.server.port).encode())
    answer = live.raw(request_)
    assert status in answer.split(b"\r\n")[0]
    assert b"Dana" not in answer
    assert live.get("/")[0].status == 200


def test_a_port_that_is_taken_is_known_at_once(live):
    """Before anything is built."""
    with pytest.raises(OSError, match="in use"):
        Server(live.server.port)


def test_it_listens_on_this_machines_own_address_only(live):
    """Not on the one by which others in the same network reach it."""
    assert live.server._socket.getsockname()[0] == "127.0.0.1"


def test_it_ends_while_a_page_waits_for_news(tmp_path):
    """And gives the port back."""
    server = Live(tmp_path)
    seen = re.search(r'data-page="([-\w]+)" data-problems="(\w+)"', server.get("/")[1])
    waiting = server.connect()
    waiting.request("GET", f"/-/news?address=index.html&page={seen[1]}&problems={seen[2]}")
    while not server.shown._changed._waiters:
        threading.Event().wait(0.001)
    server.end()
    assert waiting.getresponse().status == 204
    waiting.close()
    socket.create_server(("127.0.0.1", server.server.port)).close()
