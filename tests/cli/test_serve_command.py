"""`bothways serve`: the words around the local server. What it serves is tried in the site's own tests."""

import re
import signal
import socket
import subprocess
import sys
from urllib.request import urlopen

import pytest

# A test run in the background hands on that Ctrl+C is to be ignored; a person's shell does not.
hear_ctrl_c = None if sys.platform == "win32" else lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)

GOOD = {"people.yaml": "- name: Dana Okafor"}


def test_it_says_its_address_serves_the_site_and_ends_quietly(home):
    """A real run: the address comes first, a page of the workbook can be opened, Ctrl+C ends it without a word."""
    server = subprocess.Popen(
        [sys.executable, "-m", "bothways", "serve", "--port", "0", "--no-edit"],
        cwd=home(GOOD), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=hear_ctrl_c,  # noqa: PLW1509
    )  # fmt: skip
    assert server.stdout
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
        assert address
        with urlopen(f"{address.group()}people/dana-okafor.html") as page:
            assert "Dana Okafor" in page.read().decode()
    finally:
        # Windows has no signal of this kind for a single child.
        server.terminate() if sys.platform == "win32" else server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=60)
    assert (out, err) == ("", "")
    assert sys.platform == "win32" or server.returncode == 0


def test_a_port_that_is_taken_is_said(run, home):
    """One sentence, with what to try."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = run("serve", "--port", str(port), cwd=home(GOOD))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"Port {port} is taken. Try another, or --port 0 for any that is free.\n"


@pytest.mark.parametrize("port", ["-1", "70000", "http"])
def test_a_port_that_is_none_is_refused(run, home, port):
    """A port is a number up to 65535."""
    assert run("serve", "--port", port, cwd=home(GOOD)).code == 2
