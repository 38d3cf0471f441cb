"""A message of one's own in a form: its head and its words, each changed where it stands."""

import html

import pytest

MINE = """\
---
# for the choir
title: A hello   # short
for: catch-up
subject: "Hello, {{ person.first_name }}"
---

Dear {{ person.first_name }},

how is the *bread*?  
Yours
"""  # noqa: W291  # two blanks break a line in Markdown
WORDS_ALONE = "Dear {{ person.first_name }},\n\nhow are you?\n"
WORKBOOK = {
    "me.yaml": "name: Ruth Calder\n",
    "people.yaml": "- name: Dana Okafor\n",
    "messages/a-hello.md": MINE,
    "messages/words-alone.md": WORDS_ALONE,
}
HELLO = "/edit?of=messages/a-hello"
ALONE = "/edit?of=messages/words-alone"


@pytest.fixture
def server(editing):
    return editing(WORKBOOK, {"messages/a-hello.html": page(), "messages/index.html": page()})


def page() -> bytes:
    return b"<html><head></head><body><article><h1>A hello</h1></article></body></html>"


def test_a_form_that_is_sent_as_it_was_changes_nothing(server):
    """Not a byte: remarks, quotes, and the blanks that break a line stay."""
    for of in (HELLO, ALONE):
        assert server.fill_in(of).status_code == 303
    assert {name: server.file(name) for name in WORKBOOK} == WORKBOOK


def test_a_field_of_the_head_is_changed_where_it_stands(server):
    """The words below it are not touched."""
    answer = server.fill_in(HELLO, title="A longer hello", via="email")
    assert (answer.status_code, answer.location) == (303, "/messages/a-hello.html")
    expected = MINE.replace("A hello   # short", "A longer hello   # short")
    expected = expected.replace('first_name }}"\n', 'first_name }}"\nvia: email\n')
    assert server.file("messages/a-hello.md") == expected


def test_the_words_are_as_they_were_typed(server):
    """The head is not touched; blanks that break a line in Markdown stay."""
    server.fill_in(HELLO, body="Dear you,\r\n\r\nthe rye  \r\nrose.\r\n")
    head, _, _ = MINE.partition("\nDear")
    assert server.file("messages/a-hello.md") == f"{head}\nDear you,\n\nthe rye  \nrose.\n"


def test_words_alone_stay_words_alone_until_something_is_said_above_them(server):
    """A head is written where it is needed, and not before."""
    server.fill_in(ALONE, body="Dear you,\r\nhello.")
    assert server.file("messages/words-alone.md") == "Dear you,\nhello.\n"
    server.fill_in(ALONE, **{"for": "catch-up"})
    assert server.file("messages/words-alone.md") == "---\nfor: catch-up\n---\n\nDear you,\nhello.\n"


def test_a_head_may_lose_all_its_fields(server):
    """Its two lines of dashes stay, and the words."""
    server.fill_in(ALONE, **{"for": "catch-up"})
    assert server.fill_in(ALONE, **{"for": ""}).status_code == 303
    assert server.file("messages/words-alone.md") == f"---\n---\n\n{WORDS_ALONE}"


def test_words_that_look_like_a_head_are_words_all_the_same(server):
    """An empty head stands above them."""
    words = "---\r\ntitle: no title\r\n---\r\nDear you,"
    assert server.fill_in(ALONE, body=words).status_code == 303
    assert server.file("messages/words-alone.md").startswith("---\n---\n\n---\ntitle: no title\n")
    form, _ = server.open(ALONE)
    assert (form["f.title"], form["f.body"]) == ("", words)


def test_line_ends_of_another_system_stay(server):
    """What is new in the file ends as its neighbours do."""
    path = server.folder / "workbook" / "messages" / "a-hello.md"
    path.write_bytes(b"\xef\xbb\xbf" + MINE.replace("\n", "\r\n").encode())
    server.fill_in(HELLO, via="email", body="One\r\n\r\nTwo")
    text = path.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf---\r\n# for the choir\r\n")
    assert text.endswith(b"via: email\r\n---\r\n\r\nOne\r\n\r\nTwo\r\n")


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(server):
    """In the words of check; a message without words too."""
    answer = server.fill_in(HELLO, subject="<b>Hello</b>", body="Typed with care")
    assert answer.status_code == 422
    assert '<p class="bw-wrong" id="f-subject-wrong1">' in answer.text
    assert "Typed with care" in answer.text
    answer = server.fill_in(ALONE, body=" ")
    assert answer.status_code == 422
    assert "This message has no words yet." in answer.text
    assert {name: server.file(name) for name in WORKBOOK} == WORKBOOK


