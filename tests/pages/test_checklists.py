"""What the Checklists pages say."""

import re
from html import unescape

import pytest
import yaml

from bothways.derive.facts import Facts
from bothways.model.workbook import Workbook
from bothways.pages import checklists
from bothways.pages.navigation import TOOLS
from bothways.pages.page import Page
from bothways.reading.library import Library, read_library
from workbooks import GUIDE, TODAY, workbook

LIBRARY = read_library(GUIDE)


def made(text: str = "", library: Library = LIBRARY) -> dict[str, Page]:
    """The pages of a checklists.yaml, by address."""
    facts = Facts(workbook({"checklists.yaml": text}, library), TODAY)
    return {page.address: page for page in checklists.pages(facts, library)}


def page(text: str, address: str) -> str:
    """The page of one checklist."""
    return made(text)[f"checklists/{address}.html"].html


def test_with_no_checklist_at_all_the_page_shows_how_to_begin():
    """The file and three lines."""
    html = made(library=Library())["checklists/index.html"].html
    assert "workbook/checklists.yaml" in html
    assert "- checklist: Before I ring somebody" in html


def test_ones_own_come_first():
    """Then those of the guide, each with its page."""
    all_pages = made("- {checklist: The night before, items: [Shoes, Whites]}")
    html = all_pages["checklists/index.html"].html
    assert html.index("The night before") < html.index("Your first hour")
    assert "two things" in html
    assert "checklists/the-night-before.html" in all_pages
    assert "checklists/first-hour.html" in all_pages


def test_one_that_was_taken_over_is_there_once():
    """It is the person's own now, with what is done."""
    text = "- start: first-hour\n  items:\n    - {do: Write down why it matters to you, done: yes}\n"
    html = made(text)["checklists/index.html"].html
    assert html.count("Your first hour") == 1
    assert "eight things, one done" in html
    assert "Make it yours" not in page(text, "first-hour")


def test_items_are_real_boxes_with_their_words_as_labels():
    """What is done in the YAML is ticked, and nothing else is."""
    html = page("- {checklist: Night, items: [Shoes, {do: Whites, done: 2026-11-19}]}", "night")
    boxes = re.findall(
        r'<label><input type="checkbox" data-tick="\w{12}" [^>]*?( checked disabled)?> <span dir="auto">(\w+)', html
    )
    assert boxes == [("", "Shoes"), (" checked disabled", "Whites")]
    assert 'done <time datetime="2026-11-19">19 November</time>' in html


def test_a_tick_is_remembered_under_its_words():
    """Moving an item keeps its tick; other words, or another list, are another tick; the same words twice are two."""

    def keys(text: str) -> list[str]:
        return re.findall(r'data-tick="(\w+)"', page(text, "night"))

    shoes, whites = keys("- {checklist: Night, items: [Shoes, Whites]}")
    assert keys("- {checklist: Night, items: [Whites, Hat, Shoes]}")[::2] == [whites, shoes]
    other = made("- {checklist: Day, items: [Shoes]}")["checklists/day.html"].html
    assert shoes not in other
    twice = keys("- {checklist: Night, items: [Shoes, Shoes]}")
    assert twice[0] == shoes
    assert twice[1] not in (shoes, whites)


def test_a_built_in_one_says_how_to_take_it_over():
    """The lines to copy are read as the same list, with its first item done."""
    html = page("", "before-you-send")
    assert "Make it yours" in html
    for checklist in LIBRARY.checklists:
        text = checklists.to_take_over(checklist)
        (taken,) = workbook({"checklists.yaml": text}, LIBRARY).checklists
        assert [step.do for step in taken.items] == [step.do for step in checklist.items]
        assert taken.items[0].is_done


def test_text_with_a_colon_is_quoted_to_be_copied():
    """Whatever the first item says, the lines are read back."""
    (tricky,) = workbook({"checklists.yaml": "- {id: t, checklist: T, items: ['One: \"two\" # three']}"}).checklists
    (read,) = yaml.safe_load(checklists.to_take_over(tricky))
    assert read["items"][0]["do"] == 'One: "two" # three'


def lines_with_all_ticked(html: str) -> str:
    """What the script puts together once everything is ticked."""
    (head,), (done,) = re.findall(r'data-head="([^"]*)"', html), re.findall(r'data-done="([^"]*)"', html)
    items = re.findall(r'data-lines="([^"]*)"([^>]*)>', html)
    said = [lines if "disabled" in more else f"{lines}\n{done}2026-12-01" for lines, more in items]
    return unescape("\n".join([head, *said]))


