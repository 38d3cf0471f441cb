"""What can be filled in: each thing lands in the person's file as they would have written it, and can be undone."""

import html
import re
from datetime import date

import pytest

from bothways.pages import conversations, goals, people, progress
from bothways.pages import today as front
from bothways.reading.library import Library
from serve.html_forms import form_in
from serve.little_workbook import DANA, PEOPLE, TALK, TALK_FILE, WORKBOOK
from workbooks import facts


@pytest.fixture
def server(editing):
    return editing(WORKBOOK)


def test_a_field_is_changed_where_it_stands(server):
    """Nothing else in the file is touched."""
    answer = server.fill_in(DANA, role="Cook: mostly bread", location="Millbrook")
    assert (answer.status_code, answer.location) == (303, "/people/dana-okafor.html")
    expected = PEOPLE.replace("role: Head of food services", 'role: "Cook: mostly bread"')
    assert server.file("people.yaml") == expected + "  location: Millbrook\n"


def test_a_form_that_is_sent_as_it_was_changes_nothing(server):
    """Not a byte, for any record."""
    for of in ("me", "people/dana-okafor", "people/bea-ostrander", "goals/understand-hospital-food", "questions/work"):
        assert server.fill_in(f"/edit?of={of}").status_code == 303
    assert server.fill_in("/debrief?of=conversations/2026-11-27-dana-okafor").status_code == 303
    assert {name: server.file(name) for name in WORKBOOK} == WORKBOOK


def test_boxes_that_are_ticked_keep_the_order_in_which_they_are_written(server):
    """Whatever the order on the page; another one comes last."""
    path = server.folder / "workbook" / "me.yaml"
    path.write_text("name: Ruth Calder\nsituation: [career-change, business]\n")
    assert server.fill_in("/edit?of=me").status_code == 303
    assert server.file("me.yaml").endswith("situation: [career-change, business]\n")
    form, _ = server.open("/edit?of=me")
    assert (
        server.send("/edit?of=me", form | {"f.situation": ["job-search", "business", "career-change"]}).status_code
        == 303
    )
    assert server.file("me.yaml").endswith("situation: [career-change, business, job-search]\n")


def test_a_list_is_one_a_line_and_steps_have_their_own_fields(server):
    """What is emptied is taken out; the row below the last is for one more."""
    form, _ = server.open(DANA)
    assert form["f.interests"] == "sourdough\r\nchess"
    assert (form["f.steps.1.do"], form["f.steps.1.by"], form["f.steps.2.do"]) == (
        "Ask about suppliers",
        "2026-12-04",
        "",
    )
    server.fill_in(DANA, interests="chess\r\nbees", steps__0__do="", steps__2__do="Call")
    text = server.file("people.yaml")
    assert "  interests: [chess, bees]\n" in text
    assert text.endswith("  steps:\n    - do: Ask about suppliers\n      by: 2026-12-04\n    - Call\n")


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_is_still_there(server):
    """In the words of check."""
    form, _ = server.open(DANA)
    answer = server.send(DANA, form | {"f.met_on": "2026-02-30", "f.steps.1.by": "2026-13-01", "f.role": "Cook"})
    assert answer.status_code == 422
    words = html.unescape(answer.text)
    wrong = re.findall(r'<p class="bw-wrong" id="([\w-]+)">(.*?)</p>', words)
    assert wrong == [
        ("f-met_on-wrong1", "2026-02-30 is not in the calendar. Look at the month and the day once more."),
        ("f-steps-1-by-wrong1", "2026-13-01 is not in the calendar. Write 2026-01-13."),
    ]
    assert 'value="2026-02-30"' in words
    assert 'value="Cook"' in words
    assert server.file("people.yaml") == PEOPLE


