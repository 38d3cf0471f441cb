"""Plain `mkdocs serve`, through the plugin: this machine only, and a slip does not hang it."""

import pytest

from bothways.site.guard import guard, is_own_name, outlive_slips


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


class FakeServer:
    """What the guard knows of MkDocs' server."""

    def __init__(self):
        self.app = lambda _, __: [b"Today"]
        self.builder = self.fail

    def get_app(self):
        return self.app

    def set_app(self, app):
        self.app = app

    def fail(self):
        raise SystemExit("a slip")


def test_a_request_for_another_name_is_misdirected_and_gets_nothing():
    """The page stays with those who mean this machine."""
    server, said = FakeServer(), []
    guard(server)
    assert server.app({"HTTP_HOST": "127.0.0.1:8000"}, None) == [b"Today"]
    words = server.app({"HTTP_HOST": "evil.example.org"}, lambda status, _: said.append(status))
    assert said == ["421 Misdirected Request"]
    assert b"Today" not in b"".join(words)


def test_a_slip_does_not_stop_the_server(caplog):
    """MkDocs gives up by leaving; requests would then wait for ever."""
    server = FakeServer()
    outlive_slips(server)
    server.builder()
    assert "a slip" in caplog.text
