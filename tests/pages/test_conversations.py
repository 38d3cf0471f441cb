"""What the conversation pages say."""

import re
from dataclasses import replace
from html import unescape

import pytest

from bothways.derive.facts import Facts
from bothways.pages.conversations import pages
from bothways.reading.library import read_library
from workbooks import GUIDE, TODAY, facts, workbook

PEOPLE = """
    - name: Dana Okafor
      pronouns: she/her
      role: Head of food services
      interests: [school gardens]
      i_can_help_with: A baker who is up at four
      phone: 0414 555 010
    - name: Piet Sandoval
    """
GOALS = """
    - goal: A kitchen post
      beliefs: [{belief: Hospitals care about taste}]
    """
LISTS = """
    - list: Kitchens
      minutes: 20
      sections:
        - section: Path
          minutes: 15
          questions:
            - {ask: 'How did you come to this kitchen?', why: Everybody has this story, listen_for: The turn}
        - section: Both ways
          minutes: 10
          questions: What could I do for you?
    """


def site(talks, **more):
    """Every page by address, from these talks. Today is 1 December 2026."""
    files = {"people.yaml": PEOPLE, "goals.yaml": GOALS, "questions.yaml": LISTS, "conversations.yaml": talks}
    return {
        page.address: page.html for page in pages(facts(files | {f"{key}.yaml": text for key, text in more.items()}))
    }


def text(html):
    """The page as it is read."""
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    return re.sub(r" (?=[.,:])", "", words)


def talk(said, **more):
    """The page of the one talk, with Dana on 27 November unless it says otherwise."""
    made = site(said, **more)
    return next(html for address, html in made.items() if address != "conversations/index.html")


HELD = "- with: Dana Okafor\n  date: 2026-11-27\n"
PLANNED = "- with: Dana Okafor\n  date: 2026-12-03\n  time: 10:30\n"


class TestOverview:
    def test_planned_talks_come_first_and_soonest_first_then_the_latest_held(self):
        """The page reads from what is next to what is long ago."""
        html = site("""
            - {with: Dana Okafor, date: 2026-10-05, surprise: October}
            - {with: Dana Okafor, date: 2026-12-20, extra_questions: Later}
            - {with: Piet Sandoval, date: 2026-11-20, surprise: November}
            - {with: Piet Sandoval, date: 2026-12-02, extra_questions: Sooner}
            - {with: Piet Sandoval, date: 2026-11-25, status: cancelled}
            """)["conversations/index.html"]
        words = [
            "Planned",
            "Sooner",
            "Later",
            "Held",
            "November 2026",
            "October 2026",
            "Did not come about",
            "cancelled",
        ]
        assert [word for word in re.findall("|".join(words), text(html)) if word in words][:8] == words
        assert "Two are planned, the next with Piet Sandoval on 2 December. Two talks so far." in text(html)

    def test_a_line_links_to_the_talk_the_people_and_the_goal(self):
        """Everything that a line names is one click away."""
        html = site("- {with: [Dana Okafor, Piet Sandoval], date: 2026-11-20, goal: A kitchen post, kind: coffee}")[
            "conversations/index.html"
        ]
        for address in (
            "conversations/2026-11-20-dana-okafor-piet-sandoval.html",
            "people/dana-okafor.html",
            "people/piet-sandoval.html",
            "goals/a-kitchen-post.html",
        ):
            assert f'href="../{address}"' in html
        assert "Dana Okafor and Piet Sandoval a coffee, for A kitchen post" in text(html)

    def test_a_line_says_what_is_still_to_do(self):
        """A talk without thanks and without notes says so, with the day."""
        words = text(site(HELD)["conversations/index.html"])
        assert "Thank, since 28 November" in words
        assert "Write down what you heard, since 28 November" in words

    def test_a_talk_with_nothing_left_to_do_says_nothing(self):
        """Thanked and written down is done."""
        words = text(site(HELD + "  thanked: 2026-11-27\n  learned: A lot")["conversations/index.html"])
        assert "Thank," not in words
        assert "Write down" not in words

    def test_an_empty_page_shows_the_first_lines_with_somebody_the_person_knows(self):
        """The three lines can be pasted as they are."""
        words = text(site("")["conversations/index.html"])
        assert "No conversation yet." in words
        assert "- with: Dana Okafor date: 2026-12-08 kind: coffee" in words