ADDED = {
    "/add?kind=person": (
        {
            "name": "Piet Sandoval",
            "role": "Oven builder",
            "tie": "warm",
            "interests": "ovens\r\nrye",
            "notes": "One\r\ntwo",
        },
        "people.yaml",
        "\n- name: Piet Sandoval\n  role: Oven builder\n  tie: warm\n  interests: [ovens, rye]\n  notes: |\n    One\n    two\n",
        "/people/piet-sandoval.html",
    ),
    "/add?kind=organisation": (
        {"name": "Northgate Hospital", "why": "They bake their own bread.", "motivation": "3"},
        "organisations.yaml",
        "- name: Northgate Hospital\n  why: They bake their own bread.\n  motivation: 3\n",
        "/organisations/northgate-hospital.html",
    ),
    "/add?kind=goal": (
        {"goal": "A year of bread", "by": "2027-06-30", "steps.0.do": "Read", "steps.0.by": "2026-12-20"},
        "goals.yaml",
        "\n- goal: A year of bread\n  by: 2027-06-30\n  steps:\n    - do: Read\n      by: 2026-12-20\n",
        "/goals/a-year-of-bread.html",
    ),
    "/add?kind=event": (
        {"name": "Bread fair", "date": "2026-12-12", "met.0": "Dana Okafor"},
        "events.yaml",
        "- name: Bread fair\n  date: 2026-12-12\n  met: [Dana Okafor]\n",
        "/events/bread-fair.html",
    ),
    "/log?who=dana-okafor": (
        {"did": "wrote", "via": "email", "about": "the rye, and more"},
        "log.yaml",
        '- {date: 2026-12-01, who: Dana Okafor, did: wrote, via: email, about: "the rye, and more"}\n',
        "/people/dana-okafor.html",
    ),
    "/talk?with=dana-okafor": (
        {"date": "2026-12-10", "time": "10:30", "place": "The canteen"},
        "conversations/2026-12-10-dana-okafor.yaml",
        "with: Dana Okafor\ndate: 2026-12-10\ntime: 10:30\nplace: The canteen\ngoal: Understand hospital food\nquestions: [Work]\n",
        "/conversations/2026-12-10-dana-okafor.html",
    ),
    "/pause": (
        {"from": "2026-12-20", "to": "2027-01-04", "why": "Holidays"},
        "me.yaml",
        "name: Ruth Calder\nrhythm: {like: gentle, pause: [{from: 2026-12-20, to: 2027-01-04, why: Holidays}]}   # for now\n",
        "/",
    ),
    "/rest?of=people/bea-ostrander": (
        {"rest_until": "2027-01-15"},
        "people.yaml",
        "  tie: close\n  rest_until: 2027-01-15\n",
        "/people/bea-ostrander.html",
    ),
}


@pytest.mark.parametrize(("path", "expected"), ADDED.items(), ids=ADDED)
def test_what_is_begun_is_written_as_a_careful_person_would(server, path, expected):
    """And the next page is the one that shows it."""
    said, file, lines, then = expected
    answer = server.fill_in(path, **said)
    assert (answer.status_code, answer.location) == (303, then), answer.text
    assert lines in server.file(file)
    if (before := WORKBOOK.get(file)) and path.startswith(("/add", "/log")):
        assert server.file(file) == before + lines


@pytest.mark.parametrize("path", ADDED)
def test_whatever_was_written_can_be_undone(server, path):
    """Byte for byte; a new file goes."""
    server.fill_in(path, **ADDED[path][0])
    form, _ = server.open(DANA)
    assert server.send("/undo", {"token": form["token"], "address": "index.html"}).status_code == 303
    left = {p.relative_to(server.folder / "workbook").as_posix() for p in (server.folder / "workbook").rglob("*.yaml")}
    assert left == set(WORKBOOK)
    assert {name: server.file(name) for name in WORKBOOK} == WORKBOOK


def test_a_name_is_needed_and_that_is_said(server):
    """Beside its field, without a word about the file."""
    answer = server.fill_in("/add?kind=person", role="Cook")
    assert answer.status_code == 422
    assert re.findall(r'<p class="bw-wrong" id="([\w-]+)">(.*?)</p>', answer.text) == [
        ("f-name-wrong1", "This is needed.")
    ]
    assert 'value="Cook"' in answer.text


