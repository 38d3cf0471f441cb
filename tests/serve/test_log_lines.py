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


HEARD = "/edit?of=log/2026-11-05-dana-okafor"
HEARD_LINE = "- {date: 2026-11-05, who: Dana Okafor, did: heard}\n"


def write_by_hand(server, text: str) -> None:
    (server.folder / "workbook" / "log.yaml").write_text(text)


def test_a_line_is_known_by_what_it_says_when_another_of_its_day_goes(server):
    """The second of a day becomes the first while its form is open: what was typed still lands in it."""
    form, _ = server.open(THANKED)
    without = LOG.replace(HEARD_LINE, "")
    write_by_hand(server, without)
    assert server.send(THANKED, form | {"f.via": "note"}).status_code == 303
    assert server.file("log.yaml") == without.replace("    Very.\n", "    Very.\n  via: note\n")


def test_a_line_that_moved_up_into_a_name_is_not_taken_for_the_one_that_had_it(server):
    """The first of a day is removed while its form is open: nothing is written into the one that is called so now."""
    form, _ = server.open(HEARD)
    without = LOG.replace(HEARD_LINE, "")
    write_by_hand(server, without)
    answer = server.send(HEARD, form | {"f.via": "note"})
    assert answer.status_code == 409
    assert "This was changed elsewhere" in answer.text
    assert (form_in(answer.text)["f.did"], form_in(answer.text)["f.via"]) == ("thanked", "note")
    assert server.file("log.yaml") == without


def test_a_line_that_is_put_before_another_of_its_day_does_not_take_its_edit(server):
    """A line logged by hand above it gives it another name; the control: without one, it is changed at once."""
    form, _ = server.open(HEARD)
    more = LOG.replace(HEARD_LINE, HEARD_LINE.replace("heard", "called") + HEARD_LINE)
    write_by_hand(server, more)
    assert server.send(HEARD, form | {"f.via": "note"}).status_code == 303
    assert server.file("log.yaml") == more.replace(HEARD_LINE, HEARD_LINE.replace("heard}", "heard, via: note}"))


def test_what_was_typed_about_a_line_that_is_gone_is_shown(server):
    """To be copied from the page."""
    form, _ = server.open(TOMASZ)
    write_by_hand(server, LOG.partition("- {date: 2026-11-09")[0])
    answer = server.send(TOMASZ, form | {"f.about": "typed with care"})
    assert answer.status_code == 404
    assert "typed with care" in answer.text
