"""What the event pages say."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from bothways.derive.facts import Facts
from bothways.pages.events import pages
from workbooks import TODAY, facts

PEOPLE = """
    - name: Leila Farouk
    - name: Emil Vantor
    - {name: Jonas Petrakis, met_at: Growers' supper}
    """
PAST = """
    - name: Growers' supper
      date: 2026-11-26
      place: Town hall
      cost: £8
      intention: Meet one person
      met: [Leila Farouk, Emil Vantor, A. N. Other]
      debrief: {worked: The chairs, worth_it: no, actions: [Send the recipe]}
    """


def site(events, day=date(2026, 12, 1), **more):
    """Every page by address. Today is 1 December 2026."""
    files = {"people.yaml": PEOPLE, "events.yaml": events} | {f"{key}.yaml": text for key, text in more.items()}
    return {page.address: page.html for page in pages(facts(files, day))}


def text(html):
    """The page as it is read."""
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    return re.sub(r" (?=[.,:;])", "", words)


def supper(events=PAST, **more):
    """The page of the one event."""
    return site(events, **more)["events/growers-supper.html"]


def test_the_overview_shows_what_is_coming_first_and_the_latest_past_first():
    """What is next is on top; nothing else is sorted by hand."""
    words = text(
        site("""
        - {name: Old, date: 2026-10-01}
        - {name: Late, date: 2026-12-24}
        - {name: Recent, date: 2026-11-30}
        - {name: Today, date: 2026-12-01}
        """)["events/index.html"]
    )
    assert "Two are coming. Two events so far." in words
    assert re.findall("Coming|Today|Late|Past|Recent|Old", words) == [
        "Coming", "Today", "Late", "Past", "Recent", "Old",
    ]  # fmt: skip


def test_the_overview_says_what_it_cost_whom_one_met_and_whether_it_was_worth_it():
    """One look back is enough to choose the next event."""
    words = text(site(PAST)["events/index.html"])
    assert "Thursday 26 November; Town hall; £8" in words
    assert "Met Leila Farouk, Emil Vantor, A. N. Other and Jonas Petrakis; not worth it this time" in words


def test_an_empty_page_shows_the_first_lines():
    """One kind sentence, the file, three lines."""
    words = text(site("")["events/index.html"])
    assert "No event yet." in words
    assert "- name: Growers' supper date: 2026-12-15" in words
    assert "workbook/events.yaml" in words


def test_everybody_met_is_named_with_what_came_after():
    """Written to, still to write to, or a talk; people without a record are names without a link."""
    html = supper(
        log="- {date: 2026-11-27, who: Emil Vantor, did: wrote}",
        conversations="- {with: Jonas Petrakis, date: 2026-12-09}",
    )
    words = text(html)
    assert "Leila Farouk still to write to, since 28 November" in words
    assert "Emil Vantor you have been in touch since" in words
    assert "Jonas Petrakis A talk on 9 December" in words
    assert 'href="../people/leila-farouk.html"' in html
    assert '<b class="bw-name">A. N. Other</b>' in html


def test_a_past_event_shows_its_look_back_and_what_follows():
    """The debrief is there to read, and is not asked for again."""
    words = text(supper())
    assert "What I went for Meet one person" in words
    assert "What worked The chairs" in words
    assert "Was it worth it? Not this time" in words
    assert "Send the recipe" in words
    assert "Still to write" not in words


def test_a_past_event_with_nothing_written_asks_for_it():
    """The lines to fill in, and the file they go into."""
    words = text(supper("- {name: Growers' supper, date: 2026-11-26}"))
    assert "Still to write" in words
    assert "workbook/events.yaml" in words


def test_a_coming_event_shows_what_to_do_before_and_the_lines_for_afterwards():
    """Before and after are on one page."""
    html = supper("- {name: Growers' supper, date: 2026-12-08, intention: Listen, prepare: [Make the dish]}")
    words = text(html)
    assert "What I go for Listen" in words
    assert "Before I go Make the dish" in words
    assert "Afterwards" in words
    assert "Get ready" not in words
    assert 'href="../guide/events.html#before"' in html


def test_what_is_ticked_beforehand_becomes_lines_that_read():
    """Each item brings its own lines, and they stand where prepare stands."""
    html = supper(
        "- name: Growers' supper\n  date: 2026-12-08\n  prepare: [Make the dish, {do: Ask Sol, by: 2026-12-05}]\n"
    )
    (head,) = re.findall(r'data-head="([^"]*)"', html)
    (done,) = re.findall(r'data-done="([^"]*)"', html)
    items = [f"{unescape(lines)}\n{done}2026-12-01" for lines in re.findall(r'data-lines="([^"]*)"', html)]
    text_ = "\n".join(["- name: Growers' supper", "  date: 2026-12-08", head, *items])
    (again,) = facts({"events.yaml": text_}).workbook.events
    assert [(step.do, str(step.by), str(step.done)) for step in again.prepare] == [
        ("Make the dish", "None", "2026-12-01"),
        ("Ask Sol", "2026-12-05", "2026-12-01"),
    ]


def test_only_a_coming_event_has_a_card_and_only_for_its_owner():
    """What is over needs none, and it is a tool of the owner's."""
    coming, past = "- {name: Supper, date: 2026-12-08}", "- {name: Supper, date: 2026-11-08}"
    assert "events/card/supper.html" in site(coming)
    assert 'href="../events/card/supper.html"' in site(coming)["events/supper.html"]
    assert "events/card/supper.html" not in site(past)
    shared = replace(facts({"events.yaml": coming}).workbook, reader="coach")
    assert [page.address for page in pages(Facts(shared, TODAY))] == ["events/index.html", "events/supper.html"]


def test_a_coming_event_without_an_intention_offers_one_line():
    """Saying why one goes is the whole preparation."""
    assert "Get ready One line is enough." in text(supper("- {name: Growers' supper, date: 2026-12-08}"))


def test_the_lines_to_copy_can_be_pasted_under_the_event():
    """They read without a problem, before and after."""
    event = "- name: Growers' supper\n  date: 2026-12-08\n"
    html = supper(event)
    for block in ("ready", "to-fill-in"):
        found = re.search(rf'<code id="{block}">(.*?)</code>', html, re.DOTALL)
        assert found
        event += unescape(found[1]) + "\n"
    (again,) = facts({"events.yaml": event}).workbook.events
    assert again.debrief is not None
    assert again.met == ()


def test_what_is_typed_cannot_become_markup():
    """A script in a note is taken out, in a step it is text."""
    html = supper("""
        - name: Growers' supper
          date: 2026-11-26
          intention: <script>i</script>
          notes: <script>n</script>
          prepare: [<script>p</script>]
          debrief: {worked: <script>w</script>}
        """)
    assert "<script" not in html
    assert "&lt;script&gt;w" in html


@pytest.mark.parametrize("name", ["عشاء المزارعين", "Supper " * 43])
def test_any_name_has_its_page(name):
    """Arabic names and names of 300 characters are shown whole."""
    made = site(f"- {{name: {name.strip()}, date: 2026-12-08}}")
    assert len(made) == 3
    assert all(name.strip() in html for html in made.values())
