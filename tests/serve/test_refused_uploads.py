"""What is refused where a file is taken in: every request that is not a form of ours with one file. The good ones pass."""

import html
import json

import pytest

from bothways.serve.importing import LARGEST
from bothways.share.reply import MOST_BYTES
from serve.html_forms import forms_in
from serve.test_refused import ELSEWHERE, ORIGIN, TOKENS, WORKBOOK
from serve.uploads import multipart, type_of_body

REPLY = json.dumps({"bothways": "reply", "version": 1, "comments": [{"said": "Ring her."}]}).encode()
BOOK = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\nOrla,Brennock,,,,,\n"
GOOD = {"/reply": (REPLY, "Ring her.", MOST_BYTES), "/import": (BOOK, "Orla Brennock", LARGEST)}
"""What each takes, what it then shows, and how large it may be."""
NEXT = ("/reply-words", "/reply-file", "/reply-leave", "/import-columns", "/import-take", "/import-leave")
"""Where the forms behind them are sent, without a file."""


@pytest.fixture
def server(editing):
    return editing(WORKBOOK)


def files(server) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in server.folder.rglob("*") if path.is_file()}


def form_at(server, path: str) -> dict[str, object]:
    (form,) = [form.values for form in forms_in(server.ask(path).text) if form.action == path]
    form.pop("file")
    return form


def upload(server, path: str, form: dict[str, object] | None = None, data: bytes | None = None, **more):
    headers = type_of_body() | more.pop("headers", {})
    form = form_at(server, path) if form is None else form
    return server.send(path, multipart(form, GOOD[path][0] if data is None else data, **more), headers=headers)


def no_trace(server, answer) -> None:
    """Nothing of the file is shown, remembered or written, and nothing went wrong on our side."""
    for data, words, _ in GOOD.values():
        assert words not in answer.text
        assert data not in files(server).values()
    assert not any("Brennock" in repr(vars(other)) or "Ring her" in repr(vars(other)) for other in server.who_answer)
    assert server.faults == []


@pytest.mark.parametrize("path", GOOD)
def test_the_control_is_taken(server, path):
    """A file as it should be: what is refused below is refused for its one difference. Nothing is written by it."""
    before = files(server)
    answer = upload(server, path)
    assert answer.status_code == 200
    assert GOOD[path][1] in html.unescape(answer.text)
    assert files(server) == before


@pytest.mark.parametrize(("headers", "status"), ELSEWHERE.values(), ids=ELSEWHERE)
@pytest.mark.parametrize("path", GOOD)
def test_a_file_from_elsewhere_is_refused(server, path, headers, status):
    """Whatever it holds, even the right token."""
    answer = upload(server, path, headers=headers)
    assert answer.status_code == status
    no_trace(server, answer)


@pytest.mark.parametrize("token", TOKENS.values(), ids=TOKENS)
@pytest.mark.parametrize("path", GOOD)
def test_a_file_without_the_token_of_this_start_is_refused(server, path, token):
    """It is not opened, and the person is told to choose it once more."""
    form = form_at(server, path)
    own = str(form.pop("token"))
    if token is not None:
        form["token"] = own.upper() if token == "CAPITALS" else token.format(own)
    answer = upload(server, path, form)
    assert answer.status_code == 403
    assert "Choose the file once more." in answer.text
    no_trace(server, answer)


TYPES = {
    "a plain form": "application/x-www-form-urlencoded",
    "json": "application/json",
    "text": "text/plain",
    "none": "",
    "a part of one": "multipart/mixed; boundary=----bothways",
    "related": "multipart/related; boundary=----bothways",
    "a list of types": "multipart/form-datas; boundary=----bothways",
}


@pytest.mark.parametrize("type_", TYPES.values(), ids=TYPES)
@pytest.mark.parametrize("path", GOOD)
def test_a_body_of_another_type_is_refused(server, path, type_):
    """Before it is read."""
    answer = upload(server, path, headers={"Content-Type": type_})
    assert answer.status_code == 415
    no_trace(server, answer)


@pytest.mark.parametrize(
    "boundary", ["", "; boundary=", "; boundary=other", "; boundary=" + "x" * 5000, "; boundary=\xff"]
)
@pytest.mark.parametrize("path", GOOD)
def test_a_body_that_cannot_be_parted_is_refused(server, path, boundary):
    """There is no token in it, as far as one can read."""
    answer = upload(server, path, headers={"Content-Type": f"multipart/form-data{boundary}"})
    assert answer.status_code in (400, 403)
    no_trace(server, answer)


@pytest.mark.parametrize("path", GOOD)
def test_a_file_that_is_too_large_is_refused_by_its_length(server, path):
    """Nothing of it is read."""
    answer = upload(server, path, data=b"a" * (GOOD[path][2] + 10_000))
    assert answer.status_code == 413
    no_trace(server, answer)


