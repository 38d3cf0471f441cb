"""What the Messages pages say."""

import re

from bothways.derive.facts import Facts
from bothways.model.workbook import Workbook
from bothways.pages import messages
from bothways.pages.navigation import TOOLS
from bothways.pages.page import Page
from bothways.reading.library import Library, read_library
from workbooks import GUIDE, TODAY, workbook

LIBRARY = read_library(GUIDE)
OWN = """\
---
title: To a cook
for: first-ask
via: email
subject: About {{ person.organisation }}
---
Dear {{ person.first_name }},

I saw [what I saw] and wondered.

{{ me.name }}
"""


def made(files: dict[str, str] | None = None, library: Library = LIBRARY) -> dict[str, Page]:
    """The pages of a workbook, by address."""
    facts = Facts(workbook(files or {}, library), TODAY)
    return {page.address: page for page in messages.pages(facts)}


def own(text: str = OWN, **files: str) -> str:
    """The page of one message of the person's own."""
    more = {f"{name}.yaml": body for name, body in files.items()}
    return made({"messages/to-a-cook.md": text} | more)["messages/to-a-cook.html"].html


def test_with_no_message_at_all_the_page_shows_how_to_begin():
    """The file and its first lines."""
    html = made(library=Library())["messages/index.html"].html
    assert "workbook/messages/a-first-hello.md" in html
    assert "title: A first hello" in html


def test_messages_are_found_by_their_occasion():
    """Each occasion that has messages, with when to use them and where the guide explains it."""
    html = made()["messages/index.html"].html
    order = ("A first ask", "A second try", "A thank-you", "By phone", "Other occasions")
    places = [html.index(f">{heading}</h2>") for heading in order]
    assert places == sorted(places)
    assert "../guide/asking.html#second-try" in html


def test_ones_own_come_first_in_their_occasion():
    """They are marked as yours; those of the guide are not."""
    html = made({"messages/to-a-cook.md": OWN})["messages/index.html"].html
    first = html[html.index('id="first-ask"') : html.index('id="second-try"')]
    assert first.index(">To a cook<") < first.index(">A first ask by e-mail<")
    assert first.count("yours") == 1


def test_gaps_say_in_words_what_belongs_there():
    """Placeholders and square brackets alike, in the words and in the subject."""
    html = own()
    assert '<mark class="bw-gap">their first name</mark>' in html
    assert '<mark class="bw-gap">what I saw</mark>' in html
    assert 'About <mark class="bw-gap">where they work</mark>' in html
    assert "{{ person.organisation }}" not in html
    assert "By e-mail" in html


def test_ones_own_name_is_filled_in():
    """It is a gap only while nobody wrote it down."""
    assert "<p>Ruth Amadi</p>" in own(me="name: Ruth Amadi")
    assert "<p>Ruth Amadi</p>" not in own()


def test_the_words_can_be_copied():
    """The button names the element that holds the words, and nothing else is in it."""
    html = own(me="name: Ruth Amadi")
    target = re.search(r'data-copy="([^"]+)">Copy the words', html)
    assert target
    words = re.search(rf'<div id="{target[1]}">(.*?)</div>', html, re.DOTALL)
    assert words
    text = re.sub(r"<[^>]+>", "", words[1].replace("</p><p>", "\n\n"))
    assert text == "Dear their first name,\n\nI saw what I saw and wondered.\n\nRuth Amadi"


def test_lines_that_belong_together_stay_apart():
    """A line break inside a paragraph is kept."""
    html = own("---\ntitle: To a cook\n---\nOne line\nand the next\n")
    assert "<p>One line<br>and the next</p>" in html


def test_a_built_in_message_says_how_to_make_it_ones_own():
    """The file to copy is read as the same message, and takes its place."""
    for message in LIBRARY.messages:
        files = {f"messages/{message.id}.md": messages.as_file(message)}
        copied = next(one for one in workbook(files, LIBRARY).messages if one.id == message.id)
        assert (copied.title, copied.for_, copied.via, copied.subject) == (
            message.title,
            message.for_,
            message.via,
            message.subject,
        )
        assert copied.body.strip() == message.body.strip()
    html = made()["messages/first-ask-email.html"].html
    assert "workbook/messages/first-ask-email.md" in html
    assert "This one is yours" in own()
    assert "Make it yours" not in own()


def test_whoever_it_would_fit_today_is_named():
    """Dana is to be thanked, so a thank-you names her and a first ask does not."""
    files = {"people.yaml": "- name: Dana", "conversations.yaml": "- {with: Dana, date: 2026-11-30, notes: Good}"}
    pages = made(files)
    assert 'href="../people/dana.html"' in pages["messages/thank-you-email.html"].html
    assert "people/dana.html" not in pages["messages/first-ask-email.html"].html


def test_the_public_guide_has_them_without_a_workbook():
    """Nothing of a workbook is linked: only these tools and the guide."""
    pages = list(messages.pages(Facts(Workbook(messages=LIBRARY.messages), TODAY), TOOLS))
    assert len(pages) == len(LIBRARY.messages) + 1
    for one in pages:
        links = re.findall(r'href="\.\./([^"#]*)', one.html)
        assert {link.partition("/")[0] for link in links} <= {"checklists", "messages", "questions", "guide"}
        assert one.section == "Tools"


def test_every_paragraph_of_the_guide_exists():
    """For each occasion, and for the messages that have one of their own."""
    assert set(messages.PARAGRAPHS) <= {message.id for message in LIBRARY.messages}
    addresses = [occasion.guide for occasion in messages.OCCASION.values()]
    for address in (*addresses, *(guide for guide, _ in messages.PARAGRAPHS.values())):
        chapter, _, anchor = address.partition("#")
        text = (GUIDE / chapter.replace(".html", ".md")).read_text(encoding="utf-8")
        assert f"{{ #{anchor} }}" in text, address


def test_any_title_has_a_page():
    """Arabic and very long titles are shown whole."""
    for title in ("إلى طباخ", "x" * 300):
        assert title in own(f"---\ntitle: {title}\n---\nWords\n")


def test_what_a_person_writes_never_becomes_markup():
    """Not in the words, the subject or a gap."""
    html = own(
        "---\ntitle: To a cook\nsubject: A & B\n---\n<script>alert(1)</script> [<b>x</b>] {{ <img src=x> }}\n"
        "\n**<script>2</script>**\n"
    )
    for markup in ("<script", "<b>x", "<img"):
        assert markup not in html
    assert "A &amp; B" in html


def test_of_the_built_in_ones_those_for_ones_situation_come_first():
    """An owner finds the owner's words at the top; others find the plain ones."""

    def first_asks(situation):
        book = workbook({"me.yaml": f"name: Ruth\nsituation: {situation}"}, LIBRARY)
        html = next(messages.pages(Facts(book, TODAY))).html
        part = html[html.index('id="first-ask"') : html.index('id="second-try"')]
        return re.findall(r"messages/([\w-]+)\.html", part)

    assert first_asks("business")[0] == "first-ask-business-email"
    assert first_asks("life-change")[0] != "first-ask-business-email"
    assert set(first_asks("business")) == set(first_asks("life-change"))
