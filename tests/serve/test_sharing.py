"""A copy for a coach from the browser. What a reader sees of it is in `tests/audience` and `tests/share_words`."""

import html
import json
import re
import shutil

import pytest

from bothways.audience.cleaning import Cleaned, Cleaner
from bothways.serve.sharing import Sharing
from bothways.share.envelope import Wrong
from bothways.share.locked import unlock
from serve.conftest import HOST
from serve.html_forms import forms_in

ME = "name: Ruth Amadi\nsharing: {friend: {people: initials}}\n"
PEOPLE = """\
- {name: Dana Okafor, role: Baker, email: dana@example.org, notes: Dana met Edie in Lisbon}
- {name: Odile Farrant, private: yes}
"""
WORKBOOK = {"me.yaml": ME, "people.yaml": PEOPLE}


@pytest.fixture(scope="module")
def theme(tmp_path_factory):
    """Where the theme's part of a site is kept from test to test, so that it is made once."""
    return tmp_path_factory.mktemp("theme") / "cache"


@pytest.fixture
def server(editing, theme):
    running = editing(WORKBOOK)
    cache = running.folder / ".bothways" / "cache"
    if theme.is_dir():
        shutil.copytree(theme, cache)
    yield running
    if cache.is_dir():
        shutil.copytree(cache, theme, dirs_exist_ok=True)


def form_of(answer, action: str) -> dict[str, object]:
    """What stands in the form that is sent to an address."""
    (form,) = [form for form in forms_in(answer.text) if form.action == action]
    return form.values


def made(server, profile: str = "coach"):
    """The page with the report of a copy."""
    answer = server.send("/share", form_of(server.ask("/share"), "/share") | {"profile": profile})
    assert answer.status_code == 200, answer.text
    return answer


def words_in(answer) -> str:
    """The words that are shown."""
    return re.search(r'<p class="bw-passphrase"><code translate="no">(.*?)</code>', answer.text)[1]


def kept(server) -> dict[str, bytes]:
    """Every file of the folder with `mkdocs.yml`."""
    return {
        path.relative_to(server.folder).as_posix(): path.read_bytes()
        for path in server.folder.rglob("*")
        if path.is_file()
    }


def test_a_copy_is_chosen_read_and_taken(server):
    """The words open the file; another's name is not in it; the record has the share, and the workbook is untouched."""
    page = made(server)
    said = html.unescape(page.text)
    for line in ("In it: 1 person.", "People: 1 by a number and 1 not at all.", "Edie looks like a name"):
        assert line in said
    words = words_in(page)
    assert len(words.split()) == 6
    assert ".bothways/shares.json" not in kept(server), "nothing is on record before the file is taken"

    answer = server.send("/share-file", form_of(page, "/share-file"))
    assert answer.headers["Content-Disposition"] == "attachment; filename=copy-for-coach-2026-12-01.html"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    files, front = unlock(answer.data, words)
    assert front == "index.html"
    assert "people/person-1.html" in files
    with pytest.raises(Wrong):
        unlock(answer.data, words + " more")
    (share,) = json.loads(kept(server)[".bothways/shares.json"])["shares"]
    assert (share["profile"], share["how"]) == ("coach", "file")
    assert share["fingerprint"] in said
    assert {name: server.file(name) for name in WORKBOOK} == WORKBOOK


def test_the_words_are_in_one_answer_and_nowhere_else(server):
    """Not in a file, not on a page that is asked for later; and no browser may keep the page."""
    page = made(server)
    words = words_in(page)
    answer = server.send("/share-file", form_of(page, "/share-file"))
    assert page.headers["Cache-Control"] == answer.headers["Cache-Control"] == "no-store"
    assert "data-keeps" not in page.text
    assert all(words.encode() not in data for data in kept(server).values())
    assert words not in server.ask("/share").text + server.ask("/").text
    (sharing,) = [one for one in server.who_answer if isinstance(one, Sharing)]
    assert words not in repr(vars(sharing))
    assert words_in(made(server)) != words


def test_another_profile_shows_what_it_says(server):
    """Initials for a friend, as `me.yaml` says; and one of `mkdocs.yml` can be chosen too."""
    offered = server.ask("/share").text
    assert re.findall(r'name="profile" value="(\w+)"( checked)?', offered) == [("coach", " checked"), ("friend", "")]
    assert "1 by initials" in made(server, "friend").text


