"""An open page follows what happens: news for it, and problems over the last good page."""

import re
import threading
from datetime import date
from urllib.parse import urlencode

import pytest

from bothways.problems import Place, Problem, ProblemsFound
from bothways.serve import answers, shown
from serve.conftest import Running, page

SLIP = Problem(Place("workbook/people.yaml", 2, 3), "unknown-field", "nots is not a <field>.", "Did you mean notes?")
HINT = Problem(Place("workbook/people.yaml", 1, 1), "quote-it", "Quote it.", severity="hint")
FILE = "- name: Dana Okafor\n  nots: She bakes.\n"


@pytest.fixture
def at_once(monkeypatch):
    """Nobody waits: what has no news is told so at once."""
    monkeypatch.setattr(answers, "NEWS_AFTER", 0)


def thread_of(text: str) -> dict[str, str]:
    """What a page knows of itself when it is sent."""
    found = re.search(r'<div data-follow="([^"]*)" data-page="([-\w]*)" data-problems="(\w+)" hidden>', text)
    assert found, text
    return {"address": found[1], "page": found[2], "problems": found[3]}


def open_page(running: Running, path: str) -> dict[str, str]:
    """What follow.js asks with, after a page was opened."""
    return thread_of(running.ask(path).text)


def news(running: Running, thread: dict[str, str]):
    """What the page hears."""
    return running.ask(f"/-/news?{urlencode(thread)}")


@pytest.mark.parametrize("path", ["/", "/people/", "/people/dana-okafor.html", "/nobody.html"])
def test_a_page_that_is_still_the_same_hears_nothing(running, at_once, path):
    """Whatever else was changed."""
    thread = open_page(running, path)
    assert news(running, thread).status_code == 204
    running.pages["goals/index.html"] = page("<h1>Goals</h1>")
    running.shown.renew()
    assert news(running, thread).status_code == 204


def test_a_page_that_is_another_hears_so(running, at_once):
    """And only that page."""
    today, people = open_page(running, "/"), open_page(running, "/people/")
    running.pages["index.html"] = page("<h1>Today</h1><p>Thank Dana</p>")
    running.shown.renew()
    assert news(running, today).json["page"] not in ("", today["page"])
    assert news(running, people).status_code == 204


def test_a_page_that_comes_or_goes_hears_so(running, at_once):
    """A record was renamed, or a wrong address is right now."""
    dana, nobody = open_page(running, "/people/dana-okafor.html"), open_page(running, "/nobody.html")
    running.pages["nobody.html"] = running.pages.pop("people/dana-okafor.html")
    running.shown.renew()
    assert news(running, dana).json["page"] == ""
    assert news(running, nobody).json["page"] != ""


def test_with_problems_the_last_good_page_stays_with_them_over_it(running, tmp_path):
    """Each with its file, line, message and hint, and the line itself; what was typed is shown as text."""
    (tmp_path / "workbook").mkdir()
    (tmp_path / "workbook" / "people.yaml").write_text(FILE)
    running.slip = ProblemsFound([SLIP, HINT])
    running.shown.renew()
    answer = running.ask("/")
    assert answer.status_code == 200
    assert "<h1>Today</h1>" in answer.text
    assert "<h2>One line to look at in people.yaml</h2>" in answer.text
    assert "<code>workbook/people.yaml:2:3</code> nots is not a &lt;field&gt;." in answer.text
    assert "Did you mean notes?" in answer.text
    assert "   1  - name: Dana Okafor\n   2    nots: She bakes.\n      <b>  ^</b>" in answer.text
    assert "Quote it." not in answer.text


def test_an_open_page_hears_of_problems_and_of_their_end(running, at_once):
    """Without being another page."""
    thread = open_page(running, "/")
    running.slip = ProblemsFound([SLIP])
    running.shown.renew()
    heard = news(running, thread).json
    assert heard["page"] == thread["page"]
    assert "nots is not a" in heard["html"]
    thread["problems"] = heard["problems"]
    assert news(running, thread).status_code == 204
    running.slip = None
    running.shown.renew()
    assert news(running, thread).json == {
        "page": thread["page"],
        "problems": open_page(running, "/")["problems"],
        "html": "",
    }


def test_at_a_start_with_problems_there_is_a_page_with_them_and_then_the_site(tmp_path, at_once):
    """At every address; it becomes the site by itself."""
    running = Running(slip=ProblemsFound([SLIP])).start(tmp_path)
    answer = running.ask("/people/dana-okafor.html")
    assert answer.status_code == 503
    assert "Not built yet" in answer.text
    assert "nots is not a &lt;field&gt;." in answer.text
    thread = thread_of(answer.text)
    assert news(running, thread).status_code == 204
    running.slip = None
    running.shown.renew()
    assert news(running, thread).json["page"] != ""
    assert running.ask("/people/dana-okafor.html").status_code == 200


