"""What the People pages say."""

import re
from html import unescape

import pytest

from bothways.pages import losing_touch, people, person
from bothways.pages.people import ONE_LIST, PART, letter_of
from workbooks import facts


def pages(text: str, **files: str):
    made = facts({"people.yaml": text} | {f"{name}.yaml": body for name, body in files.items()})
    modules = (people, losing_touch, person)
    return {page.address: page for module in modules for page in module.pages(made)}


def read(page) -> str:
    """The page as it is read."""
    return re.sub(r" (?=[.,:;])", "", " ".join(unescape(re.sub(r"<[^>]+>", " ", page.html)).split()))


def names_in(html: str) -> list[str]:
    """The names of a list, in order."""
    return re.findall(r'class="bw-name"[^>]*>([^<]+)<', html)


def test_with_nobody_yet_the_page_says_whom_to_begin_with():
    """An empty list shows the file and three lines to start from."""
    html = pages("")["people/index.html"].html
    assert "none of them needs to be useful" in html
    assert "workbook/people.yaml" in html
    assert "- name: Bea Ostrander" in html


def test_everybody_has_a_line_and_a_page():
    """The overview links to each person's page."""
    made = pages("- {name: Dana Okafor, role: Head of food, interests: sourdough}\n- {name: Piet Sandoval}")
    everybody = {"people/dana-okafor.html", "people/piet-sandoval.html"}
    assert set(made) == {"people/index.html", "losing-touch.html", *everybody}
    assert 'href="dana-okafor.html"' in made["people/index.html"].html
    assert "Head of food" in made["people/index.html"].html


def test_a_name_without_a_record_is_no_link():
    """Somebody nobody wrote down is named, and that is all."""
    html = pages("- {name: Dana Okafor, introduced_by: Selwyn Pike}")["people/dana-okafor.html"].html
    assert '<b class="bw-name">Selwyn Pike</b>' in html
    assert "selwyn-pike.html" not in html


def test_what_a_person_writes_never_becomes_markup():
    """Fields are escaped; notes are Markdown that cannot run anything."""
    html = pages(
        "- name: Dana Okafor\n"
        "  interests: ['<script>alert(1)</script>', '\"><img src=x onerror=alert(1)>']\n"
        "  notes: |\n"
        "    **Kind** <script>alert(2)</script> [link](javascript:alert(3)) <img src=x onerror=alert(4)>\n"
    )["people/dana-okafor.html"].html
    assert "<strong>Kind</strong>" in html
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_pronouns_are_used_where_they_are_known():
    """She and her for she/her; the name, where nothing is said."""
    assert "About her" in pages("- {name: Dana Okafor, pronouns: she/her}")["people/dana-okafor.html"].html
    assert "About Dana" in pages("- {name: Dana Okafor}")["people/dana-okafor.html"].html


def test_the_loop_shows_what_was_told():
    """Advice that was acted on, and not told yet, asks to be told."""
    html = pages(
        "- {name: Dana Okafor, pronouns: she/her}",
        conversations="- with: Dana Okafor\n  date: 2026-11-10\n  advice:\n    - {advice: Do one shift, did: Went}\n",
    )["people/dana-okafor.html"].html
    assert "Do one shift" in html
    assert "tell her" in html


def test_private_notes_say_that_they_are():
    """What is for me alone says so beside it."""
    html = pages("- {name: Dana Okafor, private_notes: Her mother is ill}")["people/dana-okafor.html"].html
    assert "Not in any shared copy" in html


def test_other_scripts_and_long_names_have_pages():
    """A name in Arabic and one of 300 characters each have their own address."""
    made = pages(f"- name: ليلى فاروق\n- name: {'Maximilian ' * 28}\n")
    assert len(made) == 4
    assert all(len(address) < 120 for address in made)


def test_the_list_says_when_they_were_last_heard_and_when_they_last_heard():
    """Both ways, each with its day; a talk is both, and stands once."""
    overview = pages(
        "- name: Dana Okafor\n- name: Piet Sandoval",
        log="- {date: 2026-11-03, who: Dana Okafor, did: heard}\n- {date: 2026-11-05, who: Dana Okafor, did: thanked}",
        conversations="- {with: Piet Sandoval, date: 2026-11-10, notes: Good}",
    )["people/index.html"]
    assert "heard 3 Nov you thanked 5 Nov" in read(overview)
    assert re.findall(r'data-way="(\w+)"', overview.html) == ["both", "in", "out"]


def test_a_few_people_stand_in_one_list_and_my_move_comes_first():
    """No letters, where a list can be seen at a glance."""
    overview = pages(
        "- name: Ada\n- name: Bea\n- name: Cyril",
        log="- {date: 2026-11-28, who: Cyril, did: heard}",
    )["people/index.html"].html
    assert names_in(overview) == ["Cyril", "Ada", "Bea"]
    assert "bw-letters" not in overview


