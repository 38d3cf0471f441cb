"""What the progress page says."""

import re
from html import unescape

from bothways.pages.progress import pages
from workbooks import facts

PEOPLE = "".join(f"- name: {name}\n" for name in ("Ada Fairweather", "Bea Ostrander", "Cyril Dawes", "Dana Okafor"))
LOG = """
    - {date: 2026-11-17, who: Ada Fairweather, did: wrote}
    - {date: 2026-11-18, who: Ada Fairweather, did: heard}
    - {date: 2026-11-24, who: Bea Ostrander, did: wrote}
    - {date: 2026-11-30, who: Cyril Dawes, did: wrote}
    - {date: 2026-11-30, who: Bea Ostrander, did: gave, about: Quinces}
    """


def html(people=PEOPLE, **more):
    """The page on Tuesday, 1 December 2026."""
    (page,) = pages(facts({"people.yaml": people} | {f"{key}.yaml": text for key, text in more.items()}))
    assert page.address == "progress.html"
    return page.html


def text(page):
    """The page as it is read."""
    return re.sub(r" (?=[.,:;])", "", " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split()))


def test_each_count_stands_in_the_text_beside_its_bar():
    """From a name to a talk, and on."""
    words = text(html(log=LOG))
    assert "4 people on your list 3 you wrote to or called" in words
    assert "1 answered With numbers this small, the next 3 might bring anything from 0 to 3." in words
    assert html(log=LOG).count('class="range"') == 2


def test_nothing_is_a_percentage():
    """Neither in the words nor anywhere else."""
    assert "%" not in html(log=LOG)
    assert "per cent" not in text(html(log=LOG))


def test_with_twenty_there_is_no_range():
    """From there on the count speaks for itself."""
    crowd = "".join(f"- name: Person {n}\n" for n in range(20))
    log = "".join(f"- {{date: 2026-11-03, who: Person {n}, did: wrote}}\n" for n in range(20))
    assert "With numbers this small" not in text(html(crowd, log=log))


def test_the_weeks_say_what_was_asked_and_what_was_given():
    """A table with a row for each week, and the sum in words."""
    page = html(log=LOG)
    assert re.findall(r'<th scope="row"><time datetime="([^"]+)"', page) == ["2026-11-16", "2026-11-23", "2026-11-30"]
    assert "In three weeks you asked three times and gave once." in text(page)
    assert text(page).startswith("Progress Three weeks, from 16 November.")


def test_this_week_stands_against_the_rhythm():
    """More than was wanted is said beside it, never as more of it."""
    me = "name: Ruth\nrhythm: {per_week: {new_asks: 2, conversations: 0, gives: 1}}"
    log = LOG.rstrip(" ") + "    - {date: 2026-12-01, who: Dana Okafor, did: gave}\n"
    words = text(html(me=me, log=log))
    assert "New asks 1 of 2" in words
    assert "Things given 1 of 1, and 1 more" in words
    assert "Conversations" not in words


def test_where_it_sticks_links_to_the_paragraph_that_helps():
    """One sentence and one button; where nothing sticks, the page says so."""
    talk = "- {with: Ada Fairweather, date: 2026-11-20, introductions: [Helen Brandt, Lena Quist]}"
    stuck = html(log=LOG, conversations=talk)
    assert "Two introductions were promised and none were made." in text(stuck)
    assert "10 days on, is welcome" in text(stuck)
    assert 'href="guide/giving.html#promised-introduction">How to ask after a promise' in stuck
    assert "Two are outstanding: Helen Brandt, Lena Quist." in text(stuck)
    assert "bw-button--first" in stuck
    fine = html(log="- {date: 2026-11-30, who: Ada Fairweather, did: wrote}")
    assert "Nowhere that these numbers show." in text(fine)
    assert "bw-button--first" not in fine


def test_wins_are_told_with_names():
    """Outcomes, goals met, introductions made, advice that came full circle."""
    page = html(
        goals="- {goal: Say it out loud, status: met}",
        organisations="- {name: Mill Lane, outcome: {what: client, through: Ada Fairweather}}",
        conversations="""
        - with: Ada Fairweather
          date: 2026-11-20
          introductions: [{to: Dana Okafor, made: 2026-11-21}]
          advice: [{advice: Rest, did: Slept, told_them: 2026-11-25}]
        """,
    )
    words = text(page)
    assert "Client: Mill Lane through Ada Fairweather" in words
    assert "Say it out loud met" in words
    assert "One introduction made for you lately to Dana Okafor" in words
    assert "One piece of advice acted on, and they know lately from Ada Fairweather" in words
    assert "Wins" not in text(html(log=LOG))


def test_places_tell_how_far_they_led():
    """An event is a link, any other place is a name."""
    page = html(
        "- {name: Ada, met_at: Food Forum}\n- {name: Bea, introduced_by: Ada}\n- {name: Cyril, met_at: School gate}",
        events="- {name: Food Forum, date: 2026-10-29}",
    )
    assert '<a href="events/food-forum.html">Food Forum</a>' in page
    assert "Food Forum one person, one more through them" in text(page)
    assert "School gate one person, nothing more yet" in text(page)


def test_a_need_with_one_name_asks_for_a_second():
    """And one with two does not."""
    needs = "name: Ruth\nneeds: [{need: An allergen trainer, people: [Ada Fairweather]}]"
    assert "An allergen trainer one person to ask: Ada Fairweather" in text(html(me=needs))
    assert "A second name" not in text(html(me=needs.replace("]}", ", Bea Ostrander]}")))


def test_an_empty_workbook_is_told_how_to_begin():
    """One kind sentence, the file, three lines, the guide."""
    page = html("")
    assert "Nothing to count yet, and nothing to catch up with." in text(page)
    assert "workbook/log.yaml" in page
    assert "date: 2026-11-30, who: Bea Ostrander, did: wrote" in text(page)
    assert "bw-bar" not in page


def test_what_a_person_wrote_is_only_text():
    """Markup in a need is shown, not run; long and Arabic names do no harm."""
    name = "Wilhelmina " * 27
    page = html(
        f"- name: {name}\n- name: دانا الكفور",
        me="name: Ruth\nneeds: [{need: '<script>alert(1)</script>'}]",
        log="- {date: 2026-11-30, who: دانا الكفور, did: wrote}",
    )
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
