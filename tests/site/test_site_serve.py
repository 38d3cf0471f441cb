"""The local server: this machine only, the last good site while something is broken."""

import http.client
import threading
from dataclasses import replace

import pytest

from bothways.problems import Place, Problem, ProblemsFound
from bothways.site import serve as serving
from bothways.site.guard import is_own_name
from bothways.site.serve import serve


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "[::1]"])
def test_this_machines_own_names_are_answered(host):
    """With a port and without."""
    assert is_own_name(host)


@pytest.mark.parametrize(
    "host", ["", "example.org", "127.0.0.1.example.org", "localhost.example.org:80", "10.0.0.2", "[x"]
)
def test_any_other_name_is_refused(host):
    """A web page could otherwise read the site through a name of its own."""
    assert not is_own_name(host)


class Running:
    """A server in a thread, and what it said."""

    def __init__(self, home, monkeypatch):
        self.home, self.said, self.slip, self.server = home, [], None, None
        self.up = threading.Event()
        self.built = threading.Semaphore(0)
        monkeypatch.setattr(serving, "_Server", self._make_server)
        self._thread = threading.Thread(
            target=serve,
            args=(home.folder, 0, self._read),
            kwargs={"watch": [home.folder / "workbook"], "ready": self._ready, "tell": self._tell},
        )

    def _make_server(self, *arguments, make=serving._Server):
        self.server = make(*arguments)
        return self.server

    def _read(self):
        if self.slip:
            raise ProblemsFound([self.slip])
        return self.home.edition

    def _ready(self, address):
        self.address = address
        self.up.set()

    def _tell(self, found):
        self.said.append(found)
        self.built.release()

    def __enter__(self):
        self._thread.start()
        assert self.built.acquire(timeout=20)
        assert self.up.wait(20)
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self._thread.join(20)
        assert not self._thread.is_alive()

    def edit(self):
        """Changes a file of the workbook, and waits until the site has followed."""
        self.home.write("workbook/log.yaml", f"- about: change {len(self.said)}\n" * len(self.said))
        assert self.built.acquire(timeout=20)

    def get(self, path, host=None):
        port = self.server.server_address[1]
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{port}"})
        answer = connection.getresponse()
        words = answer.read().decode()
        connection.close()
        return answer.status, words


SLIP = Problem(Place("workbook/people.yaml", 2), "unknown-field", "nots is not a <field>.")


def test_the_site_follows_every_change_and_outlives_a_slip(home, monkeypatch):
    """The last good site stays while something is broken, and requests do not hang."""
    with Running(home, monkeypatch) as running:
        assert running.said == [None]
        assert "Thank Dana" in running.get("/")[1]
        running.slip = SLIP
        running.edit()
        assert running.said[-1].problems == (SLIP,)
        assert "Thank Dana" in running.get("/")[1]
        running.slip = None
        home.edition = replace(home.edition, title="Another name")
        running.edit()
        assert "Another name" in running.get("/")[1]


def test_a_request_for_another_name_is_misdirected(home, monkeypatch):
    """And gets nothing of the site."""
    with Running(home, monkeypatch) as running:
        assert running.get("/", "evil.example.org") == (421, "This site answers to 127.0.0.1 and localhost only.\n")
        assert running.get("/")[0] == 200


def test_without_a_first_site_the_problems_are_shown(home, monkeypatch):
    """As text; nothing is lost."""
    running = Running(home, monkeypatch)
    running.slip = SLIP
    with running:
        assert "workbook/people.yaml:2:1: nots is not a &lt;field&gt;." in running.get("/")[1]
    assert not home.out.exists()