def test_a_problem_that_shows_only_when_a_page_is_made_is_shown_too(running):
    """Such as a link of a chapter that leads nowhere."""

    def broken(address):
        raise ProblemsFound([SLIP])

    running.ask("/people/")
    running.site.read = broken
    assert "nots is not a" in running.ask("/").text


def test_problems_beyond_the_first_fifty_are_counted(running):
    """A page of a thousand problems helps nobody."""
    slips = [
        Problem(Place("workbook/log.yaml", line), "unknown-field", f"Line {line} is odd.") for line in range(1, 121)
    ]
    running.slip = ProblemsFound(slips)
    running.shown.renew()
    text = running.ask("/").text
    assert "120 lines to look at in log.yaml" in text
    assert "Line 50 is odd." in text
    assert "Line 51 is odd." not in text
    assert "And 70 more things, once these are right." in text


def test_a_fault_of_ours_while_reading_leaves_the_last_good_site(running):
    """And says whose fault it is."""
    running.slip = RuntimeError("secret")
    running.shown.renew()
    text = running.ask("/").text
    assert "<h1>Today</h1>" in text
    assert "That is our fault" in text
    assert "secret" not in text
    assert [str(fault) for fault in running.faults] == ["secret"]


def test_a_new_day_makes_a_new_site(running):
    """What is due today is another thing after midnight."""
    first = running.shown.now.site
    assert running.shown.now.site is first
    running.day = date(2026, 12, 2)
    assert running.shown.now.site is not first


def test_a_page_that_waits_hears_at_once(running):
    """It asks before anything has changed, and is answered when something does."""
    thread, heard = open_page(running, "/"), []
    waiting = threading.Thread(target=lambda: heard.append(news(running, thread)))
    waiting.start()
    assert waiting.is_alive()
    running.pages["index.html"] = page("<h1>Another</h1>")
    running.shown.renew()
    waiting.join(10)
    assert heard[0].json["page"] != thread["page"]


def test_at_the_end_nobody_waits_any_longer(running):
    """The server can end at once."""
    thread, heard = open_page(running, "/"), []
    waiting = threading.Thread(target=lambda: heard.append(news(running, thread)))
    waiting.start()
    running.shown.end()
    waiting.join(10)
    assert heard[0].status_code == 204


def test_each_renewal_is_told(running):
    """To the terminal: problems, and that all is well."""
    running.slip = ProblemsFound([SLIP])
    running.shown.renew()
    running.slip = None
    running.shown.renew()
    assert [found and found.problems for found in running.told] == [None, (SLIP,), None]


def test_a_page_that_changes_while_it_is_sent_hears_so(running, at_once):
    """It knows what it shows, and not what is there by the time it has left."""
    read = running.site.read

    def slowly(address):
        data = read(address)
        running.pages["index.html"] = page("<h1>Another</h1>")
        threading.Thread(target=running.shown.renew).run()
        return data

    running.site.read = slowly
    thread = open_page(running, "/")
    assert news(running, thread).json["page"] not in ("", thread["page"])


def test_half_a_change_is_never_shown(running):
    """While the first half is read, the second is heard of: then everything is read once more."""
    read, halves = running.shown._read_site, [ProblemsFound([SLIP]), None]

    def in_two_halves():
        running.slip = halves.pop(0)
        if halves:
            running.shown.hear()
        return read()

    running.shown._read_site = in_two_halves
    running.shown.hear()
    running.shown.follow()
    assert not halves
    assert running.told == [None, None]


def test_who_writes_without_end_is_shown_in_the_end(running, monkeypatch):
    """Nobody waits for ever: what was read last is shown."""
    monkeypatch.setattr(shown, "LONGEST", 0.05)
    read = running.shown._read_site

    def written_again():
        running.shown.hear()
        return read()

    running.shown._read_site = written_again
    running.pages["index.html"] = page("<h1>Another</h1>")
    running.shown.follow()
    assert "Another" in running.ask("/").text


def test_a_page_waits_for_a_change_that_was_heard_of(running, monkeypatch):
    """Whoever looks while it is read gets the new page, and not what is old by then."""
    monkeypatch.setattr(shown, "LONGEST", 60)
    heard = []
    running.pages["index.html"] = page("<h1>Another</h1>")
    running.shown.hear()
    waiting = threading.Thread(target=lambda: heard.append(running.ask("/")))
    waiting.start()
    assert running.ask("/assets/bothways.css").status_code == 200
    running.shown.follow()
    waiting.join(10)
    assert "Another" in heard[0].text


def test_a_page_does_not_wait_for_ever(running, monkeypatch):
    """Reading takes longer than somebody would wait: the last good page is shown."""
    monkeypatch.setattr(shown, "LONGEST", 0)
    running.pages["index.html"] = page("<h1>Another</h1>")
    running.shown.hear()
    assert "Today" in running.ask("/").text
