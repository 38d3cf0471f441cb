"""What the sheet of a planned talk holds, and what of it goes on paper."""

import re
from dataclasses import replace
from html import unescape

import pytest

from bothways.derive.facts import Facts
from bothways.pages.conversations import pages
from bothways.pages.paper.leaf import leaf
from bothways.pages.sheet import asks, sheet
from workbooks import TODAY, facts

PEOPLE = """
    - name: Dana Okafor
      pronouns: she/her
      role: Head of food services
      organisation: Marrowgate Hospital
      phone: 0414 555 010
      introduced_by: Bea Ostrander
      interests: [school gardens]
      i_can_help_with: A baker who is up at four
    - name: Piet Sandoval
    """
LISTS = """
    - list: Kitchens
      sections:
        - section: Path
          minutes: 4
          questions: ['How did you come here?', {ask: 'What turned?', listen_for: The surprise}]
        - section: Both ways
          minutes: 4
          questions: [{ask: 'Who else?', theme: next}, {ask: 'What could I do?', theme: giving}]
    - list: Wards
      sections:
        - section: Wards
          questions: ['How did you come here?', 'Who tastes?']
    """
TALK = "- with: Dana Okafor\n  date: 2026-12-03\n  time: 10:30\n  questions: Kitchens\n"
EARLIER = """
- with: %s
  date: 2026-11-05
  answers:
    - {ask: 'How did you come here?', answer: By ship}
"""


def made(talks=TALK, **more):
    """The facts of these talks."""
    files = {"people.yaml": PEOPLE, "questions.yaml": LISTS, "conversations.yaml": talks}
    return facts(files | {f"{key}.yaml": text for key, text in more.items()})


def of(talks=TALK, **more):
    """The sheet of the planned one."""
    known = made(talks, **more)
    return sheet(planned(known), known)


def planned(known):
    return next(talk for talk in known.workbook.conversations if talk.date >= TODAY)


def paper(talks=TALK, **more):
    """Both sides of the sheet as they are read."""
    known = made(talks, **more)
    html = leaf(planned(known), known).html.partition("</head>")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def asked(one):
    """Every question with its number, in order."""
    return [(ask.number, ask.question.ask) for part in one.parts for ask in part.asks]


class TestWhatIsAsked:
    def test_what_is_still_open_comes_first_in_each_part(self):
        """What somebody else has answered comes after what nobody has, and what she has answered herself last."""
        assert asked(of(TALK + EARLIER % "Piet Sandoval"))[:2] == [(1, "What turned?"), (2, "How did you come here?")]
        both = (
            TALK + EARLIER % "Dana Okafor" + (EARLIER % "Piet Sandoval").replace("come here", "x").replace("'x", "'x")
        )
        assert asked(of(both))[0] == (1, "What turned?")

    def test_the_end_of_a_list_keeps_its_order(self):
        """What I could do for them is asked last, whoever has answered it."""
        earlier = EARLIER.replace("How did you come here?", "Who else?")
        assert [ask for _, ask in asked(of(TALK + earlier % "Piet Sandoval"))][2:] == ["Who else?", "What could I do?"]
        assert [part.is_both_ways for part in of().parts] == [False, True]

    def test_a_question_that_stands_in_two_lists_is_asked_once(self):
        """And the numbers count through the whole talk."""
        one = of(
            TALK.replace("questions: Kitchens", "questions: [Kitchens, Wards]\n  extra_questions: ['What turned?']")
        )
        assert asked(one) == [
            (1, "What turned?"),
            (2, "How did you come here?"),
            (3, "Who else?"),
            (4, "What could I do?"),
            (5, "Who tastes?"),
        ]
        assert set(asks(one.talk, made().workbook)) == {ask for _, ask in asked(one)}

    def test_a_question_has_the_same_number_on_the_page_and_on_paper(self):
        """What is looked up on the page is found at once."""
        known = made(TALK + EARLIER % "Piet Sandoval")
        talk = planned(known)
        page = next(page.html for page in pages(known) if page.address == f"conversations/{talk.id}.html")
        starts = re.findall(r'<ol class="bw-ask" start="(\d+)">\s*<li><p>([^<]+)', page)
        on_paper = dict(re.findall(r'<li value="(\d+)"><p [^>]*>([^<]+)', leaf(talk, known).html))
        assert starts == [("1", "What turned?"), ("3", "Who else?")]
        assert on_paper == {
            "1": "What turned?",
            "2": "How did you come here?",
            "3": "Who else?",
            "4": "What could I do?",
        }