class TestPlanned:
    def test_it_says_who_when_and_how_long(self):
        """The first sentence is the appointment."""
        words = text(talk(PLANNED + "  kind: call\n"))
        assert "A call of 20 minutes with Dana Okafor at 10:30 on Thursday 3 December." in words
        assert "Head of food services. Cares about school gardens." in words
        assert "0414 555 010" in words

    def test_questions_stand_in_their_parts_with_minutes_why_and_what_to_listen_for(self):
        """The sheet is made from the list, the talk's own questions first."""
        words = text(talk(PLANNED + "  questions: Kitchens\n  extra_questions: And the lids?\n"))
        assert "For this talk alone And the lids? Path 15 minutes How did you come to this kitchen?" in words
        assert "Why: Everybody has this story Listen for: The turn" in words
        assert "These parts add up to 25 minutes, and you asked for 20." in words

    def test_enough_time_needs_no_remark(self):
        """Half an hour holds twenty-five minutes."""
        assert "add up" not in text(talk(PLANNED + "  questions: Kitchens\n  minutes: 30\n"))

    def test_it_says_who_answered_a_question_before(self):
        """Her own earlier answer is quoted; those of others are linked."""
        earlier = """\
- {with: %s, date: 2026-11-05, answers: [{ask: 'What could I do for you?', answer: Bring lids}]}
- {with: Dana Okafor, date: 2026-12-03, questions: Kitchens}
"""
        address = "conversations/2026-12-03-dana-okafor.html"
        assert "Answered on 5 November: Bring lids" in text(site(earlier % "Dana Okafor")[address])
        by_another = text(site(earlier % "Piet Sandoval")[address])
        assert "Answered so far by Piet Sandoval" in by_another
        assert "Bring lids" not in by_another

    def test_open_promises_are_shown_both_ways_with_the_last_talk(self):
        """What she promised and what I owe her are before me when we meet."""
        words = text(
            site(
                """
                - with: Dana Okafor
                  date: 2026-11-05
                  learned: Wards order early
                  introductions:
                    - {to: Helen Brandt}
                    - {to: Tomasz Vale, made: 2026-11-12}
                  follow_ups: [Send the menu, {do: Return the lid, done: yes}]
                - {with: Dana Okafor, date: 2026-12-03}
                """
            )["conversations/2026-12-03-dana-okafor.html"]
        )
        assert "Thursday 5 November. Wards order early." in words
        assert "Dana: introduce you to Helen Brandt" in words
        assert "Tomasz Vale" not in words
        assert "You: Send the menu" in words
        assert "Return the lid" not in words

    def test_a_first_talk_says_so_and_promises_nothing(self):
        """Nothing is invented where nothing happened."""
        words = text(talk(PLANNED))
        assert "Your first talk." in words
        assert "None, either way." in words

    def test_it_offers_what_the_person_can_give(self):
        """The gift is on the sheet; without one, what I offer in general."""
        assert "A baker who is up at four" in text(talk(PLANNED))
        words = text(
            talk(
                PLANNED.replace("Dana Okafor", "Piet Sandoval"),
                me="name: Ruth\ncan_offer: Soup\nlooking_for: A kitchen",
            )
        )
        assert "In general you offer: Soup" in words
        assert "If you are asked what you are looking for A kitchen" in words

    def test_a_talk_without_questions_offers_a_list_to_take(self):
        """One line takes it over."""
        words = text(talk(PLANNED))
        assert "No questions are chosen yet. Kitchens would suit" in words
        assert "questions: [kitchens]" in words


