"""What came of it: the page of advice and introductions."""

import re
from html import unescape

from bothways.pages import advice
from workbooks import facts

PEOPLE = "- {name: Dana Okafor, pronouns: she/her}\n- {name: Piet Sandoval, pronouns: he/him}\n"


def page(conversations: str, people: str = PEOPLE, **files: str) -> str:
    """The page on 1 December 2026."""
    (made,) = advice.pages(
        facts(
            {"people.yaml": people, "conversations.yaml": conversations}
            | {f"{name}.yaml": text for name, text in files.items()}
        )
    )
    assert made.address == "what-came-of-it.html"
    return made.html


def read(html: str) -> str:
    """The page as it is read."""
    return re.sub(r" (?=[.,:;])", "", " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split()))


def test_with_nothing_yet_the_page_says_what_to_write():
    """One kind sentence, the file, three lines, the guide."""
    words = read(page(""))
    assert "When somebody next gives you advice, write it down" in words
    assert "advice: Do one early shift before you decide" in words


def test_each_gift_is_told_in_three_steps():
    """Heard, tried, told; what is open asks to be told, either way."""
    words = read(
        page(
            "- with: Dana Okafor\n  date: 2026-11-25\n  advice:\n"
            "    - {advice: Do a shift, did: Went on the 27th}\n    - Rest more\n"
            "    - {advice: Write it down, did: I do, told_them: 2026-11-28}\n"
        )
    )
    assert "Do a shift heard 25 Nov Went on the 27th tell her by 9 Dec" in words
    assert "Rest more heard 25 Nov not tried yet tell her by 9 Dec, either way" in words
    assert "Write it down heard 25 Nov I do told her 28 Nov" in words


def test_when_the_day_has_passed_nothing_is_counted():
    """No date, no number of days: only that she could be told."""
    words = read(page("- {with: Dana Okafor, date: 2026-10-01, advice: [Rest more, {advice: Do a shift, did: Went}]}"))
    assert "Went tell her " in words
    assert "not tried yet tell her, either way" in words
    assert "15 Oct" not in words
    assert "overdue" not in words.lower()


def test_what_is_open_comes_first_and_whoever_is_to_be_told_soonest_leads():
    """Then those who know, the latest first."""
    html = page(
        "- {with: Piet Sandoval, date: 2026-11-25, advice: Knead longer}\n"
        "- {with: Dana Okafor, date: 2026-11-20, advice: Do a shift}\n"
        "- {with: Dana Okafor, date: 2026-10-02, advice: {advice: Call, did: Did, told_them: 2026-10-09}}\n"
        "- {with: Piet Sandoval, date: 2026-10-01, advice: {advice: Wait, did: Did, told_them: 2026-10-20}}\n"
    )
    assert re.findall(r'class="bw-name" href="people/([^.]+)', html) == [
        "dana-okafor",
        "piet-sandoval",
        "piet-sandoval",
        "dana-okafor",
    ]
    assert re.findall(r"<h2 id=\"[^\"]+\">([^<]+)", html) == ["To tell", "They know"]


def test_an_introduction_says_what_happened_with_whoever_it_led_to():
    """A talk to come, the latest contact, or nothing yet."""
    talk = "- {with: Dana Okafor, date: 2026-11-20, introductions: [{to: Piet Sandoval, made: 2026-11-22}]}\n"
    assert "Introduced you to Piet Sandoval introduced 22 Nov not in touch yet" in read(page(talk))
    assert "you heard 24 Nov" in read(page(talk, log="- {date: 2026-11-24, who: Piet Sandoval, did: heard}"))
    assert "you talk on 9 Dec" in read(page(talk + "- {with: Piet Sandoval, date: 2026-12-09}\n"))


def test_the_buttons_count_what_they_show():
    """Only those that would show something are there; each entry and each part says which buttons show it."""
    html = page("- {with: Dana Okafor, date: 2026-11-25, advice: [Rest more, {advice: Do a shift, did: Went}]}")
    assert "Everything 2 To tell 1 Not tried yet 1 To tell" in read(html).replace("Show ", "")
    assert "show-told" not in html
    assert '<section data-show="not-tried to-tell">' in html


def test_the_line_to_copy_names_the_person():
    """As on Today."""
    html = page("- {with: Dana Okafor, date: 2026-11-25, advice: Rest more}")
    assert "bothways log &#34;Dana Okafor&#34; reported-back" in html


def test_three_hundred_are_as_good_as_three():
    """All of them are there, under thirty people."""
    people = "".join(f"- name: Person {n}\n" for n in range(30))
    talks = "".join(
        f"- {{with: Person {n % 30}, date: 2026-{n % 10 + 1:02}-{n % 28 + 1:02}, advice: Advice {n}}}\n"
        for n in range(300)
    )
    html = page(talks, people)
    assert html.count('<q class="bw-said">') == 300
    assert html.count("<section ") == 30
    assert "300 things people gave you to go on." in read(html)


def test_advice_is_only_text():
    """Nothing that was written becomes markup."""
    html = page('- {with: Dana Okafor, date: 2026-11-25, advice: "<script>alert(1)</script>"}')
    assert "<script" not in html