def test_many_people_stand_under_their_letters():
    """Whatever the alphabet; each letter is a link, and is hidden with the last of its people."""
    crowd = "".join(f"- name: {name} {number}\n" for number in range(ONE_LIST // 2) for name in ("Zoë", "Élodie"))
    overview = pages(crowd + "- name: ليلى\n- name: 王小明\n- name: 3PO\n")["people/index.html"].html
    assert re.findall(r'href="#(letter-\d)">(.)</a>', overview) == [
        ("letter-1", "E"),
        ("letter-2", "Z"),
        ("letter-3", "ل"),
        ("letter-4", "…"),
    ]
    assert overview.count('<section data-show="to-approach" id="letter-') == 4
    assert len(names_in(overview)) == ONE_LIST + 3


def test_a_letter_of_very_many_is_parted_and_keeps_its_order():
    """As in a copy in which all are called Person: one heading, everybody once, and Person 9 before Person 10."""
    names = [f"Person {number}" for number in range(1, 2 * PART + 2)]
    overview = pages("".join(f"- name: {name}\n" for name in reversed(names)))["people/index.html"].html
    assert names_in(overview) == names
    parts = re.findall(r"<section [^>]*>", overview)
    assert [("id=" in part, "data-part" in part, "data-long" in part) for part in parts] == [
        (True, False, True),
        (False, True, True),
        (False, True, False),
    ]
    assert overview.count('href="#letter-') == 1


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        *(
            ("Dana", "D"),
            ("élodie", "E"),
            ("“Bea” Ostrander", "B"),
            ("ليلى", "ل"),
            ("王", "…"),
            ("3PO", "…"),
            ("Яна", "Я"),
        ),
        *(("ßigrid", "S"), ("և", "Ե"), ("", "…")),
    ],
)
def test_a_letter_is_the_first_without_its_accents(name, letter):
    """Quotation marks do not count; what has no letter stands at the end. Some letters have two capitals."""
    assert letter_of(name) == letter


def test_the_page_of_two_thousand_people_stays_light():
    """At most 600 bytes for each of them, before it is packed for the wire."""
    crowd = "".join(f"- {{name: Person {n}, role: Cook, interests: [bread, tea]}}\n" for n in range(2000))
    log = "".join(f"- {{date: 2026-11-{n % 28 + 1:02}, who: Person {n}, did: heard}}\n" for n in range(2000))
    html = pages(crowd, log=log)["people/index.html"].html
    assert len(names_in(html)) == 2000
    assert len(html.encode()) < 2000 * 600


def test_two_of_one_name_are_told_apart_wherever_they_stand():
    """In the list, in sentences and in the page's title; one who has the name alone has nothing beside it."""
    made = pages(
        "- {name: Maria Lopez, id: one, role: Nurse}\n- {name: Maria Lopez, id: two, location: Tidewick}\n"
        "- {name: Bea, knows: [one, two]}\n- {name: Piet, introduced_by: two}\n"
    )
    assert made["people/one.html"].title == "Maria Lopez, Nurse"
    assert '<h1 id="top">Maria Lopez</h1>' in made["people/one.html"].html
    assert "Maria Lopez (Nurse) Maria Lopez (Tidewick)" in read(made["people/bea.html"])
    assert "You met through Maria Lopez (Tidewick)." in read(made["people/piet.html"])
    assert ">Tidewick</p>" in made["people/index.html"].html
    assert "bw-apart" not in pages("- {name: Bea, knows: Piet}\n- name: Piet")["people/bea.html"].html


def test_the_story_has_introductions_both_ways():
    """Who was introduced by them, and who introduced them, on the day it was made."""
    made = pages(
        "- {name: Dana Okafor, pronouns: she/her}\n- {name: Helen Brandt, introduced_by: Dana Okafor}",
        conversations="- {with: Dana Okafor, date: 2026-11-10, introductions: [{to: Helen Brandt, made: 2026-11-12}]}",
        log="- {date: 2026-11-14, who: Dana Okafor, did: heard, about: All went well}\n"
        "- {date: 2026-11-15, who: Dana Okafor, did: introduced, to: Helen Brandt}",
    )
    story = read(made["people/dana-okafor.html"]).partition("So far")[2]
    assert "Sunday 15 November You introduced her to Helen Brandt" in story
    assert "Saturday 14 November You heard from her: All went well" in story
    assert "Thursday 12 November She introduced you to Helen Brandt" in story
    assert "Thursday 12 November You were introduced to Helen by Dana Okafor" in read(made["people/helen-brandt.html"])