def test_words_that_were_changed_elsewhere_meanwhile_are_shown_beside_those_typed(server):
    """Saved once more, what stands in the form holds."""
    form, _ = server.open(HELLO)
    path = server.folder / "workbook" / "messages" / "a-hello.md"
    path.write_text(MINE.replace("Yours", "Theirs"))
    answer = server.send(HELLO, form | {"f.body": "Mine"})
    assert answer.status_code == 409
    assert "Theirs</q>" in answer.text
    assert ">\nMine</textarea>" in answer.text


def test_a_change_of_the_head_elsewhere_is_kept(server):
    """Who writes the words here and the title elsewhere does not disturb themselves."""
    form, _ = server.open(HELLO)
    path = server.folder / "workbook" / "messages" / "a-hello.md"
    path.write_text(MINE.replace("title: A hello ", "title: A hi "))
    assert server.send(HELLO, form | {"f.body": "Mine"}).status_code == 303
    assert "title: A hi " in path.read_text()
    assert path.read_text().endswith("---\n\nMine\n")


def test_a_new_message_gets_a_file_that_a_person_would_have_written(server):
    """Called by its title; it can be undone."""
    said = {"title": "News: of the bread", "for": "catch-up", "subject": "Bread", "body": "Dear you,\r\n\r\nit rose."}
    answer = server.fill_in("/add?kind=message", **said)
    assert (answer.status_code, answer.location) == (303, "/messages/news-of-the-bread.html")
    text = '---\ntitle: "News: of the bread"\nfor: catch-up\nsubject: Bread\n---\n\nDear you,\n\nit rose.\n'
    assert server.file("messages/news-of-the-bread.md") == text
    form, _ = server.open(HELLO)
    server.send("/undo", {"token": form["token"], "address": "index.html"})
    assert not (server.folder / "workbook" / "messages" / "news-of-the-bread.md").exists()


@pytest.mark.parametrize(
    ("said", "file"),
    [
        ({"title": "A hello", "body": "x"}, "a-hello-2.md"),
        ({"for": "thank-you", "body": "x"}, "thank-you.md"),
        ({"body": "x"}, "message.md"),
        ({"title": "First ask email", "body": "x"}, "first-ask-email-2.md"),
    ],
    ids=["the same title", "no title", "words alone", "the name of one of the guide's"],
)
def test_a_new_message_takes_no_place_that_is_taken(server, said, file):
    """Neither that of one of mine, nor by chance that of one that came with the guide."""
    assert server.fill_in("/add?kind=message", **said).status_code == 303
    assert server.file(f"messages/{file}").endswith("x\n")
    assert server.file("messages/a-hello.md") == MINE


def test_a_message_of_nothing_is_not_written(server):
    """It says so."""
    answer = server.fill_in("/add?kind=message")
    assert answer.status_code == 422
    assert "This message has no words yet." in answer.text


def test_one_of_the_guide_is_made_ones_own_and_cannot_be_edited_where_it_is(server):
    """In a file of the same name, which takes its place."""
    assert server.ask("/edit?of=messages/first-ask-email").status_code == 404
    form, _ = server.open("/yours?of=messages/first-ask-email")
    assert form["f.for"] == "first-ask"
    assert "{{ person.first_name }}" in form["f.body"]
    answer = server.send("/yours?of=messages/first-ask-email", form | {"f.subject": "Twenty minutes"})
    assert (answer.status_code, answer.location) == (303, "/messages/first-ask-email.html")
    text = server.file("messages/first-ask-email.md")
    assert "subject: Twenty minutes\n" in text
    body = html.unescape(form["f.body"]).replace("\r\n", "\n").strip()
    assert text.endswith(f"---\n\n{body}\n")
    assert server.ask("/edit?of=messages/first-ask-email").status_code == 200
    assert server.ask("/yours?of=messages/first-ask-email").status_code == 404


def test_a_question_list_of_the_guide_is_made_ones_own(server):
    """A list of the same id takes its place."""
    assert server.ask("/edit?of=questions/easy-openers").status_code == 404
    answer = server.fill_in("/yours?of=questions/easy-openers", list="How I begin")
    assert (answer.status_code, answer.location) == (303, "/questions/easy-openers.html")
    assert server.file("questions.yaml").startswith("- id: easy-openers\n  list: How I begin\n")
    assert server.reader.desk().workbook.question_list["easy-openers"].list == "How I begin"


def test_the_pages_lead_to_the_forms(server):
    """From the list to a new one, from one of mine to its form, from the guide's to making it mine."""
    assert 'href="/add?kind=message"' in server.ask("/messages/").text
    assert 'href="/edit?of=messages/a-hello"' in server.ask("/messages/a-hello.html").text
    server.pages["messages/first-ask-email.html"] = page()
    server.shown.renew()
    shipped = server.ask("/messages/first-ask-email.html").text
    assert 'href="/yours?of=messages/first-ask-email"' in shipped
    assert 'href="/edit?of=messages/first-ask-email"' not in shipped
