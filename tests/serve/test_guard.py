"""Who is let in: a browser on this machine that means this server."""

import pytest

from serve.conftest import HOST, PORT

OWN = [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"[::1]:{PORT}", f"LOCALHOST:{PORT}"]
OTHERS = [
    "",
    "127.0.0.1",
    "localhost",
    f"127.0.0.1:{PORT + 1}",
    "example.org",
    f"example.org:{PORT}",
    f"127.0.0.1.example.org:{PORT}",
    f"localhost.example.org:{PORT}",
    f"127.0.0.1:{PORT}.example.org",
    f"127.0.0.1:{PORT},example.org",
    f"user@127.0.0.1:{PORT}",
    f"10.0.0.2:{PORT}",
    f"127.0.0.2:{PORT}",
    f"0.0.0.0:{PORT}",
    f"[::]:{PORT}",
    f"[x:{PORT}",
    f" 127.0.0.1:{PORT}",
    f"127.0.0.1:{PORT}/",
]


@pytest.mark.parametrize("host", OWN)
def test_this_machines_own_names_are_answered(running, host):
    """With the server's own port, in any case."""
    assert running.ask("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS", "PUT", "TRACE"])
@pytest.mark.parametrize("host", OTHERS)
def test_any_other_name_is_misdirected_and_gets_nothing(running, host, method):
    """By every method, before anything is looked at."""
    answer = running.ask("/", method, headers={"Host": host})
    assert answer.status_code == 421
    assert b"Today" not in answer.data
    assert running.site.made == []


def fetched(site: str, mode: str = "cors", dest: str = "empty") -> dict[str, str]:
    """What a browser says about where a request comes from."""
    return {"Host": HOST, "Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest}


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_the_page_itself_and_the_address_line_may_ask_for_anything(running, site):
    """As every browser does it."""
    assert running.ask("/people/", headers=fetched(site, "navigate", "document")).status_code == 200
    assert running.ask("/-/news", headers=fetched(site)).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "something-new"])
def test_a_link_on_another_site_may_lead_here(running, site):
    """A person may keep a link to Today anywhere."""
    assert running.ask("/", headers=fetched(site, "navigate", "document")).status_code == 200


@pytest.mark.parametrize(
    ("mode", "dest"),
    [
        ("cors", "empty"),
        ("no-cors", "script"),
        ("no-cors", "image"),
        ("no-cors", "style"),
        ("navigate", "iframe"),
        ("navigate", "frame"),
        ("navigate", "object"),
        ("navigate", "embed"),
        ("navigate", "empty"),
        ("websocket", "empty"),
    ],
)
@pytest.mark.parametrize("site", ["cross-site", "same-site", "something-new"])
def test_another_site_cannot_read_or_frame_what_is_here(running, site, mode, dest):
    """Not as data, a script, a picture, a frame."""
    answer = running.ask("/", headers=fetched(site, mode, dest))
    assert answer.status_code == 403
    assert b"Today" not in answer.data


def test_another_site_cannot_send_a_form_here(running):
    """A form that is sent is a navigation too."""
    assert running.ask("/", "POST", headers=fetched("cross-site", "navigate", "document")).status_code == 403
