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


def html(people=PEOPLE, me="name: Ruth\nsituation: job-search", **more):
    """The page on Tuesday, 1 December 2026, of somebody who is looking for work."""
    files = {"people.yaml": people, "me.yaml": me} | {f"{key}.yaml": text for key, text in more.items()}
    (page,) = pages(facts(files))
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


def test_of_what_has_not_begun_the_next_step_is_enough():
    """A row of noughts tells nobody anything."""
    assert "1 person on your list 0 you wrote to or called Why there" in text(html("- name: Ada Fairweather"))
    assert "0 introductions made" not in text(html(log=LOG))


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
    assert "Progress Three weeks, from 16 November." in text(page)


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
    assert "Two are still to come: Helen Brandt, Lena Quist." in text(stuck)
    assert "bw-button--first" in stuck
    fine = html(log="- {date: 2026-11-30, who: Ada Fairweather, did: wrote}")
    assert "Nowhere that these numbers show." in text(fine)
    assert "bw-button--first" not in fine


def test_wins_are_told_with_names():
    """Outcomes, goals met, introductions made, advice that came full circle."""
    page = html(
        goals="- {goal: Say it out loud, status: met, measure: Ten people know}",
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
    assert "Say it out loud reached: Ten people know" in words
    assert "Slept after the advice of Ada Fairweather, and they know. 20 November" in words
    assert "One introduction made for you lately to Dana Okafor" in words
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
    covered = text(html(me=needs.replace("]}", ", Bea Ostrander]}")))
    assert "An allergen trainer Ada Fairweather and Bea Ostrander" in covered
    assert "one person to ask" not in covered


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


KEEPING = "name: Signe\nsituation: career-growth"


def test_whoever_keeps_up_sees_months_and_their_net_first_and_no_week_of_asks():
    """Nothing that is for somebody who is looking."""
    page = html(me=KEEPING, log=LOG)
    words = text(page)
    assert words.index("Your safety net") < words.index("From a name to a talk")
    assert "Both ways, month by month" in words
    assert "Two months, from 1 November." in words
    for pressure in ("This week", "New asks", "Beside your rhythm", "rhythm has five"):
        assert pressure not in words
        assert pressure in text(html(log=LOG))


def test_whoever_keeps_up_and_wrote_numbers_for_a_week_sees_them():
    """They are their own."""
    words = text(html(me=KEEPING + "\nrhythm: {per_week: {new_asks: 1}}", log=LOG))
    assert "New asks 1 of 1" in words


def test_the_net_says_how_wide_and_how_fresh_it_is():
    """Fields with how many people; nothing that is nought."""
    words = text(
        html(
            me=KEEPING,
            people="""
            - {name: Ada Fairweather, organisation: Marrowgate Hospital}
            - {name: Bea Ostrander, organisation: Marrowgate Hospital}
            - {name: Cyril Dawes}
            """,
            organisations="- {name: Marrowgate Hospital, sector: Health}",
            log="""
            - {date: 2026-11-18, who: Ada Fairweather, did: heard}
            - {date: 2026-03-18, who: Bea Ostrander, did: heard}
            - {date: 2026-03-18, who: Cyril Dawes, did: heard}
            """,
        )
    )
    assert "Three people you have met or heard from, in one field. Of one, the field is not written down." in words
    assert "One in the last three months, two more in the last year." in words
    assert "2 Health" in words


def test_the_weeks_stand_beside_what_was_meant_with_their_numbers_in_the_text():
    """Each bar has its number and its week; the sentence has what was meant."""
    page = html(log=LOG)
    assert "1 16 Nov 1 23 Nov 1 30 Nov The standard rhythm has five a week." in text(page)
    assert page.count('class="meant"') == 9


def test_a_number_is_called_meant_only_where_the_person_wrote_it():
    """A pack's number is the pack's. Under what sticks, too."""
    mine = text(html(me="name: Ruth\nrhythm: {like: brisk, per_week: {new_asks: 4}}", log=LOG))
    assert "You meant four a week." in mine
    assert "The brisk rhythm has four a week." in mine
    assert "You meant" not in text(html(me="name: Ruth\nrhythm: brisk", log=LOG))
    long_ago = (
        "- {date: 2026-10-14, who: Ada Fairweather, did: wrote}\n- {date: 2026-10-15, who: Ada Fairweather, did: gave}"
    )
    usual, meant = (
        text(html(log=long_ago)),
        text(html(me="name: Ruth\nrhythm: {per_week: {new_asks: 5}}", log=long_ago)),
    )
    assert "The standard rhythm has five new people a week, and yours were fewer. It is only where one begins" in usual
    assert "You meant to write to five new people a week, and it was less." in meant


def test_nought_is_said_kindly():
    """Whoever gave nothing that is written down is not told so coldly."""
    asked = "".join(f"- {{date: 2026-11-{day}, who: Ada Fairweather, did: wrote}}\n" for day in range(17, 23))
    words = text(html(log=asked))
    assert "You asked six times, and nothing given is written down. Something small is enough" in words
    given = "- {date: 2026-11-30, who: Ada Fairweather, did: gave}"
    assert "In one week you gave once and asked for nothing." in text(html(log=given))
    assert "not at all" not in words


def test_a_place_says_whether_it_was_worth_going():
    """Where the person said so."""
    events = "- {name: Forum, date: 2026-11-02, met: Ada Fairweather, debrief: {worth_it: no}}"
    assert "one person, nothing more yet, not worth going, you said" in text(html(events=events))