@pytest.mark.parametrize("path", ["/me", "/pause"])
def test_a_form_in_which_nothing_is_said_writes_nothing_and_says_so(editing, path):
    """Instead of being thanked for it."""
    me = "name: Ruth Calder\n" if path == "/pause" else "# name: Your Name\n"
    server = editing({"me.yaml": me})
    answer = server.fill_in(path)
    assert answer.status_code == 422
    assert "Nothing is written, as nothing is said yet." in answer.text
    assert server.file("me.yaml") == me


def test_a_form_that_comes_back_offers_one_row_more_and_not_two(server):
    """However often it comes back."""
    form, _ = server.open("/talk?with=dana-okafor")
    for _ in range(3):
        answer = server.send("/talk?with=dana-okafor", form | {"f.time": "noon"})
        assert answer.status_code == 422
        form = form_in(answer.text)
        assert [name for name in form if name.startswith("f.with.")] == ["f.with.0", "f.with.1"]


def test_two_of_the_same_name_are_refused_as_check_refuses_them(server):
    """With a way out that the form has; what it says is beside the name, or the day."""
    answer = server.fill_in("/add?kind=person", name="Dana Okafor")
    assert answer.status_code == 422
    beside = re.findall(r'<p class="bw-wrong" id="([\w-]+)">(.*?)</p>', answer.text)
    assert beside == [
        (
            "f-name-wrong1",
            "You have one of this name already. If you mean the same, edit that one. If not, add a word that tells them apart.",
        )
    ]
    again = server.fill_in("/talk?with=dana-okafor", date="2026-11-27")
    assert "You have a talk with them on this day already." in again.text
    assert 'id="f-date-wrong1"' in again.text
    assert (server.folder / "workbook" / TALK_FILE).read_text() == TALK


def test_oneself_is_filled_in_below_the_remarks_of_the_starter_file(editing):
    """They are the documentation, and stay."""
    server = editing({"me.yaml": "# ME: you, in your own words.\n\n# name: Your Name\n"})
    assert server.fill_in("/me", name="Ruth Calder", situation="career-change").location == "/"
    assert server.file("me.yaml") == (
        "# ME: you, in your own words.\n\n# name: Your Name\n\nname: Ruth Calder\nsituation: [career-change]\n"
    )
    assert "Edit" not in server.ask("/me").text.split("<h1", 1)[1].split("</h1>")[0]
    assert server.open("/me")[0]["f.name"] == "Ruth Calder"


def test_oneself_is_filled_in_where_there_is_no_file(editing):
    """A file of fields, not a list."""
    server = editing({})
    server.fill_in("/me", name="Ruth Calder")
    assert server.file("me.yaml") == "name: Ruth Calder\n"


def test_what_is_done_is_said_once(server):
    """On the next page."""
    server.fill_in("/add?kind=person", name="Piet Sandoval")
    assert "autofocus>Piet Sandoval is added to workbook/people.yaml." in server.ask("/people/").text
    assert 'role="status"' not in server.ask("/people/").text


def test_names_are_offered_while_one_types(server):
    """People for whom, lists for questions."""
    page = server.ask("/talk").text
    assert '<datalist id="names-people"><option value="Bea Ostrander"><option value="Dana Okafor">' in page
    assert 'list="names-goals"' in page


def test_the_page_of_a_record_leads_to_what_can_be_written_there(server):
    """And every page to the rest."""
    dana = server.ask("/people/dana-okafor.html").text
    for address in (
        "/log?who=dana-okafor",
        "/talk?with=dana-okafor",
        "/edit?of=people/dana-okafor",
        "/add?kind=goal",
        "/edit?of=me",
    ):
        assert f'href="{address}"' in dana
        assert server.ask(address).status_code == 200