def test_the_ticks_of_a_built_in_list_become_a_list_of_ones_own():
    """Every one of them is read back, done on the day of the tick."""
    for checklist in LIBRARY.checklists:
        lines = lines_with_all_ticked(page("", str(checklist.id)))
        (taken,) = workbook({"checklists.yaml": lines}, LIBRARY).checklists
        assert [(step.do, step.done) for step in taken.items] == [(step.do, TODAY) for step in checklist.items]


@pytest.mark.parametrize(
    "do", ["Plain", "'One: \"two\" # three'", '"- dash"', "|\n        Two\n        lines", "'اسأل: من؟'"]
)
def test_the_ticks_of_ones_own_list_take_the_place_of_its_items(do: str):
    """Whatever an item says; what was done before keeps its day, and what has a day keeps it."""
    head = "- checklist: Night\n"
    items = f"  items:\n    - do: {do}\n      by: 2026-12-05\n    - {{do: Whites, done: 2026-11-19}}\n"
    lines = lines_with_all_ticked(page(head + items, "night"))
    (before,) = workbook({"checklists.yaml": head + items}).checklists
    (after,) = workbook({"checklists.yaml": head + lines}).checklists
    assert [step.do for step in after.items] == [step.do for step in before.items]
    assert [str(step.done) for step in after.items] == ["2026-12-01", "2026-11-19"]
    assert str(after.items[0].by) == "2026-12-05"


def test_of_a_list_taken_over_only_what_is_ones_own_is_among_the_lines():
    """The guide's items come by themselves: they need a line only once they are ticked."""
    text = (
        "- start: first-hour\n  items:\n    - {do: Write down why it matters to you, done: yes}\n    - Buy a notebook\n"
    )
    html = page(text, "first-hour")
    kept = re.findall(r'data-lines="([^"]*)" data-kept', html)
    assert [unescape(lines).split("\n")[0].strip() for lines in kept] == [
        "- do: Write down why it matters to you",
        "- do: Buy a notebook",
    ]


def test_the_public_guide_has_them_without_a_workbook():
    """Nothing of a workbook is linked: only these tools and the guide."""
    pages = list(checklists.pages(Facts(Workbook(), TODAY), LIBRARY, TOOLS))
    assert len(pages) == len(LIBRARY.checklists) + 1
    for one in pages:
        links = re.findall(r'href="\.\./([^"#]*)', one.html)
        assert {link.partition("/")[0] for link in links} <= {"checklists", "messages", "questions", "guide"}
        assert one.section == "Tools"


def test_every_paragraph_of_the_guide_exists():
    """And belongs to a checklist that ships."""
    assert set(checklists.PARAGRAPHS) <= {checklist.id for checklist in LIBRARY.checklists}
    for address, _ in (*checklists.PARAGRAPHS.values(), checklists.ELSEWHERE):
        chapter, _, anchor = address.partition("#")
        text = (GUIDE / chapter.replace(".html", ".md")).read_text(encoding="utf-8")
        assert not anchor or f"{{ #{anchor} }}" in text, address


@pytest.mark.parametrize("name", ["قبل اللقاء", "x" * 300])
def test_any_checklist_has_a_page(name: str):
    """Arabic and very long titles are shown whole."""
    pages = made(f"- {{checklist: {name}, items: [{name}]}}", Library())
    assert len(pages) == 2
    assert all(name in one.html for one in pages.values())


def test_what_a_person_writes_never_becomes_markup():
    """Items and remarks are plain text."""
    html = page("- {checklist: Night, when: '<script>1</script>', items: ['<script>2</script>']}", "night")
    assert "<script" not in html
    assert "&lt;script&gt;2" in html


def test_those_for_ones_situation_stand_before_the_others():
    """Each once, in the order of the guide's chapter; without a situation there is no such part."""

    def overview(me: str) -> str:
        facts = Facts(workbook({"me.yaml": me}, LIBRARY), TODAY)
        return next(checklists.pages(facts, LIBRARY)).html

    html = overview("name: Ruth\nsituation: [career-growth, business]")
    fitting = html[html.index("For where you are") : html.index("More from the guide")]
    found = re.findall(r"checklists/([\w-]+)\.html", fitting)
    assert found[:3] == ["monthly-half-hour", "quarterly-tour", "yearly-review"]
    assert "introduce-two-people" in found
    everything = re.findall(r"checklists/([\w-]+)\.html", html[html.index("For where you are") :])
    assert len(set(everything)) == len(everything) == len(LIBRARY.checklists)
    assert "For where you are" not in overview("name: Ruth")
