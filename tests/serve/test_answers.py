"""What is answered: pages, files, refusals, each with what protects it."""

import base64
import hashlib
import re

import pytest

from bothways.pages.events import pages as event_pages
from bothways.pages.paper import KINDS
from workbooks import facts


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "Today"),
        ("/index.html", "Today"),
        ("/people/", "People"),
        ("/people/index.html", "People"),
        ("/people/dana-okafor.html", "Dana Okafor"),
    ],
)
def test_every_page_has_its_address(running, path, words):
    """A folder's address is that of its first page."""
    answer = running.ask(path)
    assert answer.status_code == 200
    assert f"<h1>{words}</h1>" in answer.text


def test_only_the_page_that_is_asked_for_is_made(running):
    """The others wait until somebody opens them."""
    running.ask("/people/dana-okafor.html")
    assert set(running.site.made) == {"people/dana-okafor.html"}


def test_a_folder_without_its_last_slash_leads_to_it(running):
    """The links on its page would lead elsewhere otherwise."""
    answer = running.ask("/people")
    assert (answer.status_code, answer.location) == (308, "/people/")


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/bothways.css", "text/css; charset=utf-8"),
        ("/assets/bothways/copy.js", "text/javascript; charset=utf-8"),
        ("/files/plan.pdf", "application/pdf"),
        ("/search/search_index.json", "application/json; charset=utf-8"),
    ],
)
def test_everything_has_its_type(running, path, type_):
    """Whatever the machine's own list of types says."""
    assert running.ask(path).headers["Content-Type"] == type_


@pytest.mark.parametrize(
    "path",
    [
        "/nobody.html",
        "/people/nobody.html",
        "/../mkdocs.yml",
        "/people/../../workbook/people.yaml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/..%5c..%5cetc",
        "//etc/passwd",
        "/etc/passwd",
        "/people//",
        "/people/dana-okafor.html/",
        "/people/dana-okafor.html%00.css",
        "/-/",
        "/-/follow.js",
        "/-/../answers.py",
        "/-/x/../../answers.py",
        "/" + "a" * 5000,
        "/%ff%fe",
    ],
)
def test_what_is_not_an_address_of_the_site_is_not_there(running, path):
    """An address is looked up; it is never a way through the folders of this machine."""
    answer = running.ask(path)
    assert answer.status_code == 404
    assert "There is no page here" in answer.text or "Not Found" in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "BOTH"])
def test_nothing_but_reading_is_known(running, method):
    """And the answer says what is."""
    answer = running.ask("/", method)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_head_gives_what_get_would_without_the_page(running):
    """The same headers, no body."""
    got, head = running.ask("/"), running.ask("/", "HEAD")
    assert head.data == b""
    assert head.headers["Content-Length"] == got.headers["Content-Length"] == str(len(got.data))


def test_pages_are_kept_by_nobody_and_assets_only_while_they_are_the_same(running):
    """What is private stays out of every cache; the theme's files are asked for again, and sent when they changed."""
    for path in ("/", "/files/plan.pdf", "/search/search_index.json", "/nobody.html"):
        assert running.ask(path).headers["Cache-Control"] == "no-store"
    style = running.ask("/assets/bothways.css")
    assert style.headers["Cache-Control"] == "no-cache"
    same = running.ask("/assets/bothways.css", headers={"If-None-Match": style.headers["ETag"]})
    assert (same.status_code, same.data) == (304, b"")
    running.pages["assets/bothways.css"] = b"h1 { color: black; }"
    running.shown.renew()
    other = running.ask("/assets/bothways.css", headers={"If-None-Match": style.headers["ETag"]})
    assert (other.status_code, other.data) == (200, b"h1 { color: black; }")


@pytest.mark.parametrize("path", ["/", "/nobody.html", "/people", "/assets/bothways.css", "/-/news", "/files/plan.pdf"])
def test_every_answer_is_protected(running, path):
    """Not read as another type, not framed, not read by other sites."""
    headers = running.ask(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers


def policy(answer) -> dict[str, str]:
    """The content security policy by its parts."""
    parts = (part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    return dict(parts)


def test_a_page_may_run_our_own_scripts_and_ask_nobody_else_for_anything(running):
    """The content security policy in full."""
    said = policy(running.ask("/"))
    style, *of_paper = said.pop("style-src").split()
    assert style == "'self'"
    assert len(of_paper) == len(KINDS)
    assert all(one.startswith("'sha256-") for one in of_paper)
    assert said == {
        "default-src": "'none'",
        "connect-src": "'self'",
        "font-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "img-src": "'self' data:",
        "worker-src": "'self'",
        "script-src": "'self'",
    }


def test_a_page_for_paper_may_be_shown_in_its_own_style(running):
    """It stands in the page, so the policy names it; a word more in it, and it would be another."""
    known = facts({"events.yaml": "- {name: Supper, date: 2026-12-08}"})
    html = next(page.html for page in event_pages(known) if page.is_bare)
    style = html.partition("<style>")[2].partition("</style>")[0]
    allowed = policy(running.ask("/"))["style-src"]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in allowed
    other = base64.b64encode(hashlib.sha256(f"{style} ".encode()).digest()).decode()
    assert other not in allowed


def test_a_page_among_the_persons_own_files_runs_nothing(running):
    """It is shown in a box of its own, away from the site."""
    answer = running.ask("/files/page.html")
    assert answer.data == b"<script>alert(1)</script>"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def test_our_own_files_have_an_address_that_changes_with_them(running):
    """So they may be kept for good."""
    script = re.search(r'src="(/-/\w+/follow\.js)"', running.ask("/").text)
    answer = running.ask(script[1])
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert "data-follow" in answer.text


def test_a_fault_of_ours_is_a_sentence_and_the_server_goes_on(running):
    """No traceback, and nothing of the person's."""

    def fail(address):
        raise KeyError("secret")

    running.site.read = fail
    answer = running.ask("/")
    assert answer.status_code == 500
    assert "That is our fault" in answer.text
    assert "secret" not in answer.text
    assert [type(fault) for fault in running.faults] == [KeyError]
    running.shown.renew()
    assert running.ask("/").status_code == 200