@pytest.mark.parametrize(
    ("path", "said", "slip"),
    [
        ("/log", {"who": "Dana Okafor", "did": "heard"}, ""),
        ("/log", {"who": "dana-okafor", "did": "heard"}, ""),
        (
            "/log",
            {"who": "Dana Okafr", "did": "heard"},
            " Nobody with a record is called Dana Okafr. Did you mean Dana Okafor? Then undo this.",
        ),
        ("/log", {"who": "Tomasz Vale", "did": "heard"}, " Tomasz Vale has no record yet."),
        (
            "/log",
            {"who": "Dana Okafor", "did": "heard", "date": "2026-12-02"},
            " 2 December is still to come, so this does not count yet.",
        ),
        ("/add?kind=person", {"name": "Amara Nilsen", "organisation": "Northgate Hospital"}, ""),
        ("/add?kind=person", {"name": "Amara Nilsen", "organisation": "A bakery"}, ""),
        (
            "/add?kind=person",
            {"name": "Amara Nilsen", "organisation": "Northgate Hospitl"},
            " You have no organisation called Northgate Hospitl. Did you mean Northgate Hospital? Then undo this.",
        ),
    ],
)
def test_a_slip_that_is_no_problem_is_said_with_what_was_written(editing, path, said, slip):
    """An answer that went to nobody would be waited for. To undo it is one click away."""
    server = editing(WORKBOOK | {"organisations.yaml": "- name: Northgate Hospital\n"})
    assert server.fill_in(path, **said).status_code == 303
    page = html.unescape(server.ask("/people/").text)
    (words,) = re.findall(r'<span role="status"[^>]*>(.*?)</span>', page)
    done = f"Written into workbook/log.yaml: {said.get('who')}, heard."
    assert words == ("Amara Nilsen is added to workbook/people.yaml." if "name" in said else done) + slip
    assert ">Undo</button>" in page


@pytest.mark.parametrize(
    ("module", "address", "ways"),
    [
        (front, "index.html", ["/add?kind=goal", "/add?kind=person", "/me"]),
        (people, "people/index.html", ["/add?kind=person"]),
        (goals, "goals/index.html", ["/add?kind=goal"]),
        (conversations, "conversations/index.html", ["/talk"]),
        (progress, "progress.html", ["/log"]),
    ],
    ids=["today", "people", "goals", "conversations", "progress"],
)
def test_an_empty_page_begins_with_a_form(editing, module, address, ways):
    """Nobody needs to know a file to begin; the lines for it stay, folded. Where a form cannot write, they stand open."""
    more = [Library()] if module is front else []
    (made,) = [page for page in module.pages(facts({}), *more) if page.address == address]
    server = editing({}, {address: f"<html><body><article>{made.html}</article></body></html>".encode()})
    shown = server.ask(f"/{address}").text
    first, by_hand = shown.partition('<p class="bw-first">')[2].split("</p>", 1)
    assert [html.unescape(way) for way in re.findall(r'href="(.*?)"', first)] == ways
    assert 'id="first-lines"' in by_hand.partition('id="bw-by-hand"')[2].partition("</details>")[0]
    (server.folder / "workbook" / "goals.yaml").write_text("- gaol: x\n")
    server.shown.renew()
    assert "bw-by-hand" not in server.ask(f"/{address}").text


def test_what_is_still_to_do_about_a_talk_is_marked_on_its_own_page(editing):
    """Also before it is due, and one stays there: who says thank you at once need not wait for tomorrow."""
    files = WORKBOOK | {TALK_FILE: TALK.replace("2026-11-27", "2026-12-01") + "status: held\nadvice: Ask at night\n"}
    address = "conversations/2026-12-01-dana-okafor.html"
    (made,) = [page for page in conversations.pages(facts(files, date(2026, 12, 1))) if page.address == address]
    server = editing(files, {address: f"<html><body><article>{made.html}</article></body></html>".encode()})
    answer = server.click(f"/{address}", "/done", "I have said thank you")
    assert (answer.status_code, answer.location) == (303, f"/{address}")
    assert server.file(TALK_FILE).endswith("thanked: 2026-12-01\n")
    assert "I have said thank you" not in server.ask(f"/{address}").text, (
        "a page from before offers nothing that no longer fits"
    )