def test_a_file_that_is_taken_twice_is_on_record_once(server):
    """A download may fail, and be asked for again."""
    page = made(server)
    form = form_of(page, "/share-file")
    assert server.send("/share-file", form).data == server.send("/share-file", form).data
    assert len(json.loads(kept(server)[".bothways/shares.json"])["shares"]) == 1


def test_the_words_of_an_older_copy_are_never_given_another_file(server):
    """Of two open tabs, the older one says so."""
    older, newer = made(server), made(server)
    answer = server.send("/share-file", form_of(older, "/share-file"))
    assert answer.status_code == 409
    assert "Another copy was made since" in answer.text
    assert server.send("/share-file", form_of(newer, "/share-file")).status_code == 200


def test_what_was_taken_out_and_is_there_all_the_same_stops_it(server, monkeypatch):
    """There is no file to take, and no words."""
    monkeypatch.setattr(Cleaner, "clean", lambda _cleaner, text, _about=(): Cleaned(text))
    answer = server.send("/share", form_of(server.ask("/share"), "/share") | {"profile": "coach"})
    assert answer.status_code == 422
    assert "words that were taken out are in the copy all the same" in answer.text
    assert "bw-passphrase" not in answer.text


def test_a_workbook_with_problems_is_not_shared(server):
    """They are shown; nothing is lost."""
    form = form_of(server.ask("/share"), "/share")
    path = server.folder / "workbook" / "people.yaml"
    path.write_text("- nmae: Dana\n")
    answer = server.send("/share", form | {"profile": "coach"})
    assert answer.status_code == 422
    assert "nmae is not a field of a person." in html.unescape(answer.text)
    assert server.ask("/share").status_code == 422


def test_a_damaged_record_is_not_written_over(server):
    """No file is handed out that would be missing from it."""
    page = made(server)
    record = server.folder / ".bothways" / "shares.json"
    record.write_text("what is this")
    answer = server.send("/share-file", form_of(page, "/share-file"))
    assert answer.status_code == 409
    assert "cannot be read as the record" in answer.text
    assert record.read_text() == "what is this"


REFUSED = {
    "origin of another site": ({"headers": {"Origin": "https://example.org"}}, 403),
    "origin null": ({"headers": {"Origin": "null"}}, 403),
    "no origin": ({"headers": {"Origin": ""}}, 403),
    "cross-site": ({"headers": {"Sec-Fetch-Site": "cross-site"}}, 403),
    "another host": ({"headers": {"Host": "example.org", "Origin": "http://example.org"}}, 421),
    "a form with a file": ({"headers": {"Content-Type": "multipart/form-data; boundary=x"}}, 415),
    "json": ({"headers": {"Content-Type": "application/json"}}, 415),
    "without a length": ({"headers": {"Transfer-Encoding": "chunked"}}, 411),
    "too long": ({"said": {"more": "a" * 1_100_000}}, 413),
    "no token": ({"said": {"token": ""}}, 403),
    "another token": ({"said": {"token": "a" * 43}}, 403),
}


@pytest.mark.parametrize(("more", "status"), REFUSED.values(), ids=REFUSED.keys())
@pytest.mark.parametrize("path", ["/share", "/share-file"])
def test_a_request_that_is_no_form_of_ours_gets_no_copy(server, path, more, status):
    """No file, no words, nothing of the person's; nothing is on record."""
    form = form_of(server.ask("/share"), "/share") | {"profile": "coach", "share": "x"} | more.get("said", {})
    before = kept(server)
    answer = server.send(path, form, headers=more.get("headers", {}))
    assert answer.status_code == status
    assert "bw-passphrase" not in answer.text
    assert "Dana" not in answer.text
    assert kept(server) == before


@pytest.mark.parametrize("profile", ["", "nobody", "../coach", "__class__", "coach\0"])
def test_only_a_profile_that_is_written_can_be_chosen(server, profile):
    """No other word leads to a copy."""
    form = form_of(server.ask("/share"), "/share")
    assert server.send("/share", form | {"profile": profile}).status_code == 404


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])
def test_no_file_is_had_by_looking(server, method):
    """Nor by any other method than a form's."""
    headers = {"Origin": f"http://{HOST}"}
    assert server.ask("/share-file", method, headers=headers).status_code == 405
    if method not in ("GET", "HEAD"):
        assert server.ask("/share", method, headers=headers).status_code == 405


def test_without_the_editor_there_is_nothing_to_share_with(running):
    """As `bothways serve --no-edit` promises."""
    assert running.ask("/share").status_code == 404
    assert running.send("/share", {"profile": "coach"}).status_code == 405