@pytest.mark.parametrize("path", GOOD)
def test_a_file_without_a_length_is_refused(server, path):
    """It might never end."""
    answer = upload(server, path, headers={"Transfer-Encoding": "chunked"})
    assert answer.status_code == 411
    no_trace(server, answer)


@pytest.mark.parametrize("path", GOOD)
def test_a_body_that_ends_too_soon_is_refused(server, path):
    """A lost connection is no file."""
    body = multipart(form_at(server, path), GOOD[path][0])
    answer = server.send(path, body[: len(body) // 2], headers=type_of_body())
    assert answer.status_code in (400, 403, 422)
    no_trace(server, answer)


@pytest.mark.parametrize("path", GOOD)
def test_many_parts_are_refused(server, path):
    """Ours have two."""
    form = form_at(server, path)
    answer = upload(server, path, {f"x{number}": "" for number in range(500)} | form)
    assert answer.status_code == 413
    no_trace(server, answer)


@pytest.mark.parametrize("path", GOOD)
def test_a_long_text_beside_the_file_is_refused(server, path):
    """It counts as what was typed."""
    answer = upload(server, path, form_at(server, path) | {"more": "a" * 1_100_000}, data=b"x")
    assert answer.status_code == 413
    no_trace(server, answer)


@pytest.mark.parametrize("field", ["files", "token", "f.file", "FILE"])
@pytest.mark.parametrize("path", GOOD)
def test_a_file_under_another_name_is_none(server, path, field):
    """Only what the form asked for is looked at."""
    answer = upload(server, path, field=field)
    assert answer.status_code == 422
    no_trace(server, answer)


@pytest.mark.parametrize("path", GOOD)
def test_a_text_in_the_place_of_the_file_is_none(server, path):
    """As a form without a file would send it."""
    answer = upload(server, path, form_at(server, path) | {"file": GOOD[path][0].decode()}, field="another")
    assert answer.status_code == 422
    no_trace(server, answer)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_no_other_method_is_known(server, method):
    """Only to look, and to send a form."""
    for path in (*GOOD, *NEXT):
        assert server.ask(path, method, headers={"Origin": ORIGIN}).status_code == 405


@pytest.mark.parametrize("path", NEXT)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_nothing_is_done_by_looking(server, path, method):
    """Not even letting go of what was chosen."""
    upload(server, "/" + path.strip("/").split("-")[0])
    assert server.ask(path, method).status_code == 405


@pytest.mark.parametrize(("headers", "status"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_later_form_from_elsewhere_is_refused(server, headers, status):
    """With the right token and the right mark."""
    forms = {
        path: next(form.values for form in forms_in(upload(server, path).text) if "mark" in form.values)
        for path in GOOD
    }
    before = files(server)
    for path in NEXT:
        form = forms["/" + path.strip("/").split("-")[0]]
        answer = server.send(path, form | {"tick": "2", "all": "yes"}, headers=headers)
        assert answer.status_code == status
        assert files(server) == before


@pytest.mark.parametrize(("said", "status"), [({"token": "a" * 43}, 403), ({"token": ""}, 403)])
@pytest.mark.parametrize("path", NEXT)
def test_a_later_form_without_the_token_is_refused(server, path, said, status):
    """And nothing that was chosen is let go."""
    first = "/" + path.strip("/").split("-")[0]
    form = next(form.values for form in forms_in(upload(server, first).text) if "mark" in form.values)
    before = files(server)
    assert server.send(path, form | {"tick": "2", "all": "yes"} | said).status_code == status
    assert files(server) == before
    good = server.send("/reply-file" if first == "/reply" else "/import-take", form | {"tick": "2"})
    assert good.status_code == 303, "the control: it was still here"


@pytest.mark.parametrize("mark", ["", "a" * 16, "../x", "\0", "ä"])
@pytest.mark.parametrize("path", [path for path in NEXT if not path.endswith("leave")])
def test_a_later_form_for_no_file_that_is_here_is_refused(server, path, mark):
    """The mark of a file is looked up; nothing else of a form can name one."""
    form = form_at(server, "/" + path.strip("/").split("-")[0])
    before = files(server)
    assert server.send(path, form | {"mark": mark, "tick": "2", "all": "yes"}).status_code == 409
    assert files(server) == before


@pytest.mark.parametrize("path", NEXT)
def test_a_file_is_not_taken_where_none_is_asked_for(server, path):
    """Nor a form of more than a form can hold."""
    form = form_at(server, "/" + path.strip("/").split("-")[0])
    assert server.send(path, multipart(form, b"x"), headers=type_of_body()).status_code == 415
    assert server.send(path, form | {"more": "a" * 1_100_000}).status_code == 413


@pytest.mark.parametrize("path", [*GOOD, *NEXT])
def test_without_the_editor_nothing_is_taken_in(running, path):
    """As `bothways serve --no-edit` promises."""
    assert running.ask(path).status_code == 404
    assert running.send(path, multipart({}, REPLY), headers=type_of_body()).status_code == 405
