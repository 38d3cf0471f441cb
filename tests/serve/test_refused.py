"""What is refused: every request that is not a form of ours, filled in by the person. Nothing is written by any of them."""

import pytest

from serve.conftest import HOST, PORT

WORKBOOK = {"people.yaml": "- name: Dana Okafor\n  steps: [Call]\n", "me.yaml": "name: Ruth Calder\n"}
EDIT = "/edit?of=people/dana-okafor"
REMOVE = "/remove?of=people/dana-okafor"
ORIGIN = f"http://{HOST}"


@pytest.fixture
def server(editing):
    return editing(WORKBOOK)


def written(server) -> tuple[str, str]:
    return server.file("people.yaml"), server.file("me.yaml")


def test_the_control_is_taken(server):
    """A form as it should be: what is refused below is refused for its one difference."""
    answer = server.fill_in(EDIT, role="Cook")
    assert (answer.status_code, answer.location) == (303, "/people/dana-okafor.html")
    assert "role: Cook" in server.file("people.yaml")


ELSEWHERE = {
    "no origin": ({"Origin": ""}, 403),
    "origin null": ({"Origin": "null"}, 403),
    "origin of another site": ({"Origin": "https://example.org"}, 403),
    "origin of another port": ({"Origin": f"http://127.0.0.1:{PORT + 1}"}, 403),
    "origin of another name of this machine": ({"Origin": f"http://localhost:{PORT}"}, 403),
    "origin with https": ({"Origin": f"https://{HOST}"}, 403),
    "origin that begins as ours": ({"Origin": f"http://{HOST}.example.org"}, 403),
    "origin with a path": ({"Origin": f"http://{HOST}/"}, 403),
    "origin twice": ({"Origin": f"http://{HOST}, http://{HOST}"}, 403),
    "cross-site": ({"Sec-Fetch-Site": "cross-site"}, 403),
    "same-site": ({"Sec-Fetch-Site": "same-site"}, 403),
    "cross-site navigation": (
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
        403,
    ),
    "another host": ({"Host": f"example.org:{PORT}", "Origin": f"http://example.org:{PORT}"}, 421),
    "a host by its number": ({"Host": f"2130706433:{PORT}", "Origin": f"http://2130706433:{PORT}"}, 421),
    "no host": ({"Host": ""}, 421),
}


@pytest.mark.parametrize(("headers", "status"), ELSEWHERE.values(), ids=ELSEWHERE.keys())
@pytest.mark.parametrize("path", [EDIT, "/done", "/undo", "/contact", REMOVE])
def test_a_form_from_elsewhere_is_refused(server, path, headers, status):
    """Whatever it holds, even the right token."""
    form, _ = server.open(EDIT)
    before = written(server)
    answer = server.send(path, form | {"f.role": "Cook"}, headers=headers)
    assert answer.status_code == status
    assert written(server) == before
    assert "Ruth" not in answer.text


BODIES = {
    "json": (b'{"f.role": "Cook"}', "application/json", 415),
    "text": (b"f.role=Cook", "text/plain", 415),
    "no type": (b"f.role=Cook", "", 415),
    "a form with a file": (b"--x--", "multipart/form-data; boundary=x", 415),
    "too long": (b"f.role=" + b"a" * 1_100_000, "application/x-www-form-urlencoded", 413),
    "nothing": (b"", "application/x-www-form-urlencoded", 403),
    "not text": (b"\xff\xfe=%ff%fe&f.role=%ff", "application/x-www-form-urlencoded", 403),
}


@pytest.mark.parametrize(("body", "type_", "status"), BODIES.values(), ids=BODIES.keys())
def test_a_body_that_is_no_form_of_ours_is_refused(server, body, type_, status):
    """By its type or its size, before it is read; or by the token that is missing."""
    before = written(server)
    answer = server.send(EDIT, body, headers={"Content-Type": type_})
    assert answer.status_code == status
    assert written(server) == before


def test_a_body_without_a_length_is_refused(server):
    """It might never end."""
    form, _ = server.open(EDIT)
    answer = server.send(EDIT, form, headers={"Transfer-Encoding": "chunked"})
    assert answer.status_code == 411


TOKENS = {
    "none": None,
    "empty": "",
    "another": "a" * 43,
    "not ascii": "ä" * 43,
    "with a blank": "{} ",
    "its beginning": "{:.20}",
    "in capitals": "CAPITALS",
}


@pytest.mark.parametrize("token", TOKENS.values(), ids=TOKENS.keys())
@pytest.mark.parametrize(
    "path",
    [EDIT, "/done", "/undo", "/contact", REMOVE, "/add?kind=person", "/add?kind=message", "/log", "/me", "/pause"],
)
def test_a_form_without_the_token_of_this_start_is_refused(server, path, token):
    """What was typed into it is shown once more."""
    form, _ = server.open(EDIT)
    own = str(form.pop("token"))
    if token is not None:
        form["token"] = own.upper() if token == "CAPITALS" else token.format(own)
    before = written(server)
    answer = server.send(
        path,
        form
        | {
            "f.role": "Typed with care",
            "f.name": "Typed with care",
            "f.about": "Typed with care",
            "f.why": "Typed with care",
        },
    )
    assert answer.status_code == 403
    assert written(server) == before
    if path in (EDIT, "/add?kind=person", "/log", "/pause"):
        assert "Typed with care" in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", [EDIT, "/done", "/undo", "/contact", "/log", REMOVE, "/yours"])
