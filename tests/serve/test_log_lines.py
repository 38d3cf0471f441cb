"""Lines of the log, edited: found on the page of all lines and beside each on a person's page."""

import re

import pytest

from bothways.pages.own import unmarked
from bothways.pages.person import pages as person_pages
from serve.html_forms import form_in
from workbooks import facts

LOG = """\
# What happened
- {date: 2026-11-03, who: Dana Okafor, did: wrote, via: email}   # on the train
- {date: 2026-11-05, who: Dana Okafor, did: heard}
- date: 2026-11-05
  who: Dana Okafor
  did: thanked
  notes: |
    She was glad.
    Very.
- {date: 2026-11-09, who: Tomasz Vale, did: called}
"""
WORKBOOK = {"people.yaml": "- name: Dana Okafor\n", "log.yaml": LOG}
FIRST = "/edit?of=log/2026-11-03-dana-okafor"
THANKED = "/edit?of=log/2026-11-05-dana-okafor-2"
TOMASZ = "/edit?of=log/2026-11-09-tomasz-vale"


@pytest.fixture
def server(editing):
    return editing(WORKBOOK)


def test_all_lines_stand_on_one_page_the_newest_first(server):
    """Also those about somebody who has no page."""
    page = server.ask("/lines").text
    assert re.findall(r'<a href="(/edit[^"]+)">', page) == [
        TOMASZ, THANKED, "/edit?of=log/2026-11-05-dana-okafor", FIRST,
    ]  # fmt: skip
    assert 'href="/lines"' in server.ask("/").text
    assert server.ask("/lines", "PUT", headers={"Origin": "http://127.0.0.1:8765"}).status_code == 405


def test_a_line_is_changed_where_it_stands(server):
    """Its remark stays, and nothing else in the file is touched."""
    answer = server.fill_in(FIRST, via="phone", about="asked for 20 minutes, any day")
    assert (answer.status_code, answer.location) == (303, "/people/dana-okafor.html")
    old = "- {date: 2026-11-03, who: Dana Okafor, did: wrote, via: email}"
    new = '- {date: 2026-11-03, who: Dana Okafor, did: wrote, via: phone, about: "asked for 20 minutes, any day"}'
    assert server.file("log.yaml") == LOG.replace(old, new)


def test_the_second_line_of_a_day_is_itself(server):
    """And a field of several lines keeps its shape."""
    form, _ = server.open(THANKED)
    assert (form["f.did"], form["f.notes"]) == ("thanked", "She was glad.\r\nVery.")
    server.send(THANKED, form | {"f.notes": "She was glad.\r\nVery glad."})
    assert server.file("log.yaml") == LOG.replace("    Very.\n", "    Very glad.\n")


@pytest.mark.parametrize("path", [FIRST, THANKED, TOMASZ])
def test_sent_as_it_was_it_changes_nothing(server, path):
    """Not a byte."""
    assert server.fill_in(path).status_code == 303
    assert server.file("log.yaml") == LOG


def test_its_day_and_whom_it_is_about_can_be_changed(server):
    """It is then another line, and one is led to the page it was on."""
    assert server.fill_in(TOMASZ, who="Dana Okafor", date="2026-11-10").location == "/lines"
    assert "- {date: 2026-11-10, who: Dana Okafor, did: called}\n" in server.file("log.yaml")


def test_what_is_wrong_stands_beside_its_field(server):
    """In the words of check; what was typed is still there."""
    answer = server.fill_in(FIRST, date="2026-11-31", about="typed with care")
    assert answer.status_code == 422
    assert 'id="f-date-wrong1"' in answer.text
    assert "typed with care" in answer.text
    assert server.file("log.yaml") == LOG


def test_a_line_changed_elsewhere_meanwhile_shows_both(server):
    """And asks."""
    form, _ = server.open(FIRST)
    path = server.folder / "workbook" / "log.yaml"
    path.write_text(LOG.replace("via: email", "via: note"))
    answer = server.send(FIRST, form | {"f.via": "phone"})
    assert answer.status_code == 409
    assert "In the file it says now: <q>note</q>" in answer.text
    assert server.send(FIRST, form_in(answer.text)).status_code == 303
    assert "via: phone" in path.read_text()


def test_a_change_of_a_line_is_undone(server):
    """Byte for byte."""
    form, _ = server.open(FIRST)
    server.fill_in(FIRST, did="called", via="")
    assert server.file("log.yaml") != LOG
    server.send("/undo", {"token": form["token"], "address": "index.html"})
    assert server.file("log.yaml") == LOG


def test_a_persons_page_leads_to_each_of_their_lines(editing):
    """Beside the line; not in a site that is built."""
    read = facts(WORKBOOK)
    dana = next(page for page in person_pages(read) if page.address == "people/dana-okafor.html")
    body = unmarked(dana.html)
    assert body.count("<!--bw:line 2026-") == 3
    whole = f"<html><body><article class='a'>{body}</article></body></html>".encode()
    server = editing(WORKBOOK, {"people/dana-okafor.html": whole})
    page = server.ask("/people/dana-okafor.html").text
    for address in (FIRST, "/edit?of=log/2026-11-05-dana-okafor", THANKED):
        assert f'<a class="bw-quiet" href="{address}">' in page
