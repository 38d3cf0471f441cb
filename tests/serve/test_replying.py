"""A coach's reply taken in from the browser: read first, then filed, and undone like everything else."""

import html
import json
import tempfile

import pytest

from bothways.share.envelope import new_keys, seal
from bothways.share.keyed import keyed
from bothways.share.reply import MOST_BYTES
from serve.html_forms import forms_in
from serve.uploads import multipart, type_of_body
from shared import randomness

WORKBOOK = {
    "people.yaml": "- name: Dana Okafor\n- name: Bea Lin\n",
    "me.yaml": "name: Ruth Amadi\ncoach: {name: Ines Duval}\n",
}


@pytest.fixture
def server(editing):
    running = editing(WORKBOOK)
    keyed(running.folder, randomness())
    return running


def reply(server, *comments, **more) -> bytes:
    """The coach's file, as the opened copy saves it."""
    key = keyed(server.folder, randomness())
    said = [
        {"page": key.page(f"{on}.html") if on else None, "part": None, "said": words, "asked": asked}
        for on, asked, words in comments
    ]
    made = {"bothways": "reply", "version": 1, "share": "ab12", "made": "2026-11-30", "comments": said}
    return json.dumps(made | more).encode()


RING_HER = ("people/dana-okafor", None, "Ring her.\nShe is kind.")
REST = (None, "Anything else?", "Rest.")


def locked(data: bytes) -> bytes:
    return seal("reply", data, new_keys(["one two three"], randomness()), randomness()).encode()


def form_for(page: str, action: str) -> dict[str, object]:
    (form,) = [form for form in forms_in(page) if form.action == action]
    return form.values


def upload(server, data: bytes, name: str = "reply.json"):
    form = form_for(server.ask("/reply").text, "/reply")
    return server.send("/reply", multipart({"token": form["token"]}, data, name), headers=type_of_body())


def file_it(server, page):
    return server.send("/reply-file", form_for(page.text, "/reply-file"))


def filed(server) -> list[str]:
    folder = server.folder / "workbook" / "coach"
    return [path.read_text() for path in sorted(folder.iterdir())] if folder.is_dir() else []


def test_it_is_read_first_and_then_filed(server):
    """Nothing is written before the person says so; then each comment has its page, and they are led to it."""
    page = upload(server, reply(server, RING_HER, REST))
    assert page.status_code == 200
    text = html.unescape(page.text)
    assert '<a href="/people/dana-okafor.html">Dana Okafor</a>' in text
    assert "Ring her.\nShe is kind." in text
    assert '<a href="/packet.html">For your next session</a>' in text
    assert filed(server) == []
    answer = file_it(server, page)
    assert (answer.status_code, answer.location) == (303, "/people/dana-okafor.html")
    assert filed(server) == [
        "# What your coach wrote, taken in by bothways reply. It appears on the pages that it speaks of.\n"
        "date: 2026-11-30\nshare: ab12\ncomments:\n"
        "  - page: people/dana-okafor\n    said: |-\n      Ring her.\n      She is kind.\n"
        "  - asked: Anything else?\n    said: Rest.\n"
    ]
    assert "Your coach’s reply is filed in workbook/coach/2026-12-01-" in server.ask("/").text
    assert {name: server.file(name) for name in WORKBOOK} == WORKBOOK


def test_what_was_filed_can_be_undone(server):
    """The file goes; nothing else is touched."""
    file_it(server, upload(server, reply(server, RING_HER)))
    token = form_for(server.ask("/reply").text, "/reply")["token"]
    assert server.send("/undo", {"token": token, "address": "index.html"}).status_code == 303
    assert filed(server) == []
    assert "Undone: Your coach’s reply is filed" in server.ask("/").text


def test_a_locked_reply_asks_for_its_words_and_for_them_alone_again(server):
    """A mistyped word does not cost the file; in any case and with any line between them they open it."""
    page = upload(server, locked(reply(server, RING_HER)))
    form = form_for(page.text, "/reply-words")
    wrong = server.send("/reply-words", form | {"words": "one two tree"})
    assert wrong.status_code == 422
    assert "These words do not open this file." in wrong.text
    assert 'aria-describedby="words-wrong"' in wrong.text
    read = server.send("/reply-words", form_for(wrong.text, "/reply-words") | {"words": "One two-three"})
    assert "Ring her." in read.text
    assert file_it(server, read).status_code == 303
    assert len(filed(server)) == 1