def test_no_other_method_is_known(server, path, method):
    """Only to look, and to send a form."""
    assert server.ask(path, method, headers={"Origin": ORIGIN}).status_code == 405


@pytest.mark.parametrize("path", ["/done", "/undo", "/contact"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_nothing_is_done_by_looking(server, path, method):
    """A link, a picture or a browser that reads ahead changes nothing."""
    before = written(server)
    assert server.ask(path, method).status_code == 405
    assert written(server) == before


@pytest.mark.parametrize(
    "path",
    [
        "/edit",
        "/edit?of=",
        "/edit?of=people",
        "/edit?of=people/",
        "/edit?of=people/nobody",
        "/edit?of=people/../me",
        "/edit?of=../workbook/people.yaml",
        "/edit?of=/etc/passwd",
        "/edit?of=people.yaml",
        "/edit?of=log/1",
        "/edit?of=messages/first-ask",
        "/edit?of=questions/first-informational-interview",
        "/edit?of=__class__/x",
        "/edit?of=people/dana-okafor&only=__class__",
        "/edit?of=people/dana-okafor&only=nothing",
        "/debrief?of=people/dana-okafor",
        "/debrief",
        "/rest?of=me",
        "/rest?of=conversations/none",
        "/add",
        "/add?kind=people",
        "/add?kind=../person",
        "/add?kind=me",
        "/edit/people/dana-okafor",
        "/edit.html",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_not_in_the_workbook_cannot_be_edited(server, path, method):
    """Records are looked up by kind and id; no path comes from a browser."""
    form, _ = server.open(EDIT)
    before = written(server)
    answer = server.ask(path) if method == "GET" else server.send(path, form | {"f.role": "Cook"})
    assert answer.status_code == (405 if method == "POST" and path.startswith(("/edit/", "/edit.")) else 404)
    assert written(server) == before


@pytest.mark.parametrize(
    "said",
    [
        {"f.id": "../../etc/passwd", "f.files": "../../../etc/passwd"},
        {"f.files": "nothing-there.pdf"},
        {"f.name": ""},
        {"f.name": "<script>alert(1)</script>"},
        {"f.email": "nobody"},
        {"f.links": "javascript:alert(1)"},
        {"f.tie": "bosom"},
        {"f.met_on": "2026-02-31"},
        {"f.knows.0": "Nobody Atall"},
        {"f.steps.0.by": "soon"},
        {"f.notes": "a\0b"},
        {"f.role": "a\u2028b"},
    ],
)
def test_what_the_format_does_not_allow_is_not_written(server, said):
    """The words of check stand beside the field, and what was typed is still in it."""
    form, _ = server.open(EDIT)
    before = written(server)
    answer = server.send(EDIT, form | said)
    assert answer.status_code == 422
    assert "bw-wrong" in answer.text
    assert written(server) == before


def test_a_field_that_no_form_has_is_not_written(server):
    """Only what the form asked for is taken from it."""
    form, _ = server.open("/rest?of=people/dana-okafor")
    answer = server.send("/rest?of=people/dana-okafor", form | {"f.rest_until": "2027-01-01", "f.role": "Cook"})
    assert answer.status_code == 303
    assert server.file("people.yaml").count("role") == 0
    assert "rest_until: 2027-01-01" in server.file("people.yaml")


@pytest.mark.parametrize(
    "before", ["", "{", "[]", "null", '{"steps": 7}', '{"steps": [[[]]]}', '{"role": {"a": 1}}', "[" * 100_000]
)
def test_a_spoilt_memory_of_the_form_spoils_nothing(server, before):
    """It is only compared with."""
    form, _ = server.open(EDIT)
    answer = server.send(EDIT, form | {"before": before, "f.role": "Cook"})
    assert answer.status_code in (303, 409, 422)
    assert "name: Dana Okafor" in server.file("people.yaml")


@pytest.mark.parametrize(
    "address", ["https://example.org/", "//example.org", "/etc/passwd", "javascript:alert(1)", "nobody.html"]
)
def test_a_click_leads_back_into_the_site_and_nowhere_else(server, address):
    """Not to an address that somebody made up."""
    form, _ = server.open(EDIT)
    answer = server.send("/undo", {"token": form["token"], "address": address})
    assert (answer.status_code, answer.location) == (303, "/")


def test_without_the_editor_there_is_no_form_and_no_way_to_write(tmp_path):
    """As `bothways serve --no-edit` promises."""
    from serve.conftest import Running, write_workbook

    write_workbook(tmp_path, WORKBOOK)
    server = Running().start(tmp_path)
    assert "<form" not in server.ask("/").text
    assert server.ask(EDIT).status_code == 404
    for path in (EDIT, "/done", "/undo", "/contact", "/log", "/add?kind=person", REMOVE):
        assert server.send(path, {"f.role": "Cook"}).status_code == 405
    assert server.file("people.yaml") == WORKBOOK["people.yaml"]