class TestTheFront:
    def test_who_so_far_and_the_clock(self):
        """A glance tells who it is, how it came about, and where the talk should be."""
        words = paper(log="- {date: 2026-11-20, who: Dana Okafor, did: heard, about: half past ten}")
        assert "Dana Okafor Thursday 3 December 2026, 10:30 to 10:50 0414 555 010" in words
        assert "Who Head of food services, Marrowgate Hospital. Cares about school gardens." in words
        assert "So far Your first talk. Through Bea Ostrander. They answered on 20 November: half past ten." in words
        assert "Open promises None, either way." in words
        for moment in (
            "10:30 3 minutes Hello",
            "10:33 1 minute Who I am",
            "10:34 11 minutes Path",
            "10:45 4 minutes Both ways",
            "10:49 1 minute Close",
        ):
            assert moment in words
        assert "Greetings from Bea Ostrander." in words
        assert "End at 10:50, unless you are asked to stay." in words
        assert "I could give: A baker who is up at four." in words

    def test_without_a_time_the_clock_counts_minutes_and_a_very_short_talk_has_none(self):
        """Nothing is invented."""
        words = paper(TALK.replace("  time: 10:30\n", ""))
        assert "minute 3 1 minute Who I am" in words
        assert "End after twenty minutes" in words
        assert "minute 1" not in paper(TALK.replace("  time: 10:30\n", "  minutes: 3\n"))

    def test_after_an_earlier_talk_it_begins_with_what_came_of_it(self):
        """The loop is closed before anything new is asked for."""
        words = paper(
            TALK
            + "- {with: Dana Okafor, date: 2026-11-05, surprise: Lids, advice: [{advice: Ask nights, did: Went twice}]}"
        )
        assert "So far You talked on 5 November. Lids" in words
        assert "Since last time Tell her what came of it. She advised: Ask nights – Went twice" in words
        assert "Who I am" not in words
        told = paper(
            TALK + "- {with: Dana Okafor, date: 2026-11-05, advice: [{advice: Ask nights, told_them: 2026-11-20}]}"
        )
        assert "Ask nights" not in told.partition("Both ways")[0]

    def test_promises_stand_both_ways(self):
        """Two each; how many more there are is said."""
        earlier = "- with: Dana Okafor\n  date: 2026-11-05\n  thanked: 2026-11-05\n  introductions: [A One, B Two, C Three]\n  follow_ups: [Send the menu]\n"
        words = paper(TALK + earlier)
        assert "You → Send the menu ← Dana introduce you to A One ← Dana introduce you to B Two And one more." in words

    def test_what_to_listen_for_and_who_answered_stand_under_a_question(self):
        """In small print, on one line."""
        words = paper(TALK + EARLIER % "Piet Sandoval")
        assert "What turned? Listen for: The surprise." in words
        assert "How did you come here? Answered by Piet Sandoval." in words

    def test_the_most_open_questions_have_room_and_the_others_small_print(self):
        """Six of thirteen at most; each question is on the leaf once, by its number."""
        several = ", ".join(f"'Question {n}?'" for n in range(1, 14))
        html = leaf(*reversed(_known(TALK, f"- {{list: Kitchens, sections: [{{questions: [{several}]}}]}}"))).html
        with_room = re.findall(r'<li value="(\d+)"><p class="ask"', html)
        small = re.findall(r'<li value="(\d+)" dir="auto">', html)
        assert 4 <= len(with_room) <= 6
        assert [int(number) for number in (*with_room, *small)] == list(range(1, 14))

    def test_more_questions_than_paper_are_counted(self):
        """Nobody is left to wonder whether that was all."""
        several = ", ".join(f"'Question {n}?'" for n in range(1, 81))
        html = leaf(*reversed(_known(TALK, f"- {{list: Kitchens, sections: [{{questions: [{several}]}}]}}"))).html
        shown = len(re.findall(r'<li value="\d+"', html))
        assert f'<li class="more">And {80 - shown} more on the page of this talk</li>' in html

    def test_without_questions_there_is_room_for_what_one_hears(self):
        """The sheet is whole with nothing but a name and a day."""
        words = paper("- {with: Piet Sandoval, date: 2026-12-03}")
        assert "What I hear" in words
        assert "“Who else thinks about this as you do?” “What could I do for you?”" in words

    def test_a_group_has_a_line_for_each_and_is_spoken_of_as_they(self):
        """First names tell them apart."""
        words = paper(TALK.replace("with: Dana Okafor", "with: [Dana Okafor, Piet Sandoval]"))
        assert "Dana Okafor and Piet Sandoval Thursday" in words
        assert "Dana: Head of food services, Marrowgate Hospital. Piet: Everything is still to be found out." in words
        assert "Advice they gave" in words

    def test_two_of_a_first_name_are_told_apart(self):
        """Each line and each promise says which of them is meant."""
        known = facts(
            {
                "people.yaml": "[{name: Dana Okafor, role: Cook}, {name: Dana Smith, role: Baker}]",
                "conversations.yaml": """
                    - {with: [Dana Okafor, Dana Smith], date: 2026-12-03}
                    - {with: Dana Smith, date: 2026-11-05, introductions: Helen Brandt}
                    """,
            }
        )
        html = leaf(planned(known), known).html
        words = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
        assert "Dana Okafor: Cook. Dana Smith: Baker." in words
        assert "← Dana Smith introduce you to Helen Brandt" in words

    def test_what_is_for_me_alone_is_not_on_paper(self):
        """A sheet lies on the table between two people."""
        words = paper(TALK + "  notes: Ask about **lids**\n  private_notes: She frightens me\n")
        assert "Remember: Ask about lids" in words
        assert "frightens" not in words