def test_whom_they_led_to_says_what_comes_next():
    """A talk that is planned, a promise that is open, or else what they do; and what came of it."""
    page = pages(
        "- name: Dana Okafor\n- {name: Tomasz Vale, introduced_by: Dana Okafor}\n"
        "- {name: Leila Farouk, introduced_by: Dana Okafor, role: Grower}",
        conversations="- {with: Dana Okafor, date: 2026-11-10, introductions: [Helen Brandt]}\n"
        "- {with: Tomasz Vale, date: 2026-12-03}",
        organisations="- {name: Mill Lane, outcome: {what: client, through: Leila Farouk}}",
    )["people/dana-okafor.html"]
    led_to = read(page).partition("Led you to")[2]
    assert "Tomasz Vale you talk on Thursday 3 December" in led_to
    assert "Leila Farouk Grower" in led_to
    assert "Helen Brandt promised, not made yet" in led_to
    assert "Client: Mill Lane" in led_to


def test_losing_touch_is_said_kindly_and_by_tie():
    """The nearest tie first, the longest silence first; the last sign, what was wanted, what to ask about."""
    page = pages(
        "- {name: Bram, tie: warm, interests: [anatomy, drums]}\n- {name: Ada, tie: close}\n- {name: Noor, tie: warm}",
        log="- {date: 2026-07-03, who: Bram, did: heard}\n- {date: 2026-06-03, who: Noor, did: heard}\n"
        "- {date: 2026-09-03, who: Ada, did: heard}",
    )["losing-touch.html"]
    assert names_in(page.html) == ["Ada", "Noor", "Bram"]
    words = read(page)
    assert "Nobody expects an explanation. A hello is enough." in words
    assert "last heard 3 July; you wanted every 3 months Ask about anatomy, or drums" in words
    assert "overdue" not in words.lower()


def test_losing_touch_looks_four_weeks_ahead_and_knows_who_sleeps():
    """Whose interval ends soon, and old ties, which never fall due."""
    words = read(
        pages(
            "- {name: Ada, tie: close}\n- {name: Amos, tie: dormant}",
            log="- {date: 2026-10-28, who: Ada, did: heard}",
        )["losing-touch.html"]
    )
    assert "You are losing touch with nobody." in words
    assert "In the next four weeks Ada last heard 28 October; every 6 weeks" in words
    assert "Old ties Amos" in words


def test_of_a_long_list_the_rest_is_folded():
    """Twenty of a tie are enough at once; without script the fold still opens."""
    crowd = "".join(f"- {{name: Person {n}, tie: warm}}\n" for n in range(25))
    log = "".join(f"- {{date: 2026-03-{n + 1:02}, who: Person {n}, did: heard}}\n" for n in range(25))
    page = pages(crowd, log=log)["losing-touch.html"]
    open_part, folded = page.html.split("<details")
    assert len(names_in(open_part)) == 20
    assert len(names_in(folded)) == 5
    assert "Five more people, for whenever you like" in read(page)


def test_losing_touch_with_nobody_written_down():
    """An empty workbook has the page, and no reproach on it."""
    assert "Nobody is written down yet, so nobody is lost." in read(pages("")["losing-touch.html"])


def test_the_list_leads_to_whom_one_is_losing_touch_with_and_to_what_came_of_it():
    """A sentence each, where there is anybody; neither, where there is nobody."""
    overview = pages(
        "- {name: Ada, tie: close}\n- name: Bea",
        log="- {date: 2026-09-03, who: Ada, did: heard}",
        conversations="- {with: Bea, date: 2026-11-20, advice: {advice: Rest, did: I did}}",
    )["people/index.html"]
    assert "You are losing touch with one. One person could hear what came of it." in read(overview)
    assert 'href="../losing-touch.html"' in overview.html
    assert 'href="../what-came-of-it.html"' in overview.html
    assert "losing touch with" not in read(pages("- name: Bea")["people/index.html"])


def test_a_page_says_in_kind_words_since_when():
    """How long it has been quiet, and what was wanted; for whom one waits, since when."""
    made = pages(
        "- {name: Ada, tie: close}\n- name: Bea",
        log="- {date: 2026-09-03, who: Ada, did: heard}\n- {date: 2026-11-28, who: Bea, did: wrote}",
    )
    assert "losing touch your move last heard 3 September; you wanted every 6 weeks" in read(made["people/ada.html"])
    assert "waiting their move since 28 November" in read(made["people/bea.html"])


def test_what_to_talk_about_next_is_on_the_page():
    """By kind, in the words that were written; without any, no heading."""
    page = pages(
        "- {name: Dana Okafor, pronouns: she/her, interests: sourdough, steps: Ask how the trial went}",
        conversations="- with: Dana Okafor\n  date: 2026-11-20\n  learned: The waste is in the evening meal\n"
        "  introductions: Helen Brandt\n  advice: {advice: Do a shift, did: Went}",
    )["people/dana-okafor.html"]
    about = read(page).partition("Next time, talk about")[2]
    assert about.startswith(
        " Your news what came of Do a shift You said Ask how the trial went She offered to introduce you to Helen Brandt "
        "Last time The waste is in the evening meal Cares about sourdough"
    )
    assert "Next time" not in read(pages("- name: Bea")["people/bea.html"])
