"""What the pages of question lists say."""

import re
from html import unescape

import pytest

from bothways.derive.facts import Facts
from bothways.model.workbook import Workbook
from bothways.pages.navigation import TOOLS
from bothways.pages.questions import pages
from bothways.reading.library import read_library
from workbooks import GUIDE, TODAY, facts, workbook

OWN = """
    - list: For gardeners
      minutes: 20
      sections:
        - section: The week
          minutes: 12
          questions:
            - ask: What did you do first yesterday?
              why: Yesterday is true
              listen_for: What happens before anybody is there
            - Who decides what is planted?
        - section: Both ways
          questions: What could I carry for you?
    """
PEOPLE = "- name: Sol Pereira"


@pytest.fixture(scope="module")
def library():
    """What ships with the guide."""
    return read_library(GUIDE)


def text(html):
    """The page as it is read."""
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    return re.sub(r" (?=[.,:])", "", words)


def own(talks="", lists=OWN):
    """The page of the one list."""
    found = facts({"people.yaml": PEOPLE, "questions.yaml": lists, "conversations.yaml": talks})
    return list(pages(found))[1].html


def test_ones_own_lists_come_first_then_those_for_ones_situation(library):
    """What is nearest to the person is nearest to the top, and each list is there once."""
    files = {"me.yaml": "name: Ruth\nsituation: life-change", "questions.yaml": OWN}
    html = next(pages(Facts(workbook(files, library), TODAY))).html
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", html)[:3] == ["Your own", "A change in your life", "For any situation"]
    lists = re.findall(r'<li><a href="../questions/([a-z0-9-]+)\.html">[^<]*</a> <span', html)
    assert lists[0] == "for-gardeners"
    assert sorted(lists) == sorted({"for-gardeners", *(str(one.id) for one in library.questions)})
    assert "One of your own, and sixteen that come with the guide." in text(html)


def test_another_situation_gives_another_order(library):
    """The order follows the person, not the file."""
    html = next(pages(Facts(workbook({"me.yaml": "name: R\nsituation: business"}, library), TODAY))).html
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", html)[0] == "Building a business"


def test_the_public_guide_shows_the_lists_without_a_workbook(library):
    """Nothing personal is needed, and nothing leads to a page that the guide alone does not have."""
    made = list(pages(Facts(Workbook(questions=library.questions), TODAY), TOOLS))
    assert len(made) == len(library.questions) + 1
    together = "".join(page.html for page in made)
    assert {page.section for page in made} == {"Tools"}
    for folder in ("people/", "conversations/", "events/", "goals/"):
        assert f'href="../{folder}' not in together


def test_a_list_shows_its_questions_with_why_and_what_to_listen_for():
    """Sections, minutes and the person's own words, numbered through."""
    words = text(own())
    assert "Three questions, for 20 minutes." in words
    assert "The week 12 minutes What did you do first yesterday? Why: Yesterday is true" in words
    assert "Listen for: What happens before anybody is there" in words
    assert '<ol class="bw-ask" start="3">' in own()


def test_it_says_how_to_take_it_to_a_talk():
    """One line to copy."""
    assert "questions: [for-gardeners]" in text(own())


def test_answers_stand_under_their_question_with_who_and_when():
    """The same question, answered by different people, can be read side by side."""
    html = own("""
        - with: Sol Pereira
          date: 2026-11-19
          answers: [{ask: who decides what is planted, answer: The rain}]
        """)
    assert "Who decides what is planted? One answer so far The rain Sol Pereira, 19 November" in text(html)
    assert "One has an answer so far." in text(html)
    assert "answer so far" not in text(own())


def test_it_names_the_talks_it_was_and_will_be_used_in():
    """Planned and held talks are told apart."""
    words = text(
        own("""
        - {with: Sol Pereira, date: 2026-12-19, questions: for gardeners}
        - {with: Sol Pereira, date: 2026-11-19, questions: for-gardeners}
        """)
    )
    assert "Planned with it Sol Pereira Saturday 19 December Asked so far Sol Pereira Thursday 19 November" in words


def test_a_list_that_ships_can_be_replaced_and_ones_own_says_where_it_is_written(library):
    """Only what is in the person's own files names a line in them."""
    shipped = {page.address: page.html for page in pages(Facts(Workbook(questions=library.questions), TODAY))}
    html = shipped["questions/catch-up.html"]
    assert "- id: catch-up" in text(html)
    assert "Written in" not in text(html)
    assert "Written in workbook/questions.yaml" in text(own())
    assert "Make it yours" not in text(own())


def test_what_is_typed_cannot_become_markup():
    """A script in a question is shown as text."""
    html = own(
        lists="- {list: X, notes: <script>n</script>, sections: [{section: Y, questions: [<script>q</script>]}]}"
    )
    assert "<script" not in html
    assert "&lt;script&gt;q" in html


def test_a_list_without_sections_and_with_an_arabic_or_long_name_has_a_page():
    """Half a list is a list."""
    for name in ("أسئلة للبستانيين", "Gardeners " * 30):
        assert name.strip() in own(lists=f"- list: {name}")


def test_no_lists_at_all_still_make_a_page():
    """An empty page says how to begin."""
    html = next(pages(facts({}))).html
    assert "A list of your own" in text(html)