def test_the_words_are_kept_nowhere(server):
    """Not on a page, not in what the server remembers, not in the person's folder."""
    form = form_for(upload(server, locked(reply(server, RING_HER))).text, "/reply-words")
    read = server.send("/reply-words", form | {"words": "one two three"})
    wrong = server.send("/reply-words", form | {"words": "seven odd geese"})
    assert "one two three" not in read.text
    assert "seven odd geese" not in wrong.text
    assert all(b"one two three" not in p.read_bytes() for p in server.folder.rglob("*") if p.is_file())
    assert not any("one two three" in repr(vars(other)) for other in server.who_answer)


def test_twice_is_once(server):
    """The same reply again has nothing new, and says so; a longer one brings what is new."""
    file_it(server, upload(server, reply(server, RING_HER)))
    again = upload(server, reply(server, RING_HER))
    assert "Nothing new in it" in again.text
    assert "one comment you had already." in again.text
    assert "File it" not in again.text
    more = upload(server, reply(server, RING_HER, REST))
    assert "Ring her." not in more.text.split("<h1")[1]
    file_it(server, more)
    assert len(filed(server)) == 2


def test_a_second_press_files_nothing_more(server):
    """Nor does a page of a reply that was left, or that another has taken the place of."""
    first = upload(server, reply(server, RING_HER))
    second = upload(server, reply(server, REST))
    assert file_it(server, first).status_code == 409
    file_it(server, second)
    assert file_it(server, second).status_code == 409
    third = upload(server, reply(server, RING_HER))
    assert server.send("/reply-leave", form_for(third.text, "/reply-file")).location == "/"
    assert file_it(server, third).status_code == 409
    assert len(filed(server)) == 1


NO_REPLY = {
    "nothing": b"",
    "no JSON": b"hello",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0",
    "another program's": b'{"bothways": "share"}',
    "nothing said": b'{"bothways": "reply", "version": 1}',
    "of a later version": b'{"bothways": "reply", "version": 2, "comments": []}',
    "deep": b'{"bothways": "reply", "version": 1, "comments": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "too many comments": json.dumps(
        {"bothways": "reply", "version": 1, "comments": [{"said": str(n)} for n in range(501)]}
    ).encode(),
}


@pytest.mark.parametrize("data", NO_REPLY.values(), ids=NO_REPLY)
def test_what_is_no_reply_is_said_to_be_none(server, data):
    """With what to do; nothing is written, and nothing fails."""
    answer = upload(server, data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert filed(server) == []
    assert server.faults == []


def test_whatever_it_says_is_shown_as_text(server):
    """A page cannot be named that there is not, and no markup gets onto one of ours."""
    hostile = "<script>alert(1)</script> ![x](http://example.org/x.png)"
    page = upload(server, reply(server, ("../../etc/passwd", hostile, hostile), share="../../x", made="2026-02-31"))
    assert "<script>alert" not in page.text
    assert "etc/passwd" not in page.text
    file_it(server, page)
    (text,) = filed(server)
    assert "etc/passwd" not in text
    assert [path.name for path in (server.folder / "workbook").iterdir() if path.is_dir()] == ["coach"]


@pytest.mark.parametrize("name", ["../../people.yaml", "/etc/passwd", "..\\..\\x", "a" * 300, "\0", "ä\u202e.txt", ""])
def test_what_a_browser_calls_the_file_is_never_looked_at(server, name):
    """It is neither shown nor used."""
    page = upload(server, reply(server, RING_HER), name=name or "x")
    if page.status_code == 200:
        assert not name.strip() or name not in page.text
        file_it(server, page)
    assert {path.name for path in (server.folder / "workbook").iterdir()} <= {"coach", *WORKBOOK}
    assert all("passwd" not in text and ".." not in text for text in filed(server))


def test_a_file_that_came_is_in_memory_alone(server, monkeypatch):
    """Even a large one leaves nothing in the system's folder for files of the moment."""

    def refuse(*_, **__):
        raise AssertionError("a file of the moment was made")

    for name in ("TemporaryFile", "SpooledTemporaryFile", "NamedTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    data = reply(server, (None, None, "Rest."))
    page = upload(server, data + b" " * (2_500_000 - len(data)))
    assert page.status_code == 200
    assert "Rest." in page.text


def test_one_byte_more_than_a_reply_can_have_is_refused(server):
    """The control has as many as it may."""
    data = reply(server, REST)
    assert upload(server, data + b" " * (MOST_BYTES - len(data))).status_code == 200
    assert upload(server, data + b" " * (MOST_BYTES + 1 - len(data))).status_code == 422
    assert upload(server, data + b" " * (MOST_BYTES + 20_000)).status_code == 413


def test_while_the_workbook_has_problems_they_are_shown(server):
    """Nothing is filed into it."""
    path = server.folder / "workbook" / "people.yaml"
    path.write_text("- nmae: Dana\n")
    answer = upload(server, reply(server, RING_HER))
    assert answer.status_code == 422
    assert "nmae is not a field" in answer.text
