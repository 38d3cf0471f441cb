"""What is done with one click where one reads it."""

from serve.html_forms import forms_in
from serve.little_workbook import TALK, TALK_FILE, WORKBOOK

PAGE = b"<html><body><article class='a'><h1>Dana</h1><ul><li>1<!--bw:step--></li><li>2<!--bw:step--></li></ul></article></body></html>"


def test_a_step_is_ticked_where_one_reads_it(editing):
    """The button goes when it is done."""
    server = editing(WORKBOOK, {"people/dana-okafor.html": PAGE})
    answer = server.click("/people/dana-okafor.html", "/done", "Done")
    assert (answer.status_code, answer.location) == (303, "/people/dana-okafor.html")
    assert "    - do: Send the article   # the one about rye\n      done: 2026-12-01\n" in server.file("people.yaml")
    text = server.ask("/people/dana-okafor.html").text
    assert "Send the article: done." in text
    assert text.count('action="/done"') == 1
    server.click("/people/dana-okafor.html", "/done", "Done")
    assert server.file("people.yaml").endswith("      by: 2026-12-04\n      done: 2026-12-01\n")
    assert 'action="/done"' not in server.ask("/people/dana-okafor.html").text


def today(*slots: str) -> bytes:
    body = "".join(f"<div><!--bw:item {slot}--></div>" for slot in slots)
    return f"<html><body><article>{body}</article></body></html>".encode()


def test_a_thank_you_of_today_is_marked_with_one_click(editing):
    """In the talk's own file."""
    page = today(f"informational-interview.html#thank workbook/{TALK_FILE}:1")
    server = editing(WORKBOOK, {"index.html": page})
    assert server.click("/", "/done", "I have said thank you").location == "/"
    assert server.file(TALK_FILE) == TALK + "thanked: 2026-12-01\n"


def test_a_contact_of_today_is_logged_with_one_click(editing):
    """Whoever it was."""
    page = today("asking.html#second-try workbook/log.yaml:1")
    server = editing(WORKBOOK, {"index.html": page})
    assert server.click("/", "/contact", "I wrote").location == "/"
    assert server.file("log.yaml") == WORKBOOK["log.yaml"] + "- {date: 2026-12-01, who: Bea Ostrander, did: wrote}\n"


def test_a_click_that_was_made_already_changes_nothing_more(editing):
    """Twice on a slow evening."""
    server = editing(WORKBOOK, {"people/dana-okafor.html": PAGE})
    form = next(form for form in forms_in(server.ask("/people/dana-okafor.html").text) if form.action == "/done")
    server.send("/done", form.values)
    once = server.file("people.yaml")
    assert server.send("/done", form.values).status_code == 303
    assert server.file("people.yaml") == once
    assert "That was done already." in server.ask("/").text