class TestTheDebriefToFillIn:
    @pytest.mark.parametrize("extra", ["Plain", "'With: a colon #1'", '"- dash \\"and\\" marks"', "ما رأيك؟", "[1, 2]"])
    def test_what_is_copied_can_be_pasted_under_the_talk_and_reads(self, extra):
        """The lines are right as they stand, in a list or in a file of their own, with questions of any spelling."""
        listed = f"- with: Dana Okafor\n  date: 2026-12-03\n  goal: A kitchen post\n  extra_questions: {extra}\n"
        pasted = listed + debrief(site(listed)) + "\n"
        read = facts(
            {"people.yaml": PEOPLE, "goals.yaml": GOALS, "questions.yaml": LISTS, "conversations.yaml": pasted}
        )
        (again,) = read.workbook.conversations
        assert [answer.ask for answer in again.answers] == list(again.extra_questions)

        alone = {"conversations/x.yaml": re.sub("(?m)^(- |  )", "", listed)}
        files = {"people.yaml": PEOPLE, "goals.yaml": GOALS, "questions.yaml": LISTS}
        made = {page.address: page.html for page in pages(facts(files | alone))}
        alone["conversations/x.yaml"] += debrief(made) + "\n"
        assert facts(files | alone).workbook.conversations[0].answers

    def test_what_is_written_already_is_not_asked_for_twice(self):
        """A key cannot stand twice in one record."""
        said = debrief(site(PLANNED + "  gave: A bun\n"))
        assert "gave:" not in said
        assert "learned:" in said

    def test_a_held_talk_asks_for_it_only_while_nothing_is_written(self):
        """The first line that is written ends the asking."""
        asking = "conversations/debrief/2026-11-27-dana-okafor.html"
        assert asking in site(HELD)
        assert f'href="../{asking}"' in talk(HELD)
        assert asking not in site(HELD + "  surprise: Lids\n")
        assert "debrief" not in talk(HELD + "  surprise: Lids\n")

    def test_it_names_the_file(self):
        """The person need not look for the place."""
        assert "workbook/conversations.yaml" in text(site(HELD)["conversations/debrief/2026-11-27-dana-okafor.html"])

    def test_neither_form_nor_sheet_is_made_for_another_reader(self):
        """They are tools of the owner's."""
        files = {"people.yaml": PEOPLE, "conversations.yaml": PLANNED}
        for reader, several in (("", 4), ("coach", 2)):
            shared = replace(facts(files).workbook, reader=reader)
            assert len(list(pages(Facts(shared, TODAY)))) == several


def debrief(made):
    """The text of the block to copy, from the pages by address."""
    html = next(html for address, html in made.items() if address.startswith("conversations/debrief/"))
    found = re.search(r'<code id="debrief">(.*?)</code>', html, re.DOTALL)
    assert found
    return unescape(found[1])


class TestHeld:
    def test_what_was_written_is_there(self):
        """Learned, answers, gifts, surprise, interest, what is ruled out, what follows."""
        words = text(
            talk(
                HELD
                + """
  goal: A kitchen post
  questions: Kitchens
  learned: Wards order early
  answers: [{ask: 'How did you come to this kitchen?', answer: By boat}]
  gave: Rolls
  surprise: The lids
  still_interested: less
  rule_out: Bought-in meals
  thanked: 2026-11-28
  follow_ups: Send the menu
  beliefs: [{belief: hospitals care about taste, for: no, why: Nobody asked}]
"""
            )
        )
        for said in (
            "An informational interview of 20 minutes with Dana Okafor on Friday 27 November.",
            "Wards order early",
            "How did you come to this kitchen? By boat From Kitchens",
            "From me Rolls",
            "What surprised me The lids",
            "less, which is worth knowing too",
            "What I can rule out Bought-in meals",
            "You said thank you on 28 November.",
            "What follows Send the menu",
            "hospitals care about taste speaks against it: Nobody asked A kitchen post",
        ):
            assert said in words

    def test_an_answer_links_to_its_question_and_to_others_who_answered_it(self):
        """The same question can be compared across talks."""
        html = site("""
            - {with: Piet Sandoval, date: 2026-11-05, answers: [{ask: 'What could I do for you?', answer: Nothing}]}
            - with: Dana Okafor
              date: 2026-11-27
              questions: Kitchens
              answers: [{ask: 'What could I do for you?', answer: Rolls}]
            """)["conversations/2026-11-27-dana-okafor.html"]
        assert 'href="../questions/kitchens.html#question-2"' in html
        assert "Also answered by Piet Sandoval" in text(html)

    def test_of_many_who_answered_the_latest_five_are_named(self):
        """A question asked of everybody does not fill every page with everybody."""
        many = "".join(
            f"- {{with: Piet Sandoval, date: 2026-11-{day:02}, answers: [{{ask: Why, answer: Because}}]}}\n"
            for day in range(1, 9)
        )
        html = site(many)["conversations/2026-11-08-piet-sandoval.html"]
        assert html.count('href="../conversations/2026-11-0') == 5
        assert "and two more" in text(html)

    def test_advice_shows_what_came_of_it(self):
        """Heard, done, told; or still to tell, whatever came of it."""
        words = text(
            talk(
                HELD + "  advice: [{advice: Do a shift, did: Did it, told_them: 2026-11-30}, Write to the dietitians]\n"
            )
        )
        assert "Do a shift heard 27 Nov Did it told her 30 Nov" in words
        assert "Write to the dietitians heard 27 Nov not tried yet tell her by 11 Dec, either way" in words

    def test_advice_is_told_when_the_log_says_so(self):
        """A line in the log closes the loop as well."""
        words = text(
            talk(HELD + "  advice: Do a shift\n", log="- {date: 2026-11-30, who: Dana Okafor, did: reported-back}")
        )
        assert "told her 30 Nov" in words

    def test_thanks_in_the_log_count_for_each_person(self):
        """With two people, the one who was not thanked is still named."""
        words = text(
            talk(
                "- with: [Dana Okafor, Piet Sandoval]\n  date: 2026-11-27\n  learned: A lot\n",
                log="- {date: 2026-11-28, who: Dana Okafor, did: thanked}",
            )
        )
        assert "You said thank you to Dana on 28 November." in words
        assert "Thank Piet Sandoval for the talk on 27 November" in words

    def test_introductions_are_promised_until_they_are_made(self):
        """A promise shows since when; one that was kept shows the day."""
        words = text(
            talk(
                HELD + "  introductions: [{to: Helen Brandt, organisation: The Larder}, "
                "{to: Piet Sandoval, made: 2026-11-30}]\n"
            )
        )
        assert "Promised: Helen Brandt, The Larder since 27 November" in words
        assert "Introduced me to Piet Sandoval 30 November" in words
        assert "Ask Dana Okafor about the introduction to Helen Brandt by 7 December" in words