def _known(talks, lists):
    known = facts({"people.yaml": PEOPLE, "questions.yaml": lists, "conversations.yaml": talks})
    return known, planned(known)


class TestTheBack:
    def test_it_asks_for_what_the_workbook_asks_for(self):
        """With the beliefs of the goal, and what is to be done in any case."""
        words = paper(
            TALK + "  goal: A kitchen post\n",
            goals="- goal: A kitchen post\n  beliefs: [Hospitals care about taste]\n",
        ).partition("Afterwards")[2]
        for heading in (
            "What I learned",
            "Advice she gave Her words",
            "Introductions she promised",
            "What I gave",
            "What surprised me",
            "Hospitals care about taste",
            "This path interests me now more the same less",
            "What I can rule out",
        ):
            assert heading in words
        assert "Next Thank her by Friday 4 December Tell Bea Ostrander that we talked" in words
        assert "workbook/conversations.yaml" in words

    def test_the_day_of_thanks_is_that_of_the_rhythm(self):
        """A gentle rhythm gives two days, and a pause gives more."""
        assert "Thank her by Saturday 5 December" in paper(me="name: R\nrhythm: gentle")
        pause = "name: R\nrhythm: {pause: {from: 2026-12-04, to: 2026-12-10}}"
        assert "Thank her by Friday 11 December" in paper(me=pause)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "</style><img src=x onerror=y>", "{{ 7 * 7 }} & co"])
def test_what_is_typed_cannot_become_markup(text):
    """In no field that the sheet shows; names cannot hold such signs to begin with."""
    quoted = f"'{text}'"
    known = facts(
        {
            "people.yaml": f"- {{name: D, interests: {quoted}, i_can_help_with: {quoted}, steps: {quoted}}}",
            "me.yaml": f"{{name: R, one_sentence: {quoted}}}",
            "conversations.yaml": f"- {{with: D, date: 2026-12-03, notes: {quoted}, extra_questions: {quoted}}}",
        }
    )
    html = leaf(planned(known), known).html
    body = html.partition("<body>")[2]
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("</style>") == 1
    assert "49" not in body or "{{ 7" in unescape(body)


def test_the_same_talk_gives_the_same_bytes():
    """And another day that changes nothing in it as well."""
    known = made()
    later = Facts(replace(known.workbook), TODAY.replace(day=2))
    assert leaf(planned(known), known).html == leaf(planned(known), later).html


def test_it_links_nowhere_and_asks_nobody():
    """A file that is mailed or kept needs nothing round it."""
    known = made()
    html = leaf(planned(known), known).html
    assert re.findall(r"\s(?:href|src|action)=\"([^\"]*)", html) == ["data:,"]
    assert not re.search(r"url\(|@import|<script", html)
