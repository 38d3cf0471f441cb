"""`bothways serve`: the words around the local server. What it serves is tried in the site's own tests."""

import json
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


STARTED = """
import json, sys, threading, urllib.request
from bothways.serve import server
from bothways.cli import main

class Server(server.Server):
    def run(self, shown, sender, watched, others, ready):
        def look(address):
            ready(address)
            def looked():
                for page in ("", "people/dana-okafor.html", *pages):
                    urllib.request.urlopen(address + page).read()
                print(json.dumps(sorted(sys.modules)))
                self.stop()
            threading.Thread(target=looked).start()
        super().run(shown, sender, watched, others, look)

import bothways.cli.serve as serve
serve.Server = Server
sys.argv[1:], pages = ["serve", "--port", "0"], sys.argv[1:]
main()
"""


def loaded(home, *pages):
    """The modules that are loaded once the first pages were looked at, and others besides."""
    words = [sys.executable, "-c", STARTED, *pages]
    ran = subprocess.run(words, cwd=home, capture_output=True, text=True, check=True)
    return set(json.loads(ran.stdout.splitlines()[-1]))


SELDOM = {"bothways.share.making", "bothways.serve.importing", "bothways.serve.replying", "bothways.serve.removing"}


def test_what_is_seldom_asked_is_loaded_when_it_is(home):
    """The first page waits for nothing that shares, imports or takes in a reply; whoever asks for it, gets it."""
    folder = home(GOOD)
    assert loaded(folder) & (SELDOM | {"PIL"}) == set()
    assert loaded(folder, "share") >= SELDOM