class TestOtherwise:
    def test_nobody_is_blamed_for_a_talk_that_did_not_come_about(self):
        """Cancelled and missed talks are said in kind words, and ask for no debrief."""
        cancelled, missed = text(talk(HELD + "  status: cancelled\n")), text(talk(HELD + "  status: no-show\n"))
        assert "was cancelled. It can have another day." in cancelled
        assert "It is seldom about you." in missed
        assert "What did you hear?" not in cancelled + missed

    def test_a_talk_that_says_held_before_its_day_is_pointed_at(self):
        """It is neither planned nor held, and is not lost."""
        made = site("- {with: Dana Okafor, date: 2026-12-27, status: held}")
        assert "still to come" in text(made["conversations/2026-12-27-dana-okafor.html"])
        assert "Did these take place?" in text(made["conversations/index.html"])

    def test_a_planned_talk_is_held_the_day_after(self):
        """Whether `planned` was written or not."""
        made = site("- {with: Dana Okafor, date: 2026-11-27, status: planned}")
        assert "What did you hear?" in text(made["conversations/2026-11-27-dana-okafor.html"])

    def test_what_is_typed_cannot_become_markup(self):
        """A script in any text is shown as text or taken out."""
        nasty = "<script>alert(1)</script>"
        made = site(f"""
            - with: Dana Okafor
              date: 2026-11-27
              learned: {nasty}
              notes: {nasty}
              surprise: {nasty}
              answers: [{{ask: {nasty}, answer: {nasty}}}]
              advice: [{{advice: {nasty}, did: {nasty}}}]
            - {{with: Dana Okafor, date: 2026-12-27, extra_questions: {nasty}}}
            """)
        assert "<script" not in "".join(made.values())
        assert "&lt;script&gt;" in made["conversations/index.html"]

    @pytest.mark.parametrize("name", ["دانا عكافور", "Dana " + "Okafor" * 50])
    def test_any_name_has_its_page(self, name):
        """Arabic names and names of 300 characters are shown whole."""
        files = {"people.yaml": f"- name: {name}", "conversations.yaml": f"- {{with: {name}, date: 2026-12-02}}"}
        made = [page.html for page in pages(facts(files))]
        assert len(made) == 4
        assert all(name in html for html in made)

    def test_ids_are_unique_on_every_page(self):
        """A link to a heading leads to one place."""
        for html in site(
            PLANNED + "  questions: Kitchens\n  notes: x\n  private_notes: y\n" + HELD + "  advice: z\n"
        ).values():
            ids = re.findall(r' id="([^"]+)"', html)
            assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("me", "goal", "suits"),
    [
        ("situation: business", "", "business"),
        ("situation: business", "situation: life-change, ", "life-change"),
        ("headline: Cook", "", "first-informational-interview"),
    ],
)
def test_the_list_that_is_offered_suits_what_the_talk_serves(me, goal, suits):
    """The goal's situation, else one's own, else the list for any first talk."""
    book = workbook(
        {
            "me.yaml": f"name: Ruth\n{me}",
            "people.yaml": "- name: Dana Okafor",
            "goals.yaml": f"- {{goal: Find out, {goal}status: active}}",
            "conversations.yaml": "- {with: Dana Okafor, date: 2026-12-10, goal: Find out}",
        },
        read_library(GUIDE),
    )
    html = next(page.html for page in pages(Facts(book, TODAY)) if page.address.endswith("2026-12-10-dana-okafor.html"))
    assert f"questions/{suits}.html" in html
